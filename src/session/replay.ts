/**
 * A journal played again: the same case, rules and acts give the same game, to the last bit. Everything is checked on the way,
 * and the first thing that does not fit is told with its line.
 */
import { carriedMisfit, RULES_VERSION } from '../rules/index.ts';
import { CAMPAIGN_PRESET, type Case, type Game, type World } from '../world/index.ts';
import { type History, isFault, makeHistory, startOf } from './history.ts';
import type { CheckLine, Header, Journal, JournalFault, Summary } from './journal.ts';
import { parseAct } from './notation.ts';
import { gameOf } from './update.ts';

export interface ReplayedRound {
  readonly round: number;
  /** The World when the orders were closed, with everything that was sealed. */
  readonly closed: World;
  /** The World after the resolution. */
  readonly after: World;
  /** SHA-256 of the game after the resolution. */
  readonly hash: string;
  /** The act that closed the round; `fork` and `rewind` take it. */
  readonly seq: number;
}

export interface Replay {
  readonly start: Game;
  readonly final: Game;
  readonly rounds: readonly ReplayedRound[];
  readonly history: History;
}

export type Replayed =
  | { readonly ok: true; readonly replay: Replay }
  /** `rounds` is what can still be looked at: what the table saw at the end of each round, from the journal itself. */
  | { readonly ok: false; readonly fault: JournalFault; readonly rounds: readonly Summary[] };

/** Plays a parsed journal again on its case. */
export function replay(c: Case, journal: Journal): Replayed {
  const played = replayHistory(c, journal, { keepAll: true });
  if ('code' in played) return { ok: false, fault: played, rounds: storedRounds(journal) };
  const start = startOf(c, journal.header);
  const rounds = standingChecks(journal).map((check): ReplayedRound => {
    const { context } = played.momentAt(check.seq)!;
    const { round, seq, hash } = check;
    return { round, closed: context.closed[round - 1], after: context.world, hash, seq };
  });
  return { ok: true, replay: { start, final: gameOf(played.moment.context), rounds, history: played } };
}

/** What everybody could see at the end of each round, read from the journal alone: works for any rules and any scenario. */
export const storedRounds = (journal: Journal): readonly Summary[] =>
  standingChecks(journal).map((check) => check.public);

/** The checks of rounds that were not taken back by a rewind, in order of rounds. */
function standingChecks({ lines }: Journal): CheckLine[] {
  const before = new Map<number, number>();
  const checks = new Map<number, CheckLine>();
  let here = 0;
  for (const line of lines) {
    if (line.line === 'check') checks.set(line.seq, line);
    else if (line.act.do === 'rewind') {
      // The journal may be a broken one: a way to what was not yet done would lead round in circles.
      const { to } = line.act;
      if (typeof to === 'number' && (to === 0 || before.has(to))) here = to;
    } else {
      before.set(line.seq, here);
      here = line.seq;
    }
  }
  const standing: CheckLine[] = [];
  for (let at: number | undefined = here; at !== undefined && at > 0; at = before.get(at)) {
    const check = checks.get(at);
    if (check) standing.unshift(check);
  }
  return standing;
}

export interface Manner {
  /** Keeps every moment (see `makeHistory`). */
  readonly keepAll?: boolean;
  /** Lets the clock run by the recorded times, so that a game taken up again has the right time left. Changes nothing else. */
  readonly clock?: boolean;
}

/** The history that a journal tells, to be looked at or continued; or the first thing in it that is wrong. */
export function replayHistory(c: Case, journal: Journal, manner: Manner): History | JournalFault {
  const foreign = headerFault(c, journal.header);
  if (foreign) return foreign;
  const history = makeHistory(c, journal.header, manner.keepAll);
  let ms = 0;
  let owed: CheckLine | null = null;
  for (let k = 0; k < journal.lines.length; k += 1) {
    const stored = journal.lines[k];
    const line = k + 2;
    if (stored.line === 'check') {
      if (!owed || owed.round !== stored.round) return { code: 'check-misplaced', line };
      if (owed.hash !== stored.hash) return { code: 'hash-differs', line, found: stored.hash, expected: owed.hash };
      owed = null;
      continue;
    }
    if (owed) return { code: 'check-missing', line, expected: owed.round };
    const read = parseAct(c, stored.act);
    if (!read.ok) return actFault('act-broken', line, read.fault);
    if (manner.clock && stored.ms > ms) history.tick(stored.ms - ms);
    ms = stored.ms;
    const plan = history.plan(read.act);
    if (isFault(plan)) return actFault('act-refused', line, plan);
    history.commit(plan, stored.ms, stored.id);
    owed = plan.check;
  }
  return history;
}

const actFault = (
  code: 'act-broken' | 'act-refused',
  line: number,
  fault: { readonly code: JournalFault['fault'] & string; readonly at?: string },
): JournalFault => ({ code, line, fault: fault.code, ...(fault.at === undefined ? {} : { at: fault.at }) });

/** Why a journal cannot be played with this case and these rules at all. */
function headerFault(c: Case, header: Header): JournalFault | null {
  const { rules, scenario, hash, seats, preset, carried } = header;
  if (rules !== RULES_VERSION) return { code: 'rules-differ', line: 1, found: rules, expected: RULES_VERSION };
  if (scenario !== c.id) return { code: 'scenario-differs', line: 1, found: scenario, expected: c.id };
  if (hash !== c.hash) return { code: 'scenario-changed', line: 1, found: hash, expected: c.hash };
  if (Object.keys(seats).length !== c.seats.length || c.seats.some(({ id }) => !Object.hasOwn(seats, id)))
    return { code: 'seats-differ', line: 1, expected: c.seats.map(({ id }) => id).join(', ') };
  const misfit = carried ? carriedMisfit(c, carried) : '';
  if (misfit) return { code: 'header-broken', line: 1, at: `carried/${misfit}` };
  if (carried ? preset !== CAMPAIGN_PRESET : !c.presets.some(({ id }) => id === preset))
    return { code: 'preset-unknown', line: 1, found: preset };
  return null;
}
