/** How the numbers of a finished game went, round by round. Pure functions of what the debrief opens. */
import { supportOf, trustOf } from '../../../rules/index.ts';
import type { Opened } from '../../../session/index.ts';
import type { Case, World } from '../../../world/index.ts';

/**
 * The World at the start (place 0) and after each round that was played. The World at the close of a round's orders has everything
 * as the round before left it: only a resolution changes options, trust, tension and approval.
 */
export const worldsOf = ({ closed, final }: Pick<Opened, 'closed' | 'final'>): readonly World[] => [...closed, final];

/** Rounds that were played; fewer than planned when an ending came at once. */
export const roundsOf = ({ closed }: Opened): number => closed.length;

export interface Series {
  /** Stable within its chart, e.g. `serbia/kosovo`. */
  readonly id: string;
  /** By place in `worldsOf`. */
  readonly values: readonly number[];
}

export const tensionSeries = (opened: Opened): number[] => worldsOf(opened).map((w) => w.tension);

/** Seat → support, 0–100. */
export const supportSeries = (c: Case, opened: Opened, seat: number): number[] =>
  worldsOf(opened).map((w) => supportOf(c, w.approval, seat));

/** Trust of one seat in another in percent. */
export const trustSeries = (c: Case, opened: Opened, from: number, to: number): number[] =>
  worldsOf(opened).map((world) => 100 * trustOf({ case: c, truth: opened.truth, world }, from, to));

/** Option in force on an issue, as option number. */
export const optionSeries = (opened: Opened, issue: number): number[] => worldsOf(opened).map((w) => w.now[issue]);

/** Option a seat had last declared on an issue, −1 for none. */
export const declaredSeries = (c: Case, opened: Opened, seat: number, issue: number): number[] =>
  worldsOf(opened).map((w) => w.declared[seat * c.issues.length + issue]);

/** Lowest, highest, first and last of a series, and the place (0 = start) of the largest step. */
export function shapeOf(values: readonly number[]) {
  let step = 0;
  let at = 0;
  for (let k = 1; k < values.length; k += 1) {
    const change = values[k] - values[k - 1];
    if (Math.abs(change) > Math.abs(step)) {
      step = change;
      at = k;
    }
  }
  return {
    first: values[0],
    last: values[values.length - 1],
    low: Math.min(...values),
    high: Math.max(...values),
    step,
    at,
  };
}

/**
 * Moves labels apart on one axis so that none comes nearer than `gap` to the next and all stay within [low, high]; the order stays.
 * @returns the new place of each label, in the order given
 */
export function spread(places: readonly number[], gap: number, low: number, high: number): number[] {
  const order = places.map((_, k) => k).sort((a, b) => places[a] - places[b] || a - b);
  const out = [...places];
  let last = low - gap;
  for (const k of order) {
    out[k] = Math.max(places[k], last + gap);
    last = out[k];
  }
  let next = high + gap;
  for (const k of order.reverse()) {
    out[k] = Math.min(out[k], next - gap);
    next = out[k];
  }
  return out;
}
