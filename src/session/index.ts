/** The flow of a game, its journal, replay, undo and fork. */
export { type Act, type HostAct, isPlayer, type Player, type SeatAct } from './act.ts';
export { isCarried } from './carried.ts';
export type { Options } from './history.ts';
export { type Outside, openSession, type Resumed, resumeSession, type Session, type Undo } from './host.ts';
export {
  type ActLine,
  type CheckLine,
  type Header,
  JOURNAL_FAULTS,
  JOURNAL_FORMAT,
  JOURNAL_MAX,
  type Journal,
  type JournalFault,
  type JournalFaultCode,
  type JournalLine,
  makeJournal,
  type Notice,
  type ParsedJournal,
  parseJournal,
  type Summary,
} from './journal.ts';
export { makeAct, makeAsk, parseAct, parseAsk, type Read, readAsk, type Wire } from './notation.ts';
export * from './parcel.ts';
export { type Replay, type Replayed, type ReplayedRound, replay, storedRounds } from './replay.ts';
export * from './room.ts';
export * from './table.ts';
