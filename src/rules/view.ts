import type { Case, Draft, Game, Truth, View, Who } from '../world/index.ts';
import { inSet } from '../world/index.ts';
import { supportOf } from './home.ts';

/** Drawn values as far as one viewer knows them; the lists are shared between views until something new is revealed to it. */
interface Known {
  readonly open: readonly number[];
  readonly ideal: readonly number[];
  readonly weight: readonly number[];
  readonly reds: readonly number[];
}

const remembered = new WeakMap<Truth, (Known | undefined)[]>();

function known(game: Game, who: Who): Known {
  let list = remembered.get(game.truth);
  if (!list) {
    list = [];
    remembered.set(game.truth, list);
  }
  const old = list[who + 1];
  if (old && isAllKnown(game, who, old)) return old;
  const fresh = compute(game, who, old);
  list[who + 1] = fresh;
  return fresh;
}

/** Whether a viewer knows the drawn ideal of a seat: its own, and what was revealed to it or to everybody. */
const knows = (who: Who, seat: number, revealedTo: number, everyone: number): boolean =>
  seat === who || revealedTo === everyone || (who >= 0 && inSet(revealedTo, who));

/** Whether the viewer knows no more than it did; what others learnt in the meantime changes nothing for it. */
function isAllKnown({ case: c, world: w }: Game, who: Who, { open, ideal }: Known): boolean {
  const I = c.issues.length;
  const S = c.seats.length;
  const everyone = (1 << S) - 1;
  for (let s = 0, k = 0; s < S; s++)
    for (let d = 0; d < I; d++, k++) {
      const to = w.revealed[k];
      if ((to === everyone) !== (open[k] === 1) || knows(who, s, to, everyone) !== ideal[k] >= 0) return false;
    }
  if (who >= 0)
    for (const b of c.seats[who].bodies) if ((w.consulted[b] === 1) !== ideal[(S + b) * I] >= 0) return false;
  return true;
}

function compute(game: Game, who: Who, old: Known | undefined): Known {
  const { case: c, truth, world: w } = game;
  const I = c.issues.length;
  const S = c.seats.length;
  const everyone = (1 << S) - 1;
  const open = unknown(S * I, 0);
  const ideal = unknown(truth.ideal.length);
  for (let s = 0, k = 0; s < S; s++)
    for (let d = 0; d < I; d++, k++) {
      if (w.revealed[k] === everyone) open[k] = 1;
      if (knows(who, s, w.revealed[k], everyone)) ideal[k] = truth.ideal[k];
    }
  // A body's ideal follows from its seat's ideal and its own shift, which only a consultation at home reveals.
  if (who >= 0)
    for (const b of c.seats[who].bodies)
      if (w.consulted[b] === 1) for (let k = (S + b) * I; k < (S + b + 1) * I; k++) ideal[k] = truth.ideal[k];
  // Weights and red lines are drawn once: the same lists serve the whole game, and whoever reckons on them may remember.
  if (old) return { open, ideal, weight: old.weight, reds: old.reds };
  const weight = unknown(S * I);
  if (who >= 0) for (let k = who * I; k < (who + 1) * I; k++) weight[k] = truth.weight[k];
  const reds = unknown(c.reds.length);
  for (let r = 0; r < reds.length; r++) if (c.reds[r].seat === who) reds[r] = truth.reds[r];
  return { open, ideal, weight, reds };
}

/** A list to be filled with what is known. */
const unknown = (n: number, instead = -1): number[] => new Array<number>(n).fill(instead);

const owned = <T extends { seat: number }>(list: readonly T[], values: readonly number[], who: Who): number[] => {
  const out = unknown(list.length);
  for (let k = 0; k < out.length; k++) if (list[k].seat === who) out[k] = values[k];
  return out;
};

const consults = new WeakMap<Case, number[]>();
/** The numbers of all consultations: how often somebody asked at home is its own affair. */
function consultsOf(c: Case): number[] {
  let list = consults.get(c);
  if (!list) {
    list = [];
    for (let m = 0; m < c.moves.length; m++) if (c.moves[m].kind === 'consult') list.push(m);
    consults.set(c, list);
  }
  return list;
}

