import type { Cameo } from './cameo.ts';
import type { Carried } from './carried.ts';
import type { Condition, Effect } from './condition.ts';
import type {
  BodyNo,
  Clause,
  GoalNo,
  Grade,
  IssueNo,
  MoveNo,
  OptionNo,
  Range,
  Role,
  SeatNo,
  SeatSet,
  Term,
} from './names.ts';

/**
 * What never changes in a game and everybody may read: the compiled scenario. All lists are in canonical order (sorted by
 * id), so the order in a file cannot matter; `order` fields keep the author's order for the screen. Texts are not here:
 * they are messages named by convention, e.g. `seat.kosovo.name` (see scenario/texts).
 */
export interface Case {
  readonly id: string;
  readonly format: 1;
  /** SHA-256 (hex) of the canonical JSON of everything else in this Case; a part of a campaign keeps the scenario's own. */
  readonly hash: string;
  readonly date: string;
  readonly presets: readonly Preset[];
  /** Largest number of issues a draft may move. */
  readonly clausesMax: number;
  readonly tension: { readonly start: number; readonly baseline: number };
  readonly seats: readonly Seat[];
  readonly issues: readonly Issue[];
  readonly bodies: readonly Body[];
  /** seat × issue: positions[seat * issues.length + issue]. */
  readonly positions: readonly Position[];
  readonly reds: readonly RedLine[];
  readonly forces: readonly Force[];
  readonly moves: readonly Move[];
  readonly goals: readonly Goal[];
  readonly instructions: readonly Instruction[];
  readonly gates: readonly Gate[];
  readonly deadlines: readonly Deadline[];
  readonly events: readonly Event[];
  /** Weight of "nothing happens" beside the events' weights. */
  readonly quiet: number;
  readonly endings: readonly Ending[];
  /** seats × seats: starting counts behind trust of row in column, [α, β]; the diagonal is [1, 1]. */
  readonly trust: readonly (readonly [performed: number, breached: number])[];
  readonly contradictions: readonly Contradiction[];
  /** Citation of every coded number, by the path of the number in the file, e.g. `positions/kosovo/tariffs/ideal`. */
  readonly cites: Readonly<Record<string, Cite>>;
  /** Only in a game that is part of a campaign: what was put into this Case, and the scenario as it stands alone (see rules/part). */
  readonly carried?: Carried;
  readonly alone?: Case;
}

export interface Cite {
  readonly grade: Grade;
  readonly source?: string;
  readonly paragraph?: number;
  /** How it was inferred, or why it is assumed: one sentence. */
  readonly because?: string;
}

/** A lesson length. Seconds are offered to a class; solo play has no clock unless asked for. */
export interface Preset {
  readonly id: string;
  readonly minutes: number;
  readonly rounds: number;
  readonly seconds: {
    readonly briefing: number;
    readonly talks: number;
    readonly orders: number;
    readonly aftermath: number;
  };
}

export interface Seat {
  readonly id: string;
  readonly order: number;
  readonly role: Role;
  /** Shown beside the colour so that colour never carries meaning alone. */
  readonly letter: string;
  /** Points lost at tension 100 (M2). */
  readonly hurt: number;
  /** Capital per round at support 50. */
  readonly capital: number;
  /** Points a mediator may promise in all; 0 for principals. */
  readonly budget: number;
  /** Share of yes-weights a ratification must exceed, 0–1. */
  readonly quota: number;
  readonly bodies: readonly BodyNo[];
  readonly moves: readonly MoveNo[];
  readonly goals: readonly GoalNo[];
  /** The deck of secret cards; one is drawn. */
  readonly cards: readonly GoalNo[];
  /** Desks: roles that several people on one seat may share (classroom). */
  readonly desks: readonly string[];
}

export interface Issue {
  readonly id: string;
  readonly order: number;
  /** w_d in 1…3 (M3). */
  readonly weight: number;
  readonly owners: SeatSet;
  readonly options: readonly { readonly id: string; readonly x: number }[];
  /** Option in force at the start. */
  readonly now: OptionNo;
  /** Event code of performing a clause on this issue (g of MODEL §5); `perform-clause` unless the file says otherwise. */
  readonly cameo: Cameo;
}

export interface Body {
  readonly id: string;
  readonly order: number;
  readonly seat: SeatNo;
  readonly weight: number;
  readonly veto: boolean;
  readonly hawkish: boolean;
  readonly approval: number;
  /** Shift of the seat's ideal, per issue. */
  readonly shift: readonly Range[];
  /** Issue whose worsening costs approval when conceded. */
  readonly top: IssueNo;
}

