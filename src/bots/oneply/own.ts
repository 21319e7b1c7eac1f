import { ABSOLUTE, AMENDABLE, CLEAR, confidence, type Grid, type Lines, linesOn } from '../../rules/index.ts';
import type { Game, View } from '../../world/index.ts';
import { type Offered, offersTo, stepsOf } from './bare.ts';
import { easeOf, FREE, type Landscape } from './landscape.ts';
import { Lent } from './pool.ts';

/** What a seat knows of itself: its true numbers instead of the public ones. Lists by draft hold good drafts only, but for `line` and `red`. */
export interface Own {
  readonly ideal: View['ideal'];
  readonly net: Float64Array;
  readonly surplus: Float64Array;
  readonly loss: Float64Array;
  readonly others: Float64Array; // draft → chance that all other signatories sign
  readonly line: Uint8Array;
  readonly red: Int16Array; // a red line that it crosses, −1 none
  readonly votes: Uint8Array;
  readonly good: readonly number[]; // drafts that need nobody but the seat itself, and that it would sign as far as gain and lines go
  readonly beyond: readonly number[]; // the same, once it had given one of its lines up
  readonly best: readonly number[]; // good drafts with the largest gain × chance, best first; at most TOP
  readonly by: Means;
  readonly lent: Lent;
}

/** What the seat's own numbers are reckoned from. */
interface Means {
  readonly q: number;
  readonly ease: number;
  readonly offers: readonly Offered[];
  readonly step: Float64Array;
  readonly cost: Float64Array;
}
const TOP = 10;

/** A seat's own column: its drawn ideals, weights and red lines; and what it may hope for. Kept while the seat knows nothing new. */
export function ownOf(game: Game, landscape: Landscape, v: View): Own {
  const old = landscape.owns[v.who];
  if (old && old.ideal === v.ideal) return old;
  old?.lent.giveBack();
  const own = computeOwn(game, landscape, v);
  landscape.owns[v.who] = own;
  return own;
}

function computeOwn(game: Game, landscape: Landscape, v: View): Own {
  const me = v.who;
  const { grid, all, seats, blocker } = landscape;
  const { list, n } = all;
  const q = confidence(game, me);
  const rest = 1 - q;
  const ease = easeOf(game, grid, me);
  const offers = offersTo(game, me, grid);
  const { step, cost, lines } = privateOf(game, grid, v);
  const { line, red } = lines;
  const { from, cells, moved } = grid;
  const size = moved.length;
  const lent = new Lent();
  const net = lent.numbers(size);
  const surplus = lent.numbers(size);
  const loss = lent.numbers(size);
  const others = lent.numbers(size);
  const good: number[] = [];
  const beyond: number[] = [];
  const best: number[] = [];
  const mine = me + 1;
  const likely: Float64Array[] = [];
  for (let s = 0; s < seats.length; s++) if (s !== me) likely.push(seats[s].likely);
  const worths: number[] = [];
  for (let i = 0; i < n; i++) {
    const k = list[i];
    if (blocker[k] !== FREE && blocker[k] !== mine) continue;
    const crossed = line[k];
    if (crossed === ABSOLUTE) continue;
    let sum = 0;
    let lost = 0;
    const end = from[k + 1];
    for (let j = from[k]; j < end; j++) {
      sum += step[cells[j]];
      lost += cost[cells[j]];
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
      beyond.push(k);
      continue;
    }
    surplus[k] = sum;
    loss[k] = lost;
    good.push(k);
    const worth = x * p;
    if (worth <= 0 || (best.length === TOP && worth <= worths[TOP - 1])) continue;
    let at = best.length < TOP ? best.length : TOP - 1;
    for (; at > 0 && worths[at - 1] < worth; at--) {
      best[at] = best[at - 1];
      worths[at] = worths[at - 1];
    }
    best[at] = k;
    worths[at] = worth;
  }
  return {
    ideal: v.ideal,
    net,
    surplus,
    loss,
    others,
    line,
    red,
    votes: lent.marks(size),
    good,
    beyond,
    best,
    by: { q, ease, offers, step, cost },
    lent,
  };
}

/**
 * The seat's own net gain by draft k (M6), one at a time: for what waits for another seat, which the lists above leave out. 0 where it
 * would lose by it or crosses a line of its own.
 */
export function gainBy({ by, line }: Own, { grid }: Landscape, k: number): number {
  if (line[k] !== CLEAR) return 0;
  const { step, cost } = by;
  const { from, cells } = grid;
  let sum = 0;
  let lost = 0;
  for (let j = from[k]; j < from[k + 1]; j++) {
    sum += step[cells[j]];
    lost += cost[cells[j]];
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

/** What a seat's own drawn values make of the options, and which of its own lines each draft of a grid crosses. */
interface Private {
  readonly grid: Grid;
  readonly amended: readonly number[];
  readonly step: Float64Array; // what each option is worth against the one in force, by issue·MAX_OPTIONS + option
  readonly cost: Float64Array; // the same where it is a loss, else 0 (M4)
  readonly lines: Lines;
}

const privates = new WeakMap<View['weight'], Private>();

/** Kept for a seat's drawn weights, so for a game, as long as no option changes and no line is given up. */
export function privateOf(game: Game, grid: Grid, v: View): Private {
  const old = privates.get(v.weight);
  if (old && old.grid === grid && equal(old.amended, v.amended)) return old;
  const step = stepsOf(game.truth.util, v.who, v.now.length, v.now);
  const fresh: Private = {
    grid,
    amended: v.amended.slice(),
    step,
    cost: step.map((x) => (x < 0 ? -x : 0)),
    lines: linesOn(grid, game.case, v.who, game.truth.reds, v.amended),
  };
  privates.set(v.weight, fresh);
  return fresh;
}

const equal = (a: readonly number[], b: readonly number[]): boolean => {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
};
