/** The campaigns kept in this browser. Their games are kept as any other; a campaign knows which of them are its parts. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Level, Player } from '../../session/index.ts';
import { deleteGame } from '../worker/games.ts';
import type { CampaignFileInApp } from './types.ts';

export interface CampaignRecord {
  readonly id: string;
  /** As it was when the campaign was begun, whatever a newer version of the app ships. */
  readonly file: CampaignFileInApp;
  /** In the language of play, for lists. */
  readonly title: string;
  readonly preset: string;
  /** The seat of the person who plays, or of the first of several, by id. */
  readonly seat: string;
  readonly seatName: string;
  readonly level: Level;
  readonly language: string;
  /** Of the first part; the others draw from it. */
  readonly seed: number;
  /** By seat id, the same in all parts. */
  readonly players: Readonly<Record<string, Player>>;
  /** Milliseconds since 1970, by this device's clock. */
  readonly changed: number;
  /** Parts begun so far, in order: the game of each. */
  readonly games: readonly string[];
  /** Answers to the questions at the end, by question id. */
  readonly notes?: Readonly<Record<string, string>>;
}

interface Schema extends DBSchema {
  campaigns: { key: string; value: CampaignRecord };
}

// A database of its own: an app of an older version that has the games' open in another tab keeps nobody waiting.
let database: Promise<IDBPDatabase<Schema>> | null = null;
const open = () => {
  database ??= openDB<Schema>('demarche-campaigns', 1, {
    upgrade(db) {
      db.createObjectStore('campaigns', { keyPath: 'id' });
    },
    terminated() {
      database = null;
    },
  });
  return database;
};

/** All campaigns, the one played last first. */
export async function listCampaigns(): Promise<CampaignRecord[]> {
  const all = await (await open()).getAll('campaigns');
  return all.sort((a, b) => b.changed - a.changed);
}

export const getCampaign = async (id: string): Promise<CampaignRecord | undefined> =>
  (await open()).get('campaigns', id);

export async function putCampaign(record: CampaignRecord): Promise<void> {
  await (await open()).put('campaigns', record);
}

/** Changes a record in one step, so that two tabs cannot lose each other's part. */
export async function changeCampaign(
  id: string,
  change: (record: CampaignRecord) => CampaignRecord,
): Promise<CampaignRecord | undefined> {
  const tx = (await open()).transaction('campaigns', 'readwrite');
  const record = await tx.store.get(id);
  const next = record && change(record);
  if (next) await tx.store.put(next);
  await tx.done;
  return next;
}

/** Deletes a campaign with all its games. */
export async function deleteCampaign(id: string): Promise<void> {
  const record = await getCampaign(id);
  for (const game of record?.games ?? []) await deleteGame(game);
  await (await open()).delete('campaigns', id);
}
