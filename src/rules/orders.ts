import type { Command, Duty, DutyAct, DutyChoice, Fault, FaultCode, Game, Move, Order } from '../world/index.ts';
import { inSet } from '../world/index.ts';
import { GUARANTEE_MAX, ORDERS_MAX, REASON_MAX } from './constants.ts';
import { guaranteeOf } from './holds.ts';
import { metNow } from './lines.ts';
import { goesOn } from './part.ts';
import { prepared } from './prepared.ts';

/** The widest salient hidden range between the principals: [seat, issue], or null when all are known (MODEL §4). */
export function widestHidden(game: Game): readonly [seat: number, issue: number] | null {
  const c = game.case;
  const I = c.issues.length;
  let best = 0;
  let found: readonly [number, number] | null = null;
  for (let s = 0; s < c.seats.length; s++) {
    if (c.seats[s].role !== 'principal') continue;
    for (let d = 0; d < I; d++) {
      const p = c.positions[s * I + d];
      if (game.world.revealed[s * I + d] !== 0) continue;
      const size = (p.ideal[2] - p.ideal[0]) * p.salience[1];
      if (size > best) {
        best = size;
        found = [s, d];
      }
    }
  }
  return found;
}

/** Why a seat may not order a move now, whatever its parameters; '' when it may. Public facts and own instructions only. */
export function moveFault(game: Game, m: number): FaultCode | '' {
  const row = prepared(game.case).moves[m];
  const w = game.world;
  const { seat, rest, when, forbiddenBy } = row;
  for (let k = 0; k < forbiddenBy.length; k++) if (w.instruction[forbiddenBy[k]] === 1) return 'forbidden-by-mandate';
  const last = w.playedRound[m];
  if (last > 0 && (rest < 0 || w.round - last <= rest)) return 'resting';
  if (when !== null && !when(game)) return 'precondition-fails';
  if (row.kind !== 'act' && row.kind !== 'statement') {
    const kind = kindFault(game, row.move);
    if (kind) return kind;
  }
  return w.capital[seat] < row.cost ? 'not-enough-capital' : '';
}

function kindFault(game: Game, move: Move): FaultCode | '' {
  const w = game.world;
  switch (move.kind) {
    case 'amend': {
      const reds = game.case.reds;
      for (let r = 0; r < reds.length; r++)
        if (reds[r].seat === move.seat && reds[r].issue === move.issue && reds[r].amendable && w.amended[r] === 0)
          return '';
      return 'already-amended';
    }
    case 'consult':
      for (let k = 0; k < move.bodies.length; k++) if (w.consulted[move.bodies[k]] === 0) return '';
      return 'already-known';
    case 'facilitate':
      return widestHidden(game) ? '' : 'nothing-to-facilitate';
    case 'guarantee':
      if (guaranteeOf(game) >= GUARANTEE_MAX) return 'guarantee-full';
      return w.budget[move.seat] < move.points ? 'not-enough-budget' : '';
    case 'carrot':
      if (w.budget[move.seat] < move.points) return 'not-enough-budget';
      return offerFault(game, move);
    case 'stick':
      return offerFault(game, move);
    case 'unilateral': {
      const [issue, option] = move.clause;
      if (w.now[issue] === option) return 'clause-changes-nothing';
      return isLocked(game, issue) ? 'issue-locked' : '';
    }
    default:
      return '';
  }
}

/** An offer whose condition holds already would be a gift or an empty threat, and one still standing need not be made again. */
function offerFault(game: Game, move: Extract<Move, { kind: 'carrot' | 'stick' }>): FaultCode | '' {
  if (metNow(game, move.terms)) return 'precondition-fails';
  for (const o of game.world.offers)
    if (
      o.state === 'standing' &&
      o.from === move.seat &&
      o.to === move.to &&
      o.kind === move.kind &&
      sameTerms(o.terms, move.terms)
    )
      return 'offer-stands';
  return '';
}

const sameTerms = (a: readonly { issue: number; min: number; max: number }[], b: typeof a): boolean =>
  a.length === b.length && a.every((t, k) => t.issue === b[k].issue && t.min === b[k].min && t.max === b[k].max);

