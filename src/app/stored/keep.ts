/** A journal from a file that cannot be played here: kept all the same where there is something of it to look at. */
import { type JournalFault, parseJournal, storedRounds } from '../../session/index.ts';
import type { GameInfo } from '../game-info.ts';
import { newId, putGame, replaceJournal } from '../worker/games.ts';
import { makeStoredSay, plainName } from './told.ts';

/** Faults of the header that leave the stored rounds readable. */
const SHUT: readonly JournalFault['code'][] = ['rules-differ', 'scenario-differs', 'scenario-changed'];

/** @returns the id of the stored game, or null where nothing in it can be looked at */
export async function keepStored(text: string, info: GameInfo | null, fault: JournalFault): Promise<string | null> {
  if (!SHUT.includes(fault.code)) return null;
  const parsed = parseJournal(text);
  if (!parsed.ok) return null;
  const { header } = parsed.journal;
  const rounds = storedRounds(parsed.journal);
  const last = rounds.at(-1);
  if (!last) return null;
  const say = makeStoredSay(info?.texts ?? {});
  const seats = Object.keys(header.seats);
  const people = seats.filter((seat) => header.seats[seat] === 'person');
  const seat = people[0] ?? seats[0] ?? '';
  const preset = info?.case.presets.find(({ id }) => id === header.preset);
  const id = newId();
  await replaceJournal(id, text);
  await putGame({
    id,
    scenario: header.scenario,
    scenarioHash: header.hash,
    title: info?.texts.title ?? plainName(header.scenario),
    seat,
    seatName: say(`seat.${seat}.name`),
    level: header.level,
    preset: header.preset,
    seed: header.seed,
    language: header.language,
    timed: header.timed,
    players: header.seats,
    changed: Date.now(),
    round: last.round,
    rounds: Math.max(preset?.rounds ?? 1, last.round),
    phase: last.ending === null ? 'aftermath' : 'debrief',
    shut: fault.code,
  });
  return id;
}
