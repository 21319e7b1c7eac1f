import type { Campaign } from '../../world/index.ts';

/** What the list of shipped campaigns says about each. Texts in `lang`. */
export interface CampaignListing {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  readonly parts: readonly { readonly scenario: string; readonly date: string; readonly title: string }[];
}

/** A shipped campaign as the app fetches it, and as a game of it keeps it. */
export interface CampaignFileInApp {
  readonly campaign: Campaign;
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
