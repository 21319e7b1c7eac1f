import { type Chance, chanceOf } from '../rules/index.ts';

/** Which of a bot's decisions in a round a stream is for. */
export const TALK = 0;
export const ORDERS = 1;

/**
 * A bot's own stream for one decision: a hash of seed, seat, round and the decision's number. Replays run no bot, and no bot
 * disturbs the chance of the rules.
 * @param part `ORDERS`, or `TALK` + the number of times the seat was asked before in this round's talks
 */
export function botChance(seed: number, seat: number, round: number, stage: number, part = 0): Chance {
  // Most decisions draw nothing: the stream is made when the first number is drawn.
  let made: Chance | null = null;
  const stream = (): Chance => {
    made ??= chanceOf(seed, 7, seat, round, stage, part);
    return made;
  };
  return { next: () => stream().next(), state: () => stream().state() };
}

/** A whole number from 0 to n − 1. */
export const below = (chance: Chance, n: number): number => Math.floor(chance.next() * n);
