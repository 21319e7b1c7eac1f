import { ABSOLUTE, AMENDABLE, confidence, type Grid, publicLines, publicTruth, wouldPass } from '../../rules/index.ts';
import { type Case, type Game, MAX_OPTIONS, type View } from '../../world/index.ts';
import { type Bare, chanceToAccept, fillBare, type Offered, offersTo, SPREAD } from './bare.ts';
import type { Own } from './own.ts';
import { Lent } from './pool.ts';
import { reachOf } from './reach.ts';

/** Nobody is brought to sign what costs it this much more than its own chance of signing allows: no offer is so large. */
const BEYOND = 9;

/** One judge's numbers by draft of the grid; written only for drafts of the short list, and for a mediator only where it signs. */
export interface Column {
  readonly net: Float64Array; // N (M6)
  readonly surplus: Float64Array; // U⁺ − D; principals only
  readonly loss: Float64Array; // M4
  readonly line: Uint8Array; // CLEAR, AMENDABLE or ABSOLUTE
  readonly likely: Float64Array; // chance that the seat signs; 1 where it need not
  readonly q: number; // confidence (M5)
}

/** Drafts in listing order: the first `n` of `list`, which may be longer. */
export interface Places {
  readonly list: Int32Array;
  n: number;
}

/**
 * The packages within reach, and what each seat gains by public numbers: those to which at most one seat cannot be expected to agree
 * as things stand (it may know better itself, or be won over). All seats reckon the same one from what they know of each other, so
 * it is kept for all of them; nothing private is in it. A package is named by its number in the grid.
 */
export interface Landscape {
  readonly grid: Grid;
  readonly all: Places; // the short list
  readonly waiting: readonly Places[]; // seat → what only this seat stands in the way of
  readonly seats: readonly Column[]; // by seat, public numbers
  readonly principals: number; // the set of them: they sign everything
  readonly blocker: Uint8Array; // draft → FREE, or 1 + the one seat that will not sign as things stand; else it is not on the list
  readonly votes: readonly Uint8Array[]; // seat → draft → 0 not asked yet, 1 ratifies, 2 refuses
  readonly owns: (Own | undefined)[]; // seat → its own column, by what it knew when it last asked
  readonly lent: Lent;
}

/** Who must sign draft k. */
export const signersOf = (landscape: Landscape, k: number): number => landscape.principals | landscape.grid.owners[k];

interface Kept {
  readonly stamp: readonly number[];
  readonly opens: boolean; // of a first round
  readonly landscape: Landscape;
}
const kept = new WeakMap<Case, Kept[]>();

/** Everything public that a landscape depends on, as numbers; written over by the next call, because most are known already. */
function stampOf(v: View): number[] {
  let n = 0;
  scratch[n++] = v.tension;
  for (const list of [v.now, v.hurt, v.guarantee, v.trustA, v.trustB, v.amended, v.pledgeMin, v.pledgeMax])
    for (let k = 0; k < list.length; k++) scratch[n++] = list[k];
  for (const o of v.offers) {
    if (o.state !== 'standing') continue;
    scratch[n++] = o.no;
    scratch[n++] = o.points;
    scratch[n++] = o.to;
    scratch[n++] = o.from;
  }
  scratch[n++] = -1;
  for (let k = 0; k < v.revealed.length; k++) {
    if (v.revealed[k] === 0) continue;
    scratch[n++] = k;
    scratch[n++] = v.ideal[k];
  }
  if (scratch.length !== n) scratch.length = n;
  return scratch;
}
const scratch: number[] = [];

const same = (a: readonly number[], b: readonly number[]): boolean => {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
};

/** @param game what the viewer has of the game: `seen(case, view)` */
export function landscapeOf(game: Game, v: View): Landscape {
  const c = game.case;
  let list = kept.get(c);
  if (!list) {
    list = [];
    kept.set(c, list);
  }
  const stamp = stampOf(v);
  for (const one of list) if (same(one.stamp, stamp)) return one.landscape;
  // Every game of a case begins alike, so what was reckoned for a first round stays; of later ones the one before last is done with.
  // (A decision never asks for a landscape twice, so none is taken from under it; a bot that lets others decide within its own
  // decision must keep what it needs.)
  const opens = v.round === 1;
  const done = list.findIndex((one) => one.opens === opens);
  if (done >= 0 && list.length >= (opens ? 1 : 3)) drop(list.splice(done, 1)[0].landscape);
  const landscape = compute(game, v);
  list.push({ stamp: stamp.slice(), opens, landscape });
  return landscape;
}

