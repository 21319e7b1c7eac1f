import type { DutyChoice, Game, Legal, MoveChoice } from '../world/index.ts';
import { inSet } from '../world/index.ts';
import { ORDERS_MAX } from './constants.ts';
import { dutyChoices, lockedIssues, moveFault } from './orders.ts';
import { prepared } from './prepared.ts';
import { tableFault, tablePrice } from './talks.ts';

/** Most lists are empty, and one is as good as another. */
const NONE: readonly number[] = [];
const NO_MOVES: readonly MoveChoice[] = [];
const NO_DUTIES: readonly DutyChoice[] = [];

/** Everything a seat may do at this moment. Total: apply() accepts whatever is built from it (within capital and budget). */
export function legal(game: Game, seat: number): Legal {
  const c = game.case;
  const w = game.world;
  const talks = w.stage === 'talks';
  const orders = w.stage === 'orders';
  let sign = NONE;
  let open = NONE;
  let withdraw = NONE;
  if (talks)
    for (const d of w.drafts) {
      if (d.state !== 'open') continue;
      if (d.by === seat) withdraw = [...withdraw, d.no];
      if (!inSet(d.signatories, seat) || !inSet(d.seenBy, seat)) continue;
      open = [...open, d.no];
      if (!inSet(d.signed, seat)) sign = [...sign, d.no];
    }
  const cannotTable = tableFault(game, seat);
  let moves: readonly MoveChoice[] = NO_MOVES;
  if (orders) moves = c.seats[seat].moves.map((m) => choice(game, m));
  const sealed = w.sealed[seat] !== null;
  return {
    stage: w.stage,
    capital: w.capital[seat],
    table: { why: cannotTable ? cannotTable.code : '', cost: tablePrice(game, seat) },
    lockedIssues: w.obligations.length > 0 ? lockedIssues(game) : NONE,
    sign,
    reject: open,
    counter: cannotTable ? NONE : open,
    withdraw,
    moves,
    maxOrders: w.oneOrder[seat] === 1 ? 1 : ORDERS_MAX,
    duties: orders && w.obligations.length + w.offers.length > 0 ? dutyChoices(game, seat) : NO_DUTIES,
    seal: orders && !sealed,
    unseal: orders && sealed,
  };
}

/** Written out kind by kind: spreading a base object costs more than finding out what is wrong with the move. */
function choice(game: Game, m: number): MoveChoice {
  const { move, cost, free } = prepared(game.case).moves[m];
  const why = moveFault(game, m);
  if (move.kind === 'consult')
    return { move: m, cost, why, bodies: move.bodies.filter((b) => game.world.consulted[b] === 0) };
  if (why === '') return free;
  if (move.kind === 'statement') return { move: m, cost, why, issues: move.issues, pledge: move.pledge };
  return { move: m, cost, why };
}
