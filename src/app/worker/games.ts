/** The games kept in this browser (IndexedDB): a short record of each for lists, and its journal in pieces, as it grew. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { JournalFaultCode, Level, Phase, Player } from '../../session/index.ts';
import type { Carried } from '../../world/index.ts';
import type { GameInfo } from '../game-info.ts';

export interface GameRecord {
  readonly id: string;
  readonly scenario: string;
  readonly scenarioHash: string;
  /** Title of the scenario when the game began, for lists. */
  readonly title: string;
  /** Seat of the person who plays, by id. */
  readonly seat: string;
  readonly seatName: string;
  readonly level: Level;
  readonly preset: string;
  readonly seed: number;
  readonly language: string;
  readonly timed: boolean;
  /** By seat id. */
  readonly players: Readonly<Record<string, Player>>;
  /** Milliseconds since 1970, by this device's clock. */
  readonly changed: number;
  readonly round: number;
  readonly rounds: number;
  readonly phase: Phase;
  /** Why this game can only be looked at: it was played by other rules, or its scenario is not here. */
  readonly shut?: JournalFaultCode | undefined;
  /** Answers to the questions at the end, by question id. */
  readonly notes?: Readonly<Record<string, string>>;
  /** What this game started from, as a part of a campaign. */
  readonly carried?: Carried;
  /** The campaign of this device that it belongs to, and which part of it, from 1. */
  readonly campaign?: { readonly id: string; readonly part: number };
}

interface Schema extends DBSchema {
  games: { key: string; value: GameRecord };
  /** Pieces of journals in the order they were written; together they are the file. */
  lines: { key: [game: string, no: number]; value: { game: string; no: number; text: string } };
  /** Scenarios as they were when games began, so that a newer version of the app can go on with them. */
  scenarios: { key: string; value: { hash: string; info: GameInfo; bundle: string | null } };
}

let database: Promise<IDBPDatabase<Schema>> | null = null;
const open = () => {
  database ??= openDB<Schema>('demarche', 1, {
    upgrade(db) {
      db.createObjectStore('games', { keyPath: 'id' });
      db.createObjectStore('lines', { keyPath: ['game', 'no'] });
      db.createObjectStore('scenarios', { keyPath: 'hash' });
    },
    terminated() {
      database = null;
    },
  });
  return database;
};

/** All games, the one played last first. */
export async function listGames(): Promise<GameRecord[]> {
  const games = await (await open()).getAll('games');
  return games.sort((a, b) => b.changed - a.changed);
}

export async function getGame(id: string): Promise<GameRecord | undefined> {
  return (await open()).get('games', id);
}

export async function putGame(game: GameRecord): Promise<void> {
  await (await open()).put('games', game);
}

export async function changeGame(id: string, change: Partial<GameRecord>): Promise<void> {
  const tx = (await open()).transaction('games', 'readwrite');
  const game = await tx.store.get(id);
  if (game) await tx.store.put({ ...game, ...change });
  await tx.done;
}

/** @param bundle the scenario's own text where it is not a shipped one */
export async function keepScenario(info: GameInfo, bundle: string | null): Promise<void> {
  await (await open()).put('scenarios', { hash: info.case.hash, info, bundle });
}

export async function keptScenario(hash: string): Promise<{ info: GameInfo; bundle: string | null } | undefined> {
  return (await open()).get('scenarios', hash);
}

const piecesOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);

export async function deleteGame(id: string): Promise<void> {
  const tx = (await open()).transaction(['games', 'lines'], 'readwrite');
  await Promise.all([tx.objectStore('games').delete(id), tx.objectStore('lines').delete(piecesOf(id)), tx.done]);
}

/** The journal so far and the number of its next piece. */
export async function readJournal(id: string): Promise<{ text: string; next: number }> {
  const pieces = await (await open()).getAll('lines', piecesOf(id));
  return { text: pieces.map((piece) => piece.text).join(''), next: (pieces.at(-1)?.no ?? 0) + 1 };
}

/** Adds a piece; done only once the browser has stored it. */
export async function appendJournal(game: string, no: number, text: string): Promise<void> {
  const tx = (await open()).transaction('lines', 'readwrite', { durability: 'strict' });
  await Promise.all([tx.store.put({ game, no, text }), tx.done]);
}

/** Puts one whole journal in the place of all pieces. */
export async function replaceJournal(game: string, text: string): Promise<void> {
  const tx = (await open()).transaction('lines', 'readwrite', { durability: 'strict' });
  await tx.store.delete(piecesOf(game));
  await tx.store.put({ game, no: 1, text });
  await tx.done;
}

/** A short random id; works over plain http, where randomUUID does not exist. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(bytes, (b) => (b % 36).toString(36)).join('');
}

/** A seed anybody can read out: up to 999,999. */
export function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;
}
