import { type Case, type Game, inSet, type Orders, type Truth, type View, type World } from '../world/index.ts';
import { chanceOf, drawRange } from './chance.ts';
import { copyWorld } from './copy.ts';
import { capitalOf } from './home.ts';
import { makeTruth, nearestOption, publicTruth, utilTable, writeUtil } from './truth.ts';

const UNKNOWN_ORDERS: Orders = { moves: [], duties: [], because: '' };

/** A list of n numbers to be written: an old one that nobody needs any more, or a fresh one. */
const blank = (old: number[] | undefined, n: number): number[] =>
  old?.length === n ? old : new Array<number>(n).fill(0);

/** What stands in the place of numbers that the viewer does not know. */
function known(list: readonly number[], instead: number, old: number[] | undefined): number[] {
  const out = blank(old, list.length);
  for (let k = 0; k < list.length; k++) out[k] = list[k] < 0 ? instead : list[k];
  return out;
}

/** The same for what is known to be on or off; others' as the case begins with it. */
function knownSwitches(
  list: readonly number[],
  atFirst: readonly { readonly active: boolean }[],
  old: number[] | undefined,
): number[] {
  const out = blank(old, list.length);
  for (let k = 0; k < list.length; k++) out[k] = list[k] < 0 ? (atFirst[k].active ? 1 : 0) : list[k];
  return out;
}

/** Own capital is known; what others have is reckoned from their support. */
function capitals(c: Case, v: View, approval: readonly number[], old: number[] | undefined): number[] {
  const out = blank(old, c.seats.length);
  for (let s = 0; s < out.length; s++) out[s] = s === v.who ? v.capital : capitalOf(c, approval, s, 0);
  return out;
}

function revealedTo(v: View, everyone: number, old: number[] | undefined): number[] {
  const out = blank(old, v.revealed.length);
  for (let k = 0; k < out.length; k++) out[k] = v.revealed[k] === 1 ? everyone : 0;
  return out;
}

/** That another seat has sealed is known, what it sealed is not. */
const sealedAs = (c: Case, v: View): (Orders | null)[] =>
  c.seats.map((_, s) => (s === v.who ? v.mine : inSet(v.sealedBy, s) ? UNKNOWN_ORDERS : null));

/** A View whose lists may stand in a World. */
type Shared = { [K in keyof View]: View[K] extends readonly (infer T)[] ? T[] : View[K] };

/**
 * A World filled from a View: what the viewer cannot know is put in as `hidden` says. It shares the View's lists.
 * @param old a World that this made and nobody looks at any more: its own lists are written over
 */
function worldOf(c: Case, v: View, hidden: { chance: number[]; approval: number[] }, old?: World): World {
  const S = c.seats.length;
  const { approval } = hidden;
  const view = v as Shared;
  const everyone = (1 << S) - 1;
  return {
    round: view.round,
    rounds: view.rounds,
    stage: view.stage,
    now: view.now,
    declared: view.declared,
    pledgeMin: view.pledgeMin,
    pledgeMax: view.pledgeMax,
    amended: view.amended,
    trustA: view.trustA,
    trustB: view.trustB,
    tension: view.tension,
    approval,
    capital: capitals(c, v, approval, old?.capital),
    capitalNext: c.seats.map((_, s) => (s === v.who ? v.capitalNext : 0)),
    budget: view.budget,
    guarantee: view.guarantee,
    hurt: view.hurt,
    gate: view.gate,
    goal: knownSwitches(v.goal, c.goals, old?.goal),
    instruction: knownSwitches(v.instruction, c.instructions, old?.instruction),
    happened: view.happened,
    passed: old?.passed ?? c.deadlines.map(() => 0),
    playedCount: known(v.playedCount, 0, old?.playedCount),
    playedRound: known(v.playedRound, 0, old?.playedRound),
    consulted: known(v.consulted, 0, old?.consulted),
    revealed: revealedTo(v, everyone, old?.revealed),
    performed: view.performed,
    breached: view.breached,
    received: view.received,
    paid: view.paid,
    suffered: view.suffered,
    takenBack: known(v.takenBack, 0, old?.takenBack),
    falls: view.falls,
    oneOrder: view.oneOrder,
    dealsOn: view.dealsOn,
    deals: view.deals,
    refused: view.refused,
    gMin: old?.gMin ?? new Array<number>(S).fill(0),
    gMax: old?.gMax ?? new Array<number>(S).fill(0),
    drafts: view.drafts,
    obligations: view.obligations,
    offers: view.offers,
    sealed: sealedAs(c, v),
    nextNo: 30000 + v.round * 500,
    chance: hidden.chance,
    ending: view.ending,
  };
}

