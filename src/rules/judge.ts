import { type Clause, type Game, inSet } from '../world/index.ts';
import { CRISIS, HAWK_IN_CRISIS, PLEDGE_IN_VOTE } from './constants.ts';
import { signatoriesOf } from './gain.ts';
import { breaksPledge } from './lines.ts';
import { redsOf } from './marks.ts';
import type { Reckoner } from './reckon.ts';
import { guards } from './votes.ts';

/** What stands in the way of a package: a red line, a leader's net gain, a body's veto, or too few yes-weights. */
export type Obstacle =
  | { readonly is: 'line'; readonly seat: number; readonly red: number }
  | { readonly is: 'leader'; readonly seat: number }
  | { readonly is: 'veto'; readonly seat: number; readonly body: number }
  | { readonly is: 'quota'; readonly seat: number };

/**
 * The findings of `obstacles`, to the last bit and in the same order, for whoever looks at all packages: each obstacle is a number, and
 * nothing is made for a package.
 */
export interface Judge {
  /** How many things stand in the way; their numbers begin `found`. With `any` it is enough to know whether there is one. */
  look(clauses: readonly Clause[], any?: boolean): number;
  readonly found: Int32Array;
  /** How many different obstacles there can be. */
  readonly kinds: number;
  obstacle(no: number): Obstacle;
}

/** Good while neither the game's World nor what the reckoner was made of changes. */
export function judgeOf(game: Game, reckon: Reckoner): Judge {
  const { case: c, truth, world: w } = game;
  const [S, R, B] = [c.seats.length, c.reds.length, c.bodies.length];
  const [leader, veto, quota] = [R, R + S, R + S + B];
  const found = new Int32Array(quota + S);
  const option = [...w.now];
  const crisis = w.tension >= CRISIS;
  const weight = c.bodies.map((b) => b.weight * (b.hawkish && crisis ? HAWK_IN_CRISIS : 1));
  const all = c.seats.map(({ bodies }) => bodies.reduce((sum, b) => sum + weight[b], 0));
  const guarded = c.bodies.map((_, b) => c.reds.map((_red, r) => guards(game, b, r)));
  const lines = c.seats.map((_, s) => redsOf(c, s).filter((r) => w.amended[r] !== 1));
  const pledged = c.seats.map((_, s) => hasPledge(game, s));

  const isCrossed = (r: number): boolean => {
    const { issue, side, unless } = c.reds[r];
    const at = truth.reds[r];
    if (side === 'max' ? option[issue] <= at : option[issue] >= at) return false;
    return unless === null || option[unless.issue] < unless.min || option[unless.issue] > unless.max;
  };

  /** The vote at home; its obstacle, or −1. The lines that are crossed stand in `found` between two places. */
  const vote = (seat: number, clauses: readonly Clause[], from: number, to: number): number => {
    const pledge = pledged[seat] && breaksPledge(game, seat, clauses) ? PLEDGE_IN_VOTE : 0;
    let yes = 0;
    let vetoedBy = -1;
    for (const body of c.seats[seat].bodies) {
      let good = reckon.net(S + body, clauses) - pledge >= 0;
      for (let k = from; k < to && good; k++) good = !guarded[body][found[k]];
      if (good) yes += weight[body];
      else if (c.bodies[body].veto) vetoedBy = body;
    }
    if (vetoedBy >= 0) return veto + vetoedBy;
    return all[seat] === 0 || yes / all[seat] > c.seats[seat].quota ? -1 : quota + seat;
  };

  const judge = (clauses: readonly Clause[], any: boolean): number => {
    const signatories = signatoriesOf(game, clauses);
    let n = 0;
    for (let seat = 0; seat < S; seat++) {
      if (!inSet(signatories, seat)) continue;
      const from = n;
      for (const r of lines[seat]) if (isCrossed(r)) found[n++] = r;
      if (any && n > 0) return n;
      const to = n;
      if (reckon.net(seat, clauses) < 0) found[n++] = leader + seat;
      if (any && n > 0) return n;
      const refusal = vote(seat, clauses, from, to);
      if (refusal >= 0) found[n++] = refusal;
      if (any && n > 0) return n;
    }
    return n;
  };

  return {
    look(clauses, any = false) {
      for (let k = 0; k < clauses.length; k++) option[clauses[k][0]] = clauses[k][1];
      const n = judge(clauses, any);
      for (let k = 0; k < clauses.length; k++) option[clauses[k][0]] = w.now[clauses[k][0]];
      return n;
    },
    found,
    kinds: found.length,
    obstacle(no) {
      if (no < leader) return { is: 'line', seat: c.reds[no].seat, red: no };
      if (no < veto) return { is: 'leader', seat: no - leader };
      if (no < quota) return { is: 'veto', seat: c.bodies[no - veto].seat, body: no - veto };
      return { is: 'quota', seat: no - quota };
    },
  };
}

function hasPledge({ case: c, world: w }: Game, seat: number): boolean {
  const I = c.issues.length;
  for (let d = 0; d < I; d++) if (w.pledgeMin[seat * I + d] >= 0 || w.pledgeMax[seat * I + d] >= 0) return true;
  return false;
}
