import type { Cite } from './case.ts';

/**
 * The document room of a scenario: what each document says, paragraph by paragraph, and what rests on it. Wholly public, as a Case is.
 * Only ids and numbers: the words are the scenario's texts and the catalogue's (words/room.ts).
 */
export interface Room {
  readonly scenario: string;
  /** Of the Case that it describes. */
  readonly hash: string;
  readonly date: string;
  /** The scenario's main document first, then the others in the author's order. */
  readonly documents: readonly RoomDocument[];
  /** Every coded number of the Case exactly once, in reading order. Other lists point here. */
  readonly numbers: readonly Coded[];
  /** Seats in the author's order, then forces. */
  readonly actors: readonly RoomActor[];
  readonly contradictions: readonly { readonly id: string; readonly between: readonly Place[] }[];
  readonly shares: { readonly positions: Shares; readonly all: Shares };
}

/** A paragraph of a document: the n-th line that is not blank. */
export interface Place {
  readonly source: string;
  readonly paragraph: number;
}

export interface RoomDocument {
  readonly id: string;
  readonly main: boolean;
  readonly title: string;
  readonly short: string;
  readonly author: string | null;
  readonly publisher: string;
  /** ISO year, month or day; null where the document is undated. */
  readonly date: string | null;
  /** Where it is undated: what points to its date. */
  readonly undated: string | null;
  readonly kind: 'government-statement' | 'news-report' | 'adapted-report' | 'analysis';
  /** All of them, in order. */
  readonly paragraphs: readonly RoomParagraph[];
}

export interface RoomParagraph {
  readonly paragraph: number;
  /** Advertisement, byline or button: never cited. */
  readonly furniture: boolean;
  /** Language → what it says, in our own words; empty where nobody has told it yet. */
  readonly says: Readonly<Record<string, string>>;
  /** Places in `Room.numbers`. */
  readonly rests: readonly number[];
  /** Ids of contradictions between documents that it is one side of. */
  readonly contradictions: readonly string[];
}

export interface RoomActor {
  readonly id: string;
  readonly is: 'seat' | 'force';
  readonly issues: readonly {
    readonly issue: string;
    /** Places in `Room.numbers`: what it wants, what it says, red lines, salience, influence. */
    readonly numbers: readonly number[];
  }[];
}

export type CodedKind =
  | 'ideal'
  | 'declared'
  | 'red-min'
  | 'red-max'
  | 'salience'
  | 'influence'
  | 'now'
  | 'option'
  | 'weight'
  | 'goal'
  | 'later-goal'
  | 'card'
  | 'instruction'
  | 'move'
  | 'hurt'
  | 'capital'
  | 'budget'
  | 'quota'
  | 'body-weight'
  | 'body-approval'
  | 'body-shift'
  | 'trust'
  | 'gate'
  | 'deadline'
  | 'event'
  | 'ending'
  | 'tension-start'
  | 'tension-baseline'
  | 'clauses-max'
  | 'quiet';

/** One coded number (or range, option, move, goal …) with where it comes from. */
export interface Coded {
  /** Its key in `Case.cites`. */
  readonly path: string;
  readonly kind: CodedKind;
  /** Seat or force that it belongs to; null where it belongs to the table. */
  readonly actor: string | null;
  readonly issue: string | null;
  /** Body, or the seat that is trusted. */
  readonly other: string | null;
  /** Id of the scenario's text that names it: an option, a move, a goal … */
  readonly named: string | null;
  /** One number; low, likely, high of a range; kept and broken of trust; none where only the text counts. */
  readonly value: readonly number[];
  /** Red lines only: whether the seat may give it up, and the package for which it does not hold. */
  readonly line: { readonly amendable: boolean; readonly unless: UnlessTerm | null } | null;
  readonly cite: Cite;
}

export interface UnlessTerm {
  readonly issue: string;
  /** Options of its ladder; null for its ends. */
  readonly min: string | null;
  readonly max: string | null;
}

/** How many coded numbers carry which grade. */
export interface Shares {
  readonly stated: number;
  readonly inferred: number;
  readonly assumption: number;
  readonly total: number;
}
