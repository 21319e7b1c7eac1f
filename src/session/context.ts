import { Immer } from 'immer';
import { apply, copyWorld } from '../rules/index.ts';
import type { Case, Command, Fault, Preset, SeatSet, Sink, Truth, World } from '../world/index.ts';
import type { Player } from './act.ts';
import type { Phase, TalkCommand } from './table.ts';
import { addTalk, type Logs, NO_LOGS, spreadTalks } from './talks.ts';

/**
 * What the flow carries from state to state. The whole game is in `world`, which is only ever replaced: every earlier World stays
 * as it was (and is frozen), so a step back is a reference.
 */
export interface Context {
  readonly case: Case;
  readonly truth: Truth;
  readonly world: World;
  readonly players: readonly Player[];
  /** Length of each phase; null: no clock. */
  readonly seconds: Preset['seconds'] | null;
  /** Seats that said they are done with this phase. */
  readonly ready: SeatSet;
  /** The round this phase belongs to. */
  readonly round: number;
  /** Milliseconds left, and a number that changes whenever people must be told of it. */
  readonly clock: { readonly left: number; readonly stamp: number };
  readonly logs: Logs;
  /** The World at the end of each round's orders, with everything that was sealed. */
  readonly closed: readonly World[];
  /** Why the last event was refused. A snapshot with a fault is thrown away by whoever asked for it. */
  readonly fault: Fault | null;
}

export type Setup = Pick<Context, 'case' | 'truth' | 'world' | 'players' | 'seconds'> & {
  /** What changed before the first round. */
  readonly ledger?: Logs['ledger'];
};

export const makeContext = ({ ledger = [], ...setup }: Setup): Context => ({
  ...setup,
  world: immer.produce(setup.world, () => {}),
  ready: 0,
  round: setup.world.round,
  clock: { left: 0, stamp: 0 },
  logs: ledger.length === 0 ? NO_LOGS : { ...NO_LOGS, ledger },
  closed: [],
  fault: null,
});

/** An Immer of our own: settings of the shared one belong to whoever else is in the program. */
const immer = new Immer({ autoFreeze: true });

/**
 * Carries out a command of the rulebook on the World; on a refusal only `fault` changes. The rules work on a plain copy, on which they
 * are many times as fast as on a draft of Immer's; what differs afterwards is handed to Immer, which shares the rest and freezes it.
 */
export function obey(
  context: Context,
  command: Command | (TalkCommand & { readonly because?: string }),
): Partial<Context> {
  const news: Logs['news'][number][] = [];
  const ledger: Logs['ledger'][number][] = [];
  const sink: Sink = { entry: (entry) => ledger.push(entry), news: (item) => news.push(item) };
  const after = copyWorld(context.world);
  const fault = apply({ case: context.case, truth: context.truth, world: after }, command, sink);
  if (fault) return { fault };
  const world = immer.produce(
    context.world,
    (draft: World) => void Object.assign(draft, changes(context.world, after)),
  );
  const { logs } = context;
  const talks = isTalkCommand(command) ? addTalk(logs.talks, command, world) : logs.talks;
  return {
    world,
    logs: {
      news: news.length === 0 ? logs.news : [...logs.news, ...news],
      ledger: ledger.length === 0 ? logs.ledger : [...logs.ledger, ...ledger],
      talks: spreadTalks(talks, world.drafts),
    },
  };
}

/** What is different in the later of two Worlds: of lists with the same contents the earlier one stays. */
function changes(before: World, after: World): Partial<World> {
  const known: Readonly<Record<string, unknown>> = { ...before };
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => !isSame(known[key], value)));
}

const isSame = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((x, k) => Object.is(x, b[k]))
    : Object.is(a, b);

const isTalkCommand = (command: Command): command is TalkCommand => 'draft' in command || command.do === 'table';

/** Seats moved by people. */
export function people(context: Context): SeatSet {
  let set = 0;
  context.players.forEach((player, seat) => {
    if (player === 'person') set |= 1 << seat;
  });
  return set;
}

export const everybody = (c: Case): SeatSet => (1 << c.seats.length) - 1;

/** Seats the phase still waits for. Bots need no time to read; in orders, sealing is being done. */
export function waiting(context: Context, phase: Phase): SeatSet {
  switch (phase) {
    case 'lobby':
    case 'briefing':
    case 'aftermath':
      return people(context) & ~context.ready;
    case 'talks':
      return everybody(context.case) & ~context.ready;
    case 'orders':
      return everybody(context.case) & ~done(context);
    default:
      return 0;
  }
}

/** Seats that are done with the phase: they said so, or they sealed. */
export function done(context: Context): SeatSet {
  let set = context.ready;
  context.world.sealed.forEach((orders, seat) => {
    if (orders !== null) set |= 1 << seat;
  });
  return set;
}
