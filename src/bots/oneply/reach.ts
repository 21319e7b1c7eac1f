import { type Grid, gridOf, noMarks, publicLines, publicTruth } from '../../rules/index.ts';
import { type Case, MAX_OPTIONS } from '../../world/index.ts';
import { fillBare, SPREAD, stepsOf } from './bare.ts';
import { Pool } from './pool.ts';

/** How many drafts are kept for each way in which things may come to stand, for each seat's own sake, and for each option. */
const TOGETHER = 40;
const FOR_ONE = 12;
const WITH_OPTION = 3;

/** Confidence that things may come to, and the share of tension that still weighs: little trust and much pain, much trust and little pain, … */
const WAYS = [
  { confidence: 0.5, pain: 1, lines: 'stand' },
  { confidence: 0.75, pain: 0.7, lines: 'stand' },
  { confidence: 0.95, pain: 0.4, lines: 'stand' },
  { confidence: 0.8, pain: 0.7, lines: 'given up' },
] as const;

const known = new WeakMap<Case, Map<number | string, Grid>>();

/** The options in force as one number, which is exact for up to twenty issues; as text for more. */
function keyOf(now: readonly number[]): number | string {
  if (now.length > 20) return now.join();
  let key = 0;
  for (let d = 0; d < now.length; d++) key = key * MAX_OPTIONS + now[d];
  return key;
}

/**
 * The drafts that a bot thinks about at all: of the hundreds that could be tabled from the options in force, those that may ever come
 * near what everybody would sign, by public numbers and however trust and tension come to stand; beside them what would be best for
 * each seat, and some with each option, so that a reward or a threat on any issue finds what it could bring about.
 * A function of the case and the options in force: the same for all seats and in every game.
 */
export function reachOf(c: Case, now: readonly number[]): Grid {
  let map = known.get(c);
  if (!map) {
    map = new Map();
    known.set(c, map);
  }
  const key = keyOf(now);
  let grid = map.get(key);
  if (!grid) {
    // A game visits few combinations; a long simulation many. Forgetting all at once keeps memory bounded.
    if (map.size > 3000) map.clear();
    const whole = gridOf(c, now);
    grid = thinned(whole, choose(c, whole, now));
    map.set(key, grid);
  }
  return grid;
}

/** Working space, by all drafts that could be tabled. */
interface Room {
  readonly room: number;
  readonly score: Float64Array;
  readonly least: Float64Array;
  readonly taken: Uint8Array;
  readonly seats: { readonly change: Float64Array; readonly loss: Float64Array; readonly net: Float64Array }[];
}
const numbers = (room: number): Float64Array => new Float64Array(room);
const rooms = new Pool<Room>((room) => ({
  room,
  score: numbers(room),
  least: numbers(room),
  taken: new Uint8Array(room),
  seats: [],
}));

