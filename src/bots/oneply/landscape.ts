import { CLEAR, wouldPass } from '../../rules/index.ts';
import type { Case, Game, View } from '../../world/index.ts';
import { judged } from './judged.ts';
import { type Landscape, type LandscapeSpace, landscapeSpaces, ownSpaces } from './numbers.ts';
import type { Pool } from './pool.ts';
import { reachOf } from './reach.ts';

/** Who must sign draft k. */
export const signersOf = (landscape: Landscape, k: number): number => landscape.principals | landscape.grid.owners[k];

interface Kept {
  readonly stamp: readonly number[];
  readonly opens: boolean; // of a first round
  readonly landscape: Landscape;
}

/** The landscapes of a case that are kept, and the room for new ones. */
interface Store {
  readonly list: Kept[];
  readonly spaces: Pool<LandscapeSpace>;
}
const stores = new WeakMap<Case, Store>();
/** Nearly always the same case is asked for as the time before. */
let lastCase: Case | null = null;
let last: Store;

function storeOf(c: Case): Store {
  if (c === lastCase) return last;
  let store = stores.get(c);
  if (!store) {
    store = { list: [], spaces: landscapeSpaces(c) };
    stores.set(c, store);
  }
  lastCase = c;
  last = store;
  return store;
}

/** Everything public that a landscape depends on, as numbers; written over by the next call, because most are known already. */
function stampOf(v: View): number[] {
  scratch[0] = v.tension;
  let n = 1;
  n = write(v.now, n);
  n = write(v.hurt, n);
  n = write(v.guarantee, n);
  n = write(v.trustA, n);
  n = write(v.trustB, n);
  n = write(v.amended, n);
  n = write(v.pledgeMin, n);
  n = write(v.pledgeMax, n);
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

function write(list: readonly number[], from: number): number {
  for (let k = 0; k < list.length; k++) scratch[from + k] = list[k];
  return from + list.length;
}

const same = (a: readonly number[], b: readonly number[]): boolean => {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
};

/** @param game what the viewer has of the game: `seen(case, view)` */
export function landscapeOf(game: Game, v: View): Landscape {
  const c = game.case;
  const { list, spaces } = storeOf(c);
  const stamp = stampOf(v);
  // The latest first: it is what the other seats of the same round ask for.
  for (let k = list.length - 1; k >= 0; k--) if (same(list[k].stamp, stamp)) return list[k].landscape;
  // Every game of a case begins alike, so what was reckoned for a first round stays; of later ones the one before last is done with.
  // (A decision never asks for a landscape twice, so none is taken from under it; a bot that lets others decide within its own
  // decision must keep what it needs.)
  const opens = v.round === 1;
  const done = list.findIndex((one) => one.opens === opens);
  if (done >= 0 && list.length >= (opens ? 1 : 3)) drop(list.splice(done, 1)[0].landscape, spaces);
  const grid = reachOf(c, v.now);
  const landscape = judged(game, v, grid, spaces.take(grid.drafts.length));
  list.push({ stamp: stamp.slice(), opens, landscape });
  return landscape;
}

function drop(landscape: Landscape, spaces: Pool<LandscapeSpace>): void {
  landscape.gone = true;
  spaces.give(landscape.space);
  for (const own of landscape.owns) {
    if (!own) continue;
    own.gone = true;
    ownSpaces.give(own.space);
  }
}

/**
 * Whether a seat's bodies would ratify draft k; a seat's own by what it knows of them. Asked once of each draft: `votes` keeps it.
 * @param line draft → which of the seat's lines it crosses, by what the game knows of them
 */
export function ratifies(
  game: Game,
  { grid }: Landscape,
  seat: number,
  k: number,
  votes: Uint8Array,
  line: Uint8Array,
): boolean {
  if (votes[k] === 0) votes[k] = wouldPass(game, seat, grid.drafts[k], line[k] === CLEAR) ? 1 : 2;
  return votes[k] === 1;
}
