import { type Case, type Game, inSet, type Orders, type Truth, type View, type World } from '../world/index.ts';
import { chanceOf, drawRange } from './chance.ts';
import { copyWorld } from './copy.ts';
import { capitalOf } from './home.ts';
import { makeTruth, nearestOption, publicTruth, utilTable } from './truth.ts';

const UNKNOWN_ORDERS: Orders = { moves: [], duties: [], because: '' };

/** What stands in the place of numbers that the viewer does not know. */
function known(list: readonly number[], instead: number): number[] {
  const out = list.slice();
  for (let k = 0; k < out.length; k++) if (out[k] < 0) out[k] = instead;
  return out;
}

/** That another seat has sealed is known, what it sealed is not. */
const sealedAs = (c: Case, v: View): (Orders | null)[] =>
  c.seats.map((_, s) => (s === v.who ? v.mine : inSet(v.sealedBy, s) ? UNKNOWN_ORDERS : null));

/** A View whose lists may stand in a World. */
type Shared = { [K in keyof View]: View[K] extends readonly (infer T)[] ? T[] : View[K] };

/** A World filled from a View: what the viewer cannot know is put in as `hidden` says. It shares the View's lists. */
function worldOf(c: Case, v: View, hidden: { chance: number[]; approval: number[] }): World {
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
    capital: c.seats.map((_, s) => (s === v.who ? v.capital : capitalOf(c, approval, s, 0))),
    capitalNext: c.seats.map((_, s) => (s === v.who ? v.capitalNext : 0)),
    budget: view.budget,
    guarantee: view.guarantee,
    hurt: view.hurt,
    gate: view.gate,
    goal: v.goal.map((x, k) => (x < 0 ? (c.goals[k].active ? 1 : 0) : x)),
    instruction: v.instruction.map((x, k) => (x < 0 ? (c.instructions[k].active ? 1 : 0) : x)),
    happened: view.happened,
    passed: c.deadlines.map(() => 0),
    playedCount: known(v.playedCount, 0),
    playedRound: known(v.playedRound, 0),
    consulted: known(v.consulted, 0),
    revealed: v.revealed.map((open) => (open === 1 ? everyone : 0)),
    performed: view.performed,
    breached: view.breached,
    received: view.received,
    paid: view.paid,
    suffered: view.suffered,
    takenBack: known(v.takenBack, 0),
    falls: view.falls,
    oneOrder: view.oneOrder,
    dealsOn: view.dealsOn,
    deals: view.deals,
    refused: view.refused,
    gMin: new Array<number>(S).fill(0),
    gMax: new Array<number>(S).fill(0),
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
  const mode = publicTruth(c);
  const I = c.issues.length;
  const S = c.seats.length;
  const ideal = v.ideal.map((x, k) => {
    if (x >= 0) return x;
    if (k < S * I) return mode.ideal[k];
    // A body: the viewer's picture of its seat's ideal, moved by the mode of the shift.
    const b = Math.floor(k / I) - S;
    const d = k % I;
    const seat = c.bodies[b].seat;
    const base = v.ideal[seat * I + d] >= 0 ? v.ideal[seat * I + d] : mode.ideal[seat * I + d];
    const shifted = base + c.bodies[b].shift[d][1];
    return shifted < 0 ? 0 : shifted > 100 ? 100 : shifted;
  });
  const weight = v.weight.map((x, k) => (x >= 0 ? x : mode.weight[k]));
  const reds = v.reds.map((x, r) => (x >= 0 ? x : mode.reds[r]));
  const cards = c.seats.map((_, s) => (s === v.who ? v.card : -1));
  const truth: Truth = { ideal, weight, reds, cards, salt: 0, util: utilTable(c, ideal, weight, mode) };
  truths.set(v.ideal, truth);
  return truth;
}

/** Bodies' approval as far as known; another seat's body is taken to stand where its seat's public support stands. */
const approvalOf = (c: Case, v: View): number[] => v.approval.map((x, b) => (x >= 0 ? x : v.support[c.bodies[b].seat]));

/**
 * A game made of a View alone: forecasts at the table, the draft builder and one-ply bots reckon on this, so they cannot use what
 * the seat does not know. For reading: its World shares the View's lists.
 */
export function seen(c: Case, v: View): Game {
  return {
    case: c,
    truth: seenTruth(c, v),
    world: worldOf(c, v, { chance: [0, 1, 2, 3], approval: approvalOf(c, v) }),
  };
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
