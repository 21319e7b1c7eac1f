import { trustOf } from '../rules/index.ts';
import { type Game, MAX_OPTIONS } from '../world/index.ts';

/** What a seat has if no deal comes, taken apart as the way from the start of the game to now (M2). */
export interface Standing {
  /** D at the start: U(start) − hurt·H/100. */
  readonly start: number;
  readonly now: number;
  /** Changes of U by issue, options as numbers; only issues that moved. */
  readonly options: readonly {
    readonly issue: number;
    readonly from: number;
    readonly to: number;
    readonly by: number;
  }[];
  /** −(hurt·H/100 now − at the start). */
  readonly tension: number;
  /** −T·stick of each warning that stands against the seat. */
  readonly sticks: readonly { readonly offer: number; readonly by: number }[];
}

/** The no-deal value of a seat (BATNA, M2) and how it came about since the start, by what `game` knows. */
export function standing(game: Game, seat: number): Standing {
  const { case: c, truth, world: w } = game;
  const at = (issue: number, option: number): number =>
    truth.util[(seat * c.issues.length + issue) * MAX_OPTIONS + option]!;
  let start = -(c.seats[seat]!.hurt * c.tension.start) / 100;
  for (let d = 0; d < c.issues.length; d++) start += at(d, c.issues[d]!.now);
  const options = c.issues.flatMap(({ now: from }, issue) => {
    const to = w.now[issue]!;
    return to === from ? [] : [{ issue, from, to, by: at(issue, to) - at(issue, from) }];
  });
  const tension = (c.seats[seat]!.hurt * c.tension.start - w.hurt[seat]! * w.tension) / 100;
  const sticks = w.offers
    .filter((o) => o.kind === 'stick' && o.state === 'standing' && o.to === seat)
    .map((o) => ({ offer: o.no, by: -trustOf(game, seat, o.from) * o.points }));
  const sum = (list: readonly { readonly by: number }[]): number => list.reduce((all, { by }) => all + by, 0);
  return { start, now: start + sum(options) + tension + sum(sticks), options, tension, sticks };
}
