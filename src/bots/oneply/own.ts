import { ABSOLUTE, AMENDABLE, CLEAR, confidence } from '../../rules/index.ts';
import type { Game, View } from '../../world/index.ts';
import { offersTo } from './bare.ts';
import { easeOf, FREE } from './judged.ts';
import { lineAcross, mineOf } from './mine.ts';
import { type Landscape, type Means, type Own, type OwnSpace, ownSpaces, TOP } from './numbers.ts';

/** Working space: gain × chance of the best so far, and the other seats' chances. */
const worths = new Float64Array(TOP);
const likely: Float64Array[] = [];

/** A seat's own column: its drawn ideals, weights and red lines; and what it may hope for. Kept while the seat knows nothing new. */
export function ownOf(game: Game, landscape: Landscape, v: View): Own {
  const old = landscape.owns[v.who];
  if (old && old.ideal === v.ideal) return old;
  if (old) {
    old.gone = true;
    ownSpaces.give(old.space);
  }
  const { grid } = landscape;
  const by: Means = {
    q: confidence(game, v.who),
    ease: easeOf(game, grid, v.who),
    offers: offersTo(game, v.who, grid),
    mine: mineOf(game, grid, v),
  };
  const size = grid.moved.length;
  const space = ownSpaces.take(size);
  space.votes.fill(0, 0, size);
  fill(game, landscape, v.who, by, space);
  const { net, surplus, loss, others, votes, good, beyond, red, best } = space;
  const own = { ideal: v.ideal, net, surplus, loss, others, votes, good, beyond, red, best, by, space, gone: false };
  landscape.owns[v.who] = own;
  return own;
}

/** Goes through the short list: what the seat gains by each draft, what the others make of it, and which are the best. */
function fill(game: Game, landscape: Landscape, me: number, { q, ease, offers, mine }: Means, space: OwnSpace): void {
  const { grid, all, seats, blocker } = landscape;
  const { net, surplus, loss, others, good, beyond, red, best } = space;
  const { step, line } = mine;
  const { from, cells, moved } = grid;
  const rest = 1 - q;
  const self = me + 1;
  good.n = 0;
  beyond.n = 0;
  best.n = 0;
  likely.length = 0;
  for (let s = 0; s < seats.length; s++) if (s !== me) likely.push(seats[s].likely);
  for (let i = 0; i < all.n; i++) {
    const k = all.list[i];
    if (blocker[k] !== FREE && blocker[k] !== self) continue;
    const crossed = line[k];
    if (crossed === ABSOLUTE) continue;
    let sum = 0;
    let lost = 0;
    const end = from[k + 1];
    for (let j = from[k]; j < end; j++) {
      const x = step[cells[j]];
      sum += x;
      if (x < 0) lost -= x;
    }
    sum += moved[k] * ease;
    let carrots = 0;
    for (let j = 0; j < offers.length; j++) {
      if (offers[j].met[k] === 0) continue;
      sum += offers[j].sticks;
      carrots += offers[j].carrots;
    }
    const x = q * sum - rest * lost + carrots;
    if (x <= 0) continue;
    let p = 1;
    for (let s = 0; s < likely.length; s++) p *= likely[s][k];
    net[k] = x;
    others[k] = p;
    if (crossed === AMENDABLE) {
      red[k] = lineAcross(game, grid, me, k);
      beyond.list[beyond.n++] = k;
      continue;
    }
    surplus[k] = sum;
    loss[k] = lost;
    good.list[good.n++] = k;
    const worth = x * p;
    if (worth <= 0 || (best.n === TOP && worth <= worths[TOP - 1])) continue;
    let at = best.n < TOP ? best.n++ : TOP - 1;
    for (; at > 0 && worths[at - 1] < worth; at--) {
      best.list[at] = best.list[at - 1];
      worths[at] = worths[at - 1];
    }
    best.list[at] = k;
    worths[at] = worth;
  }
}

/**
 * The seat's own net gain by draft k (M6), one at a time: for what waits for another seat, which the lists above leave out. 0 where it
 * would lose by it or crosses a line of its own.
 */
export function gainBy({ by }: Own, { grid }: Landscape, k: number): number {
  const { step, line } = by.mine;
  if (line[k] !== CLEAR) return 0;
  const { from, cells } = grid;
  let sum = 0;
  let lost = 0;
  for (let j = from[k]; j < from[k + 1]; j++) {
    const x = step[cells[j]];
    sum += x;
    if (x < 0) lost -= x;
  }
  sum += grid.moved[k] * by.ease;
  let carrots = 0;
  for (const o of by.offers) {
    if (o.met[k] === 0) continue;
    sum += o.sticks;
    carrots += o.carrots;
  }
  const x = by.q * sum - (1 - by.q) * lost + carrots;
  return x > 0 ? x : 0;
}