function drop({ lent, owns }: Landscape): void {
  lent.giveBack();
  for (const own of owns) own?.lent.giveBack();
}

/** In `blocker`: nobody stands in the way; more than one seat does, or one too firmly. */
export const FREE = 0;
const MANY = 255;

function compute(game: Game, v: View): Landscape {
  const { case: c, world: w } = game;
  const S = c.seats.length;
  const grid = reachOf(c, v.now);
  const n = grid.drafts.length;
  const lent = new Lent();
  const bare = c.seats.map((_, s) => publicBare(c, v, grid, s, lent));
  const ps = principalsOf(c);
  const seats: Column[] = [];
  const waiting: Places[] = [];
  for (let s = 0; s < S; s++) {
    const net = lent.numbers(n);
    seats.push({
      net,
      surplus: ps.includes(s) ? lent.numbers(n) : net,
      loss: bare[s].loss,
      line: publicLines(grid, c, s, w.amended),
      likely: lent.numbers(n),
      q: confidence(game, s),
    });
    waiting.push({ list: lent.places(n), n: 0 });
  }
  const blocker = lent.marks(n);
  for (const s of ps)
    judgeAll(grid, s, seats[s], bare[s].change, easeOf(game, grid, s), offersTo(game, s, grid), blocker);
  for (let s = 0; s < S; s++)
    if (!ps.includes(s))
      judgeOwned(grid, s, seats[s], bare[s].change, easeOf(game, grid, s), offersTo(game, s, grid), blocker);
  const all: Places = { list: lent.places(n), n: 0 };
  for (let k = 0; k < n; k++) {
    const by = blocker[k];
    if (by === MANY) continue;
    all.list[all.n++] = k;
    if (by === FREE) continue;
    const behind = waiting[by - 1];
    behind.list[behind.n++] = k;
  }
  for (let s = 0; s < S; s++) {
    if (ps.includes(s)) chancesOf(seats[s], all);
    else chancesWhere(seats[s], all, grid.owners, 1 << s);
  }
  let principals = 0;
  for (const s of ps) principals |= 1 << s;
  return { grid, all, waiting, seats, principals, blocker, votes: seats.map(() => lent.marks(n)), owns: [], lent };
}

/** Pain that a point of moved weight takes away from a seat (M3). */
export const easeOf = ({ world: w }: Game, grid: Grid, seat: number): number =>
  (w.hurt[seat] * w.tension) / 100 / grid.weights;

/** A principal's gain by every draft, and where it stands in the way. */
function judgeAll(
  grid: Grid,
  seat: number,
  { net, surplus, loss, line, q }: Column,
  change: Float64Array,
  ease: number,
  offers: readonly Offered[],
  blocker: Uint8Array,
): void {
  const { moved } = grid;
  const n = moved.length;
  const rest = 1 - q;
  const mine = seat + 1;
  const offered = offers.length;
  for (let k = 0; k < n; k++) {
    let gain = change[k] + moved[k] * ease;
    let x = q * gain - rest * loss[k];
    for (let j = 0; j < offered; j++) {
      const o = offers[j];
      if (o.met[k] === 0) continue;
      gain += o.sticks;
      x += q * o.sticks + o.carrots;
    }
    surplus[k] = gain;
    net[k] = x;
    const crossed = line[k];
    if (crossed === AMENDABLE) x -= SPREAD;
    if (crossed !== ABSOLUTE && x > -SPREAD) continue;
    blocker[k] = blocker[k] !== FREE || x < -SPREAD - BEYOND ? MANY : mine;
  }
}

