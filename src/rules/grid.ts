import { type Case, type Clause, MAX_OPTIONS } from '../world/index.ts';
import { type Marks, noMarks } from './marks.ts';
import { draftsFrom } from './packages.ts';

/**
 * All drafts that can be tabled from the options in force, laid out for fast sums: a draft is its parent (the draft without the last
 * clause, which stands before it in the list) plus one clause.
 */
export interface Grid {
  readonly drafts: readonly (readonly Clause[])[];
  readonly issues: number; // how many issues the case has
  readonly from: Int32Array; // draft → place of its first cell; one entry more than drafts, so that the next one ends it
  readonly cells: Int16Array; // the clauses of all drafts one after another, as issue·MAX_OPTIONS + option
  readonly parent: Int32Array; // draft → draft without its last clause, −1 for one clause
  readonly after: Int32Array; // draft → the next one in the list that does not begin with it
  readonly last: Int16Array; // draft → issue·MAX_OPTIONS + option of its last clause
  readonly options: Uint8Array; // draft × issue → option in the package
  readonly moved: Float64Array; // draft → Σ w_d of its moved issues
  readonly weights: number; // Σ w_d of all issues, so that σ = moved/weights (M3)
  readonly owners: Int32Array; // draft → owners of its moved issues, as a set
  readonly marks: Marks;
}

const known = new WeakMap<Case, Map<string, Grid>>();

/** The grid of a case and options in force, remembered: bots and mediators ask again and again. */
export function gridOf(c: Case, now: readonly number[]): Grid {
  let map = known.get(c);
  if (!map) {
    map = new Map();
    known.set(c, map);
  }
  const key = now.join();
  let grid = map.get(key);
  if (!grid) {
    if (map.size > 300) map.clear();
    grid = build(c, now);
    map.set(key, grid);
  }
  return grid;
}

function build(c: Case, now: readonly number[]): Grid {
  const drafts = draftsFrom(c, now);
  const I = c.issues.length;
  const n = drafts.length;
  let weights = 0;
  for (const issue of c.issues) weights += issue.weight;
  let size = 0;
  for (const clauses of drafts) size += clauses.length;
  const grid: Grid = {
    drafts,
    issues: I,
    from: new Int32Array(n + 1),
    cells: new Int16Array(size),
    parent: new Int32Array(n),
    after: new Int32Array(n).fill(n),
    last: new Int16Array(n),
    options: new Uint8Array(n * I),
    moved: new Float64Array(n),
    weights,
    owners: new Int32Array(n),
    marks: noMarks(),
  };
  // The list is depth first, so the parent is the latest draft with one clause less.
  const latest: number[] = [];
  let at = 0;
  for (let k = 0; k < n; k++) {
    const clauses = drafts[k];
    grid.parent[k] = clauses.length > 1 ? latest[clauses.length - 2] : -1;
    while (latest.length >= clauses.length) grid.after[latest.pop() ?? 0] = k;
    latest.push(k);
    for (let d = 0; d < I; d++) grid.options[k * I + d] = now[d];
    for (const [issue, option] of clauses) {
      grid.cells[at++] = issue * MAX_OPTIONS + option;
      grid.last[k] = issue * MAX_OPTIONS + option;
      grid.options[k * I + issue] = option;
      grid.owners[k] |= c.issues[issue].owners;
      grid.moved[k] += c.issues[issue].weight;
    }
    grid.from[k + 1] = at;
  }
  return grid;
}

/** Place of a draft (clauses ascending by issue) in the grid, −1 when it is not there. */
export function placeIn(grid: Grid, clauses: readonly Clause[]): number {
  const n = clauses.length;
  const { last, after, drafts } = grid;
  let at = 0;
  for (let depth = 0; depth < n; depth++) {
    const wanted = clauses[depth][0] * MAX_OPTIONS + clauses[depth][1];
    // From sibling to sibling; what goes deeper stands between them.
    while (at < drafts.length && drafts[at].length === depth + 1 && last[at] !== wanted) at = after[at];
    if (at >= drafts.length || drafts[at].length !== depth + 1) return -1;
    if (depth === n - 1) return at;
    at++;
  }
  return -1;
}
