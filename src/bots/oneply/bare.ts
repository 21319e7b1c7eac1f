import { type Grid, metBy, trustOf } from '../../rules/index.ts';
import { type Game, MAX_OPTIONS } from '../../world/index.ts';

/** By so many points a public net gain may be off, because ideals and weights are only known as ranges. */
export const SPREAD = 4;

/** A standing offer to a seat, as M6 counts it, on the drafts of a grid. */
export interface Offered {
  readonly met: Uint8Array; // draft → 1 where its terms are met
  readonly sticks: number;
  readonly carrots: number;
}

/** Change of utility and concessions (M4) of every draft of a grid for one seat: what tension, trust and offers do not touch. */
export interface Bare {
  readonly change: Float64Array;
  readonly loss: Float64Array;
}

/** @param step what each option is worth against the option in force, by issue·MAX_OPTIONS + option */
export function fillBare(grid: Grid, step: readonly number[], into: Bare): Bare {
  const { change, loss } = into;
  const { from, cells } = grid;
  const n = grid.drafts.length;
  for (let k = 0; k < n; k++) {
    let sum = 0;
    let lost = 0;
    for (let j = from[k]; j < from[k + 1]; j++) {
      const x = step[cells[j]];
      sum += x;
      if (x < 0) lost -= x;
    }
    change[k] = sum;
    loss[k] = lost;
  }
  return into;
}

/** What each option is worth to a seat against the option in force, by issue·MAX_OPTIONS + option. */
export function stepsOf(util: readonly number[], decider: number, I: number, now: readonly number[]): number[] {
  const step = new Array<number>(I * MAX_OPTIONS);
  for (let d = 0, k = 0; d < I; d++) {
    const row = (decider * I + d) * MAX_OPTIONS;
    const base = util[row + now[d]];
    for (let o = 0; o < MAX_OPTIONS; o++, k++) step[k] = util[row + o] - base;
  }
  return step;
}

const NO_OFFERS: readonly Offered[] = [];

/** Standing offers to a seat. */
export function offersTo(game: Game, seat: number, grid: Grid): readonly Offered[] {
  if (game.world.offers.length === 0) return NO_OFFERS;
  const out: Offered[] = [];
  for (const o of game.world.offers) {
    if (o.to !== seat || o.state !== 'standing') continue;
    const met = metBy(grid, o.terms);
    if (o.kind === 'carrot') out.push({ met, sticks: 0, carrots: o.points });
    else out.push({ met, sticks: trustOf(game, seat, o.from) * o.points, carrots: 0 });
  }
  return out;
}

/** Chance that a seat whose public gain is `net` takes a package: a straight line over the width of what is not known. */
export const chanceToAccept = (net: number): number =>
  net <= -SPREAD ? 0 : net >= SPREAD ? 1 : (net + SPREAD) / (2 * SPREAD);