/** Numbers of the chosen drafts, ascending. */
function choose(c: Case, grid: Grid, now: readonly number[]): number[] {
  const n = grid.drafts.length;
  const S = c.seats.length;
  const { util } = publicTruth(c);
  const room = rooms.take(n);
  while (room.seats.length < S)
    room.seats.push({ change: numbers(room.room), loss: numbers(room.room), net: numbers(room.room) });
  const bare = c.seats.map((_, s) => fillBare(grid, stepsOf(util, s, c.issues.length, now), room.seats[s]));
  const lines = {
    stand: c.reds.map(() => 0),
    'given up': c.reds.map((red) => (red.amendable ? 1 : 0)),
  };
  const { score, least } = room;
  const taken = room.taken.fill(0, 0, n);
  const nets = c.seats.map((_, s) => room.seats[s].net);
  for (const way of WAYS) {
    const { confidence, pain } = way;
    least.fill(Number.POSITIVE_INFINITY);
    score.fill(1);
    for (let s = 0; s < S; s++) {
      const principal = c.seats[s].role === 'principal';
      const q = principal ? confidence : 1;
      const ease = (c.seats[s].hurt * c.tension.start * pain) / 100 / grid.weights;
      const across = publicLines(grid, c, s, lines[way.lines]);
      const { change, loss } = bare[s];
      const net = nets[s];
      const bit = 1 << s;
      for (let k = 0; k < n; k++) {
        const x = q * (change[k] + grid.moved[k] * ease) - (1 - q) * loss[k] - across[k] * SPREAD;
        net[k] = x;
        if (!principal && (grid.owners[k] & bit) === 0) continue;
        if (x < least[k]) least[k] = x;
        if (principal) score[k] *= x + SPREAD;
      }
    }
    // What everybody gains by multiplied; what somebody loses by comes after it, the smallest loss first.
    for (let k = 0; k < n; k++) if (least[k] <= -SPREAD) score[k] = least[k];
    takeBest(score, n, TOGETHER, taken);
    takeByOption(grid, score, taken);
    for (const net of nets) {
      for (let k = 0; k < n; k++) if (least[k] <= -SPREAD) net[k] = Number.NEGATIVE_INFINITY;
      takeBest(net, n, FOR_ONE, taken);
    }
  }
  const out: number[] = [];
  for (let k = 0; k < n; k++) if (taken[k] === 1) out.push(k);
  rooms.give(room);
  return out;
}

/** Takes the drafts with the largest scores, the first in listing order among equals. */
function takeBest(score: Float64Array, n: number, most: number, taken: Uint8Array): void {
  const top: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < n; k++) {
    const x = score[k];
    if (!(x > least)) continue;
    let at = top.length < most ? top.length : most - 1;
    for (; at > 0 && score[top[at - 1]] < x; at--) top[at] = top[at - 1];
    top[at] = k;
    if (top.length === most) least = score[top[most - 1]];
  }
  for (const k of top) taken[k] = 1;
}

/** Takes the best drafts with each clause. */
function takeByOption({ drafts, cells, from, issues }: Grid, score: Float64Array, taken: Uint8Array): void {
  const top = new Int32Array(issues * MAX_OPTIONS * WITH_OPTION).fill(-1);
  for (let k = 0; k < drafts.length; k++)
    for (let j = from[k]; j < from[k + 1]; j++) {
      const first = cells[j] * WITH_OPTION;
      let at = first + WITH_OPTION;
      while (at > first && (top[at - 1] < 0 || score[top[at - 1]] < score[k])) {
        at--;
        if (at + 1 < first + WITH_OPTION) top[at + 1] = top[at];
      }
      if (at < first + WITH_OPTION) top[at] = k;
    }
  for (const k of top) if (k >= 0) taken[k] = 1;
}

/** The same grid with these drafts only; their parents may be missing, so the lists that lead from one to another stay empty. */
function thinned(grid: Grid, chosen: readonly number[]): Grid {
  const I = grid.issues;
  const n = chosen.length;
  let size = 0;
  for (const k of chosen) size += grid.drafts[k].length;
  const part = {
    drafts: chosen.map((k) => grid.drafts[k]),
    issues: I,
    from: new Int32Array(n + 1),
    cells: new Int16Array(size),
    parent: new Int32Array(0),
    after: new Int32Array(0),
    last: new Int16Array(0),
    options: new Uint8Array(n * I),
    moved: Float64Array.from(chosen, (k) => grid.moved[k]),
    weights: grid.weights,
    owners: Int32Array.from(chosen, (k) => grid.owners[k]),
    marks: noMarks(),
  };
  chosen.forEach((k, i) => {
    const cells = grid.cells.subarray(grid.from[k], grid.from[k + 1]);
    part.cells.set(cells, part.from[i]);
    part.from[i + 1] = part.from[i] + cells.length;
    part.options.set(grid.options.subarray(k * I, (k + 1) * I), i * I);
  });
  return part;
}