export interface Position {
  readonly ideal: Range;
  /** Option declared at the start, −1 for none. */
  readonly declared: OptionNo | -1;
  readonly salience: Range;
  /** 0–100, the strongest on the issue = 100; forecasts only. */
  readonly influence: number;
}

/** A min or max a seat may accept on an issue. `at` is drawn and rounded to the nearest option. */
export interface RedLine {
  readonly seat: SeatNo;
  readonly issue: IssueNo;
  readonly side: 'min' | 'max';
  readonly at: Range;
  readonly amendable: boolean;
  /** The line does not hold for a package that meets this. */
  readonly unless: Term | null;
  /** Its key in `cites`. */
  readonly cite: string;
}

/** An actor with positions but no player. */
export interface Force {
  readonly id: string;
  readonly order: number;
  readonly positions: readonly {
    readonly issue: IssueNo;
    readonly ideal: Range;
    readonly salience: number;
    readonly influence: number;
  }[];
}

/** A condition on the World at the end that a seat's capital asked for. */
export interface Goal {
  readonly id: string;
  readonly seat: SeatNo;
  readonly secret: boolean;
  readonly active: boolean;
  readonly when: Condition;
}

/** A restriction from the seat's capital: moves it may not order and packages it may not table while active. */
export interface Instruction {
  readonly id: string;
  readonly seat: SeatNo;
  readonly active: boolean;
  readonly forbidsMoves: readonly MoveNo[];
  /** The seat may not table or counter with a clause inside any of these terms. Signing stays free. */
  readonly forbidsTerms: readonly Term[];
}

/** While closed, principals cannot table to each other; only mediators can (formulate). Opens while `opensWhen` holds. */
export interface Gate {
  readonly id: string;
  readonly open: boolean;
  /** null: only events and effects move it. */
  readonly opensWhen: Condition | null;
}

export interface Deadline {
  readonly id: string;
  readonly when: Condition;
  readonly effects: readonly Effect[];
}

export interface Event {
  readonly id: string;
  readonly order: number;
  readonly kind: 'event' | 'incident';
  readonly when: Condition;
  readonly weight: number;
  readonly repeat: boolean;
  readonly effects: readonly Effect[];
}

export interface Ending {
  readonly id: string;
  /** The holding ending of lowest rank is the game's ending; ranks are unique. The last has the condition `all: []`. */
  readonly rank: number;
  /** Ends the game at once when it holds after a round; otherwise only judged after the last. */
  readonly immediate: boolean;
  readonly when: Condition;
}

/** A named contradiction between documents, shown in the debrief when touched. */
export interface Contradiction {
  readonly id: string;
  readonly sources: readonly (readonly [source: string, paragraph: number])[];
  readonly touchedBy: readonly Term[];
}

interface MoveBase {
  readonly id: string;
  readonly order: number;
  readonly seat: SeatNo;
  /** Capital. */
  readonly cost: number;
  readonly cameo: Cameo;
  /** Precondition on the World at resolution; also decides whether the move is offered. */
  readonly when: Condition | null;
  /** Rounds that must pass before it can be ordered again; 0 = every round; −1 = once a game. */
  readonly rest: number;
  /** Hidden at the essential rule level. */
  readonly full: boolean;
  /** Effects beyond what the kind itself does. */
  readonly effects: readonly Effect[];
}

/** A sealed order a seat can give; the parameters that the player still chooses are in `Order`. */
export type Move = MoveBase &
  (
    | { readonly kind: 'act' }
    /** Sets the declared option on one of `issues`; may be made a pledge when `pledge`. */
    | { readonly kind: 'statement'; readonly issues: readonly IssueNo[]; readonly pledge: boolean }
    /** Reveals one of the seat's own bodies' shifts. */
    | { readonly kind: 'consult'; readonly bodies: readonly BodyNo[] }
    /** Gives up one of the seat's own amendable red lines on `issue`. */
    | { readonly kind: 'amend'; readonly issue: IssueNo }
    | { readonly kind: 'facilitate' }
    | {
        readonly kind: 'carrot' | 'stick';
        readonly to: SeatNo;
        readonly points: number;
        readonly terms: readonly Term[];
        readonly rounds: number;
      }
    | { readonly kind: 'guarantee'; readonly by: number; readonly points: number }
    | { readonly kind: 'unilateral'; readonly clause: Clause }
  );
export type MoveKind = Move['kind'];
