import { ABSOLUTE, AMENDABLE, CLEAR, draftsAcross, type Grid, redsOf } from '../../rules/index.ts';
import type { Game, View } from '../../world/index.ts';
import { stepsOf } from './bare.ts';

/** One of the seat's lines that it has not given up, on a grid. */
export interface Line {
  readonly red: number;
  readonly kind: number; // AMENDABLE or ABSOLUTE
  readonly across: Uint8Array; // draft → 1 where it is crossed
}

/** What a seat's own drawn values make of the options, and which of its own lines each draft of a grid crosses. */
export interface Mine {
  readonly grid: Grid;
  readonly weight: View['weight'];
  readonly amended: readonly number[];
  readonly step: readonly number[]; // what each option is worth against the one in force, by issue·MAX_OPTIONS + option
  readonly lines: readonly Line[];
}

/** By seat, what was last asked for. */
const last: Mine[] = [];

/** Kept for a seat's drawn weights, so for a game, as long as no option changes and no line is given up. */
export function mineOf({ case: c, truth }: Game, grid: Grid, v: View): Mine {
  const old = last[v.who];
  if (old && old.weight === v.weight && old.grid === grid && equal(old.amended, v.amended)) return old;
  const lines: Line[] = [];
  for (const red of redsOf(c, v.who))
    if (v.amended[red] !== 1)
      lines.push({
        red,
        kind: c.reds[red].amendable ? AMENDABLE : ABSOLUTE,
        across: draftsAcross(grid, c, red, truth.reds[red]),
      });
  const step = stepsOf(truth.util, v.who, v.now.length, v.now);
  const fresh: Mine = { grid, weight: v.weight, amended: v.amended.slice(), step, lines };
  last[v.who] = fresh;
  return fresh;
}

/** CLEAR, AMENDABLE or ABSOLUTE; two lines that could each be given up are too many for one package. */
export function crossedBy(lines: readonly Line[], k: number): number {
  let crossed = CLEAR;
  for (let j = 0; j < lines.length; j++)
    if (lines[j].across[k] === 1) crossed = crossed === CLEAR ? lines[j].kind : ABSOLUTE;
  return crossed;
}

/** The first of the lines that draft k crosses, −1 none. */
export function lineAcross(lines: readonly Line[], k: number): number {
  for (const { across, red } of lines) if (across[k] === 1) return red;
  return -1;
}

const equal = (a: readonly number[], b: readonly number[]): boolean => {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
};
