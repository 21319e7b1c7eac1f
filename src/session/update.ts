import { jointMeasures, legal, scores, view } from '../rules/index.ts';
import type { Case, FaultCode, Game, Legal, SeatSet, Who } from '../world/index.ts';
import { inSet } from '../world/index.ts';
import { type Context, everybody } from './context.ts';
import { flowOf, type Moment, phaseOf } from './flow.ts';
import type { Level, Phase, TalkLine, Update } from './table.ts';
import { type Logs, NO_LOGS } from './talks.ts';

/** Everything but its number; two that are equal need not be sent twice. */
export type Content = Omit<Update, 'no'>;

export const gameOf = ({ case: c, truth, world }: Context): Game => ({ case: c, truth, world });

export const seenByAll = (c: Case, seenBy: SeatSet): boolean => (seenBy & everybody(c)) === everybody(c);

/** What `who` may learn at this moment: built from the rulebook's View and from entries that name this viewer as a reader. */
export function contentFor(moment: Moment, who: Who, level: Level, logsFor: LogsFor): Content {
  const { context } = moment;
  const game = gameOf(context);
  const phase = phaseOf(moment);
  const over = phase === 'debrief';
  const content: Content = {
    view: view(game, who),
    legal: who < 0 ? null : offered(context.case, legal(game, who), phase, isEasy(context, who, level)),
    flow: flowOf(moment),
    ...logsFor(context.case, context.logs, who, over),
    scores: over ? scores(game) : null,
  };
  if (!over) return content;
  const opened = {
    truth: context.truth,
    closed: context.closed,
    final: context.world,
    joint: jointMeasures(game),
  };
  return { ...content, opened };
}

const isEasy = (context: Context, who: Who, level: Level): boolean =>
  level === 'essential' && context.players[who] === 'person';

const FULL_KINDS: readonly string[] = ['stick', 'guarantee', 'amend', 'consult'];

/**
 * The rulebook knows stages, the flow knows phases: while people read, the rulebook is at its talks already but nothing can be
 * done. On the essential level the controls of the full one are left out; the engine would still accept them.
 */
function offered(c: Case, full: Legal, phase: Phase, easy: boolean): Legal {
  const shown = easy
    ? {
        ...full,
        moves: full.moves.filter(({ move }) => !c.moves[move].full && !FULL_KINDS.includes(c.moves[move].kind)),
      }
    : full;
  if (phase === 'talks' || phase === 'orders') return shown;
  const why: FaultCode = full.stage === 'over' ? 'game-over' : 'wrong-stage';
  return {
    ...shown,
    table: { ...full.table, why },
    sign: [],
    reject: [],
    counter: [],
    withdraw: [],
    seal: false,
    unseal: false,
  };
}

export type LogsFor = (c: Case, logs: Logs, who: Who, open: boolean) => Pick<Update, 'news' | 'ledger' | 'talks'>;

/** Filters logs for viewers. A list comes back as the very same one while nothing was added that the viewer may read. */
export function makeLogsFor(): LogsFor {
  const memory = new Map<Who, { logs: Logs; open: boolean; seen: Logs; answer: ReturnType<LogsFor> }>();
  return (c, logs, who, open) => {
    const old = memory.get(who);
    if (old?.logs === logs && old.open === open) return old.answer;
    const reads = ({ seenBy }: { seenBy: SeatSet }) => open || (who < 0 ? seenByAll(c, seenBy) : inSet(seenBy, who));
    // What nobody could read so far becomes readable when all is opened.
    const before = old?.open === open ? old.logs : NO_LOGS;
    const seen: Logs = {
      news: longer(before.news, old?.seen.news, logs.news, reads),
      ledger: longer(before.ledger, old?.seen.ledger, logs.ledger, reads),
      talks: kept(old?.seen.talks, logs.talks.filter(reads)),
    };
    const talks = old && old.seen.talks === seen.talks ? old.answer.talks : seen.talks.map(lineOf);
    const answer = { news: seen.news, ledger: seen.ledger, talks };
    memory.set(who, { logs, open, seen, answer });
    return answer;
  };
}

/** What may be read of a list that only ever grows: while it begins with the list of the time before, only what was added is looked at. */
function longer<T>(
  before: readonly T[],
  seen: readonly T[] = [],
  now: readonly T[],
  reads: (item: T) => boolean,
): readonly T[] {
  const n = before.length;
  // Every entry is made once, so where the last one is the same all before it are; after a step back it is another or none.
  if (n === 0 || now[n - 1] !== before[n - 1]) return kept(seen, now.filter(reads));
  const added = now.slice(n).filter(reads);
  return added.length === 0 ? seen : [...seen, ...added];
}

const kept = <T>(old: readonly T[] | undefined, fresh: readonly T[]): readonly T[] =>
  old && old.length === fresh.length && old.every((item, k) => item === fresh[k]) ? old : fresh;

/** A field-by-field copy: what is not for this viewer cannot slip in. */
const lineOf = ({ round, seat, did, draft, clauses, reason, because }: TalkLine): TalkLine => ({
  round,
  seat,
  did,
  draft,
  clauses,
  reason,
  because,
});
