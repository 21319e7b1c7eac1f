import { seenGame, standing } from '../../../forecast/index.ts';
import type { Opened, SeatScore } from '../../../session/index.ts';
import type { Game } from '../../../world/index.ts';
import { type Cause, type Fall, num, sign, type Teller, TINY, type Why } from './fall.ts';
import { offerWhy, stepWhy } from './package.ts';

/** The parts that U and the pain of tension have in a value, from the start of the game on. */
function commonCauses(t: Teller, game: Game, seat: number): { start: number; causes: Cause[] } {
  const { info, say, names } = t;
  const c = info.case;
  const told = standing(game, seat);
  const own = c.seats[seat];
  const before = (own.hurt * c.tension.start) / 100;
  const after = (game.world.hurt[seat] * game.world.tension) / 100;
  const causes: Cause[] = told.options.map((step) => ({
    name: say('causes.standing.option', {
      issue: names.issue(step.issue),
      from: names.option(step.issue, step.from),
      to: names.option(step.issue, step.to),
    }),
    by: step.by,
    round: 0,
    why: stepWhy(t, game, seat, step),
  }));
  causes.push({
    name: say('causes.standing.tension'),
    by: told.tension,
    round: 0,
    why: {
      rule: 'M2',
      filled: say('causes.standing.tension-filled', { before: num(before), after: num(after) }),
      inputs: [
        [say('causes.in-hurt'), num(game.world.hurt[seat])],
        [say('causes.in-H'), num(game.world.tension)],
      ],
      cites: [`seats/${own.id}/hurt`],
    },
  });
  return { start: told.start, causes };
}

const shown = (causes: readonly Cause[]): Cause[] => causes.filter(({ by }) => Math.abs(by) > TINY);

/** What a seat has if no deal comes (M2), from the start of the game to now. */
export function standingFall(t: Teller): Fall {
  const { info, update, seat, say, names } = t;
  const game = seenGame(info.case, update.view);
  const { start, causes } = commonCauses(t, game, seat);
  const told = standing(game, seat);
  const sticks = told.sticks.map(({ offer: no, by }): Cause => {
    const offer = game.world.offers.find((o) => o.no === no)!;
    return {
      name: say('causes.stick-standing', { seat: names.seat(offer.from) }),
      by,
      round: 0,
      why: offerWhy(t, game, seat, offer, by),
    };
  });
  return {
    title: say('causes.standing.title', { seat: names.seat(seat) }),
    unit: 'points',
    rise: 'good',
    from: { name: say('causes.standing.start'), value: start },
    causes: shown([...causes, ...sticks]),
    to: { name: say('causes.standing.now'), value: told.now },
    marks: [],
  };
}

/** A score in the debrief, secrets opened: from the value at the start to the one at the end, with the best it could have had. */
export function scoreFall(t: Teller, opened: Opened, score: SeatScore): Fall {
  const { say, names, info } = t;
  const { seat } = score;
  const game: Game = { case: info.case, truth: opened.truth, world: opened.final };
  const { start, causes } = commonCauses(t, game, seat);
  const more = (id: string, by: number, points: number): Cause => ({
    name: say(`causes.score.${id}`),
    by,
    round: 0,
    why: {
      rule: 'score',
      filled: say(`causes.score.${id}-filled`, { points: num(points), by: sign(by) }),
      inputs: [],
      cites: [],
    } satisfies Why,
  });
  return {
    title: say('causes.score.title', { seat: names.seat(seat) }),
    unit: 'points',
    rise: 'good',
    from: { name: say('causes.standing.start'), value: start },
    causes: shown([
      ...causes,
      more('received', score.received, score.received),
      more('paid', -score.paid / 2, score.paid),
      more('suffered', -score.suffered, score.suffered),
      more('taken-back', -score.takenBack, score.takenBack),
    ]),
    to: { name: say('causes.score.to'), value: score.value },
    marks: score.judged ? [{ name: say('causes.mark.best'), at: score.best }] : [],
  };
}