/** Issues of clauses still to be carried out: no unilateral move may touch them. */
export const lockedIssues = (game: Game): number[] => {
  const out: number[] = [];
  for (const o of game.world.obligations) if (o.state === 'open' && !out.includes(o.issue)) out.push(o.issue);
  return out;
};

function isLocked({ world }: Game, issue: number): boolean {
  for (const o of world.obligations) if (o.state === 'open' && o.issue === issue) return true;
  return false;
}

/** Why these parameters do not fit the move; '' when they do. */
export function parameterFault(game: Game, order: Order): FaultCode | '' {
  const move = game.case.moves[order.move];
  const I = game.case.issues.length;
  if (move.kind === 'statement') {
    if (order.issue === undefined || order.option === undefined) return 'missing-parameter';
    if (order.body !== undefined || !move.issues.includes(order.issue)) return 'parameter-not-allowed';
    if (game.case.issues[order.issue].options[order.option] === undefined) return 'no-such-option';
    if (order.pledge !== undefined && !move.pledge) return 'parameter-not-allowed';
    if (order.pledge === undefined && game.world.declared[move.seat * I + order.issue] === order.option)
      return 'already-declared';
    // "Never below the lowest" and "never above the highest" promise nothing.
    const last = game.case.issues[order.issue].options.length - 1;
    if ((order.pledge === 'min' && order.option === 0) || (order.pledge === 'max' && order.option === last))
      return 'empty-pledge';
    return '';
  }
  if (order.issue !== undefined || order.option !== undefined || order.pledge !== undefined)
    return 'parameter-not-allowed';
  if (move.kind === 'consult') {
    if (order.body === undefined) return 'missing-parameter';
    if (!move.bodies.includes(order.body)) return 'parameter-not-allowed';
    return game.world.consulted[order.body] === 1 ? 'already-known' : '';
  }
  return order.body === undefined ? '' : 'parameter-not-allowed';
}

/** What a seat must or may decide about its open obligations, due tranches and lapsing sticks; the first act is the default. */
export function dutyChoices(game: Game, seat: number): DutyChoice[] {
  const w = game.world;
  const last = w.round >= w.rounds;
  const out: DutyChoice[] = [];
  for (const o of w.obligations) {
    if (o.state !== 'open' || !inSet(o.owners, seat)) continue;
    const now = o.due <= w.round;
    // In the last round every open clause is decided, because all of them are carried out after it, but for those that go on.
    const ends = last && !goesOn(game.case, o.issue);
    if (!now && !ends) continue;
    const acts: DutyAct[] = o.delayed || ends ? ['perform', 'breach'] : ['perform', 'delay', 'breach'];
    out.push({ no: o.no, of: 'obligation', acts, now });
  }
  for (const o of w.offers) {
    if (o.from !== seat) continue;
    if (o.kind === 'carrot' && o.state === 'owed' && (o.due > 0 || last))
      out.push({ no: o.no, of: 'tranche', acts: ['release', 'withhold'], now: o.due > 0 });
    if (o.kind === 'stick' && o.state === 'standing' && o.lapses <= w.round)
      out.push({ no: o.no, of: 'stick', acts: ['impose', 'spare'], now: true });
  }
  return out;
}

const fault = (code: FaultCode, at?: string): Fault => (at === undefined ? { code } : { code, at });
const isWhole = (x: unknown): x is number => typeof x === 'number' && Number.isInteger(x);
const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);

function shapeFault(game: Game, order: unknown, at: string): Fault | null {
  if (!isRecord(order)) return fault('malformed', at);
  if (!isWhole(order.move) || game.case.moves[order.move] === undefined) return fault('no-such-move', at);
  for (const key of Object.keys(order))
    if (!['move', 'issue', 'option', 'pledge', 'body'].includes(key)) return fault('malformed', `${at}/${key}`);
  if (order.issue !== undefined && (!isWhole(order.issue) || game.case.issues[order.issue] === undefined))
    return fault('no-such-issue', at);
  if (order.option !== undefined && !isWhole(order.option)) return fault('no-such-option', at);
  if (order.body !== undefined && (!isWhole(order.body) || game.case.bodies[order.body] === undefined))
    return fault('no-such-body', at);
  if (order.pledge !== undefined && order.pledge !== 'min' && order.pledge !== 'max') return fault('malformed', at);
  return null;
}

