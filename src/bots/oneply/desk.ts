import { type Chance, prepared, seenAfresh, seenAgain, TENSION_KEEP, trustOf } from '../../rules/index.ts';
import { type Case, type Clause, type Game, inSet, MAX_OPTIONS, type View } from '../../world/index.ts';
import type { Reason } from '../bot.ts';
import type { Character } from './character.ts';
import { landscapeOf, ratifies, signersOf } from './landscape.ts';
import type { Landscape, Own, Places } from './numbers.ts';
import { ownOf } from './own.ts';

/** Everything one decision rests on: what the seat knows, reckoned with its own numbers and everybody else's public ones. */
export interface Desk {
  readonly c: Case;
  readonly v: View;
  readonly me: number;
  /** What the seat knows, as a game. `now` is its own copy: it may be changed while reckoning and put back. */
  readonly game: Game;
  readonly land: Landscape;
  readonly own: Own;
  readonly as: Character;
  readonly chance: Chance;
  readonly left: number; // rounds after this one
  readonly late: number; // 0 in the first round … 1 in the last
  readonly principals: readonly number[];
  readonly pain: number; // what a point of tension costs the seat by the end, or on the way there
  /** How many of the seat's own goals hold as things stand; null: not counted yet. */
  met: number | null;
}

export function deskOf(c: Case, v: View, as: Character, chance: Chance): Desk {
  const { game, land, own } = knownOf(c, v);
  return {
    c,
    v,
    me: v.who,
    game,
    land,
    own,
    as,
    chance,
    left: v.rounds - v.round,
    late: v.rounds > 1 ? (v.round - 1) / (v.rounds - 1) : 1,
    principals: prepared(c).principals,
    pain: painOf(v, as),
    met: null,
  };
}

function painOf(v: View, as: Character): number {
  let keep = 1;
  for (let k = v.rounds - v.round; k > 0; k--) keep *= TENSION_KEEP;
  return (v.hurt[v.who] * as.tension * (keep < 0.3 ? 0.3 : keep)) / 100;
}

/** What does not change for a seat while a round is talked over. */
interface Known {
  readonly v: View;
  readonly game: Game;
  readonly land: Landscape;
  readonly own: Own;
}

/** Of the last round in which each seat was asked. Not a WeakMap by view: hundreds of thousands of short-lived keys burden the collector. */
const last: Known[] = [];

function knownOf(c: Case, v: View): Known {
  const old = last[v.who];
  if (old && old.game.case === c && isAgain(old.v, v) && !old.land.gone && !old.own.gone) {
    seenAgain(old.game, v);
    return old;
  }
  const sameCase = old?.game.case === c;
  // What was made for the round before is done with.
  const game = seenAfresh(c, v, sameCase ? old : null);
  // The one list that reckoning changes for a moment; the others are the view's own.
  game.world.now = v.now.slice();
  const land = landscapeOf(game, v);
  const fresh = { v, game, land, own: ownOf(game, land, v) };
  last[v.who] = fresh;
  return fresh;
}

/**
 * Whether one view is the other brought up to date (`viewAgain`). `view` builds the first lists anew each time, so two views that share
 * them all come from one; the rest is what a curious host might put in another's place.
 */
const isAgain = (a: View, b: View): boolean =>
  a.playedCount === b.playedCount &&
  a.playedRound === b.playedRound &&
  a.support === b.support &&
  a.takenBack === b.takenBack &&
  a.goal === b.goal &&
  a.instruction === b.instruction &&
  a.approval === b.approval &&
  a.consulted === b.consulted &&
  a.who === b.who &&
  a.round === b.round &&
  a.rounds === b.rounds &&
  a.ideal === b.ideal &&
  a.weight === b.weight &&
  a.reds === b.reds &&
  a.card === b.card &&
  a.now === b.now &&
  a.tension === b.tension &&
  a.offers === b.offers &&
  a.obligations === b.obligations;

/** A whim of at most half the width either way, so that like games do not always go alike. */
export const whim = (desk: Desk, width = desk.as.noise): number => (desk.chance.next() - 0.5) * width;

