import { ABSOLUTE, AMENDABLE, confidence, type Grid, publicLines, publicTruth } from '../../rules/index.ts';
import { type Case, type Game, MAX_OPTIONS, type View } from '../../world/index.ts';
import { type Bare, chanceToAccept, fillBare, type Offered, offersTo, SPREAD } from './bare.ts';
import type { Column, Landscape, LandscapeSpace, Places } from './numbers.ts';

/** Nobody is brought to sign what costs it this much more than its own chance of signing allows: no offer is so large. */
const BEYOND = 9;

/** In `blocker`: nobody stands in the way; more than one seat does, or one too firmly. */
export const FREE = 0;
const MANY = 255;

/** The landscape of a game as everybody sees it, written into `space`. */
export function judged(game: Game, v: View, grid: Grid, space: LandscapeSpace): Landscape {
  const { case: c, world: w } = game;
  const S = c.seats.length;
  const n = grid.drafts.length;
  const { all, blocker } = space;
  const seats: Column[] = [];
  const bares: Bare[] = [];
  const waiting: Places[] = [];
  const votes: Uint8Array[] = [];
  let principals = 0;
  for (let s = 0; s < S; s++) {
    const room = space.seats[s];
    const isPrincipal = c.seats[s].role === 'principal';
    if (isPrincipal) principals |= 1 << s;
    const bare = publicBare(c, v, grid, s, room.bare);
    bares.push(bare);
    seats.push({
      net: room.net,
      surplus: isPrincipal ? room.surplus : room.net,
      loss: bare.loss,
      line: publicLines(grid, c, s, w.amended),
      likely: room.likely,
      q: confidence(game, s),
    });
    room.waiting.n = 0;
    waiting.push(room.waiting);
    votes.push(room.votes.fill(0, 0, n));
  }
  blocker.fill(FREE, 0, n);
  for (let s = 0; s < S; s++)
    if (principals & (1 << s))
      judgeAll(grid, s, seats[s], bares[s].change, easeOf(game, grid, s), offersTo(game, s, grid), blocker);
  for (let s = 0; s < S; s++)
    if ((principals & (1 << s)) === 0)
      judgeOwned(grid, s, seats[s], bares[s].change, easeOf(game, grid, s), offersTo(game, s, grid), blocker);
  list(n, blocker, all, waiting);
  for (let s = 0; s < S; s++) chancesOf(seats[s], all, grid.owners, principals & (1 << s) ? -1 : 1 << s);
  return { grid, all, waiting, seats, principals, blocker, votes, owns: [], space, gone: false };
}

/** The short list, and what waits for one seat only. */
function list(n: number, blocker: Uint8Array, all: Places, waiting: readonly Places[]): void {
  all.n = 0;
  for (let k = 0; k < n; k++) {
    const by = blocker[k];
    if (by === MANY) continue;
    all.list[all.n++] = k;
    if (by === FREE) continue;
    const behind = waiting[by - 1];
    behind.list[behind.n++] = k;
  }
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
    for (let j = 0; j < offers.length; j++) if (offers[j].met[k] === 1) x += offers[j].sticks + offers[j].carrots;
    net[k] = x;
    const crossed = line[k];
    if (crossed !== ABSOLUTE && (crossed === AMENDABLE ? x - SPREAD : x) > -SPREAD) continue;
    blocker[k] = blocker[k] !== FREE ? MANY : seat + 1;
  }
}

/** The chances that a seat signs what it must sign. @param signs owners for whose drafts it must sign; −1: it signs everything */
function chancesOf({ net, line, likely }: Column, { list, n }: Places, owners: Int32Array, signs: number): void {
  for (let i = 0; i < n; i++) {
    const k = list[i];
    likely[k] = signs !== -1 && (owners[k] & signs) === 0 ? 1 : chanceBy(net[k], line[k]);
  }
}

/** Chance that a seat signs what brings it `net` and crosses `line` of its lines; 0 across an absolute one. */
const chanceBy = (net: number, line: number): number =>
  line === ABSOLUTE ? 0 : chanceToAccept(line === AMENDABLE ? net - SPREAD : net);

/** Chance that a seat signs draft k when it gains `more` than it does now. */
export const chanceAt = (column: Pick<Column, 'net' | 'line'>, k: number, more: number): number =>
  column.line[k] === ABSOLUTE ? 0 : chanceToAccept(column.net[k] + more - (column.line[k] === AMENDABLE ? SPREAD : 0));

const bares = new WeakMap<Grid, Bare[]>();

/**
 * The public picture of a seat: modes, and the ideals that were revealed. With nothing revealed it is the same in every game and stays
 * with the grid; a revealed ideal is this game's own, so its sums are written into `room`.
 */
function publicBare(c: Case, v: View, grid: Grid, seat: number, room: Bare): Bare {
  const I = c.issues.length;
  for (let k = seat * I; k < (seat + 1) * I; k++)
    if (v.revealed[k] !== 0) return fillBare(grid, publicSteps(c, v, seat), room);
  let list = bares.get(grid);
  if (!list) {
    list = [];
    bares.set(grid, list);
  }
  const n = grid.drafts.length;
  list[seat] ??= fillBare(grid, publicSteps(c, v, seat), { change: new Float64Array(n), loss: new Float64Array(n) });
  return list[seat];
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
