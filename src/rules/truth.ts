import { type Case, MAX_OPTIONS, type Truth } from '../world/index.ts';
import { chanceOf, drawRange } from './chance.ts';

const clip = (x: number): number => (x < 0 ? 0 : x > 100 ? 100 : x);

/** Number of the option nearest to x on the issue's ladder; the lower one of two equally near. */
export function nearestOption(c: Case, issue: number, x: number): number {
  let best = 0;
  const options = c.issues[issue].options;
  for (let o = 1; o < options.length; o++) if (Math.abs(options[o].x - x) < Math.abs(options[best].x - x)) best = o;
  return best;
}

/** Ideals of all deciders given the seats' ideals (seat × issue) and the bodies' shifts (body × issue). */
export function idealsOf(c: Case, seatIdeals: readonly number[], shifts: readonly number[]): number[] {
  const I = c.issues.length;
  const ideal = seatIdeals.slice();
  for (let b = 0; b < c.bodies.length; b++) {
    const seat = c.bodies[b].seat;
    for (let d = 0; d < I; d++) ideal.push(clip(seatIdeals[seat * I + d] + shifts[b * I + d]));
  }
  return ideal;
}

/** W_id = s_id / Σ_d s_id for each seat (M1); equal weights for a seat that cares about nothing. */
export function weightsOf(c: Case, salience: readonly number[]): number[] {
  const I = c.issues.length;
  const weight: number[] = [];
  for (let s = 0; s < c.seats.length; s++) {
    let sum = 0;
    for (let d = 0; d < I; d++) sum += salience[s * I + d];
    for (let d = 0; d < I; d++) weight.push(sum > 0 ? salience[s * I + d] / sum : 1 / I);
  }
  return weight;
}

/**
 * The M1 summands 100·W·(1 − |x − ideal|/100) of every decider, issue and option, flat.
 * @param like a truth of the same case: its summands are taken over where ideal and weight are the same
 */
export function utilTable(c: Case, ideal: readonly number[], weight: readonly number[], like?: Truth): number[] {
  const I = c.issues.length;
  const deciders = c.seats.length + c.bodies.length;
  const util = like ? like.util.slice() : new Array<number>(deciders * I * MAX_OPTIONS).fill(0);
  for (let k = 0; k < deciders; k++) {
    const seat = k < c.seats.length ? k : c.bodies[k - c.seats.length].seat;
    for (let d = 0; d < I; d++) {
      const x = ideal[k * I + d];
      const w = weight[seat * I + d];
      if (like && x === like.ideal[k * I + d] && w === like.weight[seat * I + d]) continue;
      writeUtil(c, util, k, d, x, w);
    }
  }
  return util;
}

/** Writes the summands of one decider on one issue into such a table. */
export function writeUtil(c: Case, util: number[], decider: number, d: number, ideal: number, weight: number): void {
  const { options } = c.issues[d];
  const row = (decider * c.issues.length + d) * MAX_OPTIONS;
  for (let o = 0; o < options.length; o++) util[row + o] = weight * (100 - Math.abs(options[o].x - ideal));
}

/** Puts a Truth together from its drawn parts. */
export function makeTruth(
  c: Case,
  parts: {
    seatIdeals: readonly number[];
    shifts: readonly number[];
    salience: readonly number[];
    reds: readonly number[];
    cards: readonly number[];
    salt: number;
  },
  like?: Truth,
): Truth {
  const ideal = idealsOf(c, parts.seatIdeals, parts.shifts);
  const weight = weightsOf(c, parts.salience);
  return {
    ideal,
    weight,
    reds: parts.reds,
    cards: parts.cards,
    salt: parts.salt,
    util: utilTable(c, ideal, weight, like),
  };
}

/** Draws everything hidden, in canonical order, from one stream of the seed. */
export function drawTruth(c: Case, seed: number): Truth {
  const chance = chanceOf(seed, 1);
  const draw = drawRange;
  const seatIdeals = c.positions.map((p) => draw(chance, p.ideal));
  const salience = c.positions.map((p) => draw(chance, p.salience));
  const reds = c.reds.map((r) => nearestOption(c, r.issue, draw(chance, r.at)));
  const shifts = c.bodies.flatMap((b) => b.shift.map((range) => draw(chance, range)));
  const cards = c.seats.map((s) => (s.cards.length ? s.cards[Math.floor(chance.next() * s.cards.length)] : -1));
  const salt = Math.floor(chance.next() * 0x7fffffff);
  return makeTruth(c, { seatIdeals, shifts, salience, reds, cards, salt }, publicTruth(c));
}

const modes = new WeakMap<Case, Truth>();
/** Nearly always the same case is asked for as the time before. */
let lastCase: Case | null = null;
let lastModes: Truth;
/** Every range at its mode: what a newspaper reader would take the positions to be. No secret cards (−1). */
export function publicTruth(c: Case): Truth {
  if (c === lastCase) return lastModes;
  let truth = modes.get(c);
  if (!truth) {
    truth = makeTruth(c, {
      seatIdeals: c.positions.map((p) => p.ideal[1]),
      shifts: c.bodies.flatMap((b) => b.shift.map((r) => r[1])),
      salience: c.positions.map((p) => p.salience[1]),
      reds: c.reds.map((r) => nearestOption(c, r.issue, r.at[1])),
      cards: c.seats.map(() => -1),
      salt: 0,
    });
    modes.set(c, truth);
  }
  lastCase = c;
  lastModes = truth;
  return truth;
}
