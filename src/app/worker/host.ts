/// <reference lib="webworker" />
/** The worker: rulebook, session and journal of one game; its bots come a little later. */

import {
  type Ack,
  type Flow,
  openSession,
  parseJournal,
  resumeSession,
  type Session,
  type Update,
} from '../../session/index.ts';
import type { Catalogue } from '../../words/index.ts';
import { type Fault, inSet, type Who } from '../../world/index.ts';
import { appendJournal, changeGame, readJournal, replaceJournal } from './games.ts';
import type { FromWorker, Opened, ToWorker } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

const post = (message: FromWorker) => self.postMessage(message);

interface Hosted {
  readonly id: string;
  readonly session: Session;
  /** Whose view crosses to the page; −1: what everybody may know. */
  seat: Who;
  /** Stops the updates of that view. */
  stop: () => void;
  readonly texts: Catalogue;
  /** Fulfilled when the bots have taken their seats. */
  bots: Promise<void> | null;
}

/** A new game begins with a paper to read. The bots are fetched meanwhile, or as soon as somebody acts; ms. */
const BOTS_AFTER = 5_000;
let hosted: Hosted | null = null;

/** Journal lines not yet stored, and the chain of writes: each piece waits for the one before. */
let unsaved = '';
let nextPiece = 1;
let saving: Promise<void> = Promise.resolve();

const store = (lines: string): void => {
  unsaved += lines;
};

function save(): Promise<void> {
  if (unsaved === '' || !hosted) return saving;
  const { id } = hosted;
  const text = unsaved;
  const no = nextPiece++;
  unsaved = '';
  const { flow, view } = hosted.session.update(hosted.seat);
  saving = saving.then(async () => {
    await appendJournal(id, no, text);
    await changeGame(id, { changed: Date.now(), round: flow.round, rounds: view.rounds, phase: flow.phase });
  });
  return saving;
}

/** What the page is to see next. */
const unshown: Update[] = [];

/** Stored first, then shown: what somebody saw happen has happened, whatever becomes of the page. */
async function keep(): Promise<void> {
  try {
    await save();
  } finally {
    for (const update of unshown.splice(0)) post({ tell: 'update', update });
  }
}

async function open(message: Extract<ToWorker, { ask: 'open' }>): Promise<Opened> {
  const { id, seat, beginning } = message;
  const { case: c, texts, ...options } = beginning;
  const stored = await readJournal(id);
  nextPiece = stored.next;
  unsaved = '';
  const started = Date.now();
  const outside = { store, time: () => Date.now() - started };
  let session: Session;
  let notices: Extract<Opened, { ok: true }>['notices'] = [];
  if (stored.text === '') {
    session = openSession({ case: c, ...options }, outside);
  } else {
    const parsed = parseJournal(stored.text);
    if (!parsed.ok) return { ok: false, fault: parsed.fault };
    const resumed = resumeSession(c, parsed.journal, outside);
    if (!resumed.ok) return { ok: false, fault: resumed.fault };
    session = resumed.session;
    notices = parsed.notices;
    if (notices.length > 0) {
      // The end of the file was cut off: what follows must begin on a line of its own.
      unsaved = '';
      nextPiece = 2;
      await replaceJournal(id, session.save());
    }
  }
  const game: Hosted = { id, seat: -1, session, stop: () => {}, texts, bots: null };
  hosted = game;
  const denied = sit(game, seat);
  if (denied) throw new Error(denied.code);
  usher(session);
  // What fails here is tried again, and told, when a person acts.
  if (stored.text === '') setTimeout(() => void company(game).then(keep, () => {}), BOTS_AFTER);
  else await company(game);
  await keep();
  return { ok: true, notices };
}

/** The bots take their seats, once. They are code of their own, since the first thing on the table needs none of it. */
function company(game: Hosted): Promise<void> {
  game.bots ??= import('./bots.ts').then(
    ({ seatBots }) => seatBots(game.session, game.texts),
    (error: unknown) => {
      // The next act of a person tries again.
      game.bots = null;
      throw error;
    },
  );
  return game.bots;
}

