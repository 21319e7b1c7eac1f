import type { Case, Draft, Game, Truth, View, Who } from '../world/index.ts';
import { inSet } from '../world/index.ts';
import { supportOf } from './home.ts';

/** Drawn values as far as one viewer knows them; the lists are shared between views until something new is revealed. */
interface Known {
  readonly revealed: readonly number[];
  readonly consulted: readonly number[];
  readonly open: readonly number[];
  readonly ideal: readonly number[];
  readonly weight: readonly number[];
  readonly reds: readonly number[];
}

const remembered = new WeakMap<Truth, (Known | undefined)[]>();
const equal = (a: readonly number[], b: readonly number[]): boolean => {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
};

function known(game: Game, who: Who): Known {
  let list = remembered.get(game.truth);
  if (!list) {
    list = [];
    remembered.set(game.truth, list);
  }
  const { revealed, consulted } = game.world;
  const old = list[who + 1];
  if (old && equal(old.revealed, revealed) && equal(old.consulted, consulted)) return old;
  // Weights and red lines are drawn once: the same lists serve the whole game, and whoever reckons on them may remember.
  const drawn = compute(game, who);
  const fresh = old ? { ...drawn, weight: old.weight, reds: old.reds } : drawn;
  list[who + 1] = fresh;
  return fresh;
}

function compute(game: Game, who: Who): Known {
  const { case: c, truth, world: w } = game;
  const I = c.issues.length;
  const S = c.seats.length;
  const everyone = (1 << S) - 1;
  const open = w.revealed.map((set) => (set === everyone ? 1 : 0));
  const ideal: number[] = [];
  for (let s = 0; s < S; s++)
    for (let d = 0; d < I; d++)
      ideal.push(
        s === who || open[s * I + d] === 1 || (who >= 0 && inSet(w.revealed[s * I + d], who))
          ? truth.ideal[s * I + d]
          : -1,
      );
  // A body's ideal follows from its seat's ideal and its own shift, which only a consultation at home reveals.
  for (let b = 0; b < c.bodies.length; b++)
    for (let d = 0; d < I; d++)
      ideal.push(c.bodies[b].seat === who && w.consulted[b] === 1 ? truth.ideal[(S + b) * I + d] : -1);
  return {
    revealed: [...w.revealed],
    consulted: [...w.consulted],
    open,
    ideal,
    weight: truth.weight.map((x, k) => (Math.floor(k / I) === who ? x : -1)),
    reds: truth.reds.map((x, r) => (c.reds[r].seat === who ? x : -1)),
  };
}

const owned = <T extends { seat: number }>(list: readonly T[], values: readonly number[], who: Who): number[] => {
  const out: number[] = [];
  for (let k = 0; k < list.length; k++) out.push(list[k].seat === who ? values[k] : -1);
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
