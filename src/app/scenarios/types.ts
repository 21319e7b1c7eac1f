import type { Case } from '../../world/index.ts';

/** What the list of shipped scenarios says about each. Texts in `lang`. */
export interface ScenarioListing {
  readonly id: string;
  readonly hash: string;
  readonly date: string;
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
}

/** A shipped scenario as the app fetches it. */
export interface ScenarioFileInApp {
  readonly case: Case;
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** language → setting of names → text id → text: those that differ from `texts`. */
  readonly named: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  readonly sources: Readonly<
    Record<
      string,
      {
        title: string;
        short?: string | undefined;
        author?: string | undefined;
        publisher: string;
        date: string | { undated: string };
      }
    >
  >;
}
