import type { Session, TalkCommand, Update } from '../session/index.ts';
import type { Say } from '../words/index.ts';
import type { SeatNo } from '../world/index.ts';
import { type Bot, type BotName, isBotName, type Reason } from './bot.ts';
import { botChance, ORDERS, TALK } from './chance.ts';
import { ONE_PLY } from './oneply/index.ts';
import { passiveBot, randomBot } from './random.ts';
import { reasonText } from './reasons.ts';

/** Commands that bots may exchange among themselves, per seat and in all, before a person has to do something. */
const PER_SEAT = 5;
const IN_ALL = 16;

export const botByName = (name: BotName): Bot =>
  name === 'random' ? randomBot : name === 'passive' ? passiveBot : ONE_PLY[name];

export interface AttachOptions {
  /** Seed of the bots' own chance; the game's seed unless given. */
  readonly seed?: number;
  /** Puts reasons into words; without it they are message ids. Give a speaker that knows the scenario's texts. */
  readonly say?: Say;
  /**
   * Hears of a bot's act that threw (a store that failed) and how to try it again; nothing was done. Without it the error reaches
   * whoever watches for errors, and the bot waits until something else happens.
   */
  readonly trouble?: (error: unknown, again: () => void) => void;
}

/**
 * Lets bots play the seats of a session whose player is `bot:<name>`, and goes on doing so when seats change hands. They answer
 * drafts live, seal in the orders phase, and say "done" when they are. What they do goes through `session.ask`, so the journal
 * has it and a replay needs no bot. An unknown bot's name plays by the book.
 * @returns the way to stop
 */
export function attachBots(session: Session, options: AttachOptions = {}): () => void {
  const { case: c } = session;
  const seed = options.seed ?? session.header.seed;
  const players = c.seats.map(() => ({ round: 0, asked: 0, said: 0, seen: '' }));
  let together = 0;
  let lastSeq = session.seq;
  let stopped = false;
  let n = 0;

  const botOf = (seat: SeatNo): Bot | null => {
    const player = session.players[seat];
    if (!player.startsWith('bot:')) return null;
    const name = player.slice(4);
    return botByName(isBotName(name) ? name : 'by-the-book');
  };
  const words = (reason: Reason): string => (options.say ? reasonText(c, options.say, reason) : reason.id);

  /** Whether the rulebook accepted it. Bots' own acts are told apart from everybody else's by the number of the last act. */
  function ask(seat: SeatNo, command: unknown): boolean {
    n += 1;
    const before = session.seq;
    const { ok } = session.ask(command, seat, `bot-${seat}-${before}-${n}`);
    // Whoever acted in between was answered within this call: its own acts were counted by its own call.
    if (ok) lastSeq = Math.max(lastSeq, before + 1);
    return ok;
  }

  function freshWind(): void {
    if (session.seq <= lastSeq) return;
    lastSeq = session.seq;
    together = 0;
    for (const player of players) player.said = 0;
  }

  function talk(seat: SeatNo, bot: Bot, update: Update): void {
    const { view, legal, flow } = update;
    const player = players[seat];
    if (!legal) return;
    if (player.round !== view.round) Object.assign(player, { round: view.round, asked: 0, said: 0, seen: '' });
    const waits = (flow.waiting & (1 << seat)) !== 0;
    const table = view.drafts.map((d) => `${d.no}${d.state}${d.signed}`).join();
    if (table !== player.seen || waits) {
      player.seen = table;
      if (player.said < PER_SEAT && together < IN_ALL) {
        const said = bot.talk(c, view, legal, botChance(seed, seat, view.round, TALK, player.asked++));
        if (said) {
          player.said += 1;
          together += 1;
          const command: TalkCommand & { because: string } = { ...said.command, because: words(said.because) };
          if (ask(seat, command)) return;
        }
      }
    }
    if (waits) ask(seat, { do: 'ready', seat });
  }

  function orders(seat: SeatNo, bot: Bot, update: Update): void {
    const { view, legal } = update;
    if (!legal?.seal) return;
    const { moves, duties, because } = bot.orders(c, view, legal, botChance(seed, seat, view.round, ORDERS));
    const sealed = ask(seat, { do: 'seal', seat, moves, duties, because: words(because) });
    if (!sealed) ask(seat, { do: 'ready', seat });
  }

  function play(seat: SeatNo, update: Update): void {
    const bot = stopped ? null : botOf(seat);
    if (!bot) return;
    freshWind();
    const { phase, waiting } = update.flow;
    if (phase === 'talks') talk(seat, bot, update);
    else if ((waiting & (1 << seat)) === 0) return;
    else if (phase === 'orders') orders(seat, bot, update);
    else if (phase !== 'debrief') ask(seat, { do: 'ready', seat });
  }

  function listen(seat: SeatNo, update: Update): void {
    const { trouble } = options;
    if (!trouble) {
      play(seat, update);
      return;
    }
    try {
      play(seat, update);
    } catch (error) {
      // What it had seen was not answered: it looks again as if for the first time.
      players[seat].seen = '';
      trouble(error, () => listen(seat, session.update(seat)));
    }
  }

  const stops = c.seats.map((_, seat) => session.watch(seat, (update) => listen(seat, update)));
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}
