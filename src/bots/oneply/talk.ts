import {
  ABSOLUTE,
  AMENDABLE,
  breaksPledge,
  type Chance,
  crossedBy,
  type Gain,
  gain,
  mayFormulate,
  PLEDGE_IN_VOTE,
  sameClauses,
  wouldPass,
} from '../../rules/index.ts';
import {
  type Case,
  type Clause,
  type Draft,
  inSet,
  type Legal,
  type RejectReason,
  type View,
} from '../../world/index.ts';
import type { Said } from '../bot.ts';
import type { Character } from './character.ts';
import {
  aspiration,
  citeLine,
  citePosition,
  type Desk,
  deskOf,
  goalsBy,
  mainIssue,
  otherPrincipal,
  reason,
  topOf,
  whim,
  wouldRatify,
  wouldRatifyMyself,
} from './desk.ts';
import { signersOf } from './landscape.ts';

/** What a one-ply bot says next in the talks; null when it has nothing to add. */
export function talk(c: Case, v: View, legal: Legal, chance: Chance, as: Character): Said | null {
  const mustAnswer = legal.sign.length > 0;
  const own = ownTexts(c, v);
  const proposes = legal.table.why === '' && own !== null && own.tabled < as.texts;
  const old = legal.withdraw.length > 0 && isOldAmong(v, legal.withdraw);
  if (!mustAnswer && !proposes && !old) return null;
  const desk = deskOf(c, v, as, chance);
  return (
    (old ? takeBack(desk, legal) : null) ??
    (mustAnswer ? answer(desk, legal) : null) ??
    (proposes ? propose(desk, own.turnedDown) : null)
  );
}

/** Whether one of these texts is of an earlier round: what is good when it is tabled stays so while a round is talked over. */
function isOldAmong(v: View, numbers: readonly number[]): boolean {
  for (const d of v.drafts) if (d.round !== v.round && numbers.includes(d.no)) return true;
  return false;
}

/** How many texts of its own the seat tabled this round, and how many were ever turned down; null when it is not its turn to table one. */
function ownTexts(c: Case, v: View): { readonly tabled: number; readonly turnedDown: number } | null {
  let tabled = 0;
  let turnedDown = 0;
  // A mediator speaks when the parties do not, or cannot.
  const waits = c.seats[v.who].role === 'mediator';
  for (const d of v.drafts) {
    const fresh = d.round === v.round;
    // One new text at a time; what still lies there from the last round keeps nobody waiting.
    if (d.state === 'open' && fresh && (waits || d.by === v.who)) return null;
    if (d.by !== v.who) continue;
    if (fresh) tabled++;
    if (d.state === 'rejected' || d.state === 'refused') turnedDown++;
  }
  return { tabled, turnedDown };
}

/** A text of its own that it would not sign any more must not be completed by others. */
function takeBack(desk: Desk, legal: Legal): Said | null {
  for (const no of legal.withdraw) {
    const draft = draftOf(desk, no);
    // A mediator that does not sign its text has nothing to take back.
    if (!draft || !inSet(draft.signed, desk.me) || stillGood(desk, draft)) continue;
    return {
      command: { do: 'withdraw', seat: desk.me, draft: no },
      because: reason('bots.withdraw', { draft: no }),
    };
  }
  return null;
}

function draftOf(desk: Desk, no: number): Draft | undefined {
  for (const d of desk.v.drafts) if (d.no === no) return d;
  return undefined;
}

const stillGood = (desk: Desk, draft: Draft): boolean =>
  crossedBy(desk.game, desk.me, draft.clauses) < 0 && gain(desk.game, desk.me, draft.clauses).net >= 0;

/** How the seat judges a text: what it gains, and the true reason not to sign, '' when it would. */
interface Judgement {
  readonly gain: Gain;
  readonly red: number;
  readonly why: RejectReason | '';
}

function judge(desk: Desk, clauses: readonly Clause[], wants: number): Judgement {
  const { game, me } = desk;
  const g = gain(game, me, clauses);
  const red = crossedBy(game, me, clauses);
  const done = (why: RejectReason | ''): Judgement => ({ gain: g, red, why });
  if (red >= 0) return done('crosses-red-line');
  if (g.net < 0) return done(g.surplus + g.carrots >= 0 ? 'no-confidence' : 'not-enough');
  const pledge = breaksPledge(game, me, clauses) ? PLEDGE_IN_VOTE : 0;
  if (!wouldPass(game, me, clauses)) return done('home-front');
  if (g.net - pledge < wants) return done(pledge > 0 ? 'home-front' : 'not-enough');
  return done('');
}

/** What the best text within reach would bring: by it the seat measures what it is offered. */
function bestReachable(desk: Desk): number {
  const { own } = desk;
  let best = 0;
  for (let i = 0; i < own.good.n; i++) {
    const k = own.good.list[i];
    if (own.net[k] > best && own.others[k] >= 0.5) best = own.net[k];
  }
  return best;
}

