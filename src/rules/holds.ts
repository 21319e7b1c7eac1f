import type { Bounds, Condition, Game } from '../world/index.ts';
import { inSet } from '../world/index.ts';
import { GUARANTEE_MAX } from './constants.ts';
import { supportOf } from './home.ts';

const within = (x: number, b: Bounds): boolean =>
  (b.atLeast === undefined || x >= b.atLeast) && (b.atMost === undefined || x <= b.atMost);
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** T_ij = α/(α+β), 0–1. */
export function trustOf(game: Game, from: number, to: number): number {
  const k = from * game.case.seats.length + to;
  return game.world.trustA[k] / (game.world.trustA[k] + game.world.trustB[k]);
}

/** Γ, the guarantees together, capped (M5). */
export function guaranteeOf(game: Game): number {
  let total = 0;
  for (const part of game.world.guarantee) total += part;
  return total > GUARANTEE_MAX ? GUARANTEE_MAX : total;
}

/** Whether a condition holds in the World as it stands. Total: never throws for a compiled Case. */
export function holds(game: Game, c: Condition): boolean {
  const w = game.world;
  const I = game.case.issues.length;
  switch (c.is) {
    case 'all':
      for (const x of c.of) if (!holds(game, x)) return false;
      return true;
    case 'any':
      for (const x of c.of) if (holds(game, x)) return true;
      return false;
    case 'not':
      return !holds(game, c.of);
    case 'tension':
      return within(w.tension, c);
    case 'round':
      return within(w.round, c);
    case 'rounds-left':
      return within(w.rounds - w.round, c);
    case 'issue':
      return within(w.now[c.issue], c);
    case 'declared': {
      const option = w.declared[c.seat * I + c.issue];
      return option >= 0 && within(option, c);
    }
    case 'trust':
      return within(trustOf(game, c.from, c.to), c);
    case 'support':
      return within(supportOf(game.case, w.approval, c.seat), c);
    case 'approval':
      return within(w.approval[c.body], c);
    case 'budget':
      return within(w.budget[c.seat], c);
    case 'guarantee':
      return within(guaranteeOf(game), c);
    case 'gate':
      return (w.gate[c.gate] === 1) === c.open;
    case 'event':
      return w.happened[c.event] > 0 === c.happened;
    case 'played':
      return within(w.playedCount[c.move], c);
    case 'played-now':
      return w.playedCount[c.move] > 0 && w.playedRound[c.move] === w.round;
    case 'deals':
      return within(w.deals, c);
    case 'deals-on':
      return within(w.dealsOn[c.issue], c);
    case 'refused':
      return within(w.refused, c);
    case 'performed':
      return within(c.seat < 0 ? sum(w.performed) : w.performed[c.seat], c);
    case 'breached':
      return within(c.seat < 0 ? sum(w.breached) : w.breached[c.seat], c);
    case 'falls':
      return within(w.falls[c.seat], c);
    case 'conceded':
      for (const d of w.drafts) {
        if (!inSet(d.signed, c.seat) || (d.round !== w.round && d.closed !== w.round && d.closed !== 0)) continue;
        for (const [issue, option] of d.clauses) if (issue === c.issue && within(option, c)) return true;
      }
      return false;
    case 'open-clauses': {
      let open = 0;
      for (const o of w.obligations) if (o.state === 'open') open++;
      return within(open, c);
    }
  }
}
