import type { Case, Term } from '../world/index.ts';
import type { Grid } from './grid.ts';

/** Red lines of a seat that a package crosses: none, only one that could be given up, or more than can be given up. */
export const CLEAR = 0;
export const AMENDABLE = 1;
export const ABSOLUTE = 2;

/** Which of a seat's lines each draft of a grid crosses. */
export interface Lines {
  readonly line: Uint8Array; // draft → CLEAR, AMENDABLE or ABSOLUTE
  readonly red: Int16Array; // draft → the last line that it crosses (Case.reds), −1 none
}

/** Both depend on nothing but options, where the lines stand and which were given up: they are kept with the grid. */
interface Marks {
  readonly met: WeakMap<readonly Term[], Uint8Array>;
  readonly lines: Map<string, Lines>;
}

const known = new WeakMap<Grid, Marks>();
/** Combinations of lines kept for one grid: a seat has two or three, each drawn from two or three options. */
const MOST = 120;

function marksOf(grid: Grid): Marks {
  let marks = known.get(grid);
  if (!marks) {
    marks = { met: new WeakMap(), lines: new Map() };
    known.set(grid, marks);
  }
  return marks;
}

/** Draft → 1 where the package meets every term. Terms of a scenario's moves are the same list each time, so most are known. */
export function metBy(grid: Grid, terms: readonly Term[]): Uint8Array {
  const { met } = marksOf(grid);
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

/**
 * Which lines of a seat each draft crosses. Two lines that could each be given up are too many for one package: together they count
 * as one that cannot.
 * @param at where each line of the case stands: as drawn, or at the modes
 * @param amended line → 1 when it was given up
 */
export function linesOn(grid: Grid, c: Case, seat: number, at: readonly number[], amended: readonly number[]): Lines {
  const reds = redsOf(c, seat);
  let key = `${seat}`;
  for (const r of reds) key += amended[r] === 1 ? ' x' : ` ${at[r]}`;
  const { lines } = marksOf(grid);
  const old = lines.get(key);
  if (old) return old;
  if (lines.size >= MOST) lines.clear();
  const n = grid.drafts.length;
  const I = grid.issues;
  const { options } = grid;
  const line = new Uint8Array(n);
  const red = new Int16Array(n).fill(-1);
  for (const r of reds) {
    if (amended[r] === 1) continue;
    const { issue, side, unless, amendable } = c.reds[r];
    const stands = at[r];
    for (let k = 0; k < n; k++) {
      const option = options[k * I + issue];
      if (side === 'max' ? option <= stands : option >= stands) continue;
      if (unless !== null) {
        const other = options[k * I + unless.issue];
        if (other >= unless.min && other <= unless.max) continue;
      }
      line[k] = line[k] === CLEAR && amendable ? AMENDABLE : ABSOLUTE;
      red[k] = r;
    }
  }
  const fresh = { line, red };
  lines.set(key, fresh);
  return fresh;
}

const bySeat = new WeakMap<Case, readonly (readonly number[])[]>();
/** The numbers of a seat's red lines. */
export function redsOf(c: Case, seat: number): readonly number[] {
  let lists = bySeat.get(c);
  if (!lists) {
    lists = c.seats.map((_, s) => c.reds.map((_red, r) => r).filter((r) => c.reds[r].seat === s));
    bySeat.set(c, lists);
  }
  return lists[seat];
}