const isPerson = (session: Session, seat: number): boolean => session.players[seat] === 'person';

/** At one screen nobody waits in a lobby, and the paper is read once, after the round. */
const isIdle = ({ phase, round }: Flow): boolean => phase === 'lobby' || (phase === 'briefing' && round > 1);

/**
 * Says "done" for people where there is nothing to do, and in the lobby for all. The number of the last act makes the id new after an act
 * was taken back.
 */
function usher(session: Session): void {
  session.players.forEach((_, seat) => {
    session.watch(seat, ({ flow }) => {
      const here = flow.phase === 'lobby' || isPerson(session, seat);
      if (!here || !isIdle(flow) || inSet(flow.ready, seat)) return;
      session.ask({ do: 'ready', seat }, seat, `host-${seat}-${flow.phase}-${flow.round}-${session.seq}`);
    });
  });
}

/** Lets the view of one person, or of nobody in particular, cross to the page. */
function sit(game: Hosted, seat: Who): Fault | null {
  const { session } = game;
  // A game that only bots played, and one that is over, may be looked at from any seat.
  const free = session.phase === 'debrief' || !session.players.includes('person');
  if (seat !== -1 && !free && !isPerson(session, seat)) return { code: 'not-your-move' };
  game.stop();
  game.seat = seat;
  game.stop = session.watch(seat, (update) => {
    if (!isIdle(update.flow)) unshown.push(update);
  });
  return null;
}

/** All people are done with this phase: they have read the same paper together. */
function goOn(session: Session): Fault | null {
  const { phase } = session;
  if (phase !== 'aftermath' && phase !== 'briefing') return { code: 'wrong-stage' };
  let fault: Fault | null = null;
  session.players.forEach((_, seat) => {
    if (fault || !isPerson(session, seat) || session.phase !== phase) return;
    const ack = session.ask({ do: 'ready', seat }, seat, `all-${seat}-${session.seq}`);
    if (!ack.ok) fault = ack.fault;
  });
  return fault;
}

const refused = (id: string, fault: Fault): Ack => ({ id, ok: false, fault });

async function answer(message: ToWorker): Promise<void> {
  const { call } = message;
  if (message.ask === 'open') return post({ tell: 'opened', call, result: await open(message) });
  if (message.ask === 'import') {
    const parsed = parseJournal(message.text);
    if (!parsed.ok) return post({ tell: 'opened', call, result: { ok: false, fault: parsed.fault } });
    const resumed = resumeSession(message.case, parsed.journal);
    if (!resumed.ok) return post({ tell: 'opened', call, result: { ok: false, fault: resumed.fault } });
    await replaceJournal(message.id, resumed.session.save());
    return post({ tell: 'opened', call, result: { ok: true, notices: parsed.notices } });
  }
  if (!hosted) throw new Error('no game is open');
  const { session, seat } = hosted;
  if (message.ask !== 'refresh' && message.ask !== 'save') await company(hosted);
  if (message.ask === 'send') {
    const ack: Ack =
      seat < 0 ? refused(message.as, { code: 'not-your-move' }) : session.ask(message.command, seat, message.as);
    // Stored first, then acknowledged: what a person was told is done survives a crash.
    await keep();
    return post({ tell: 'ack', call, ack });
  }
  if (message.ask === 'sit' || message.ask === 'undo' || message.ask === 'go-on') {
    const fault =
      message.ask === 'sit'
        ? sit(hosted, message.seat)
        : message.ask === 'go-on'
          ? goOn(session)
          : session.undo({ seat });
    await keep();
    const id = `${message.ask}-${call}`;
    return post({ tell: 'ack', call, ack: fault ? refused(id, fault) : { id, ok: true } });
  }
  if (message.ask === 'refresh') return post({ tell: 'update', update: session.update(seat) });
  return post({ tell: 'saved', call, text: session.save(message.bundle ?? undefined) });
}

self.onmessage = (event: MessageEvent<ToWorker>) => {
  answer(event.data).catch((error: unknown) => {
    post({ tell: 'broke', call: event.data.call, message: error instanceof Error ? error.message : String(error) });
  });
};