/** A list by move with others' consultations left out. */
function withoutConsults(c: Case, values: readonly number[], who: Who): number[] {
  const out = [...values];
  for (const m of consultsOf(c)) if (c.moves[m].seat !== who) out[m] = -1;
  return out;
}

/** The drafts that a viewer may know of. */
function draftsFor({ case: c, world: w }: Game, who: Who): Draft[] {
  const needed = who >= 0 ? 1 << who : (1 << c.seats.length) - 1;
  const out: Draft[] = [];
  for (const d of w.drafts) if ((d.seenBy & needed) === needed) out.push(d);
  return out;
}

/** Who has sealed orders, as a set. */
function sealedSet({ world: w }: Game): number {
  let set = 0;
  for (let s = 0; s < w.sealed.length; s++) if (w.sealed[s] !== null) set |= 1 << s;
  return set;
}

/** What only a resolution changes, and what a view has to build instead of showing the World's own list. */
type Built = Pick<
  View,
  | 'playedCount'
  | 'playedRound'
  | 'takenBack'
  | 'support'
  | 'revealed'
  | 'ideal'
  | 'weight'
  | 'reds'
  | 'goal'
  | 'instruction'
  | 'approval'
  | 'consulted'
>;

/**
 * The only thing that may leave the engine towards a player, bot, projector or spectator. Built field by field from what `who` may
 * know: never by taking secrets away from the whole.
 */
export function view(game: Game, who: Who): View {
  const { case: c, world: w } = game;
  const own = known(game, who);
  const support: number[] = [];
  for (let s = 0; s < c.seats.length; s++) support.push(supportOf(c, w.approval, s));
  return show(game, who, {
    playedCount: withoutConsults(c, w.playedCount, who),
    playedRound: withoutConsults(c, w.playedRound, who),
    takenBack: w.takenBack.map((x, s) => (s === who ? x : -1)),
    support,
    revealed: own.open,
    ideal: own.ideal,
    weight: own.weight,
    reds: own.reds,
    goal: owned(c.goals, w.goal, who),
    instruction: owned(c.instructions, w.instruction, who),
    approval: owned(c.bodies, w.approval, who),
    consulted: owned(c.bodies, w.consulted, who),
  });
}

/**
 * The same viewer's view later in the same round: talks and sealing change nothing of what `view` has to build (a law compares the
 * two). For a host that asks a seat again and again.
 * @param before what `view` or this gave for this game since its last resolution
 */
export const viewAgain = (game: Game, before: View): View => show(game, before.who, before);

function show(game: Game, who: Who, built: Built): View {
  const w = game.world;
  const isSeat = who >= 0;
  return {
    who,
    round: w.round,
    rounds: w.rounds,
    stage: w.stage,
    ending: w.ending,
    now: w.now,
    declared: w.declared,
    pledgeMin: w.pledgeMin,
    pledgeMax: w.pledgeMax,
    amended: w.amended,
    trustA: w.trustA,
    trustB: w.trustB,
    tension: w.tension,
    guarantee: w.guarantee,
    hurt: w.hurt,
    budget: w.budget,
    gate: w.gate,
    happened: w.happened,
    playedCount: built.playedCount,
    playedRound: built.playedRound,
    performed: w.performed,
    breached: w.breached,
    received: w.received,
    paid: w.paid,
    suffered: w.suffered,
    takenBack: built.takenBack,
    falls: w.falls,
    oneOrder: w.oneOrder,
    dealsOn: w.dealsOn,
    deals: w.deals,
    refused: w.refused,
    support: built.support,
    sealedBy: sealedSet(game),
    obligations: w.obligations,
    offers: w.offers,
    revealed: built.revealed,
    ideal: built.ideal,
    weight: built.weight,
    reds: built.reds,
    card: isSeat ? game.truth.cards[who] : -1,
    goal: built.goal,
    instruction: built.instruction,
    approval: built.approval,
    capital: isSeat ? w.capital[who] : -1,
    capitalNext: isSeat ? w.capitalNext[who] : -1,
    consulted: built.consulted,
    drafts: draftsFor(game, who),
    mine: isSeat ? w.sealed[who] : null,
  };
}
