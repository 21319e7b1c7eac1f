import { type Clause, type Game, MAX_OPTIONS } from '../world/index.ts';
import { CRISIS, HAWK_IN_CRISIS, PLEDGE_IN_VOTE } from './constants.ts';
import { confidence, gain, reliefShare } from './gain.ts';
import { trustOf } from './holds.ts';
import { breaksPledge, crosses, meetsAll } from './lines.ts';
import { redsOf } from './marks.ts';

/** How one body votes on a package. */
export interface Vote {
  readonly body: number;
  readonly net: number; // N_b (M6 on the body's own ideals) after the pledge
  readonly line: number; // red line it guards and the package crosses, −1 none: an automatic no
  readonly yes: boolean;
  readonly weight: number; // hawks count for more in a crisis
}

export interface Ratification {
  readonly seat: number;
  readonly votes: readonly Vote[];
  readonly share: number; // yes-weights / all weights, 0–1
  readonly vetoedBy: number; // body whose no ends it, −1 none
  readonly passes: boolean;
}

/** Whether the body's own ideal lies where the red line protects it. */
export function guards(game: Game, body: number, r: number): boolean {
  const c = game.case;
  const red = c.reds[r];
  const ideal = game.truth.ideal[(c.seats.length + body) * c.issues.length + red.issue];
  const x = c.issues[red.issue].options[game.truth.reds[r]].x;
  return red.side === 'max' ? ideal <= x : ideal >= x;
}

/**
 * Ratification in one seat: body b votes yes iff N_b − 4·[the package breaks the leader's pledge] ≥ 0 and it crosses no red line
 * that the body guards; a veto body's no ends it; else the yes-weights must exceed the quota (hawkish × 1.25 in a crisis).
 * @param netOf M6 of a decider; a reckoner's where many packages are looked at
 */
export function ratification(
  game: Game,
  seat: number,
  clauses: readonly Clause[],
  netOf: (decider: number, clauses: readonly Clause[]) => number = (decider, of) => gain(game, decider, of).net,
): Ratification {
  const c = game.case;
  const pledge = breaksPledge(game, seat, clauses) ? PLEDGE_IN_VOTE : 0;
  const crisis = game.world.tension >= CRISIS;
  const crossed: number[] = [];
  for (let r = 0; r < c.reds.length; r++) if (c.reds[r].seat === seat && crosses(game, clauses, r)) crossed.push(r);
  const votes: Vote[] = [];
  let yesWeight = 0;
  let allWeight = 0;
  let vetoedBy = -1;
  for (const body of c.seats[seat].bodies) {
    const b = c.bodies[body];
    const net = netOf(c.seats.length + body, clauses) - pledge;
    let line = -1;
    for (const r of crossed) if (guards(game, body, r)) line = r;
    const yes = net >= 0 && line < 0;
    const weight = b.weight * (b.hawkish && crisis ? HAWK_IN_CRISIS : 1);
    allWeight += weight;
    if (yes) yesWeight += weight;
    else if (b.veto) vetoedBy = body;
    votes.push({ body, net, line, yes, weight });
  }
  const share = allWeight > 0 ? yesWeight / allWeight : 1;
  return { seat, votes, share, vetoedBy, passes: vetoedBy < 0 && (allWeight === 0 || share > c.seats[seat].quota) };
}

/**
 * Whether `ratification` would pass, to the last bit: for those who look at many packages and need no list of votes. What the bodies
 * of a seat share is worked out once.
 * @param clear whoever knows that the package crosses no line of the seat saves the look
 */
export function wouldPass(game: Game, seat: number, clauses: readonly Clause[], clear = false): boolean {
  const { case: c, truth, world: w } = game;
  const { bodies, quota } = c.seats[seat];
  if (bodies.length === 0) return true;
  const I = c.issues.length;
  const { util } = truth;
  const pledge = breaksPledge(game, seat, clauses) ? PLEDGE_IN_VOTE : 0;
  const crisis = w.tension >= CRISIS;
  const q = confidence(game, seat);
  const relief = (reliefShare(game, clauses) * w.hurt[seat] * w.tension) / 100;
  let sticks = 0;
  let carrots = 0;
  for (const o of w.offers) {
    if (o.to !== seat || o.state !== 'standing' || !meetsAll(game, clauses, o.terms)) continue;
    if (o.kind === 'carrot') carrots += o.points;
    else sticks += trustOf(game, seat, o.from) * o.points;
  }
  let lines = 0;
  if (!clear) for (const r of redsOf(c, seat)) if (crosses(game, clauses, r)) crossed[lines++] = r;
  let yesWeight = 0;
  let allWeight = 0;
  for (const body of bodies) {
    const b = c.bodies[body];
    let change = 0;
    let loss = 0;
    for (let k = 0; k < clauses.length; k++) {
      const issue = clauses[k][0];
      const row = ((c.seats.length + body) * I + issue) * MAX_OPTIONS;
      const step = util[row + clauses[k][1]] - util[row + w.now[issue]];
      change += step;
      if (step < 0) loss -= step;
    }
    // The same steps in the same order as gain(), so that the sign never differs.
    const net = q * (change + relief + sticks) - (1 - q) * loss + carrots - pledge;
    let yes = net >= 0;
    for (let k = 0; k < lines && yes; k++) yes = !guards(game, body, crossed[k]);
    const weight = b.weight * (b.hawkish && crisis ? HAWK_IN_CRISIS : 1);
    allWeight += weight;
    if (yes) yesWeight += weight;
    else if (b.veto) return false;
  }
  return allWeight === 0 || yesWeight / allWeight > quota;
}

/** Working space of `wouldPass`: the lines of the seat that the package crosses. */
const crossed: number[] = [];
