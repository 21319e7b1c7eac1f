import { ABSOLUTE, AMENDABLE, CLEAR, confidence, draftsAcross, type Grid, redsOf } from '../../rules/index.ts';
import type { Game, View } from '../../world/index.ts';
import { type Offered, offersTo, stepsOf } from './bare.ts';
import { easeOf, FREE, type Landscape, type Places } from './landscape.ts';
import { Lent } from './pool.ts';

/** What a seat knows of itself: its true numbers instead of the public ones, written for drafts in `good` and `beyond` only. */
export interface Own {
  readonly ideal: View['ideal'];
  readonly net: Float64Array;
  readonly surplus: Float64Array;
  readonly loss: Float64Array;
  readonly others: Float64Array; // draft → chance that all other signatories sign
  readonly votes: Uint8Array;
  readonly good: Places; // drafts that need nobody but the seat itself, and that it would sign as far as gain and lines go
  readonly beyond: Places; // the same, once it had given one of its lines up …
  readonly red: Int32Array; // … draft → that line
  readonly best: Places; // good drafts with the largest gain × chance, best first; at most TOP
  readonly by: Means;
  readonly lent: Lent;
}

/** What the seat's own numbers are reckoned from. */
interface Means {
  readonly q: number;
  readonly ease: number;
  readonly offers: readonly Offered[];
  readonly mine: Private;
}
const TOP = 10;
/** Working space: gain × chance of the best so far. */
const worths = new Float64Array(TOP);

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
  const mine = privateOf(game, grid, v);
  const { step, cost, lines } = mine;
  const { from, cells, moved } = grid;
  const size = moved.length;
  const lent = new Lent();
  const net = lent.numbers(size);
  const surplus = lent.numbers(size);
  const loss = lent.numbers(size);
  const others = lent.numbers(size);
  const good: Places = { list: lent.places(n), n: 0 };
  const beyond: Places = { list: lent.places(n), n: 0 };
  const red = lent.places(size);
  const best: Places = { list: lent.places(TOP), n: 0 };
  const self = me + 1;
  const likely: Float64Array[] = [];
  for (let s = 0; s < seats.length; s++) if (s !== me) likely.push(seats[s].likely);
  for (let i = 0; i < n; i++) {
    const k = list[i];
    if (blocker[k] !== FREE && blocker[k] !== self) continue;
    const crossed = crossedBy(lines, k);
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
      red[k] = lineAcross(lines, k);
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
  return {
    ideal: v.ideal,
    net,
    surplus,
    loss,
    others,
    red,
    votes: lent.marks(size),
    good,
    beyond,
    best,
    by: { q, ease, offers, mine },
    lent,
  };
}

/**
 * The seat's own net gain by draft k (M6), one at a time: for what waits for another seat, which the lists above leave out. 0 where it
 * would lose by it or crosses a line of its own.
 */
export function gainBy({ by }: Own, { grid }: Landscape, k: number): number {
  const { step, cost, lines } = by.mine;
  if (crossedBy(lines, k) !== CLEAR) return 0;
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

/** One of the seat's lines that it has not given up, on a grid. */
interface Line {
  readonly red: number;
  readonly kind: number; // AMENDABLE or ABSOLUTE
  readonly across: Uint8Array; // draft → 1 where it is crossed
}

/** CLEAR, AMENDABLE or ABSOLUTE; two lines that could each be given up are too many for one package. */
function crossedBy(lines: readonly Line[], k: number): number {
  let crossed = CLEAR;
  for (let j = 0; j < lines.length; j++)
    if (lines[j].across[k] === 1) crossed = crossed === CLEAR ? lines[j].kind : ABSOLUTE;
  return crossed;
}

function lineAcross(lines: readonly Line[], k: number): number {
  for (const { across, red } of lines) if (across[k] === 1) return red;
  return -1;
}

/** What a seat's own drawn values make of the options, and which of its own lines each draft of a grid crosses. */
interface Private {
  readonly grid: Grid;
  readonly amended: readonly number[];
  readonly step: readonly number[]; // what each option is worth against the one in force, by issue·MAX_OPTIONS + option
  readonly cost: readonly number[]; // the same where it is a loss, else 0 (M4)
  readonly lines: readonly Line[];
}

const privates = new WeakMap<View['weight'], Private>();

/** Kept for a seat's drawn weights, so for a game, as long as no option changes and no line is given up. */
export function privateOf(game: Game, grid: Grid, v: View): Private {
  const old = privates.get(v.weight);
  if (old && old.grid === grid && equal(old.amended, v.amended)) return old;
  const step = stepsOf(game.truth.util, v.who, v.now.length, v.now);
  const { case: c, truth } = game;
  const lines: Line[] = [];
  for (const red of redsOf(c, v.who))
    if (v.amended[red] !== 1)
      lines.push({
        red,
        kind: c.reds[red].amendable ? AMENDABLE : ABSOLUTE,
        across: draftsAcross(grid, c, red, truth.reds[red]),
      });
  const fresh: Private = {
    grid,
    amended: v.amended.slice(),
    step,
    cost: step.map((x) => (x < 0 ? -x : 0)),
    lines,
  };
  privates.set(v.weight, fresh);
  return fresh;
}

const equal = (a: readonly number[], b: readonly number[]): boolean => {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
};
