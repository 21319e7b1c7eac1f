import { type Clause, type Game, inSet, MAX_OPTIONS } from '../world/index.ts';
import { guaranteeOf, trustOf } from './holds.ts';
import { meetsAll } from './lines.ts';
import { prepared } from './prepared.ts';

/** The parts of M6 for one decider and one package, in utility points; confidence as a share. */
export interface Gain {
  readonly net: number; // N (M6)
  readonly surplus: number; // U⁺ − D
  readonly loss: number; // concessions (M4)
  readonly confidence: number; // q (M5)
  readonly carrots: number; // B
  readonly change: number; // U(y) − U(now)
  readonly relief: number; // σ·hurt·H/100, what the package takes off the pain of tension (M3)
  readonly sticks: number; // Σ T·stick of sticks whose condition the package meets
}

const seatOf = (game: Game, decider: number): number =>
  decider < game.case.seats.length ? decider : game.case.bodies[decider - game.case.seats.length].seat;

/** U(now) of a decider (M1). */
export function utilityNow(game: Game, decider: number): number {
  const I = game.case.issues.length;
  const { util } = game.truth;
  const now = game.world.now;
  let u = 0;
  for (let d = 0; d < I; d++) u += util[(decider * I + d) * MAX_OPTIONS + now[d]];
  return u;
}

/** σ(y) = Σ w_d over moved issues / Σ w_d over all (M3), 0–1. */
export function reliefShare(game: Game, clauses: readonly Clause[]): number {
  const { issues } = game.case;
  let moved = 0;
  for (let k = 0; k < clauses.length; k++) moved += issues[clauses[k][0]].weight;
  return moved / prepared(game.case).weights;
}

/** q_i = min over the other principals of 1 − (1 − T_ij)(1 − Γ) (M5). A mediator takes no such risk: 1. */
export function confidence(game: Game, seat: number): number {
  const seats = game.case.seats;
  if (seats[seat].role === 'mediator') return 1;
  const open = 1 - guaranteeOf(game);
  const { principals } = prepared(game.case);
  let q = 1;
  for (let k = 0; k < principals.length; k++) {
    if (principals[k] === seat) continue;
    const c = 1 - (1 - trustOf(game, seat, principals[k])) * open;
    if (c < q) q = c;
  }
  return q;
}

/** D_i (M2): U(now) − hurt·H/100 − Σ T·stick over the standing sticks against the seat. */
export function batna(game: Game, decider: number): number {
  const seat = seatOf(game, decider);
  const w = game.world;
  let d = utilityNow(game, decider) - (w.hurt[seat] * w.tension) / 100;
  for (const o of w.offers)
    if (o.kind === 'stick' && o.state === 'standing' && o.to === seat) d -= trustOf(game, seat, o.from) * o.points;
  return d;
}

/** Everything about one decider and one package (M1–M6). `decider`: a seat's leader, or seats + body. */
export function gain(game: Game, decider: number, clauses: readonly Clause[]): Gain {
  const seat = seatOf(game, decider);
  const I = game.case.issues.length;
  const w = game.world;
  const { util } = game.truth;
  let change = 0;
  let loss = 0;
  for (const [issue, option] of clauses) {
    const row = (decider * I + issue) * MAX_OPTIONS;
    const step = util[row + option] - util[row + w.now[issue]];
    change += step;
    if (step < 0) loss -= step;
  }
  const relief = (reliefShare(game, clauses) * w.hurt[seat] * w.tension) / 100;
  let sticks = 0;
  let carrots = 0;
  for (const o of w.offers) {
    if (o.to !== seat || o.state !== 'standing' || !meetsAll(game, clauses, o.terms)) continue;
    if (o.kind === 'carrot') carrots += o.points;
    else sticks += trustOf(game, seat, o.from) * o.points;
  }
  const q = confidence(game, seat);
  // U⁺ − D: what stays as it is cancels, so only the moved issues, the relief and the sticks avoided remain.
  const surplus = change + relief + sticks;
  return { net: q * surplus - (1 - q) * loss + carrots, surplus, loss, confidence: q, carrots, change, relief, sticks };
}

/**
 * Kydd's threshold: the confidence at which N_i would be 0, 0–1. 0: gains even if nothing is delivered; above 1 (given as 2):
 * no confidence is enough.
 */
export function neededConfidence(g: Gain): number {
  const slope = g.surplus + g.loss;
  const rest = g.loss - g.carrots;
  if (rest <= 0) return 0;
  if (slope <= 0 || rest > slope) return 2;
  return rest / slope;
}

/** The principals and every owner of a moved issue. */
export function signatoriesOf(game: Game, clauses: readonly Clause[]): number {
  const { seats, issues } = game.case;
  let set = 0;
  for (let s = 0; s < seats.length; s++) if (seats[s].role === 'principal') set |= 1 << s;
  for (let k = 0; k < clauses.length; k++) set |= issues[clauses[k][0]].owners;
  return set;
}

export const seatsIn = (game: Game, set: number): number[] =>
  game.case.seats.map((_, s) => s).filter((s) => inSet(set, s));