function answer(desk: Desk, legal: Legal): Said | null {
  const { me } = desk;
  if (legal.sign.length === 0) return null;
  const wants = aspiration(desk) * bestReachable(desk);
  let best: Draft | null = null;
  let most = 0;
  const texts: { draft: Draft; judged: Judgement }[] = [];
  for (const no of legal.sign) {
    const draft = draftOf(desk, no);
    if (!draft) continue;
    const judged = judge(desk, draft.clauses, wants);
    texts.push({ draft, judged });
    if (judged.why !== '' || clashes(desk, draft, judged.gain.net)) continue;
    if (best === null || judged.gain.net > most) {
      best = draft;
      most = judged.gain.net;
    }
  }
  if (best) {
    const issue = mainIssue(desk, me, best.clauses);
    const id = desk.left <= 1 ? 'bots.sign-late' : 'bots.sign';
    return {
      command: { do: 'sign', seat: me, draft: best.no },
      because: reason(id, named(desk, { issue }), issue >= 0 ? [citePosition(desk.c, me, issue)] : []),
    };
  }
  for (const { draft, judged } of texts) {
    if (judged.why === '') continue;
    const said = (legal.counter.includes(draft.no) ? counter(desk, draft, wants) : null) ?? refuse(desk, draft, judged);
    if (said) return said;
  }
  return null;
}

/** Of two texts on one issue only one can stand: the seat signs a second only when it is the better one for it. */
function clashes(desk: Desk, draft: Draft, net: number): boolean {
  for (const d of desk.v.drafts) {
    if (d.state !== 'open' || d.no === draft.no || !inSet(d.signed, desk.me)) continue;
    if (gain(desk.game, desk.me, d.clauses).net >= net) return true;
  }
  return false;
}

/** Turns a text down with the true reason, or leaves it on the table when that may pass. */
function refuse(desk: Desk, draft: Draft, judged: Judgement): Said | null {
  const { c, me } = desk;
  const amendable = judged.red >= 0 && c.reds[judged.red].amendable;
  // It will ask its capital to give the line up, or wait for more confidence: texts stand for two rounds.
  const passing = judged.why !== 'crosses-red-line' || amendable;
  const isFresh = draft.round === desk.v.round;
  if (passing && isFresh && desk.left > 0 && judged.gain.net >= -0.5) return null;
  const cites = judged.red >= 0 ? [citeLine(c, judged.red)] : [];
  const issue = judged.red >= 0 ? c.reds[judged.red].issue : worstIssue(desk, draft.clauses);
  if (cites.length === 0 && issue >= 0) cites.push(citePosition(c, me, issue));
  return {
    command: { do: 'reject', seat: me, draft: draft.no, reason: judged.why === '' ? 'other' : judged.why },
    because: reason(`bots.reject-${judged.why}`, named(desk, { issue }), cites),
  };
}

/** The issue on which the clauses cost the seat most. */
function worstIssue(desk: Desk, clauses: readonly Clause[]): number {
  let worst = clauses[0][0];
  let least = Number.POSITIVE_INFINITY;
  for (const clause of clauses) {
    const { change } = gain(desk.game, desk.me, [clause]);
    if (change < least) {
      least = change;
      worst = clause[0];
    }
  }
  return worst;
}

/** A text that differs from theirs on one issue and would do for both: a clause more, a clause less, or another option. */
function counter(desk: Desk, draft: Draft, wants: number): Said | null {
  const { land, own, me, v, c } = desk;
  if (depth(desk, draft) >= 3) return null;
  const I = c.issues.length;
  const theirs = v.now.slice();
  for (const [issue, option] of draft.clauses) theirs[issue] = option;
  const near = (k: number): boolean => {
    let differs = 0;
    const row = k * I;
    for (let d = 0; d < I; d++) if (land.grid.options[row + d] !== theirs[d] && ++differs > 1) return false;
    return differs === 1;
  };
  const found = topOf(
    own.good,
    4,
    (k) => {
      if (own.net[k] < wants || !acceptable(desk, k) || !near(k)) return -1;
      return own.net[k] + own.others[k] * 4;
    },
    0,
  );
  for (const { k } of found) {
    const clauses = land.grid.drafts[k];
    if (!mayPropose(desk, clauses, k)) continue;
    const issue = changedIssue(draft.clauses, clauses);
    return {
      command: { do: 'counter', seat: me, draft: draft.no, clauses },
      because: reason('bots.counter', named(desk, { issue, seat: draft.by }), [citePosition(c, me, issue)]),
    };
  }
  return null;
}

