import { type Case, MAX_OPTIONS, type Term } from '../world/index.ts';
import type { Grid } from './grid.ts';
import { prepared } from './prepared.ts';
import { publicTruth } from './truth.ts';

/** Red lines of a seat that a package crosses: none, only one that could be given up, or more than can be given up. */
export const CLEAR = 0;
export const AMENDABLE = 1;
export const ABSOLUTE = 2;

/**
 * Which drafts of a grid meet terms and cross lines. Both depend on nothing but options and where a line stands, so they are kept with
 * the grid.
 */
export interface Marks {
  readonly met: WeakMap<readonly Term[], Uint8Array>;
  readonly crossed: (Uint8Array | undefined)[]; // line·MAX_OPTIONS + where it stands
  readonly lines: Map<number, Uint8Array>;
}
export const noMarks = (): Marks => ({ met: new WeakMap(), crossed: [], lines: new Map() });

/** Draft → 1 where the package meets every term. Terms of a scenario's moves are the same list each time, so most are known. */
export function metBy(grid: Grid, terms: readonly Term[]): Uint8Array {
  const { met } = grid.marks;
  const old = met.get(terms);
  if (old) return old;
  const n = grid.drafts.length;
  const I = grid.issues;
  const out = new Uint8Array(n).fill(1);
  for (const { issue, min, max } of terms)
    for (let k = 0; k < n; k++) {
      const option = grid.options[k * I + issue];
      if (option < min || option > max) out[k] = 0;
    }
  met.set(terms, out);
  return out;
}

/** Draft → 1 where the package crosses red line r, were it to stand at option `at` and not given up. */
export function draftsAcross(grid: Grid, c: Case, r: number, at: number): Uint8Array {
  const { crossed } = grid.marks;
  const old = crossed[r * MAX_OPTIONS + at];
  if (old) return old;
  const { issue, side, unless } = c.reds[r];
  const n = grid.drafts.length;
  const I = grid.issues;
  const { options } = grid;
  const out = new Uint8Array(n);
  for (let k = 0; k < n; k++) {
    const option = options[k * I + issue];
    if (side === 'max' ? option <= at : option >= at) continue;
    if (unless !== null) {
      const other = options[k * I + unless.issue];
      if (other >= unless.min && other <= unless.max) continue;
    }
    out[k] = 1;
  }
  crossed[r * MAX_OPTIONS + at] = out;
  return out;
}

/** Most lists of `linesOf` that one grid keeps. */
const LINES_MOST = 200;

/**
 * Draft → CLEAR, AMENDABLE or ABSOLUTE for a seat. Two lines that could each be given up are too many for one
 * package: together they count as one that cannot.
 * @param amended line → 1 when it was given up
 * @param at line → option at which it stands, as far as it is known
 */
export function linesOf(
  grid: Grid,
  c: Case,
  seat: number,
  amended: readonly number[],
  at: readonly number[],
): Uint8Array {
  const reds = redsOf(c, seat);
  let key = 0;
  for (let k = 0; k < reds.length; k++)
    key = key * (MAX_OPTIONS + 1) + (amended[reds[k]] === 1 ? MAX_OPTIONS : at[reds[k]]);
  key = key * c.seats.length + seat;
  const { lines } = grid.marks;
  const old = lines.get(key);
  if (old) return old;
  const out = new Uint8Array(grid.drafts.length);
  for (const r of reds) {
    if (amended[r] === 1) continue;
    const crossed = draftsAcross(grid, c, r, at[r]);
    const kind = c.reds[r].amendable ? AMENDABLE : ABSOLUTE;
    for (let k = 0; k < out.length; k++) if (crossed[k] === 1) out[k] = out[k] === CLEAR ? kind : ABSOLUTE;
  }
  if (lines.size >= LINES_MOST) lines.clear();
  lines.set(key, out);
  return out;
}

/** The same by public numbers. */
export const publicLines = (grid: Grid, c: Case, seat: number, amended: readonly number[]): Uint8Array =>
  linesOf(grid, c, seat, amended, publicTruth(c).reds);

/** The numbers of a seat's red lines. */
export const redsOf = (c: Case, seat: number): readonly number[] => prepared(c).reds[seat];
