import { initialTransition } from 'xstate';
import { carriedEntries, carriedMisfit, hashGame, partOf, RULES_VERSION, start } from '../rules/index.ts';
import { CAMPAIGN_PRESET, type Carried, type Case, type Fault, type Game } from '../world/index.ts';
import { type Act, isTalk, type Player } from './act.ts';
import { makeContext } from './context.ts';
import { type FlowEvent, flow, type Moment, phaseOf, stepFlow } from './flow.ts';
import type { CheckLine, Header, Journal, JournalLine } from './journal.ts';
import { JOURNAL_FORMAT } from './journal.ts';
import { makeAct, parseAct } from './notation.ts';
import { summarise } from './summary.ts';
import type { Level, Phase } from './table.ts';
import { gameOf } from './update.ts';

export interface Options {
  readonly case: Case;
  /** Any whole number; draws the hidden values, the mandate cards and the events. */
  readonly seed: number;
  /** Id of a preset of the case; of no meaning in a part of a campaign. */
  readonly preset: string;
  /** Plays the case as a part of a campaign. */
  readonly carried?: Carried;
  readonly level: Level;
  /** Who moves each seat, by seat number. */
  readonly players: readonly Player[];
  /** Language the people chose; goes into the save. */
  readonly language?: string;
  /** Whether phases have the preset's clock; solo play has none unless asked for. */
  readonly timed?: boolean;
}

/** @throws RangeError when the preset is unknown, or players or what is carried do not fit the case: that is the caller's error. */
export function makeHeader(options: Options): Header {
  const { case: c, players, carried = c.carried } = options;
  const misfit = carried ? carriedMisfit(c, carried) : '';
  if (misfit) throw new RangeError(`what is carried does not fit ${c.id}: ${misfit}`);
  if (players.length !== c.seats.length) throw new RangeError(`${c.seats.length} players needed, one for each seat`);
  if (!carried && !c.presets.some(({ id }) => id === options.preset))
    throw new RangeError(`no preset ${options.preset}`);
  if (!Number.isSafeInteger(options.seed)) throw new RangeError('the seed must be a whole number');
  return {
    format: JOURNAL_FORMAT,
    rules: RULES_VERSION,
    scenario: c.id,
    hash: c.hash,
    seed: options.seed,
    preset: carried ? CAMPAIGN_PRESET : options.preset,
    level: options.level,
    language: options.language ?? 'en',
    timed: options.timed ?? false,
    seats: Object.fromEntries(c.seats.map(({ id }, seat) => [id, players[seat]])),
    ...(carried ? { carried } : {}),
  };
}

/** The case that a header's game is played with: the scenario alone, or as a part of a campaign. */
export const caseOf = (c: Case, { carried }: Header): Case => (carried ? partOf(c, carried) : c);

/** The game of a header at its very start: same header and case, same game. */
export const startOf = (c: Case, header: Header): Game =>
  start(caseOf(c, header), { seed: header.seed, preset: header.preset });

/** @param c as `caseOf` gives it */
export function firstMoment(c: Case, header: Header): Moment {
  const game = startOf(c, header);
  const preset = c.presets.find(({ id }) => id === header.preset);
  const [moment] = initialTransition(
    flow,
    makeContext({
      case: c,
      truth: game.truth,
      world: game.world,
      players: c.seats.map(({ id }) => header.seats[id]),
      seconds: header.timed && preset ? preset.seconds : null,
      ledger: carriedEntries(c),
    }),
  );
  return moment;
}

/** One act on one moment: the next moment, or why not. Pure; `rewind` needs a history and is unknown here. */
export function step(moment: Moment, act: Act): Moment | Fault {
  const event = eventOf(act);
  if (!event) return { code: 'unknown-command' };
  const next = stepFlow(moment, event);
  return next.context.fault ?? next;
}

export const isFault = (x: object): x is Fault => 'code' in x;

function eventOf(act: Act): FlowEvent | null {
  if (isTalk(act)) return { type: 'talk', command: act };
  switch (act.do) {
    case 'seal':
    case 'unseal':
      return { type: 'order', command: act };
    case 'ready':
    case 'unready':
      return { type: act.do, seat: act.seat };
    case 'player':
      return { type: 'player', seat: act.seat, player: act.player };
    case 'extend':
      return { type: 'extend', seconds: act.seconds };
    case 'advance':
    case 'expire':
    case 'pause':
    case 'resume':
    case 'untime':
      return { type: act.do };
    default:
      // A seat cannot end talks or resolve, and a moment cannot rewind itself.
      return null;
  }
}

