import { CAMEO, type Case, type Effect, type Move, type MoveChoice, type MoveKind } from '../world/index.ts';
import { type Test, testOf } from './holds.ts';

/**
 * What the rules read of a case again and again, made ready once: conditions as functions, and the moves in rows that all have the same
 * fields, which engines read several times faster than moves, of which every kind has fields of its own.
 */
export interface Prepared {
  readonly moves: readonly MoveRow[];
  readonly events: readonly EventRow[];
  readonly incidents: readonly EventRow[];
  readonly deadlines: readonly Test[];
  /** By gate; null: only events and effects move it. */
  readonly gates: readonly (Test | null)[];
  readonly endings: readonly Test[];
  readonly goals: readonly Test[];
  /** The seats that conclude. */
  readonly principals: readonly number[];
  /** By seat: its red lines. */
  readonly reds: readonly (readonly number[])[];
  /** Σ w over all issues (M3). */
  readonly weights: number;
  /** By seat: what all its bodies weigh together. */
  readonly bodyWeights: readonly number[];
  /** A 0 for each seat and each body, to be copied: quicker than filling a new list. */
  readonly perSeat: readonly number[];
  readonly perBody: readonly number[];
}

export interface MoveRow {
  readonly move: Move;
  readonly seat: number;
  readonly kind: MoveKind;
  readonly cost: number;
  readonly rest: number;
  readonly when: Test | null;
  /** Goldstein weight of its event code. */
  readonly g: number;
  /** Instructions of its seat that forbid it while they are active. */
  readonly forbiddenBy: readonly number[];
  readonly effects: readonly Effect[];
  /** Points that it reserves in a mediator's budget. */
  readonly points: number;
  /** What may be chosen when nothing is in its way (a consultation: as long as nobody was asked). */
  readonly free: MoveChoice;
}

export interface EventRow {
  readonly no: number;
  readonly weight: number;
  readonly repeat: boolean;
  readonly when: Test;
}

const known = new WeakMap<Case, Prepared>();
/** Nearly always the same case is asked for as the time before. */
let lastCase: Case | null = null;
let last: Prepared;

export function prepared(c: Case): Prepared {
  if (c === lastCase) return last;
  let found = known.get(c);
  if (!found) {
    found = prepare(c);
    known.set(c, found);
  }
  lastCase = c;
  last = found;
  return found;
}

function prepare(c: Case): Prepared {
  const happenings = c.events.map(({ kind, weight, repeat, when }, no) => ({
    kind,
    row: { no, weight, repeat, when: testOf(when) },
  }));
  return {
    moves: c.moves.map((move, m) => rowOf(c, move, m)),
    events: happenings.filter(({ kind }) => kind === 'event').map(({ row }) => row),
    incidents: happenings.filter(({ kind }) => kind === 'incident').map(({ row }) => row),
    deadlines: c.deadlines.map(({ when }) => testOf(when)),
    gates: c.gates.map(({ opensWhen }) => (opensWhen === null ? null : testOf(opensWhen))),
    endings: c.endings.map(({ when }) => testOf(when)),
    goals: c.goals.map(({ when }) => testOf(when)),
    principals: c.seats.map((_, s) => s).filter((s) => c.seats[s].role === 'principal'),
    reds: c.seats.map((_, s) => c.reds.map((_red, r) => r).filter((r) => c.reds[r].seat === s)),
    weights: c.issues.reduce((sum, { weight }) => sum + weight, 0),
    bodyWeights: c.seats.map(({ bodies }) => bodies.reduce((sum, b) => sum + c.bodies[b].weight, 0)),
    perSeat: c.seats.map(() => 0),
    perBody: c.bodies.map(() => 0),
  };
}

function rowOf(c: Case, move: Move, m: number): MoveRow {
  const forbiddenBy: number[] = [];
  c.instructions.forEach(({ seat, forbidsMoves }, k) => {
    if (seat === move.seat && forbidsMoves.includes(m)) forbiddenBy.push(k);
  });
  const { seat, kind, cost, rest, effects } = move;
  const when = move.when === null ? null : testOf(move.when);
  const points = move.kind === 'carrot' || move.kind === 'guarantee' ? move.points : 0;
  const free: MoveChoice = {
    move: m,
    cost,
    why: '',
    ...(move.kind === 'statement' && { issues: move.issues, pledge: move.pledge }),
    ...(move.kind === 'consult' && { bodies: move.bodies }),
  };
  return { move, seat, kind, cost, rest, when, g: CAMEO[move.cameo], forbiddenBy, effects, points, free };
}