/** Whether all signatories would ratify place k, as far as this seat can tell. */
export function wouldRatify(desk: Desk, k: number): boolean {
  const { land, me, game } = desk;
  const signers = signersOf(land, k);
  for (let s = 0; s < land.seats.length; s++) {
    if (!inSet(signers, s)) continue;
    const passes = s === me ? myVote(desk, k) : ratifies(game, land, s, k, land.votes[s], land.seats[s].line);
    if (!passes) return false;
  }
  return true;
}

/** Whether the seat's own bodies would ratify place k, if it has to sign at all. */
export const wouldRatifyMyself = (desk: Desk, k: number): boolean =>
  !inSet(signersOf(desk.land, k), desk.me) || myVote(desk, k);

const myVote = ({ game, land, own, me }: Desk, k: number): boolean =>
  ratifies(game, land, me, k, own.votes, own.by.mine.line);

/** Points for the goals of the seat's own mandate that the package would fulfil and that are not fulfilled now. */
export function goalsBy(desk: Desk, k: number): number {
  const { game, land, c } = desk;
  const I = c.issues.length;
  const now = game.world.now;
  const kept = now.slice();
  desk.met ??= goalsMet(desk);
  for (let d = 0; d < I; d++) now[d] = land.grid.options[k * I + d];
  const after = goalsMet(desk);
  for (let d = 0; d < I; d++) now[d] = kept[d];
  return (after - desk.met) * desk.as.goal;
}

/** How many of the seat's own goals hold as things stand. */
export function goalsMet(desk: Desk): number {
  const { c, v, me } = desk;
  const { goals } = prepared(c);
  let met = 0;
  for (const g of c.seats[me].goals) if (v.goal[g] === 1 && goals[g](desk.game)) met++;
  if (v.card >= 0 && goals[v.card](desk.game)) met++;
  return met;
}

/** The places with the largest scores above `floor`, best first; the first in listing order among equals. */
export function topOf(
  { list, n }: Places,
  most: number,
  score: (k: number) => number,
  floor: number,
): { k: number; score: number }[] {
  const top: { k: number; score: number }[] = [];
  let least = floor;
  for (let i = 0; i < n; i++) {
    const k = list[i];
    const x = score(k);
    if (!(x > least)) continue;
    let at = top.length < most ? top.length : most - 1;
    for (; at > 0 && top[at - 1].score < x; at--) top[at] = top[at - 1];
    top[at] = { k, score: x };
    if (top.length === most) least = top[most - 1].score;
  }
  return top;
}

/** Share of its best reachable package that the seat insists on at this time: much at first, falling faster towards the end. */
export const aspiration = (desk: Desk): number =>
  desk.as.opens + (desk.as.ends - desk.as.opens) * desk.late * (0.5 + 0.5 * desk.late);

/** The issue on which a package brings the decider most, and its citation. */
export function mainIssue(desk: Desk, seat: number, clauses: readonly Clause[]): number {
  const { util } = desk.game.truth;
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const [issue, option] of clauses) {
    const row = (seat * desk.c.issues.length + issue) * MAX_OPTIONS;
    const x = util[row + option] - util[row + desk.v.now[issue]];
    if (x > most) {
      most = x;
      best = issue;
    }
  }
  return best;
}

/** The citations of a seat's position on an issue. */
export const citePosition = (c: Case, seat: number, issue: number): string =>
  `positions/${c.seats[seat].id}/${c.issues[issue].id}/ideal`;

export const citeLine = (c: Case, r: number): string => c.reds[r].cite;

export const reason = (id: string, params: Reason['with'] = {}, cites: readonly string[] = []): Reason => ({
  id,
  with: params,
  cites,
});

/** The other principal that this seat trusts least; −1 for a scenario with none. */
export function otherPrincipal(desk: Desk): number {
  let found = -1;
  let least = 2;
  for (const p of desk.principals) {
    if (p === desk.me) continue;
    const t = trustOf(desk.game, desk.me, p);
    if (t < least) {
      least = t;
      found = p;
    }
  }
  return found;
}
