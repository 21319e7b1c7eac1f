import type { Cause, Move, MoveKind, Order } from '../../world/index.ts';
import { APPROVAL_AMEND, FACILITATE_CEILING, FACILITATE_TRUST } from '../constants.ts';
import { trustOf } from '../holds.ts';
import { moveFault, parameterFault, widestHidden } from '../orders.ts';
import { type MoveRow, prepared } from '../prepared.ts';
import { guards } from '../votes.ts';
import {
  type Context,
  deedOf,
  everyone,
  note,
  optionId,
  RULE,
  STEP,
  seatId,
  setOption,
  sway,
  tell,
} from './context.ts';
import { addGuarantee, applyEffects, makeOffer, spend } from './effects.ts';

/** An order that survived the check, in canonical order of moves. */
export interface Given {
  readonly row: MoveRow;
  readonly no: number;
  readonly step: number;
  readonly order: Order;
}

const STEP_OF: Record<MoveKind, number> = {
  statement: STEP.statements,
  consult: STEP.statements,
  amend: STEP.statements,
  facilitate: STEP.offers,
  carrot: STEP.offers,
  stick: STEP.offers,
  guarantee: STEP.offers,
  unilateral: STEP.unilateral,
  act: STEP.unilateral,
};

/** Steps 1 and 2: what every seat ordered is revealed; what is not legal any more is refused singly, with its code. */
export function reveal(ctx: Context): Given[] {
  const { w } = ctx;
  const rows = prepared(ctx.game.case).moves;
  const given: Given[] = [];
  for (let seat = 0; seat < w.sealed.length; seat++) {
    const orders = w.sealed[seat];
    if (orders === null) continue;
    for (const order of orders.moves) {
      const row = rows[order.move];
      insert(given, { row, no: order.move, step: STEP_OF[row.kind], order });
    }
    if (ctx.sink && orders.because) {
      ctx.step = STEP.reveal;
      if (ctx.sink)
        tell(ctx, 'news.because', { seat: seatId(ctx, seat), because: orders.because }, { seenBy: 1 << seat });
    }
  }
  return given;
}

/** Keeps the list in order of moves; of equals the later one stands behind. */
function insert(given: Given[], one: Given): void {
  let at = given.length;
  while (at > 0 && given[at - 1].no > one.no) at--;
  if (at === given.length) given.push(one);
  else given.splice(at, 0, one);
}

/** Carries out the moves of one step in canonical order. Checked again one by one, because an earlier step may have changed the ground. */
export function carryOut(ctx: Context, given: readonly Given[], step: number): void {
  for (const g of given) {
    if (g.step !== step) continue;
    const problem = moveFault(ctx.game, g.no) || parameterFault(ctx.game, g.order);
    if (problem) {
      ctx.step = STEP.legality;
      if (ctx.sink)
        tell(
          ctx,
          'news.refused-order',
          { seat: seatId(ctx, g.row.seat), move: g.row.move.id, code: problem },
          { seenBy: 1 << g.row.seat },
        );
      ctx.step = step;
      continue;
    }
    ctx.step = step;
    doMove(ctx, g);
  }
}

const NO_CITES: readonly string[] = [];

function doMove(ctx: Context, { row, no, order }: Given): void {
  const { w } = ctx;
  const { move, seat, kind, cost } = row;
  // Causes and citations are read in a ledger only.
  const cause: Cause = ctx.sink ? { by: 'move', move: no, seat } : RULE;
  const cites = ctx.sink ? [`moves/${move.id}`] : NO_CITES;
  w.capital[seat] -= cost;
  w.playedCount[no]++;
  w.playedRound[no] = w.round;
  // A consultation at home is no event between states.
  if (kind !== 'consult') deedOf(ctx, seat, row.g);
  if (ctx.sink) {
    const from = w.capital[seat] + cost;
    note(ctx, {
      what: `capital/${seatId(ctx, seat)}`,
      from,
      to: w.capital[seat],
      rule: 'capital',
      cause,
      inputs: { price: cost },
      seenBy: 1 << seat,
    });
    // A consultation at home is nobody else's business.
    const seenBy = kind === 'consult' ? 1 << seat : everyone(ctx.game);
    tell(ctx, 'news.move', { seat: seatId(ctx, seat), move: move.id }, { cites, seenBy });
  }
  if (kind !== 'act') doKind(ctx, move, order, cause, cites);
  applyEffects(ctx, move.effects, cause, cites);
}

