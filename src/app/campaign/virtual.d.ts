declare module 'virtual:campaigns' {
  export const CAMPAIGNS: readonly (import('./types.ts').CampaignListing & { readonly url: string })[];
}
