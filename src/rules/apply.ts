import type { Command, Fault, Game, Sink } from '../world/index.ts';
import { REJECT_REASONS } from '../world/index.ts';
import { seal, unseal } from './orders.ts';
import { resolve } from './resolve/index.ts';
import { closeTalks, talk } from './talks.ts';

const COMMANDS = ['table', 'sign', 'reject', 'counter', 'withdraw', 'seal', 'unseal', 'close-talks', 'resolve'];

/**
 * Carries one command out on `game.world`, a copy of the caller's. Returns a Fault, and leaves the World untouched,
 * when the command is unknown, malformed, out of turn or illegal; null when it was done. Never throws for any input.
 */
export function apply(game: Game, command: Command, sink?: Sink): Fault | null {
  const raw: unknown = command;
  if (typeof raw !== 'object' || raw === null) return { code: 'unknown-command' };
  if (!COMMANDS.includes(command.do)) return { code: 'unknown-command' };
  if (command.do === 'close-talks') return closeTalks(game);
  if (command.do === 'resolve') return resolve(game, sink);
  if (!Number.isInteger(command.seat) || game.case.seats[command.seat] === undefined)
    return { code: 'no-such-seat', at: 'seat' };
  switch (command.do) {
    case 'seal':
      return seal(game, command);
    case 'unseal':
      return unseal(game, command.seat);
    case 'reject':
      if (!REJECT_REASONS.includes(command.reason)) return { code: 'malformed', at: 'reason' };
      return talk(game, command, sink);
    default:
      return talk(game, command, sink);
  }
}
