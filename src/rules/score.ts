import { type Case, type Game, MAX_OPTIONS, type Truth } from '../world/index.ts';
import { PAID_SHARE } from './constants.ts';
import { utilityNow } from './gain.ts';
import { holds } from './holds.ts';

/** Score of one seat at the end, with its parts (MODEL §6). All values in utility points; `score` 0–1. */
export interface SeatScore {
  readonly seat: number;
  readonly score: number;
  /** false: there was nothing to win by the documents' positions, so only the mandate counts. */
  readonly judged: boolean;
  readonly value: number; // V_i
  readonly utility: number; // U_i(final)
  readonly pain: number; // hurt·H_end/100
  readonly batna: number; // D_i(start)
  readonly best: number; // best_i
  readonly received: number;
  readonly paid: number;
  readonly suffered: number;
  readonly takenBack: number;
  readonly goals: readonly { readonly goal: number; readonly met: boolean }[];
}

/** D_i at the start for every seat: no sticks stand yet, so U(start) − hurt·H/100 (M2). */
export function batnaAtStart(c: Case, truth: Truth): number[] {
  const I = c.issues.length;
  return c.seats.map((seat, s) => {
    let u = 0;
    for (let d = 0; d < I; d++) u += truth.util[(s * I + d) * MAX_OPTIONS + c.issues[d].now];
    return u - (seat.hurt * c.tension.start) / 100;
  });
}

const bests = new WeakMap<Truth, number[]>();

/**
 * best_i: each seat's largest U over all packages that cross no absolute red line of anybody and leave both principals at
 * U ≥ D(start). A seat with no such package gets its own D(start). Branches that can raise nobody's best are cut off, which changes no result.
 */
export function bestPackages(c: Case, truth: Truth): number[] {
  const old = bests.get(truth);
  if (old) return old;
  const S = c.seats.length;
  const I = c.issues.length;
  const start = batnaAtStart(c, truth);
  const best = start.map(() => Number.NEGATIVE_INFINITY);
  const isPrincipal = c.seats.map((s) => s.role === 'principal');
  const lowest: number[] = [];
  const highest: number[] = [];
  // Absolute lines without a way round only narrow the ladder; lines with `unless` are looked at package by package.
  const conditional: number[] = [];
  for (let d = 0; d < I; d++) {
    lowest.push(0);
    highest.push(c.issues[d].options.length - 1);
  }
  c.reds.forEach((red, r) => {
    if (red.amendable) return;
    if (red.unless) conditional.push(r);
    else if (red.side === 'max') highest[red.issue] = Math.min(highest[red.issue], truth.reds[r]);
    else lowest[red.issue] = Math.max(lowest[red.issue], truth.reds[r]);
  });
  const option = lowest.slice();
  const sums = new Float64Array((I + 1) * S);
  const crossesConditional = (): boolean =>
    conditional.some((r) => {
      const red = c.reds[r];
      const x = option[red.issue];
      const u = red.unless;
      return (
        (red.side === 'max' ? x > truth.reds[r] : x < truth.reds[r]) &&
        !(u && option[u.issue] >= u.min && option[u.issue] <= u.max)
      );
    });
  // The most that the issues from d on can still bring each seat, a hair above the sums so that rounding cuts nothing off.
  const rest = new Float64Array((I + 1) * S);
  for (let d = I - 1; d >= 0; d--)
    for (let s = 0; s < S; s++) {
      let most = Number.NEGATIVE_INFINITY;
      for (let o = lowest[d]; o <= highest[d]; o++) {
        const u = truth.util[(s * I + d) * MAX_OPTIONS + o];
        if (u > most) most = u;
      }
      rest[d * S + s] = rest[(d + 1) * S + s] + most;
    }
  /** Whether going on from d could still raise a seat's best value without leaving a principal below its start. */
  const hopeful = (d: number, seat: number): boolean => {
    if (sums[d * S + seat] + rest[d * S + seat] + 1e-6 <= best[seat]) return false;
    for (let s = 0; s < S; s++) if (isPrincipal[s] && sums[d * S + s] + rest[d * S + s] + 1e-6 < start[s]) return false;
    return true;
  };
  // One seat after the other, its best options first: a good package is found early, and cuts off nearly all the rest.
  const visit = (d: number, seat: number, ladders: readonly (readonly number[])[]): void => {
    if (!hopeful(d, seat)) return;
    if (d === I) {
      const at = I * S;
      for (let s = 0; s < S; s++) if (isPrincipal[s] && sums[at + s] < start[s]) return;
      if (conditional.length > 0 && crossesConditional()) return;
      for (let s = 0; s < S; s++) if (sums[at + s] > best[s]) best[s] = sums[at + s];
      return;
    }
    for (const o of ladders[d]) {
      // What comes after it on the ladder brings the seat even less.
      const most = sums[d * S + seat] + truth.util[(seat * I + d) * MAX_OPTIONS + o] + rest[(d + 1) * S + seat];
      if (most + 1e-6 <= best[seat]) return;
      option[d] = o;
      for (let s = 0; s < S; s++) sums[(d + 1) * S + s] = sums[d * S + s] + truth.util[(s * I + d) * MAX_OPTIONS + o];
      visit(d + 1, seat, ladders);
    }
  };
  for (let s = 0; s < S; s++) {
    const ladders = c.issues.map((_, d) => {
      const row = (s * I + d) * MAX_OPTIONS;
      const ladder: number[] = [];
      for (let o = lowest[d]; o <= highest[d]; o++) {
        let at = ladder.length;
        for (; at > 0 && truth.util[row + ladder[at - 1]] < truth.util[row + o]; at--) ladder[at] = ladder[at - 1];
        ladder[at] = o;
      }
      return ladder;
    });
    visit(0, s, ladders);
  }
  for (let s = 0; s < S; s++) if (best[s] === Number.NEGATIVE_INFINITY) best[s] = start[s];
  bests.set(truth, best);
  return best;
}

/** Scores of all seats as the World stands; meant for the end, but total at any time. */
export function scores(game: Game): SeatScore[] {
  const { case: c, truth, world: w } = game;
  const start = batnaAtStart(c, truth);
  const best = bestPackages(c, truth);
  return c.seats.map((seat, s) => {
    const utility = utilityNow(game, s);
    const pain = (w.hurt[s] * w.tension) / 100;
    const value = utility - pain + w.received[s] - PAID_SHARE * w.paid[s] - w.suffered[s] - w.takenBack[s];
    const room = best[s] - start[s];
    const raw = room > 0 ? (value - start[s]) / room : 0;
    const goals = [
      ...seat.goals.filter((g) => !c.goals[g].secret && w.goal[g] === 1),
      ...(truth.cards[s] >= 0 ? [truth.cards[s]] : []),
    ];
    return {
      seat: s,
      score: raw < 0 ? 0 : raw > 1 ? 1 : raw,
      judged: room > 0,
      value,
      utility,
      pain,
      batna: start[s],
      best: best[s],
      received: w.received[s],
      paid: w.paid[s],
      suffered: w.suffered[s],
      takenBack: w.takenBack[s],
      goals: goals.map((goal) => ({ goal, met: holds(game, c.goals[goal].when) })),
    };
  });
}

/** Joint measures beside the scores: tension at the end, and the share of obligations performed (null when there were none). */
export function jointMeasures(game: Game): { tension: number; performedShare: number | null } {
  let performed = 0;
  let settled = 0;
  for (const o of game.world.obligations) {
    if (o.state === 'performed') performed++;
    if (o.state === 'performed' || o.state === 'breached') settled++;
  }
  return { tension: game.world.tension, performedShare: settled > 0 ? performed / settled : null };
}
