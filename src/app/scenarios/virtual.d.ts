declare module 'virtual:scenarios' {
  export const SHIPPED: readonly (import('./types.ts').ScenarioListing & {
    readonly url: string;
    readonly bundleUrl: string;
    readonly roomUrl: string;
  })[];
}