type Seal = Extract<Command, { do: 'seal' }>;

/** Everything that can be wrong with sealed orders; null when they may be sealed. */
export function sealFault(game: Game, command: Seal): Fault | null {
  const w = game.world;
  const { seat, moves, duties, because } = command;
  if (w.stage === 'over') return fault('game-over');
  if (w.stage !== 'orders') return fault('wrong-stage');
  if (w.sealed[seat] !== null) return fault('already-sealed');
  if (!Array.isArray(moves) || !Array.isArray(duties)) return fault('malformed');
  if (typeof because !== 'string') return fault('malformed', 'because');
  if (because.length > REASON_MAX) return fault('reason-too-long', 'because');
  if (because.trim() === '' && moves.length > 0) return fault('reason-missing', 'because');
  if (moves.length > (w.oneOrder[seat] === 1 ? 1 : ORDERS_MAX))
    return fault(w.oneOrder[seat] === 1 ? 'one-order-only' : 'malformed', 'moves');
  let capital = w.capital[seat];
  let budget = w.budget[seat];
  for (let k = 0; k < moves.length; k++) {
    const at = `moves/${k}`;
    const order = moves[k];
    const shape = shapeFault(game, order, at);
    if (shape) return shape;
    const move = game.case.moves[order.move];
    if (move.seat !== seat) return fault('not-your-move', at);
    for (let j = 0; j < k; j++) if (moves[j].move === order.move) return fault('duplicate-move', at);
    const problem = moveFault(game, order.move) || parameterFault(game, order);
    if (problem) return fault(problem, at);
    capital -= move.cost;
    if (capital < 0) return fault('not-enough-capital', at);
    if (move.kind === 'carrot' || move.kind === 'guarantee') budget -= move.points;
    if (budget < 0) return fault('not-enough-budget', at);
  }
  return duties.length === 0 ? null : dutyFault(game, seat, duties);
}

function dutyFault(game: Game, seat: number, duties: readonly Duty[]): Fault | null {
  const choices = dutyChoices(game, seat);
  for (let k = 0; k < duties.length; k++) {
    const at = `duties/${k}`;
    const duty: unknown = duties[k];
    if (!isRecord(duty) || Object.keys(duty).some((key) => key !== 'no' && key !== 'act'))
      return fault('malformed', at);
    const choice = choices.find((c) => c.no === duty.no);
    if (!choice) return fault('no-such-duty', at);
    if (!choice.acts.includes(duty.act as DutyAct))
      return fault(duty.act === 'delay' ? 'already-delayed' : 'parameter-not-allowed', at);
    for (let j = 0; j < k; j++) if (duties[j].no === duty.no) return fault('duplicate-move', at);
  }
  return null;
}

/** Seals the orders. What is kept is a copy, so nothing the caller does later reaches the World. */
export function seal(game: Game, command: Seal): Fault | null {
  const problem = sealFault(game, command);
  if (problem) return problem;
  const moves = command.moves.map((o) => ({ ...o }));
  const duties = command.duties.map((d) => ({ ...d }));
  if (moves.length > 1) moves.sort((a, b) => a.move - b.move);
  if (duties.length > 1) duties.sort((a, b) => a.no - b.no);
  game.world.sealed[command.seat] = { moves, duties, because: command.because.trim() };
  return null;
}

export function unseal(game: Game, seat: number): Fault | null {
  const w = game.world;
  if (w.stage !== 'orders') return fault(w.stage === 'over' ? 'game-over' : 'wrong-stage');
  if (w.sealed[seat] === null) return fault('not-sealed');
  w.sealed[seat] = null;
  return null;
}
