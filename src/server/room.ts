/**
 * One room: its seats and who holds them, its game, and the connections that look at it. Knows nothing of sockets: a `Peer` is
 * whatever can be sent a message.
 */
import { attachBots, TEMPERAMENTS } from '../bots/index.ts';
import {
  type Ack,
  type Answer,
  type Joined,
  makeParcel,
  openSession,
  type Parcel,
  type Player,
  type Point,
  type Pushes,
  parseJournal,
  type Refused,
  type Requests,
  type RoomAct,
  type RoomInfo,
  resumeSession,
  type Session,
  type Update,
} from '../session/index.ts';
import type { Say } from '../words/index.ts';
import type { Case, Fault, Who } from '../world/index.ts';
import { fits, hashToken, makeSeed, makeToken } from './secrets.ts';
import type { RoomRecord, RoomStore } from './store.ts';

export interface Peer {
  push<K extends keyof Pushes>(what: K, content: Pushes[K]): void;
}

export interface RoomOutside {
  readonly case: Case;
  /** Speaks the scenario's language, for the bots' reasons. */
  readonly say: Say;
  readonly store: RoomStore;
  /** Milliseconds, by a clock that only goes forward. */
  readonly now: () => number;
  readonly seed?: number;
  /** Hears of what should not happen: a store that fails. */
  readonly trouble: (error: unknown) => void;
}

export interface Room {
  readonly code: string;
  readonly info: RoomInfo;
  /** When somebody was last here, by `now`. */
  readonly lastHere: number;
  isHost(token: string): boolean;
  /** A connection takes a seat, or watches (−1). It hears of everything from now on, until it leaves. */
  join(peer: Peer, request: Pick<Requests['join']['sends'], 'seat' | 'name' | 'token'>): Requests['join']['gets'];
  /** The host's connection looks at what everybody may see. */
  attend(peer: Peer): Answer<Omit<Joined, 'token'>>;
  /** The connection is gone; its seat is kept. */
  exit(peer: Peer): void;
  /** Gives the seat back before the game. */
  giveUp(peer: Peer): Answer;
  send(peer: Peer, request: Requests['send']['sends']): Ack | Refused;
  sync(peer: Peer): Requests['sync']['gets'];
  run(request: Requests['run']['sends']): Answer;
  tick(ms: number): void;
  /** For tests and for whoever keeps the game after class; the whole truth. null before the start. */
  readonly session: Session | null;
}

interface Chair {
  readonly who: Who;
  stop: () => void;
  /** What this connection was sent last, and what it should be sent next. */
  last: Update | null;
  next: Update | null;
}

/** Connections in one room: a class of 32 with two devices each. */
const PEERS_MAX = 64;
const ANSWERS_MAX = 256;
const no = (refused: Refused['refused']): Refused => ({ ok: false, refused });

