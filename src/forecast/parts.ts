import { breaksPledge, gain, meetsAll, PLEDGE_IN_VOTE, trustOf } from '../rules/index.ts';
import { type Clause, type Game, MAX_OPTIONS } from '../world/index.ts';

/** One of the things that make up a number, in utility points with its sign. */
export type Part =
  /** W·(v(y) − v(now)) of one issue (M1). */
  | { readonly is: 'clause'; readonly issue: number; readonly option: number; readonly by: number }
  /** σ·hurt·H/100 (M3). */
  | { readonly is: 'relief'; readonly by: number }
  /** T·stick of a warning whose condition the package meets. */
  | { readonly is: 'stick'; readonly offer: number; readonly by: number }
  /** −(1 − q)·(U⁺ − D): the advantage counts only as far as one may rely on it (M6). */
  | { readonly is: 'doubt'; readonly by: number }
  /** −(1 − q)·loss: what was conceded for nothing if the others do not deliver (M4, M6). */
  | { readonly is: 'loss'; readonly by: number }
  /** Support promised for it. */
  | { readonly is: 'carrot'; readonly offer: number; readonly by: number }
  /** A vote for a text that breaks the leader's pledge. */
  | { readonly is: 'pledge'; readonly by: number };

/**
 * N of a decider (M6) taken apart: the parts add up to `gain(…).net`, for a body in its vote less 4 where a pledge is broken. N =
 * q·(U⁺ − D) − (1 − q)·loss + B is read as (U⁺ − D) − (1 − q)·(U⁺ − D) − (1 − q)·loss + B, so that doubt has a part of its own.
 * @param decider a seat's leader, or seats + body
 */
export function gainParts(game: Game, decider: number, clauses: readonly Clause[]): Part[] {
  const { case: c, truth, world: w } = game;
  const S = c.seats.length;
  const seat = decider < S ? decider : c.bodies[decider - S]!.seat;
  const g = gain(game, decider, clauses);
  const parts: Part[] = clauses.map(([issue, option]) => {
    const row = (decider * c.issues.length + issue) * MAX_OPTIONS;
    return { is: 'clause', issue, option, by: truth.util[row + option]! - truth.util[row + w.now[issue]!]! };
  });
  parts.push({ is: 'relief', by: g.relief });
  const offers = w.offers.filter((o) => o.to === seat && o.state === 'standing' && meetsAll(game, clauses, o.terms));
  for (const o of offers)
    if (o.kind === 'stick') parts.push({ is: 'stick', offer: o.no, by: trustOf(game, seat, o.from) * o.points });
  parts.push({ is: 'doubt', by: -(1 - g.confidence) * g.surplus }, { is: 'loss', by: -(1 - g.confidence) * g.loss });
  for (const o of offers) if (o.kind === 'carrot') parts.push({ is: 'carrot', offer: o.no, by: o.points });
  if (decider >= S && breaksPledge(game, seat, clauses)) parts.push({ is: 'pledge', by: -PLEDGE_IN_VOTE });
  return parts;
}
