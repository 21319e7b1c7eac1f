import type { Fault, Game, Obligation, Sink } from '../../world/index.ts';
import { goesOn } from '../part.ts';
import { prepared } from '../prepared.ts';
import { approval, calendar, close, decay, events, falls, tension, trust } from './aftermath.ts';
import { type Context, context, STEP, tell } from './context.ts';
import { ratify, signatures } from './deals.ts';
import { duties, offersMet } from './duties.ts';
import { carryOut, reveal } from './moves.ts';

/** Resolves the sealed orders of a round in the order of MODEL §6. Seats that sealed nothing take their defaults. */
export function resolve(game: Game, sink?: Sink): Fault | null {
  if (game.world.stage === 'over') return { code: 'game-over' };
  if (game.world.stage !== 'orders') return { code: 'wrong-stage' };
  const ctx = context(game, sink);
  const given = reveal(ctx);
  carryOut(ctx, given, STEP.statements);
  carryOut(ctx, given, STEP.offers);
  const signed = signatures(ctx);
  if (signed.length > 0) ratify(ctx, signed);
  duties(ctx, game.world.round);
  carryOut(ctx, given, STEP.unilateral);
  if (game.world.offers.length > 0) offersMet(ctx);
  trust(ctx);
  tension(ctx);
  events(ctx);
  if (game.world.round >= game.world.rounds) executeRest(ctx);
  approval(ctx);
  falls(ctx);
  if (game.world.offers.length > 0) decay(ctx);
  calendar(ctx);
  ending(ctx);
  close(ctx);
  return null;
}

/**
 * After the last round open clauses are carried out in order with the orders already given, and tranches paid for them. In a part of
 * a campaign those that the next part takes up stay open.
 */
function executeRest(ctx: Context): void {
  const { w } = ctx;
  let round = w.round;
  const ends = (o: Obligation): boolean => o.state === 'open' && !goesOn(ctx.game.case, o.issue);
  while (w.obligations.some(ends) || w.offers.some((o) => o.state === 'owed' && o.due > 0)) {
    round++;
    duties(ctx, round);
    // A carrot whose condition a late delivery fulfils is still paid.
    offersMet(ctx);
  }
}

function ending(ctx: Context): void {
  const { w } = ctx;
  const c = ctx.game.case;
  const tests = prepared(c).endings;
  const last = w.round >= w.rounds;
  let found = -1;
  for (let k = 0; k < c.endings.length; k++) {
    const e = c.endings[k];
    if (!last && !e.immediate) continue;
    if (found >= 0 && c.endings[found].rank <= e.rank) continue;
    if (tests[k](ctx.game)) found = k;
  }
  // A checked scenario's last ending always holds; without one the lowest-ranked closes the game all the same.
  if (found < 0 && last)
    found = c.endings.reduce((worst, e, k) => (worst < 0 || e.rank > c.endings[worst].rank ? k : worst), -1);
  if (found < 0) return;
  w.ending = found;
  if (ctx.sink)
    tell(ctx, 'news.ending', { ending: c.endings[found].id }, { cites: [`endings/${c.endings[found].id}`] });
}
