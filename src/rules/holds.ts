import type { Bounds, Condition, Game } from '../world/index.ts';
import { inSet } from '../world/index.ts';
import { GUARANTEE_MAX } from './constants.ts';
import { supportOf } from './home.ts';

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** T_ij = α/(α+β), 0–1. */
export function trustOf(game: Game, from: number, to: number): number {
  const k = from * game.case.seats.length + to;
  return game.world.trustA[k] / (game.world.trustA[k] + game.world.trustB[k]);
}

/** Γ, the guarantees together, capped (M5). */
export function guaranteeOf(game: Game): number {
  let total = 0;
  const { guarantee } = game.world;
  for (let k = 0; k < guarantee.length; k++) total += guarantee[k];
  return total > GUARANTEE_MAX ? GUARANTEE_MAX : total;
}

/** A condition as a function. Total: never throws for a compiled Case. */
export type Test = (game: Game) => boolean;

const tests = new WeakMap<Condition, Test>();

/** The condition made into a function, once: what it compares is looked up here and not each time it is asked. */
export function testOf(c: Condition): Test {
  let test = tests.get(c);
  if (!test) {
    test = makeTest(c);
    tests.set(c, test);
  }
  return test;
}

/** Whether a condition holds in the World as it stands. Total: never throws for a compiled Case. */
export const holds = (game: Game, c: Condition): boolean => testOf(c)(game);

/** Whether a number that is read off the game lies within the bounds. */
function within({ atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Bounds, of: Reading): Test {
  return (game) => {
    const x = of(game);
    return x >= atLeast && x <= atMost;
  };
}
type Reading = (game: Game) => number;

function makeTest(c: Condition): Test {
  switch (c.is) {
    case 'all':
      return allOf(c.of.map(testOf));
    case 'any':
      return anyOf(c.of.map(testOf));
    case 'not': {
      const test = testOf(c.of);
      return (game) => !test(game);
    }
    case 'tension':
      return within(c, ({ world }) => world.tension);
    case 'round':
      return within(c, ({ world }) => world.round);
    case 'rounds-left':
      return within(c, ({ world }) => world.rounds - world.round);
    case 'issue':
      return within(c, ({ world }) => world.now[c.issue]);
    case 'declared': {
      const test = within(c, ({ case: { issues }, world }) => world.declared[c.seat * issues.length + c.issue]);
      return (game) => game.world.declared[c.seat * game.case.issues.length + c.issue] >= 0 && test(game);
    }
    case 'trust':
      return within(c, (game) => trustOf(game, c.from, c.to));
    case 'support':
      return within(c, (game) => supportOf(game.case, game.world.approval, c.seat));
    case 'approval':
      return within(c, ({ world }) => world.approval[c.body]);
    case 'budget':
      return within(c, ({ world }) => world.budget[c.seat]);
    case 'guarantee':
      return within(c, guaranteeOf);
    case 'gate':
      return ({ world }) => (world.gate[c.gate] === 1) === c.open;
    case 'event':
      return ({ world }) => world.happened[c.event] > 0 === c.happened;
    case 'played':
      return within(c, ({ world }) => world.playedCount[c.move]);
    case 'played-now':
      return ({ world }) => world.playedCount[c.move] > 0 && world.playedRound[c.move] === world.round;
    case 'deals':
      return within(c, ({ world }) => world.deals);
    case 'deals-on':
      return within(c, ({ world }) => world.dealsOn[c.issue]);
    case 'refused':
      return within(c, ({ world }) => world.refused);
    case 'performed':
      return within(c, ({ world }) => (c.seat < 0 ? sum(world.performed) : world.performed[c.seat]));
    case 'breached':
      return within(c, ({ world }) => (c.seat < 0 ? sum(world.breached) : world.breached[c.seat]));
    case 'falls':
      return within(c, ({ world }) => world.falls[c.seat]);
    case 'conceded':
      return conceded(c);
    case 'open-clauses':
      return within(c, openClauses);
  }
}

function allOf(list: readonly Test[]): Test {
  return (game) => {
    for (let k = 0; k < list.length; k++) if (!list[k](game)) return false;
    return true;
  };
}

function anyOf(list: readonly Test[]): Test {
  return (game) => {
    for (let k = 0; k < list.length; k++) if (list[k](game)) return true;
    return false;
  };
}

function conceded(c: Extract<Condition, { is: 'conceded' }>): Test {
  const { seat, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = c;
  return ({ world: w }) => {
    for (const d of w.drafts) {
      if (!inSet(d.signed, seat) || (d.round !== w.round && d.closed !== w.round && d.closed !== 0)) continue;
      for (const [issue, option] of d.clauses)
        if (issue === c.issue && option >= atLeast && option <= atMost) return true;
    }
    return false;
  };
}

function openClauses({ world }: Game): number {
  let open = 0;
  for (const o of world.obligations) if (o.state === 'open') open++;
  return open;
}