const truths = new WeakMap<View['ideal'], Truth>();

/** The viewer's best single picture of the truth: its own drawn values and what was revealed, every other range at its mode. */
export function seenTruth(c: Case, v: View): Truth {
  if (v.who < 0) return publicTruth(c);
  const old = truths.get(v.ideal);
  if (old) return old;
  const truth = picture(c, v);
  truths.set(v.ideal, truth);
  return truth;
}

/** A Truth whose lists may be written. */
type Blank = { -readonly [K in keyof Truth]: Truth[K] extends readonly number[] ? number[] : Truth[K] };

function picture(c: Case, v: View): Truth {
  const mode = publicTruth(c);
  const truth: Blank = {
    ideal: mode.ideal.slice(),
    weight: mode.weight.slice(),
    reds: mode.reds.slice(),
    cards: c.seats.map(() => -1),
    salt: 0,
    util: mode.util.slice(),
  };
  draw(c, v, truth, true);
  return truth;
}

/**
 * Puts into a picture, whose other numbers are the modes, what the viewer knows.
 * @param isNew whether its own weights and lines have to be put in, too
 */
function draw(c: Case, v: View, { ideal, weight, reds, cards, util }: Blank, isNew: boolean): void {
  const mode = publicTruth(c);
  const I = c.issues.length;
  const S = c.seats.length;
  if (isNew) {
    for (let k = 0; k < weight.length; k++) if (v.weight[k] >= 0) weight[k] = v.weight[k];
    for (let r = 0; r < reds.length; r++) if (v.reds[r] >= 0) reds[r] = v.reds[r];
    cards[v.who] = v.card;
  }
  for (let decider = 0, k = 0; decider < S + c.bodies.length; decider++) {
    const body = decider < S ? null : c.bodies[decider - S];
    const seat = body ? body.seat : decider;
    for (let d = 0; d < I; d++, k++) {
      let x = v.ideal[k];
      if (x < 0 && !body) x = mode.ideal[k];
      else if (x < 0 && body) {
        // A body: the viewer's picture of its seat's ideal, moved by the mode of the shift.
        const shifted = ideal[seat * I + d] + body.shift[d][1];
        x = shifted < 0 ? 0 : shifted > 100 ? 100 : shifted;
      }
      if (x === ideal[k] && !(isNew && v.weight[seat * I + d] >= 0)) continue;
      ideal[k] = x;
      writeUtil(c, util, decider, d, x, weight[seat * I + d]);
    }
  }
}

/** Bodies' approval as far as known; another seat's body is taken to stand where its seat's public support stands. */
function approvalOf(c: Case, v: View, old?: number[]): number[] {
  const out = blank(old, v.approval.length);
  for (let b = 0; b < out.length; b++) out[b] = v.approval[b] >= 0 ? v.approval[b] : v.support[c.bodies[b].seat];
  return out;
}

/**
 * A game made of a View alone: forecasts at the table, the draft builder and one-ply bots reckon on this, so they cannot use what
 * the seat does not know. For reading: its World shares the View's lists.
 */