/** A mediator's gain where it owns a moved issue. */
function judgeOwned(
  grid: Grid,
  seat: number,
  { net, line }: Column,
  change: Float64Array,
  ease: number,
  offers: readonly Offered[],
  blocker: Uint8Array,
): void {
  const { moved, owners } = grid;
  const n = moved.length;
  const bit = 1 << seat;
  for (let k = 0; k < n; k++) {
    if ((owners[k] & bit) === 0 || blocker[k] === MANY) continue;
    let x = change[k] + moved[k] * ease;
    for (const o of offers) if (o.met[k] === 1) x += o.sticks + o.carrots;
    net[k] = x;
    const crossed = line[k];
    if (crossed !== ABSOLUTE && (crossed === AMENDABLE ? x - SPREAD : x) > -SPREAD) continue;
    blocker[k] = blocker[k] !== FREE ? MANY : seat + 1;
  }
}

/** The chances that a seat signs what it must sign. */
function chancesOf({ net, line, likely }: Column, { list, n }: Places): void {
  for (let i = 0; i < n; i++) {
    const k = list[i];
    likely[k] = chanceBy(net[k], line[k]);
  }
}

function chancesWhere({ net, line, likely }: Column, { list, n }: Places, owners: Int32Array, bit: number): void {
  for (let i = 0; i < n; i++) {
    const k = list[i];
    likely[k] = (owners[k] & bit) === 0 ? 1 : chanceBy(net[k], line[k]);
  }
}

const bares = new WeakMap<Grid, Bare[]>();

/**
 * The public picture of a seat: modes, and the ideals that were revealed. With nothing revealed it is the same in every game and stays
 * with the grid; a revealed ideal is this game's own, so its sums are written to lists that are used again.
 */
function publicBare(c: Case, v: View, grid: Grid, seat: number, lent: Lent): Bare {
  const I = c.issues.length;
  for (let k = seat * I; k < (seat + 1) * I; k++) {
    if (v.revealed[k] === 0) continue;
    const n = grid.drafts.length;
    return fillBare(grid, publicSteps(c, v, seat), { change: lent.numbers(n), loss: lent.numbers(n) });
  }
  let list = bares.get(grid);
  if (!list) {
    list = [];
    bares.set(grid, list);
  }
  const n = grid.drafts.length;
  list[seat] ??= fillBare(grid, publicSteps(c, v, seat), { change: new Float64Array(n), loss: new Float64Array(n) });
  return list[seat];
}

const principalLists = new WeakMap<Case, number[]>();
export function principalsOf(c: Case): number[] {
  let list = principalLists.get(c);
  if (!list) {
    list = c.seats.map((_, s) => s).filter((s) => c.seats[s].role === 'principal');
    principalLists.set(c, list);
  }
  return list;
}

/** What each option is worth to a seat by public numbers: modes, and the ideals that were revealed. */
function publicSteps(c: Case, v: View, seat: number): number[] {
  const I = c.issues.length;
  const mode = publicTruth(c);
  const step = new Array<number>(I * MAX_OPTIONS).fill(0);
  for (let d = 0; d < I; d++) {
    const at = seat * I + d;
    const ideal = v.revealed[at] === 1 ? v.ideal[at] : mode.ideal[at];
    const { options } = c.issues[d];
    const base = Math.abs(options[v.now[d]].x - ideal);
    for (let o = 0; o < options.length; o++)
      step[d * MAX_OPTIONS + o] = mode.weight[at] * (base - Math.abs(options[o].x - ideal));
  }
  return step;
}

/** Whether a seat's bodies would ratify draft k; a seat's own by what it knows of them. */
export function ratifies(game: Game, landscape: Landscape, seat: number, k: number, votes: Uint8Array): boolean {
  if (votes[k] === 0) votes[k] = wouldPass(game, seat, landscape.grid.drafts[k]) ? 1 : 2;
  return votes[k] === 1;
}

/** Chance that a seat signs what brings it `net` and crosses `line` of its lines; 0 across an absolute one. */
const chanceBy = (net: number, line: number): number =>
  line === ABSOLUTE ? 0 : chanceToAccept(line === AMENDABLE ? net - SPREAD : net);

/** Chance that a seat signs draft k when it gains `more` than it does now. */
export const chanceAt = (column: Pick<Column, 'net' | 'line'>, k: number, more: number): number =>
  column.line[k] === ABSOLUTE ? 0 : chanceToAccept(column.net[k] + more - (column.line[k] === AMENDABLE ? SPREAD : 0));
