/**
 * The course of a game as a state machine: lobby → briefing → talks → orders → resolution → aftermath → (briefing | debrief),
 * with a clock beside it. The machine is pure: it is stepped with `stepFlow`, has no timers, and knows no wall time; ticks come
 * from outside and an expired clock ends nothing by itself (the host gives `expire`, which the journal keeps).
 */
import { assign, createActor, raise, type SnapshotFrom, setup } from 'xstate';
import type { Command, SeatNo } from '../world/index.ts';
import type { Player } from './act.ts';
import { type Context, obey, people, waiting } from './context.ts';
import type { Flow, Phase, TalkCommand } from './table.ts';

export type FlowEvent =
  | { readonly type: 'talk'; readonly command: TalkCommand & { readonly because?: string } }
  | { readonly type: 'order'; readonly command: Extract<Command, { do: 'seal' | 'unseal' }> }
  | { readonly type: 'ready' | 'unready'; readonly seat: SeatNo }
  | { readonly type: 'player'; readonly seat: SeatNo; readonly player: Player }
  | { readonly type: 'advance' | 'expire' }
  | { readonly type: 'pause' | 'resume' | 'untime' }
  | { readonly type: 'extend'; readonly seconds: number }
  | { readonly type: 'tick'; readonly ms: number }
  /** Raised by the machine itself when a phase begins. */
  | { readonly type: 'phase.begins' };

type Timed = 'briefing' | 'talks' | 'orders' | 'aftermath';

const machine = setup({
  types: {} as { context: Context; events: FlowEvent; input: Context },
  guards: {
    /** Somebody plays, and all who do are ready: a lobby without people waits for them. */
    crowdReady: ({ context }) => people(context) !== 0 && waiting(context, 'lobby') === 0,
    peopleReady: ({ context }) => waiting(context, 'briefing') === 0,
    allReady: ({ context }) => waiting(context, 'talks') === 0,
    allSealed: ({ context }) => waiting(context, 'orders') === 0,
    over: ({ context }) => context.world.stage === 'over',
    hasTime: ({ context }) => context.clock.left > 0,
    runsOut: ({ context, event }) => event.type === 'tick' && event.ms >= context.clock.left,
  },
  actions: {
    begin: assign(({ context }, { phase }: { phase: Timed }) => ({
      ready: 0,
      round: phase === 'aftermath' ? context.round : context.world.round,
      clock: { left: (context.seconds?.[phase] ?? 0) * 1000, stamp: context.clock.stamp + 1 },
    })),
    startClock: raise({ type: 'phase.begins' }),
    // Being asked something new leaves a seat's "done" as it is: taking it back would show everybody that a text changed hands.
    talk: assign(({ context, event }) => (event.type === 'talk' ? obey(context, event.command) : {})),
    order: assign(({ context, event }) => {
      if (event.type !== 'order') return {};
      const ready = event.command.do === 'unseal' ? context.ready & ~(1 << event.command.seat) : context.ready;
      return { ...obey(context, event.command), ready };
    }),
    closeTalks: assign(({ context }) => obey(context, { do: 'close-talks' })),
    resolve: assign(({ context }) => {
      const next = obey(context, { do: 'resolve' });
      return next.world ? { ...next, closed: [...context.closed, context.world] } : next;
    }),
    ready: assign(({ context, event }) => (event.type === 'ready' ? { ready: context.ready | (1 << event.seat) } : {})),
    unready: assign(({ context, event }) =>
      event.type === 'unready' ? { ready: context.ready & ~(1 << event.seat) } : {},
    ),
    player: assign(({ context, event }) =>
      event.type === 'player'
        ? { players: context.players.map((old, seat) => (seat === event.seat ? event.player : old)) }
        : {},
    ),
    run: assign(({ context, event }) =>
      event.type === 'tick' ? { clock: { ...context.clock, left: Math.max(0, context.clock.left - event.ms) } } : {},
    ),
    extend: assign(({ context, event }) =>
      event.type === 'extend'
        ? { clock: { left: context.clock.left + event.seconds * 1000, stamp: context.clock.stamp + 1 } }
        : {},
    ),
    tellClock: assign(({ context }) => ({ clock: { ...context.clock, stamp: context.clock.stamp + 1 } })),
    untime: assign(({ context }) => ({ seconds: null, clock: { left: 0, stamp: context.clock.stamp + 1 } })),
    refuse: assign(({ context }) => ({
      fault: { code: context.world.stage === 'over' ? 'game-over' : 'wrong-stage' } as const,
    })),
  },
});

const readiness = { ready: { actions: 'ready' }, unready: { actions: 'unready' } } as const;
const handOver = { player: { actions: 'player' } } as const;
const ends = <T>(transition: T) => ({ advance: transition, expire: transition });
const toOrders = { target: 'orders', actions: 'closeTalks' } as const;
/** What the clock does in every state but `off`. */
const clockEvents = {
  'phase.begins': [{ guard: 'hasTime', target: 'running' }, { target: 'off' }],
  untime: { target: 'off', actions: 'untime' },
} as const;

