import { prepared, supportOf, TENSION_PER_G, trustOf } from '../../rules/index.ts';
import { type Effect, inSet, MAX_OPTIONS, type Order, type Term } from '../../world/index.ts';
import { type Desk, goalsMet } from './desk.ts';
import {
  guaranteeWorth,
  type Hope,
  hopeAfterStep,
  hopeWithoutLine,
  offerWorth,
  trustWorth,
  urgency,
} from './levers.ts';

/** What the seat has done already this round, so that a second friendly word is not counted again (MODEL §5). */
export interface Deeds {
  min: number;
  max: number;
}

/** What a point of tension costs the seat by the end, or on the way there. */
export const tensionWorth = (desk: Desk, by: number): number => -by * desk.pain;

/** Worth of a deed's tone: what it adds to the seat's g of the round. */
export function toneWorth(desk: Desk, g: number, { min, max }: Deeds): number {
  if (g >= min && g <= max) return 0;
  const before = min < 0 ? min : max;
  const least = g < min ? g : min;
  const after = least < 0 ? least : g > max ? g : max;
  return tensionWorth(desk, (-TENSION_PER_G * (after - before)) / desk.c.seats.length);
}

/** Worth of `by` points of approval in one of the seat's own bodies: little while the seat stands firm, much near a fall. */
export function homeWorth(desk: Desk, body: number, by: number): number {
  const { c, me, as, v } = desk;
  const b = c.bodies[body];
  if (b.seat !== me) return 0;
  const all = prepared(c).bodyWeights[me];
  const support = v.support[me];
  // After the last round nobody asks for support any more, except that a government may still fall on that day.
  const last = desk.left === 0 && support >= 28;
  const dear = last ? 0 : support < 28 ? 0.6 : support < 40 ? 0.25 : support < 55 ? 0.12 : 0.06;
  return all > 0 ? (by * b.weight * dear * as.home) / all : 0;
}

/** Worth of opening the way to direct talks. */
const gateWorth = (desk: Desk, base: Hope, open: boolean): number =>
  (open ? 1 : -1) * (0.3 + base.worth * 0.5) * (urgency(desk) > 0 ? 1 : 0);

/** Worth of an option put in force beforehand: own utility, offers met, goals, gates, home, and the chip that is gone. */
export function optionWorth(desk: Desk, base: Hope, issue: number, option: number): number {
  const { c, game, me, v, as } = desk;
  const S = c.seats.length;
  const was = v.now[issue];
  let worth = stepOf(desk, me, issue, option);
  for (const b of c.seats[me].bodies) worth += homeWorth(desk, b, stepOf(desk, S + b, issue, option));
  // What the others would have given for it.
  for (const p of desk.principals) {
    const theirs = p === me ? 0 : stepOf(desk, p, issue, option);
    if (theirs > 0) worth -= as.chip * theirs * 0.5 * urgency(desk);
  }
  const now = game.world.now;
  desk.met ??= goalsMet(desk);
  const before = gatesOpen(desk);
  now[issue] = option;
  for (const o of v.offers) {
    if (o.to !== me || o.state !== 'standing' || !metIn(now, o.terms)) continue;
    worth += o.kind === 'carrot' ? o.points * 0.9 : trustOf(game, me, o.from) * o.points;
  }
  worth += (goalsMet(desk) - desk.met) * as.goal;
  const then = gatesOpen(desk);
  for (let g = 0; then !== before && g < c.gates.length; g++) {
    const opened = (then & (1 << g)) !== 0;
    if (opened !== ((before & (1 << g)) !== 0)) worth += gateWorth(desk, base, opened) * desk.principals.length;
  }
  now[issue] = was;
  // What remains to be agreed once this is out of the way; only where it was part of the best prospects anyway.
  const after = hopeAfterStep(desk, issue, option);
  if (after.worth > base.worth * 0.6) worth += after.worth * 0.15 * urgency(desk);
  return worth;
}

/** What an option is worth to a decider against the one in force. */
function stepOf({ c, game, v }: Desk, decider: number, issue: number, option: number): number {
  const { util } = game.truth;
  const row = (decider * c.issues.length + issue) * MAX_OPTIONS;
  return util[row + option] - util[row + v.now[issue]];
}

const metIn = (now: readonly number[], terms: readonly Term[]): boolean => {
  for (const { issue, min, max } of terms) if (now[issue] < min || now[issue] > max) return false;
  return true;
};

/** The gates that are open as things stand, as a set; those that only events move stay as they are. */
function gatesOpen({ c, game, v }: Desk): number {
  const { gates } = prepared(c);
  let set = 0;
  for (let g = 0; g < gates.length; g++) {
    const opens = gates[g];
    if (opens === null ? v.gate[g] === 1 : opens(game)) set |= 1 << g;
  }
  return set;
}