export function makeRoom(first: RoomRecord, journal: string, outside: RoomOutside): Room {
  const { case: c, store, now } = outside;
  let record = first;
  let session: Session | null = null;
  let lastHere = now();
  /** Milliseconds left in the phase: an update that is sent again later must not show the time of when it was made. */
  let left = 0;
  let running = false;
  const chairs = new Map<Peer, Chair>();
  const seatAnswers = new Map<string, Ack>();
  const hostAnswers = new Map<string, Answer>();
  /** Acts of bots that the store refused; no person would ask again in their place. */
  let stuck: (() => void)[] = [];

  function info(): RoomInfo {
    const here = new Set([...chairs.values()].map(({ who }) => who));
    const watching = [...chairs.values()].filter(({ who }) => who === -1).length;
    return {
      code: record.code,
      scenario: record.scenario,
      hash: record.hash,
      preset: record.preset,
      level: record.level,
      timed: record.timed,
      stage: session === null ? 'open' : session.phase === 'debrief' ? 'over' : 'playing',
      seats: record.seats.map(({ name, token, player }, seat) => ({
        by: (session?.players[seat] ?? player) === 'person' ? 'person' : 'bot',
        taken: token !== '',
        name,
        here: here.has(seat),
      })),
      watching,
    };
  }

  /** Stored first, then true. */
  function keep(change: Partial<RoomRecord>): void {
    const next = { ...record, ...change };
    store.keep(next);
    record = next;
  }

  function keepSeat(seat: number, change: Partial<RoomRecord['seats'][number]>): void {
    keep({ seats: record.seats.map((old, k) => (k === seat ? { ...old, ...change } : old)) });
  }

  function tellRoom(): void {
    const now = info();
    for (const peer of chairs.keys()) peer.push('room', now);
  }

  function begin(opened: Session): void {
    session = opened;
    opened.watch(-1, ({ flow }) => {
      if (flow.clock) left = flow.clock.left * 1000;
      running = flow.clock !== null && !flow.clock.paused;
    });
    for (const chair of chairs.values()) listen(chair);
    attachBots(opened, {
      say: outside.say,
      trouble(error, again) {
        outside.trouble(error);
        stuck.push(again);
      },
    });
  }

  function listen(chair: Chair): void {
    chair.stop();
    if (!session) return;
    chair.stop = session.watch(chair.who, (update) => {
      chair.next = update;
    });
  }

  function parcelFor(chair: Chair, whole: boolean): Parcel | null {
    const update = chair.next ?? chair.last;
    if (!update) return null;
    const parcel = makeParcel(whole ? null : chair.last, onTime(update));
    chair.last = update;
    chair.next = null;
    return parcel;
  }

  function onTime(update: Update): Update {
    const { clock } = update.flow;
    if (!clock) return update;
    return { ...update, flow: { ...update.flow, clock: { ...clock, left: Math.ceil(left / 1000) } } };
  }

  /** Sends what has gathered. Bots answer within one call: nobody needs the states in between. */
  function flush(): void {
    for (const [peer, chair] of chairs) {
      if (!chair.next) continue;
      const parcel = parcelFor(chair, false);
      if (parcel) peer.push('update', parcel);
    }
  }

  /** Does something that may reach the store; a store that fails refuses it. */
  function safely<T>(act: () => T): T | Refused {
    const stage = info().stage;
    try {
      return act();
    } catch (error) {
      outside.trouble(error);
      return no('not-stored');
    } finally {
      flush();
      if (info().stage !== stage) tellRoom();
    }
  }

  function seat(peer: Peer, who: Who): Chair {
    const chair: Chair = { who, stop: () => {}, last: null, next: null };
    chairs.set(peer, chair);
    listen(chair);
    lastHere = now();
    return chair;
  }

  function leave(peer: Peer): void {
    chairs.get(peer)?.stop();
    if (chairs.delete(peer)) lastHere = now();
  }

  /** Whoever sits there is told to go; a token that was theirs opens nothing any more. */
  function sendAway(who: Who): void {
    for (const [peer, chair] of [...chairs]) {
      if (chair.who !== who) continue;
      leave(peer);
      peer.push('away', null);
    }
  }

  const isPast = (at: Point): boolean => {
    const { phase, round } = session!.update(-1).flow;
    return at.phase !== phase || at.round !== round;
  };

  function start(): Answer {
    if (session) return no('started');
    if (!record.seats.some(({ player, token }) => player === 'person' && token !== '')) return no('nobody-here');
    const seed = outside.seed ?? makeSeed();
    const seats = record.seats.map((one, k) =>
      one.player === 'person' && one.token === ''
        ? { ...one, player: `bot:${TEMPERAMENTS[(seed + k) % TEMPERAMENTS.length]}` as Player }
        : one,
    );
    keep({ started: true, seats });
    const opened = openSession(
      {
        case: c,
        seed,
        preset: record.preset,
        level: record.level,
        players: seats.map(({ player }) => player),
        language: record.language,
        timed: record.timed,
      },
      sessionOutside(),
    );
    begin(opened);
    // Whoever sits in the room has waited long enough: there is no second waiting room.
    opened.advance();
    return { ok: true };
  }

  const sessionOutside = () => {
    const opened = now();
    return { store: (lines: string) => store.append(record.code, lines), time: () => now() - opened };
  };

  function setPlayer(no_: number, player: Player): Answer {
    const fault = session && session.players[no_] !== player ? session.setPlayer(no_, player) : null;
    if (fault) return no('refused');
    sendAway(no_);
    keepSeat(no_, { player, name: '', token: '' });
    tellRoom();
    return { ok: true };
  }

  function act(what: RoomAct, at: Point | undefined): Answer {
    if (what.do === 'start') return start();
    if (what.do === 'free' || what.do === 'player') {
      const one = record.seats[what.seat];
      if (!one) return no('no-such-seat');
      if (what.do === 'player') return setPlayer(what.seat, what.player);
      return one.token === '' ? { ok: true } : setPlayer(what.seat, 'person');
    }
    if (!session) return no('not-started');
    if (what.do === 'advance' && (!at || isPast(at))) return no('passed');
    const fault: Fault | null = what.do === 'extend' ? session.extend(what.seconds) : session[what.do]();
    return fault ? no('refused') : { ok: true };
  }

  if (journal !== '') begin(takenUp(c, journal, sessionOutside()));

  return {
    get code() {
      return record.code;
    },
    get info() {
      return info();
    },
    get lastHere() {
      return chairs.size > 0 ? now() : lastHere;
    },
    get session() {
      return session;
    },
    isHost: (token) => fits(token, record.host),
    join(peer, { seat: who, name, token }) {
      if (chairs.size >= PEERS_MAX) return no('room-full');
      const one = record.seats[who];
      if (who !== -1 && !one) return no('no-such-seat');
      let given = '';
      if (one) {
        if (token !== undefined) {
          if (!fits(token, one.token)) return no('wrong-token');
          given = token;
        } else {
          if ((session?.players[who] ?? one.player) !== 'person' || one.token !== '') return no('seat-taken');
          given = makeToken();
        }
        try {
          if (token === undefined) keepSeat(who, { name, token: hashToken(given) });
          else if (name !== '' && name !== one.name) keepSeat(who, { name });
        } catch (error) {
          outside.trouble(error);
          return no('not-stored');
        }
      }
      leave(peer);
      const chair = seat(peer, who);
      tellRoom();
      return { ok: true, room: info(), token: given, parcel: parcelFor(chair, true) };
    },
    attend(peer) {
      leave(peer);
      const chair = seat(peer, -1);
      tellRoom();
      return { ok: true, room: info(), parcel: parcelFor(chair, true) };
    },
    exit(peer) {
      leave(peer);
      tellRoom();
    },
    giveUp(peer) {
      const chair = chairs.get(peer);
      if (!chair) return no('not-joined');
      if (chair.who !== -1) {
        if (session) return no('started');
        const { who } = chair;
        leave(peer);
        sendAway(who);
        keepSeat(who, { name: '', token: '' });
      } else leave(peer);
      tellRoom();
      return { ok: true };
    },
    send(peer, { id, ask, at }) {
      const chair = chairs.get(peer);
      if (!chair || chair.who === -1) return no('not-joined');
      if (!session) return no('not-started');
      const key = `${chair.who} ${id}`;
      const before = seatAnswers.get(key);
      if (before) return before;
      const game = session;
      const ack = safely<Ack>(() =>
        // Meant for a phase that is over: "done" with the talks must not end the orders.
        isPast(at) ? { id, ok: false, fault: { code: 'wrong-stage' } } : game.ask(ask, chair.who, id),
      );
      if ('id' in ack) remember(seatAnswers, key, ack);
      return ack;
    },
    sync(peer) {
      const chair = chairs.get(peer);
      return chair ? { ok: true, parcel: parcelFor(chair, true) } : no('not-joined');
    },
    run({ id, act: what, at }) {
      const before = hostAnswers.get(id);
      if (before) return before;
      const answer = safely(() => act(what, at));
      if (answer.ok || answer.refused !== 'not-stored') remember(hostAnswers, id, answer);
      return answer;
    },
    tick(ms) {
      if (stuck.length > 0) {
        const again = stuck;
        stuck = [];
        for (const act of again) safely(act);
      }
      if (!session || !running) return;
      left = Math.max(0, left - ms);
      const game = session;
      safely(() => game.tick(ms));
    },
  };
}

function takenUp(c: Case, journal: string, outside: { store: (lines: string) => void; time: () => number }): Session {
  const parsed = parseJournal(journal);
  if (!parsed.ok) throw new Error(`journal: ${parsed.fault.code}, line ${parsed.fault.line}`);
  const resumed = resumeSession(c, parsed.journal, outside);
  if (!resumed.ok) throw new Error(`journal: ${resumed.fault.code}, line ${resumed.fault.line}`);
  return resumed.session;
}

function remember<T>(answers: Map<string, T>, key: string, answer: T): void {
  answers.set(key, answer);
  if (answers.size > ANSWERS_MAX) answers.delete(answers.keys().next().value!);
}
