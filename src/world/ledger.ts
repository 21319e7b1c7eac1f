import type { SeatNo, SeatSet } from './names.ts';

/** What set a change off. */
export type Cause =
  | { readonly by: 'move'; readonly move: number; readonly seat: SeatNo }
  | { readonly by: 'draft'; readonly draft: number; readonly seat: SeatNo }
  | { readonly by: 'obligation'; readonly no: number; readonly seat: SeatNo }
  | { readonly by: 'offer'; readonly no: number; readonly seat: SeatNo }
  | { readonly by: 'event'; readonly event: number }
  | { readonly by: 'deadline'; readonly deadline: number }
  /** Carried over from an earlier part of a campaign. */
  | { readonly by: 'campaign'; readonly part: number }
  | { readonly by: 'rule' };

/** One change of one number: "why did that happen?" is answered from this alone. */
export interface Entry {
  readonly round: number; // 0: before the first
  readonly step: number; // 1–13, MODEL order of a resolution; 0 during talks
  readonly what: string; // e.g. `tension`, `approval/assembly`, `trust/kosovo/serbia`, `option/tariffs`: ids, not numbers
  readonly from: number;
  readonly to: number;
  readonly rule: string; // id of a rule page: `M1` … `M6`, `tension`, `approval`, `trust`, `capital`, `amend`, …
  readonly cause: Cause;
  readonly inputs: Readonly<Record<string, number>>; // the formula's inputs by the symbol used on the rule page
  readonly cites: readonly string[]; // keys of Case.cites
  readonly seenBy: SeatSet; // who may read it before the debrief
}

/** One thing that happened, as a message id with parameters (ids and numbers, never sentences). */
export interface News {
  readonly round: number;
  readonly step: number;
  readonly id: string; // `news.…` in words/
  readonly with: Readonly<Record<string, string | number>>;
  readonly cites: readonly string[];
  readonly seenBy: SeatSet;
}

/** Where the rules write; rollouts pass none. */
export interface Sink {
  entry(entry: Entry): void;
  news(news: News): void;
}
