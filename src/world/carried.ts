import type { Cite } from './case.ts';

/**
 * What one part of a campaign hands to the next, as plain data by ids: wholly public, small enough for a journal's header, and all
 * that is needed to play that part again. Numbers are differences to the document's own start, so that "carrying nothing" is 0.
 */
export interface Legacy {
  /** Options in force at the start, one for each issue that the part before hands on. */
  readonly options: readonly CarriedOption[];
  /** Counts added to those behind the trust of `from` in `to`. */
  readonly trust: readonly CarriedTrust[];
  /** Points added to the tension at the start. */
  readonly tension: number;
  /** Clauses that were ratified and are still to be carried out. */
  readonly obligations: readonly CarriedObligation[];
  /** Clauses left open for which the next part has no issue: nobody owes them any more. For people to read. */
  readonly lapsed: readonly ClauseId[];
}

/** An option of an issue, by ids. */
export interface ClauseId {
  readonly issue: string;
  readonly option: string;
}

export interface CarriedOption extends ClauseId {
  /** Where it stood at the end of the part before. */
  readonly was: ClauseId;
}

export interface CarriedTrust {
  readonly from: string;
  readonly to: string;
  readonly performed: number;
  readonly breached: number;
}

export interface CarriedObligation extends ClauseId {
  /** Clauses of one package bear the same number, from 1. */
  readonly deal: number;
  /** Seats that signed it. */
  readonly parties: readonly string[];
  /** Round in which it falls due. */
  readonly due: number;
  readonly was: ClauseId;
}

/** The place of a game in a campaign, with what it starts from. */
export interface Carried extends Legacy {
  readonly campaign: string;
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  /** Rounds of this part; fewer than the scenario's shortest preset shortens its calendar in proportion. */
  readonly rounds: number;
  /** Issues that the next part takes up: their open clauses stay open at the end. Sorted. */
  readonly onward: readonly string[];
}

/** Id of the preset that a part of a campaign is played with; its rounds are the campaign's. */
export const CAMPAIGN_PRESET = 'campaign';

export const NO_LEGACY: Legacy = { options: [], trust: [], tension: 0, obligations: [], lapsed: [] };

/** What a scenario hands on to the next one of a campaign, and under which names that one knows it. */
export interface CarryRule {
  readonly trust: boolean;
  readonly tension: boolean;
  readonly obligations: boolean;
  /** One for each issue that goes on: the issue of the next scenario, and for every option the one that continues it. */
  readonly options: readonly {
    readonly issue: string;
    readonly into: string;
    readonly map: Readonly<Record<string, string>>;
  }[];
}

/** A compiled campaign: scenarios in the order of history. Texts are messages named by convention (see scenario/campaign). */
export interface Campaign {
  readonly id: string;
  readonly parts: readonly CampaignPart[];
  readonly presets: readonly CampaignPreset[];
}

export interface CampaignPart {
  readonly scenario: string;
  /** Of the situation: ISO year, month or day. */
  readonly date: string;
  /** What it hands to the part after it. */
  readonly rule: CarryRule;
  /** What the paragraph about the years before it rests on; empty for the first part. */
  readonly restsOn: readonly Cite[];
}

export interface CampaignPreset {
  readonly id: string;
  readonly minutes: number;
  /** By part. */
  readonly rounds: readonly number[];
}
