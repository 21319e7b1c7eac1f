import { GUARANTEE_MAX, guaranteeOf, metBy, trustOf } from '../../rules/index.ts';
import { type Case, type Effect, MAX_OPTIONS, type Move, type Term } from '../../world/index.ts';
import { chanceToAccept } from './bare.ts';
import { type Desk, wouldRatify } from './desk.ts';
import { chanceAt, FREE } from './judged.ts';
import { signersOf } from './landscape.ts';
import type { Places } from './numbers.ts';
import { gainBy } from './own.ts';

/** What a seat may hope for from a package, and which one. */
export interface Hope {
  readonly worth: number;
  readonly k: number; // place of the package, −1 none
}
const NO_HOPE: Hope = { worth: 0, k: -1 };

/** A package that somebody's bodies would refuse counts for a third. */
const voted = (desk: Desk, k: number, worth: number): Hope =>
  k < 0 ? NO_HOPE : { k, worth: wouldRatify(desk, k) ? worth : worth / 3 };

/** As things stand: the largest own gain × chance that the others sign, among the first few that would be ratified. */
export function hopeNow(desk: Desk): Hope {
  const { best, others, net } = desk.own;
  if (best.n === 0) return NO_HOPE;
  for (let i = 0; i < best.n; i++) {
    const k = best.list[i];
    if (wouldRatify(desk, k)) return { k, worth: net[k] * others[k] };
  }
  const k = best.list[0];
  return { k, worth: (net[k] * others[k]) / 3 };
}

/** What is to be hoped for when a seat gains `points` more from every package that meets the terms (a carrot, or a stick avoided). */
export function hopeWithOffer(desk: Desk, base: Hope, to: number, points: number, terms: readonly Term[]): Hope {
  const { land, own, c, me } = desk;
  const met = metBy(land.grid, terms);
  const other = to + 1;
  let most = base.worth;
  let found = -1;
  /** Own gain × the others' chances, 0 where that cannot be more than the most so far. */
  const hope = (k: number, net: number): number => {
    if (net <= most || (signersOf(land, k) & (1 << to)) === 0) return 0;
    let x = net * chanceAt(land.seats[to], k, points);
    for (let s = 0; s < land.seats.length && x > most; s++) if (s !== me && s !== to) x *= land.seats[s].likely[k];
    return x;
  };
  for (let i = 0; i < own.good.n; i++) {
    const k = own.good.list[i];
    if (met[k] === 0 || (land.blocker[k] !== FREE && land.blocker[k] !== other)) continue;
    const x = hope(k, own.net[k]);
    if (x <= most) continue;
    most = x;
    found = k;
  }
  // What waits for another seat is a mediator's business: it has the means to win it over.
  if (c.seats[me].role === 'mediator') {
    const { list, n } = land.waiting[to];
    for (let i = 0; i < n; i++) {
      const k = list[i];
      if (met[k] === 0) continue;
      const x = hope(k, gainBy(own, land, k));
      if (x <= most) continue;
      most = x;
      found = k;
    }
  }
  return found < 0 ? base : better(base, voted(desk, found, most));
}

const better = (a: Hope, b: Hope): Hope => (b.worth > a.worth ? b : a);

/** How confidence would change: all guarantees together, and perhaps the trust of one seat in another. */
interface Otherwise {
  readonly guarantee: number;
  readonly from: number; // −1: no trust changes
  readonly to: number;
  readonly trust: number;
}

/** What is to be hoped for when the confidence of some seats changes. `places`: where to look. */
function hopeWithConfidence(desk: Desk, { list, n }: Places, otherwise: Otherwise): Hope {
  const { land, own, me } = desk;
  const { seats } = land;
  for (let s = 0; s < seats.length; s++) more[s] = confidenceIf(desk, s, otherwise) - seats[s].q;
  const mine = more[me];
  let most = 0;
  let found = -1;
  for (let i = 0; i < n; i++) {
    const k = list[i];
    // M6 is linear in q: each point of confidence is worth surplus + loss.
    let x = own.net[k] + mine * (own.surplus[k] + own.loss[k]);
    for (let s = 0; s < seats.length && x > most; s++) {
      if (s === me) continue;
      const column = seats[s];
      x *= more[s] === 0 ? column.likely[k] : chanceAt(column, k, more[s] * (column.surplus[k] + column.loss[k]));
    }
    if (x > most) {
      most = x;
      found = k;
    }
  }
  return voted(desk, found, most);
}
/** Working space: seat → what its confidence would gain. */
const more: number[] = [];

/** What is to be hoped for once one's own line on an issue is given up. */
export function hopeWithoutLine(desk: Desk, base: Hope, issue: number): Hope {
  const { c, own } = desk;
  let most = base.worth;
  let found = -1;
  for (let i = 0; i < own.beyond.n; i++) {
    const k = own.beyond.list[i];
    if (c.reds[own.red[k]].issue !== issue) continue;
    const x = own.net[k] * own.others[k];
    if (x > most) {
      most = x;
      found = k;
    }
  }
  return found < 0 ? base : better(base, voted(desk, found, most));
}

/**
 * What is to be hoped for after one issue has been moved beforehand: packages that contain the clause, without what it brings and
 * costs by itself.
 */