export const flow = machine.createMachine({
  id: 'game',
  type: 'parallel',
  // XState's `initialTransition` makes an actor without input beside the one it is asked for.
  context: ({ input }) => input ?? NOTHING,
  // Whatever the present phase does not know is refused, not ignored.
  on: { '*': { actions: 'refuse' } },
  states: {
    play: {
      initial: 'lobby',
      states: {
        lobby: {
          on: { ...readiness, ...handOver, advance: 'briefing' },
          always: { guard: 'crowdReady', target: 'briefing' },
        },
        briefing: {
          entry: [{ type: 'begin', params: { phase: 'briefing' } }, 'startClock'],
          on: { ...readiness, ...handOver, ...ends('talks') },
          always: { guard: 'peopleReady', target: 'talks' },
        },
        talks: {
          entry: [{ type: 'begin', params: { phase: 'talks' } }, 'startClock'],
          on: { ...readiness, ...handOver, ...ends(toOrders), talk: { actions: 'talk' } },
          always: { guard: 'allReady', ...toOrders },
        },
        orders: {
          entry: [{ type: 'begin', params: { phase: 'orders' } }, 'startClock'],
          on: { ...readiness, ...handOver, ...ends('resolution'), order: { actions: 'order' } },
          always: { guard: 'allSealed', target: 'resolution' },
        },
        // Passed through within one step: the next stable state is `aftermath`.
        resolution: { entry: 'resolve', always: 'aftermath' },
        aftermath: {
          entry: [{ type: 'begin', params: { phase: 'aftermath' } }, 'startClock'],
          on: { ...readiness, ...handOver, ...ends('turn') },
          always: { guard: 'peopleReady', target: 'turn' },
        },
        turn: { always: [{ guard: 'over', target: 'debrief' }, { target: 'briefing' }] },
        debrief: {},
      },
    },
    clock: {
      initial: 'off',
      states: {
        off: {
          on: {
            'phase.begins': [{ guard: 'hasTime', target: 'running' }, {}],
            extend: { target: 'running', actions: 'extend' },
          },
        },
        running: {
          on: {
            ...clockEvents,
            pause: { target: 'paused', actions: 'tellClock' },
            resume: {},
            extend: { actions: 'extend' },
            tick: [{ guard: 'runsOut', target: 'expired', actions: 'run' }, { actions: 'run' }],
          },
        },
        paused: {
          on: {
            ...clockEvents,
            // A class that was paused stays paused when the teacher moves on.
            'phase.begins': [{ guard: 'hasTime' }, { target: 'off' }],
            pause: {},
            resume: { target: 'running', actions: 'tellClock' },
            extend: { actions: 'extend' },
          },
        },
        // Whether ticks were given or not, the same acts are accepted: a replay runs no clock.
        expired: {
          on: { ...clockEvents, pause: {}, resume: {}, extend: { target: 'running', actions: 'extend' } },
        },
      },
    },
  },
});

/** No game: for the actor that a scope needs. */
const NOTHING = { players: [], ready: 0, world: { sealed: [] }, case: { seats: [] } } as unknown as Context;

export type Moment = SnapshotFrom<typeof flow>;

let scope: Parameters<typeof flow.transition>[2] | null = null;

/** The moment after an event. Pure. */
export function stepFlow(moment: Moment, event: FlowEvent): Moment {
  scope ??= inertScope();
  return flow.transition(moment, event, scope);
}

/**
 * What a machine speaks to the world through. Ours has nothing to say, so one serves all games; XState's own `transition` makes a new
 * one with a whole first state for every event, which took a fifth of the time of a round.
 */
function inertScope(): Parameters<typeof flow.transition>[2] {
  const self = createActor(flow, { input: NOTHING });
  const nothing = () => {};
  return {
    self,
    id: self.id,
    sessionId: self.sessionId,
    system: self.system,
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  };
}

export const phaseOf = (moment: Moment): Phase => (moment.value as { play: Phase }).play;
export const clockOf = (moment: Moment): 'off' | 'running' | 'paused' | 'expired' =>
  (moment.value as { clock: 'off' | 'running' | 'paused' | 'expired' }).clock;

/** The flow as everybody at the table may see it. */
export function flowOf(moment: Moment): Flow {
  const phase = phaseOf(moment);
  const clock = clockOf(moment);
  const { context } = moment;
  const waits = waiting(context, phase);
  return {
    phase,
    round: context.round,
    ready: phase === 'debrief' ? 0 : phase === 'orders' ? everybodyBut(context, waits) : context.ready,
    waiting: waits,
    clock: clock === 'off' ? null : { left: Math.ceil(context.clock.left / 1000), paused: clock === 'paused' },
  };
}

const everybodyBut = (context: Context, waits: number): number => ((1 << context.case.seats.length) - 1) & ~waits;