/** Worth of one effect of a move, an act's only substance. */
export function effectWorth(desk: Desk, base: Hope, e: Effect): number {
  const { me, v, as, c } = desk;
  switch (e.does) {
    case 'tension':
      return tensionWorth(desk, e.by);
    case 'trust':
      return trustWorth(desk, base, e);
    case 'approval':
      return homeWorth(desk, e.body, e.by);
    case 'capital':
      return e.seat === me && desk.left > 0 ? e.by * 0.3 : 0;
    case 'budget':
      return e.seat === me ? (v.budget[me] * (e.times - 1) + e.by) * 0.1 : 0;
    case 'option':
      return optionWorth(desk, base, e.issue, e.to);
    case 'gate':
      return (v.gate[e.gate] === 1) === e.open ? 0 : gateWorth(desk, base, e.open);
    case 'goal':
      return 0;
    case 'instruction':
      return c.instructions[e.instruction].seat === me && v.instruction[e.instruction] === 1 && !e.active ? 0.5 : 0;
    case 'carrot':
    case 'stick':
      if (e.to === me) return e.does === 'carrot' ? e.points * 0.2 : -e.points * 0.2;
      return offerWorth(desk, base, { kind: e.does, to: e.to, points: e.points, terms: e.terms }).worth;
    case 'guarantee':
      return guaranteeWorth(desk, base, e.by);
    case 'hurt':
      return e.seat === me ? (-e.by * v.tension) / 100 : 0;
    case 'expire-offers':
      return e.seat === me ? -0.3 : 0;
    case 'leak':
      return e.seat === me ? e.by * 0.1 * as.home : 0.1;
    case 'reveal':
      return e.seat === me ? -0.2 : 0.3;
  }
}

/** Worth of giving up a line: what comes within reach, less what it costs at home. */
export function amendWorth(desk: Desk, base: Hope, issue: number): number {
  const { c, me } = desk;
  const hope = hopeWithoutLine(desk, base, issue);
  let cost = 0;
  for (const b of c.seats[me].bodies) cost += homeWorth(desk, b, 6);
  return (hope.worth - base.worth) * urgency(desk) - cost - 0.3;
}

/** Worth of knowing how one's own body judges: it matters when there is something to ratify. */
export function consultWorth(desk: Desk, base: Hope, body: number): number {
  let width = 0;
  for (const [low, , high] of desk.c.bodies[body].shift) width += high - low;
  if (width === 0) return 0;
  const asked = base.worth > 0 || desk.v.drafts.some((d) => d.state === 'open');
  return ((desk.as.asks * (width > 40 ? 40 : width)) / 40) * (asked ? 0.8 : 0.2) * (desk.left > 0 ? 1 : 0);
}

export interface Chosen {
  readonly order: Order;
  readonly worth: number;
  readonly about: number; // issue that it is about
}

/** The best word to say in public on the issues of a statement, null when silence is better. */
export function statementOf(desk: Desk, base: Hope, m: number): Chosen | null {
  const move = desk.c.moves[m];
  if (move.kind !== 'statement') return null;
  let best: Chosen | null = null;
  for (const issue of move.issues) best = wordOn(desk, base, m, issue, move.pledge, best);
  return best;
}

/** The better of `best` and what could be said on this issue. */
function wordOn(
  desk: Desk,
  base: Hope,
  m: number,
  issue: number,
  mayPledge: boolean,
  best: Chosen | null,
): Chosen | null {
  const { c, v, me, as, game, land } = desk;
  const I = c.issues.length;
  const { util, weight: weights } = game.truth;
  const at = me * I + issue;
  const declared = v.declared[at];
  const row = at * MAX_OPTIONS;
  let ideal = 0;
  const n = c.issues[issue].options.length;
  for (let o = 1; o < n; o++) if (util[row + o] > util[row + ideal]) ideal = o;
  const now = v.now[issue];
  const weight = 0.5 + weights[at];
  const hoped = base.k >= 0 ? land.grid.options[base.k * I + issue] : -1;
  let found = best;
  if (declared !== ideal && (declared < 0 || as.signals < 0)) {
    const worth = 0.35 * weight;
    if (found === null || worth > found.worth)
      found = { order: { move: m, issue, option: ideal }, worth, about: issue };
  }
  // A step towards the others: from what was declared to what the best prospect would bring.
  if (declared >= 0 && hoped >= 0) {
    const option = declared < hoped ? declared + 1 : declared > hoped ? declared - 1 : declared;
    const worth = as.signals * weight * (v.deals === 0 ? 1 : 0.5);
    if (option !== declared && (found === null || worth > found.worth) && !breaksOwnPledge(desk, issue, option))
      found = { order: { move: m, issue, option }, worth, about: issue };
  }
  if (!mayPledge || v.pledgeMin[at] >= 0 || v.pledgeMax[at] >= 0) return found;
  // Never worse than it is now, on the side of what the seat wants; what it hopes for must stay possible.
  const pledge = ideal > now || (ideal === now && now > 0) ? 'min' : 'max';
  const target = hoped >= 0 ? hoped : now;
  // "Never below the lowest" and "never above the highest" would promise nothing.
  const option = pledge === 'min' ? (now > 0 ? now : 1) : now < n - 1 ? now : n - 2;
  if (pledge === 'min' ? target < option : target > option) return found;
  const worth = as.pledges * weight * (v.support[me] < 45 ? 1.5 : 1) * 0.8;
  if (found !== null && worth <= found.worth) return found;
  return { order: { move: m, issue, option, pledge }, worth, about: issue };
}

function breaksOwnPledge(desk: Desk, issue: number, option: number): boolean {
  const at = desk.me * desk.c.issues.length + issue;
  const min = desk.v.pledgeMin[at];
  const max = desk.v.pledgeMax[at];
  return (min >= 0 && option < min) || (max >= 0 && option > max);
}

/** Whether the seat sits among the signatories of anything completed this round. */
export const signedNow = (desk: Desk): boolean =>
  desk.v.drafts.some((d) => d.state === 'completed' && inSet(d.signatories, desk.me));

/** Support of the seat by what it knows of its bodies. */
export const supportNow = (desk: Desk): number => supportOf(desk.c, desk.game.world.approval, desk.me);