export function hopeAfterStep(desk: Desk, issue: number, option: number): Hope {
  const { land, own, c } = desk;
  const I = c.issues.length;
  for (let i = 0; i < own.best.n; i++) {
    const k = own.best.list[i];
    if (land.grid.options[k * I + issue] === option && land.grid.drafts[k].length > 1)
      return { k, worth: own.net[k] * own.others[k] };
  }
  return NO_HOPE;
}

/** Confidence of a seat (M5) if trust between two seats and the guarantees were otherwise. */
function confidenceIf({ c, game, principals }: Desk, seat: number, { guarantee, from, to, trust }: Otherwise): number {
  if (c.seats[seat].role === 'mediator') return 1;
  let q = 1;
  for (const j of principals) {
    if (j === seat) continue;
    const t = seat === from && j === to ? trust : trustOf(game, seat, j);
    const x = 1 - (1 - t) * (1 - guarantee);
    if (x < q) q = x;
  }
  return q;
}

/** How urgent prospects are: nothing can be tabled after the last round, and only one package may be open at a time. */
export function urgency(desk: Desk): number {
  if (desk.left === 0) return 0;
  for (const o of desk.v.obligations) if (o.state === 'open') return 0.35;
  return 1;
}

/** Worth of a guarantee of `by`. */
export function guaranteeWorth(desk: Desk, base: Hope, by: number): number {
  const now = guaranteeOf(desk.game);
  const then = now + by > GUARANTEE_MAX ? GUARANTEE_MAX : now + by;
  const hope = hopeWithConfidence(desk, desk.own.good, { guarantee: then, from: -1, to: -1, trust: 0 });
  return (hope.worth - base.worth) * urgency(desk);
}

/** Worth of more (or less) trust of one seat in another: what it does to the best prospect, and what a good name is worth anyway. */
export function trustWorth(desk: Desk, base: Hope, e: Extract<Effect, { does: 'trust' }>): number {
  const { game, as, me, c } = desk;
  const S = c.seats.length;
  const at = e.from * S + e.to;
  const alpha = game.world.trustA[at];
  const beta = game.world.trustB[at];
  const before = alpha / (alpha + beta);
  const after = (alpha + e.performed) / (alpha + e.performed + beta + e.breached);
  let worth = e.to === me ? (after - before) * 3 : 0;
  if (desk.principals.includes(e.from) && desk.principals.includes(e.to)) {
    const guarantee = guaranteeOf(game);
    const hope = hopeWithConfidence(desk, desk.own.best, { guarantee, from: e.from, to: e.to, trust: after });
    worth += (hope.worth - base.worth) * urgency(desk);
  }
  return worth * as.trust;
}

type Offering = Pick<Extract<Move, { kind: 'carrot' | 'stick' }>, 'kind' | 'to' | 'points' | 'terms'>;

/** Worth of a carrot or stick: the better prospect, or that its target takes the step alone, less the price. */
export function offerWorth(desk: Desk, base: Hope, move: Offering): { worth: number; hope: Hope } {
  const { game, as, me } = desk;
  const points = move.kind === 'carrot' ? move.points : trustOf(game, move.to, me) * move.points;
  const hope = hopeWithOffer(desk, base, move.to, points, move.terms);
  const better = (hope.worth - base.worth) * urgency(desk);
  const alone = stepAlone(desk, move.to, points, move.terms);
  const gain = better > alone.worth ? better : alone.worth;
  if (move.kind === 'stick') return { worth: gain - as.pressure * 0.4, hope };
  // Half of what is paid lowers the score; it is paid only when the condition is met.
  const paid = hope.k >= 0 && metBy(desk.land.grid, move.terms)[hope.k] === 1 ? 0.35 : 0;
  const likely = alone.p > paid ? alone.p : paid;
  return { worth: gain - move.points * 0.5 * likely, hope };
}

/** The chance that the target, paid or pressed, meets the terms by a step on issues that it owns alone, and what that is worth. */
function stepAlone(desk: Desk, to: number, points: number, terms: readonly Term[]): { worth: number; p: number } {
  const { c, game, me, v } = desk;
  const I = c.issues.length;
  const { util } = game.truth;
  let theirs = points;
  let ours = 0;
  for (let j = 0; j < terms.length; j++) {
    const t = terms[j];
    const now = v.now[t.issue];
    if (now >= t.min && now <= t.max) continue;
    if (c.issues[t.issue].owners !== 1 << to) return { worth: 0, p: 0 };
    const option = now < t.min ? t.min : t.max;
    if (!canStep(desk, to, t.issue, option)) return { worth: 0, p: 0 };
    const row = (to * I + t.issue) * MAX_OPTIONS;
    const mine = (me * I + t.issue) * MAX_OPTIONS;
    theirs += util[row + option] - util[row + now];
    ours += util[mine + option] - util[mine + now];
  }
  const p = chanceToAccept(theirs) * 0.5;
  return { worth: ours * p, p };
}

const steps = new WeakMap<Case, Uint8Array>();

/** Whether the seat has a unilateral move to this option. */
function canStep({ c }: Desk, seat: number, issue: number, option: number): boolean {
  const I = c.issues.length;
  let table = steps.get(c);
  if (!table) {
    table = new Uint8Array(c.seats.length * I * MAX_OPTIONS);
    for (const move of c.moves)
      if (move.kind === 'unilateral') table[(move.seat * I + move.clause[0]) * MAX_OPTIONS + move.clause[1]] = 1;
    steps.set(c, table);
  }
  return table[(seat * I + issue) * MAX_OPTIONS + option] === 1;
}