/** How many texts stand behind this one in a chain of counters. */
function depth(desk: Desk, draft: Draft): number {
  let n = 0;
  for (let d: Draft | undefined = draft; d && d.parent !== 0; d = draftOf(desk, d.parent)) n++;
  return n;
}

/** The issue on which the two texts differ. */
function changedIssue(a: readonly Clause[], b: readonly Clause[]): number {
  for (const [issue, option] of b) if (!a.some(([i, o]) => i === issue && o === option)) return issue;
  for (const [issue] of a) if (!b.some(([i]) => i === issue)) return issue;
  return b[0][0];
}

/** Whether the others may be expected to take it: enough for every principal by public numbers, no absolute line, and mediators
 * whose issue it moves not worse off. */
function acceptable(desk: Desk, k: number): boolean {
  const { land, me, as } = desk;
  const signers = signersOf(land, k);
  for (let s = 0; s < land.seats.length; s++) {
    if (s === me || !inSet(signers, s)) continue;
    const { net, line } = land.seats[s];
    const least = desk.c.seats[s].role === 'principal' ? as.least : 0;
    if (line[k] === ABSOLUTE || net[k] < least + (line[k] === AMENDABLE ? 3 : 0)) return false;
  }
  return true;
}

/** Texts that were turned down are not tabled again as they are, and the mandate may forbid some clauses. */
function mayPropose(desk: Desk, clauses: readonly Clause[], k: number): boolean {
  const { v, c, me } = desk;
  for (const d of v.drafts) if (sameClauses(d.clauses, clauses)) return false;
  for (let i = 0; i < c.instructions.length; i++) {
    if (c.instructions[i].seat !== me || v.instruction[i] !== 1) continue;
    for (const term of c.instructions[i].forbidsTerms)
      for (const [issue, option] of clauses)
        if (term.issue === issue && option >= term.min && option <= term.max) return false;
  }
  if (breaksPledge(desk.game, me, clauses)) return false;
  if (!(desk.as.probes ? wouldRatifyMyself(desk, k) : wouldRatify(desk, k))) return false;
  return c.seats[me].role === 'principal' || mayFormulate(desk.game, clauses);
}

function propose(desk: Desk, turnedDown: number): Said | null {
  const { me, own, land, as, c } = desk;
  const mediator = c.seats[me].role === 'mediator';
  const gives = as.gives + desk.late * 0.6 + turnedDown * 0.25;
  const asks = mediator ? 0 : aspiration(desk) * bestReachable(desk) * 0.8;
  const found = topOf(
    own.good,
    6,
    (k) => {
      if (own.net[k] < asks || !acceptable(desk, k)) return 0;
      return own.net[k] * (0.4 + 0.6 * own.others[k]) + gives * leastGain(desk, k);
    },
    0,
  );
  const scored = found.map(({ k, score }) => ({ k, score: score + goalsBy(desk, k) + whim(desk) }));
  scored.sort((a, b) => b.score - a.score);
  for (const { k } of scored) {
    const clauses = land.grid.drafts[k];
    if (!mayPropose(desk, clauses, k)) continue;
    const other = mediator ? poorest(desk, k) : otherPrincipal(desk);
    const issue = mainIssue(desk, me, clauses);
    const theirs = other >= 0 ? mainIssue(desk, other, clauses) : -1;
    const id = mediator ? 'bots.formulate' : turnedDown > 0 || desk.late > 0.6 ? 'bots.table-less' : 'bots.table';
    const cites = [citePosition(c, me, issue)];
    if (theirs >= 0) cites.push(citePosition(c, other, theirs));
    return {
      command: { do: 'table', seat: me, clauses },
      because: reason(id, named(desk, { issue, seat: other, theirs }), cites),
    };
  }
  return null;
}

/** The smallest public gain among the other principals, as far as it counts. */
function leastGain(desk: Desk, k: number): number {
  let least = 10;
  for (const p of desk.principals)
    if (p !== desk.me && desk.land.seats[p].net[k] < least) least = desk.land.seats[p].net[k];
  return least;
}

/** The principal that gains least by a package. */
function poorest(desk: Desk, k: number): number {
  let found = -1;
  for (const p of desk.principals)
    if (found < 0 || desk.land.seats[p].net[k] < desk.land.seats[found].net[k]) found = p;
  return found;
}

/** Parameters of a reason by id. */
function named(desk: Desk, of: { issue?: number; theirs?: number; seat?: number }): Record<string, string> {
  const out: Record<string, string> = {};
  const { c } = desk;
  if (of.issue !== undefined && of.issue >= 0) out.issue = c.issues[of.issue].id;
  if (of.theirs !== undefined && of.theirs >= 0) out.theirs = c.issues[of.theirs].id;
  if (of.seat !== undefined && of.seat >= 0) out.seat = c.seats[of.seat].id;
  return out;
}