function doKind(ctx: Context, move: Move, order: Order, cause: Cause, cites: readonly string[]): void {
  const { w } = ctx;
  const c = ctx.game.case;
  const I = c.issues.length;
  const { seat } = move;
  switch (move.kind) {
    case 'statement': {
      const issue = order.issue ?? 0;
      const option = order.option ?? 0;
      w.declared[seat * I + issue] = option;
      // A new word on an issue replaces the old pledge.
      w.pledgeMin[seat * I + issue] = order.pledge === 'min' ? option : -1;
      w.pledgeMax[seat * I + issue] = order.pledge === 'max' ? option : -1;
      if (ctx.sink)
        tell(ctx, order.pledge ? `news.pledge-${order.pledge}` : 'news.statement', {
          seat: seatId(ctx, seat),
          issue: c.issues[issue].id,
          option: optionId(ctx, issue, option),
        });
      return;
    }
    case 'consult': {
      const body = order.body ?? -1;
      w.consulted[body] = 1;
      if (ctx.sink)
        tell(ctx, 'news.consulted', { seat: seatId(ctx, seat), body: c.bodies[body].id }, { seenBy: 1 << seat });
      return;
    }
    case 'amend':
      for (let r = 0; r < c.reds.length; r++) {
        const red = c.reds[r];
        if (red.seat !== seat || red.issue !== move.issue || !red.amendable || w.amended[r] === 1) continue;
        for (const b of c.seats[seat].bodies)
          if (guards(ctx.game, b, r)) sway(ctx, { body: b, by: APPROVAL_AMEND, rule: 'amend', cause, cites });
        w.amended[r] = 1;
        if (ctx.sink)
          tell(
            ctx,
            'news.amended',
            { seat: seatId(ctx, seat), issue: c.issues[red.issue].id, side: red.side },
            { cites },
          );
      }
      return;
    case 'facilitate':
      facilitate(ctx, cause);
      return;
    case 'carrot':
    case 'stick':
      makeOffer(
        ctx,
        move.kind,
        { from: seat, to: move.to, points: move.points, terms: move.terms, rounds: move.rounds },
        cause,
      );
      return;
    case 'guarantee':
      spend(ctx, seat, move.points, cause);
      w.paid[seat] += move.points;
      addGuarantee(ctx, seat, move.by, cause, cites);
      return;
    case 'unilateral':
      setOption(ctx, move.clause[0], move.clause[1], 'unilateral', cause, cites);
      return;
    case 'act':
      return;
  }
}

/** Facilitate: the widest salient hidden range gives way to its true value; both trusts rise a little while low (Fey & Ramsay). */
function facilitate(ctx: Context, cause: Cause): void {
  const { w } = ctx;
  const c = ctx.game.case;
  const S = c.seats.length;
  const found = widestHidden(ctx.game);
  if (!found) return;
  const [owner, issue] = found;
  w.revealed[owner * c.issues.length + issue] = everyone(ctx.game);
  if (ctx.sink)
    tell(ctx, 'news.revealed', {
      seat: c.seats[owner].id,
      issue: c.issues[issue].id,
      x: ctx.game.truth.ideal[owner * c.issues.length + issue],
    });
  for (let i = 0; i < S; i++)
    for (let j = 0; j < S; j++) {
      if (i === j || c.seats[i].role !== 'principal' || c.seats[j].role !== 'principal') continue;
      const from = trustOf(ctx.game, i, j);
      if (from >= FACILITATE_CEILING) continue;
      w.trustA[i * S + j] += FACILITATE_TRUST;
      if (ctx.sink)
        note(ctx, {
          what: `trust/${c.seats[i].id}/${c.seats[j].id}`,
          from,
          to: trustOf(ctx.game, i, j),
          rule: 'facilitate',
          cause,
          inputs: { alpha: w.trustA[i * S + j], beta: w.trustB[i * S + j] },
        });
    }
}