/** The acts of a game, the moments between them, and which of them the game now stands on. */
export interface History {
  readonly case: Case;
  readonly header: Header;
  readonly lines: readonly JournalLine[];
  /** The act last written; 0 before the first. */
  readonly seq: number;
  /** The act whose result the game stands on: `seq`, or an earlier one after a step back. */
  readonly here: number;
  readonly moment: Moment;
  /** Where a redo would lead, or −1. */
  readonly ahead: number;
  /** What the act would lead to, without doing it: commit the result, or leave it. */
  plan(act: Act): Plan | Fault;
  /** The journal lines that committing it adds. */
  written(plan: Plan, ms: number, id?: string): readonly JournalLine[];
  commit(plan: Plan, ms: number, id?: string): void;
  /** The clock ran a while: changes the moment, and is no act. */
  tick(ms: number): void;
  /** The moment after an act that was done, also one that was taken back. */
  momentAt(seq: number): Moment | null;
  /** The act before `seq` in the course that led to it, −1 before the start. */
  before(seq: number): number;
  /** Where the game stood after an act; cheap, unlike `momentAt`. */
  markAt(seq: number): Mark | null;
}

export interface Mark {
  readonly phase: Phase;
  readonly round: number;
}

export interface Plan {
  readonly act: Act;
  readonly moment: Moment;
  readonly here: number;
  /** Set when the act closed a round. */
  readonly check: CheckLine | null;
}

/**
 * @param keepAll keeps every moment; without it those of earlier rounds are forgotten, but for the first of each phase, and
 * played again from the journal when somebody asks for them (a school's server has hundreds of histories).
 */
export function makeHistory(alone: Case, header: Header, keepAll = false): History {
  const c = caseOf(alone, header);
  const lines: JournalLine[] = [];
  const moments = new Map<number, Moment>([[0, firstMoment(c, header)]]);
  const parents = new Map<number, number>([[0, -1]]);
  const marks = new Map<number, Mark>([[0, markOf(moments.get(0)!)]]);
  let seq = 0;
  let here = 0;
  let moment = moments.get(0)!;
  let undone: number[] = [];

  const momentAt = (at: number): Moment | null => {
    if (!parents.has(at)) return null;
    const kept = moments.get(at);
    if (kept) return kept;
    const again = replayTo(c, { header, lines }, at);
    return again.momentAt(at);
  };

  const written = ({ act, check }: Plan, ms: number, id?: string): readonly JournalLine[] => {
    const line = { line: 'act', seq: seq + 1, ms, act: makeAct(c, act), ...(id === undefined ? {} : { id }) } as const;
    return check ? [line, check] : [line];
  };

  return {
    case: c,
    header,
    lines,
    get seq() {
      return seq;
    },
    get here() {
      return here;
    },
    get moment() {
      return moment;
    },
    get ahead() {
      return undone.at(-1) ?? -1;
    },
    plan(act) {
      if (act.do === 'rewind') {
        const target = momentAt(act.to);
        if (!target || act.to === here) return { code: 'wrong-stage', at: 'to' };
        return { act, moment: target, here: act.to, check: null };
      }
      const next = step(moment, act);
      if (isFault(next)) return next;
      const closes = next.context.closed.length > moment.context.closed.length;
      return { act, moment: next, here: seq + 1, check: closes ? checkOf(next, seq + 1) : null };
    },
    written,
    commit(plan, ms, id) {
      const { act, moment: next, here: to, check } = plan;
      lines.push(...written(plan, ms, id));
      seq += 1;
      if (act.do === 'rewind') {
        if (undone.at(-1) === to) undone.pop();
        else undone.push(here);
      } else {
        undone = [];
        parents.set(seq, here);
        moments.set(seq, next);
        marks.set(seq, markOf(next));
        if (check && !keepAll) forget(moments, marks, parents, seq);
      }
      here = to;
      moment = next;
    },
    tick(ms) {
      const next = stepFlow(moment, { type: 'tick', ms });
      if (!next.context.fault) moment = next;
    },
    momentAt,
    before: (at) => parents.get(at) ?? -1,
    markAt: (at) => marks.get(at) ?? null,
  };
}

const markOf = (moment: Moment): Mark => ({ phase: phaseOf(moment), round: moment.context.round });

/** Keeps, of all moments before `last`, those at which a phase began: those a teacher goes back to. */
function forget(
  moments: Map<number, Moment>,
  marks: ReadonlyMap<number, Mark>,
  parents: ReadonlyMap<number, number>,
  last: number,
): void {
  for (const at of moments.keys()) {
    const before = marks.get(parents.get(at) ?? -1);
    if (at < last && before && before.phase === marks.get(at)?.phase) moments.delete(at);
  }
}

/** Plays a journal that this very program wrote, up to act `at`. */
export function replayTo(c: Case, journal: Journal, at: number): History {
  const history = makeHistory(c, journal.header, true);
  for (const line of journal.lines) {
    if (line.line !== 'act' || line.seq > at) continue;
    const read = parseAct(c, line.act);
    const plan = read.ok ? history.plan(read.act) : read.fault;
    if (isFault(plan)) throw new Error(`own journal refused at act ${line.seq}: ${plan.code}`);
    history.commit(plan, line.ms, line.id);
  }
  return history;
}

const checkOf = ({ context }: Moment, seq: number): CheckLine => ({
  line: 'check',
  // Where nobody reads, the flow is in the next round by now; the number of closed rounds is always right.
  round: context.closed.length,
  seq,
  hash: hashGame(gameOf(context)),
  public: summarise(context, context.closed.length),
});
