import type { Clause, OptionNo, SeatNo, SeatSet, Term } from './names.ts';

/** Talks are live; then orders are sealed; `over` after the last resolution. */
export const STAGES = ['talks', 'orders', 'over'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Everything that changes in a game. Flat lists of plain numbers, indexed as the comment says, plus four short lists of records.
 * Records in lists are never changed in place: they are replaced, so a copy may share them (copyWorld copies lists only).
 */
export interface World {
  round: number; // from 1
  rounds: number; // last round, from the preset
  stage: Stage;
  now: number[]; // issue → option in force
  declared: number[]; // seat × issue → declared option, −1 none
  pledgeMin: number[]; // seat × issue → "never below" option, −1 none
  pledgeMax: number[]; // seat × issue → "never above" option, −1 none
  amended: number[]; // red line (Case.reds) → 1 when its seat gave it up
  trustA: number[]; // from × to → α
  trustB: number[]; // from × to → β
  tension: number; // H
  approval: number[]; // body → A_b
  capital: number[]; // seat → left in this round
  capitalNext: number[]; // seat → to add when the next round's capital is counted
  budget: number[]; // seat → points a mediator can still promise
  guarantee: number[]; // seat → its part of Γ
  hurt: number[]; // seat → hurt
  gate: number[]; // gate → 1 open
  goal: number[]; // goal → 1 active
  instruction: number[]; // instruction → 1 active
  happened: number[]; // event → times
  passed: number[]; // deadline → 1 when it took effect
  playedCount: number[]; // move → times carried out
  playedRound: number[]; // move → last round carried out, 0 never
  consulted: number[]; // body → 1 when its own seat knows its shift
  revealed: number[]; // seat × issue → set of seats that know this seat's drawn ideal
  performed: number[]; // seat → clauses performed
  breached: number[]; // seat → clauses breached, tranches withheld
  received: number[]; // seat → carrot points received
  paid: number[]; // seat → carrot and guarantee points paid
  suffered: number[]; // seat → stick points imposed on it
  takenBack: number[]; // seat → points guarantors took back from it
  falls: number[]; // seat → governments fallen
  oneOrder: number[]; // seat → 1 when only one order is allowed this round
  dealsOn: number[]; // issue → ratified packages that moved it
  deals: number; // ratified packages
  refused: number; // signed packages that a body refused
  gMin: number[]; // seat → most hostile Goldstein weight of this round, 0 none
  gMax: number[]; // seat → friendliest Goldstein weight of this round, 0 none
  drafts: Draft[]; // newest last; closed ones are dropped two rounds after they closed
  obligations: Obligation[];
  offers: Offer[];
  sealed: (Orders | null)[]; // seat → its sealed orders
  nextNo: number; // number for the next draft, obligation or offer
  chance: number[]; // state of the event stream
  ending: number; // −1 while it goes on
}

export const DRAFT_STATES = [
  'open',
  'completed',
  'ratified',
  'refused',
  'lapsed',
  'withdrawn',
  'rejected',
  'countered',
] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** A package on the table. */
export interface Draft {
  readonly no: number;
  readonly by: SeatNo;
  readonly clauses: readonly Clause[]; // ascending by issue
  readonly signatories: SeatSet;
  readonly signed: SeatSet;
  readonly state: DraftState;
  readonly round: number; // tabled in
  readonly closed: number; // round in which it stopped being open, 0 while open
  readonly formulated: boolean;
  readonly parent: number; // number of the draft it counters, 0 none
  readonly rejectedBy: SeatNo | -1;
  readonly reason: RejectReason | '';
  readonly seenBy: SeatSet; // who may know of it; all seats once public
}

export const REJECT_REASONS = [
  'crosses-red-line',
  'not-enough',
  'no-confidence',
  'home-front',
  'wrong-time',
  'other',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export const OBLIGATION_STATES = ['open', 'performed', 'breached', 'released'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

/** A ratified clause with its owners and due round. */
export interface Obligation {
  readonly no: number;
  readonly deal: number; // number of the draft it came from; below 0: carried over from an earlier part of a campaign
  readonly parties: SeatSet; // signatories of that draft
  readonly issue: number;
  readonly to: OptionNo;
  readonly owners: SeatSet;
  readonly due: number;
  readonly delayed: boolean; // the one allowed delay was used
  readonly state: ObligationState;
  readonly closed: number; // round in which it stopped being open, 0 while open
}

/** standing: nothing met yet · owed: condition met, paid in tranches · then paid, lapsed, withheld, imposed or spared. */
export const OFFER_STATES = ['standing', 'owed', 'paid', 'lapsed', 'withheld', 'imposed', 'spared'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** A mediator's carrot or stick. Public once made. */
export interface Offer {
  readonly no: number;
  readonly kind: 'carrot' | 'stick';
  readonly from: SeatNo;
  readonly to: SeatNo;
  readonly points: number; // what is left of it (carrots decay while artificial)
  readonly terms: readonly Term[];
  readonly lapses: number; // last round it stands
  readonly state: OfferState;
  readonly deal: number; // draft whose ratification made it owed, 0 none
  readonly tranches: number; // in all, once owed
  readonly delivered: number; // tranches already released or withheld
  readonly due: number; // tranches due for release in this round's orders
  readonly made: number; // round
}

/** One sealed order: a move with the parameters its kind asks for. */
export interface Order {
  readonly move: number;
  readonly issue?: number; // statement
  readonly option?: OptionNo; // statement
  readonly pledge?: 'min' | 'max'; // statement
  readonly body?: number; // consult
}

export const DUTY_ACTS = ['perform', 'delay', 'breach', 'release', 'withhold', 'impose', 'spare'] as const;
export type DutyAct = (typeof DUTY_ACTS)[number];

/** What a seat does about an obligation (perform, delay, breach), a carrot tranche (release, withhold) or a due stick (impose, spare). */
export interface Duty {
  readonly no: number; // obligation or offer
  readonly act: DutyAct;
}

export interface Orders {
  readonly moves: readonly Order[];
  readonly duties: readonly Duty[]; // what is not named takes its default: perform, release, impose
  readonly because: string; // the seat's one-sentence reason, at most 280 characters
}
