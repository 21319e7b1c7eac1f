import { draftsAcross, type Grid, linesOf, redsOf } from '../../rules/index.ts';
import type { Game, View } from '../../world/index.ts';
import { stepsOf } from './bare.ts';

/** What a seat's own drawn values make of the options, and which of its own lines each draft of a grid crosses. */
export interface Mine {
  readonly grid: Grid;
  readonly weight: View['weight'];
  readonly step: readonly number[]; // what each option is worth against the one in force, by issue·MAX_OPTIONS + option
  readonly line: Uint8Array; // draft → CLEAR, AMENDABLE or ABSOLUTE, by the lines that it has not given up
}

/** By seat, what was last asked for. */
const last: Mine[] = [];

/** Kept for a seat's drawn weights, so for a game, as long as no option changes and no line is given up. */
export function mineOf({ case: c, truth }: Game, grid: Grid, v: View): Mine {
  const old = last[v.who];
  const line = linesOf(grid, c, v.who, v.amended, truth.reds);
  if (old && old.weight === v.weight && old.grid === grid && old.line === line) return old;
  const step = stepsOf(truth.util, v.who, v.now.length, v.now);
  const fresh: Mine = { grid, weight: v.weight, step, line };
  last[v.who] = fresh;
  return fresh;
}

/** The line of its own that draft k of the grid crosses, −1 none. */
export function lineAcross({ case: c, truth, world }: Game, grid: Grid, seat: number, k: number): number {
  for (const r of redsOf(c, seat))
    if (world.amended[r] !== 1 && draftsAcross(grid, c, r, truth.reds[r])[k] === 1) return r;
  return -1;
}