export const seen = (c: Case, v: View): Game => ({
  case: c,
  truth: seenTruth(c, v),
  world: worldOf(c, v, { chance: [0, 1, 2, 3], approval: approvalOf(c, v) }),
});

/** A game made of a View by `seenAfresh`, for one reader alone. */
export interface Seen {
  readonly v: View;
  readonly game: Game;
}

/**
 * The same for a reader that looks round after round and remembers nothing of the round before: what was made for that round is
 * written over, with a few numbers changed where a new list of many hundred would have to be made.
 * @param before what this gave the same reader for the same case and seat, which then holds nothing of use any more
 */
export function seenAfresh(c: Case, v: View, before: Seen | null): Game {
  if (before === null) {
    const { truth, ...game } = seen(c, v);
    return { ...game, truth: picture(c, v) };
  }
  const { truth, world: old } = before.game;
  const blank = truth as Blank;
  // A seat's weights are drawn once, and its views share the list: the same list is the same game, of which little is new.
  const isNew = before.v.weight !== v.weight || before.v.reds !== v.reds || before.v.card !== v.card;
  if (isNew) {
    const mode = publicTruth(c);
    copy(mode.ideal, blank.ideal);
    copy(mode.weight, blank.weight);
    copy(mode.reds, blank.reds);
    copy(mode.util, blank.util);
  }
  if (isNew || before.v.ideal !== v.ideal) draw(c, v, blank, isNew);
  const hidden = { chance: old.chance, approval: approvalOf(c, v, old.approval) };
  return { case: c, truth, world: worldOf(c, v, hidden, old) };
}

function copy(from: readonly number[], to: number[]): void {
  for (let k = 0; k < from.length; k++) to[k] = from[k];
}

/** Brings a game that `seen` made of a view up to date with `viewAgain` of that view, in place. */
export function seenAgain({ case: c, world: w }: Game, v: View): void {
  const view = v as Shared;
  w.stage = view.stage;
  w.drafts = view.drafts;
  w.capital[v.who] = v.capital;
  w.sealed = sealedAs(c, v);
}

/**
 * A possible game behind a View: everything the viewer does not know is drawn afresh from its range. Same view and seed, same game.
 * @param seed whole number; different seeds give independent draws
 */
export function determinise(c: Case, v: View, seed: number): Game {
  const chance = chanceOf(seed, 3, v.round, v.who + 1);
  const I = c.issues.length;
  const S = c.seats.length;
  const salience = c.positions.map((p) => drawRange(chance, p.salience));
  const seatIdeals = c.positions.map((p, k) => {
    const x = drawRange(chance, p.ideal);
    return v.ideal[k] >= 0 ? v.ideal[k] : x;
  });
  const shifts = c.bodies.flatMap((b) => b.shift.map((r) => drawRange(chance, r)));
  const reds = c.reds.map((r, k) => {
    const x = nearestOption(c, r.issue, drawRange(chance, r.at));
    return v.reds[k] >= 0 ? v.reds[k] : x;
  });
  const cards = c.seats.map((s, k) => {
    const x = s.cards.length ? s.cards[Math.floor(chance.next() * s.cards.length)] : -1;
    return k === v.who ? v.card : x;
  });
  const salt = Math.floor(chance.next() * 0x7fffffff);
  const drawn = makeTruth(c, { seatIdeals, shifts, salience, reds, cards, salt });
  // Known weights and consulted bodies take the place of what was drawn for them.
  const weight = drawn.weight.map((x, k) => (v.weight[k] >= 0 ? v.weight[k] : x));
  const ideal = drawn.ideal.map((x, k) => (k >= S * I && v.ideal[k] >= 0 ? v.ideal[k] : x));
  const truth: Truth = { ...drawn, weight, ideal, util: utilTable(c, ideal, weight) };
  return { case: c, truth, world: copyWorld(worldOf(c, v, { chance: chance.state(), approval: approvalOf(c, v) })) };
}
