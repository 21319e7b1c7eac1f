import { type Case, type Clause, type Game, inSet, MAX_OPTIONS, type Truth } from '../world/index.ts';
import { FORMULATE_SLACK } from './constants.ts';
import { confidence } from './gain.ts';
import { type Grid, gridOf, placeIn } from './grid.ts';
import { trustOf } from './holds.ts';
import { CLEAR, metBy, publicLines } from './marks.ts';
import { publicTruth } from './truth.ts';

/** The same game as a newspaper reader would reckon it: ranges at their modes. */
export function publicGame(game: Game): Game {
  const truth = publicTruth(game.case);
  return game.truth === truth ? game : { case: game.case, truth, world: game.world };
}

/**
 * What a mediator may put on the table (*formulate*, MODEL §4): drafts near the principals' public frontier. By public numbers
 * (ranges at their modes) such a draft crosses no red line of a signatory, costs no signatory and no mediator more than the slack, and is not beaten for
 * every principal by more than the slack by another such draft. Best product of public gains first. When no draft qualifies: the one
 * with the largest smallest gain, so that a mediator is never without a text. A function of public facts only.
 */
export function formulable(game: Game, most = 24): (readonly Clause[])[] {
  const p = planeOf(publicGame(game));
  p.list ??= listOf(p);
  return p.list.slice(0, most);
}

/** What every draft from one state comes to by public numbers, as far as it was looked at; kept while that state lasts. */
interface Plane {
  readonly stamp: readonly number[];
  readonly grid: Grid;
  readonly principals: readonly Judge[];
  readonly mediators: readonly Judge[];
  readonly clear: Clear;
  readonly nets: Float64Array; // draft × principal; written for clear drafts only
  readonly fit: Uint8Array; // draft → 0 not looked at, 1 fit, 2 not; read for clear drafts only
  list: (readonly Clause[])[] | null;
}

/** What a seat's net gain is reckoned from (M6). The World goes on changing, so nothing of it is kept but numbers. */
interface Judge {
  readonly q: number;
  readonly hurt: number;
  readonly tension: number;
  readonly step: Float64Array; // what each option is worth against the one in force, by issue·MAX_OPTIONS + option
  readonly offers: readonly { readonly met: Uint8Array; readonly stick: number; readonly carrot: number }[];
}

const remembered = new WeakMap<Truth, Plane>();

/** Everything public that the result depends on. */
function stampOf({ world: w }: Game): number[] {
  const out = [w.tension];
  for (const list of [w.now, w.hurt, w.guarantee, w.trustA, w.trustB, w.amended])
    for (let k = 0; k < list.length; k++) out.push(list[k]);
  for (const o of w.offers) if (o.state === 'standing') out.push(o.no, o.points);
  return out;
}

function planeOf(game: Game): Plane {
  const stamp = stampOf(game);
  const old = remembered.get(game.truth);
  if (old && equal(old.stamp, stamp)) return old;
  const { case: c, truth, world: w } = game;
  const grid = gridOf(c, w.now);
  const n = grid.drafts.length;
  const principals: Judge[] = [];
  const mediators: Judge[] = [];
  for (let s = 0; s < c.seats.length; s++)
    (c.seats[s].role === 'principal' ? principals : mediators).push(judgeOf(game, grid, s));
  // The lists of the state before are written over: nobody else has them.
  const again = old !== undefined && old.fit.length === n;
  const plane: Plane = {
    stamp,
    grid,
    principals,
    mediators,
    clear: clearOf(c, grid, w.amended),
    nets: again ? old.nets : new Float64Array(n * principals.length),
    fit: again ? old.fit.fill(0) : new Uint8Array(n),
    list: null,
  };
  const P = principals.length;
  const { list } = plane.clear;
  for (let p = 0; p < P; p++) {
    const judge = principals[p];
    for (let i = 0; i < list.length; i++) plane.nets[list[i] * P + p] = netBy(judge, grid, list[i]);
  }
  remembered.set(truth, plane);
  return plane;
}

const equal = (a: readonly number[], b: readonly number[]): boolean => {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
};

function judgeOf(game: Game, grid: Grid, seat: number): Judge {
  const { truth, world: w } = game;
  const I = grid.issues;
  const step = new Float64Array(I * MAX_OPTIONS);
  for (let d = 0; d < I; d++) {
    const row = (seat * I + d) * MAX_OPTIONS;
    for (let o = 0; o < MAX_OPTIONS; o++) step[d * MAX_OPTIONS + o] = truth.util[row + o] - truth.util[row + w.now[d]];
  }
  const offers: Judge['offers'][number][] = [];
  for (const o of w.offers) {
    if (o.to !== seat || o.state !== 'standing') continue;
    const met = metBy(grid, o.terms);
    offers.push(
      o.kind === 'carrot'
        ? { met, stick: 0, carrot: o.points }
        : { met, stick: trustOf(game, seat, o.from) * o.points, carrot: 0 },
    );
  }
  return { q: confidence(game, seat), hurt: w.hurt[seat], tension: w.tension, step, offers };
}

/** N of a seat (M6) for one draft: the sums of gain(), clause by clause. */
function netBy({ q, hurt, tension, step, offers }: Judge, grid: Grid, k: number): number {
  const { from, cells } = grid;
  let change = 0;
  let loss = 0;
  for (let j = from[k]; j < from[k + 1]; j++) {
    const x = step[cells[j]];
    change += x;
    if (x < 0) loss -= x;
  }
  let surplus = change + ((grid.moved[k] / grid.weights) * hurt * tension) / 100;
  let carrots = 0;
  for (let j = 0; j < offers.length; j++) {
    if (offers[j].met[k] === 0) continue;
    surplus += offers[j].stick;
    carrots += offers[j].carrot;
  }
  return q * surplus - (1 - q) * loss + carrots;
}

/** Drafts that cross no line of a signatory by public numbers: only amending changes them. */
interface Clear {
  readonly list: Int32Array;
  readonly is: Uint8Array; // draft → 1
}
const clears = new WeakMap<Grid, Map<string, Clear>>();

function clearOf(c: Case, grid: Grid, amended: readonly number[]): Clear {
  let map = clears.get(grid);
  if (!map) {
    map = new Map();
    clears.set(grid, map);
  }
  const key = amended.join('');
  let clear = map.get(key);
  if (!clear) {
    if (map.size > 30) map.clear();
    const is = new Uint8Array(grid.drafts.length).fill(1);
    c.seats.forEach((seat, s) => {
      const line = publicLines(grid, c, s, amended);
      const always = seat.role === 'principal';
      for (let k = 0; k < is.length; k++) if (line[k] !== CLEAR && (always || inSet(grid.owners[k], s))) is[k] = 0;
    });
    const list: number[] = [];
    for (let k = 0; k < is.length; k++) if (is[k] === 1) list.push(k);
    clear = { list: Int32Array.from(list), is };
    map.set(key, clear);
  }
  return clear;
}

/** Whether a draft costs no principal and no mediator more than the slack and crosses no signatory's line. */
function isFit(plane: Plane, k: number): boolean {
  const { fit, clear } = plane;
  if (clear.is[k] === 0) return false;
  if (fit[k] === 0) fit[k] = harmsNobody(plane, k) ? 1 : 2;
  return fit[k] === 1;
}

function harmsNobody({ principals, mediators, nets, grid }: Plane, k: number): boolean {
  const P = principals.length;
  for (let p = 0; p < P; p++) if (nets[k * P + p] < -FORMULATE_SLACK) return false;
  for (const m of mediators) if (netBy(m, grid, k) < -FORMULATE_SLACK) return false;
  return true;
}

/** Whether a fit draft beats the (fit) draft k for every principal by more than the slack. */
function isBeaten(plane: Plane, k: number): boolean {
  const { nets, principals, clear } = plane;
  const { list } = clear;
  const P = principals.length;
  for (let i = 0; i < list.length; i++) {
    const j = list[i];
    let beats = true;
    for (let p = 0; p < P && beats; p++) beats = nets[j * P + p] > nets[k * P + p] + FORMULATE_SLACK;
    if (beats && isFit(plane, j)) return true;
  }
  return false;
}

function listOf(plane: Plane): (readonly Clause[])[] {
  const { grid, nets, principals, clear } = plane;
  const { drafts } = grid;
  const P = principals.length;
  const fit: number[] = [];
  for (const k of clear.list) if (isFit(plane, k)) fit.push(k);
  if (fit.length === 0) return drafts.length === 0 ? [] : [drafts[leastBad(plane)]];
  const good = fit.filter((k) => !isBeaten(plane, k));
  // Shifted by the slack, so that a small public loss still ranks, below every gain.
  const rank = (k: number): number =>
    principals.reduce((product, _, p) => product * (nets[k * P + p] + FORMULATE_SLACK), 1);
  good.sort((a, b) => rank(b) - rank(a) || a - b);
  return good.map((k) => drafts[k]);
}

/** The draft, whatever lines it crosses, whose smallest gain among the principals is the largest; the first among equals. */
function leastBad({ grid, principals }: Plane): number {
  const least = (k: number): number => {
    let min = netBy(principals[0], grid, k);
    for (let p = 1; p < principals.length; p++) {
      const x = netBy(principals[p], grid, k);
      if (x < min) min = x;
    }
    return min;
  };
  let found = 0;
  let most = least(0);
  for (let k = 1; k < grid.drafts.length; k++) {
    const x = least(k);
    if (x <= most) continue;
    most = x;
    found = k;
  }
  return found;
}

export function sameClauses(a: readonly Clause[], b: readonly Clause[]): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k][0] !== b[k][0] || a[k][1] !== b[k][1]) return false;
  return true;
}

/** Whether the game's mediators may formulate these clauses now: whether `formulable` has them, without making the whole list. */
export function mayFormulate(game: Game, clauses: readonly Clause[]): boolean {
  const plane = planeOf(publicGame(game));
  if (plane.list === null) {
    const k = placeIn(plane.grid, clauses);
    if (k < 0) return false;
    if (isFit(plane, k)) return !isBeaten(plane, k);
    for (const j of plane.clear.list) if (isFit(plane, j)) return false;
  }
  plane.list ??= listOf(plane);
  return plane.list.some((x) => sameClauses(x, clauses));
}
