import type { Room } from '../../world/index.ts';
import type { GameInfo } from '../game-info.ts';
import { shippedRoom } from '../scenarios/index.ts';
import { keptScenario } from '../worker/games.ts';

export interface LoadedRoom {
  readonly room: Room;
  /** The game was begun with another version of the scenario: its numbers may differ from these. */
  readonly other: boolean;
}

const loaded = new Map<string, Promise<LoadedRoom>>();

/** @throws Error when there is none, or it cannot be fetched; asking again tries again. */
export function loadRoom({ case: { id, hash } }: GameInfo): Promise<LoadedRoom> {
  let room = loaded.get(hash);
  if (!room) {
    room = fetchRoom(id, hash);
    loaded.set(hash, room);
    room.catch(() => loaded.delete(hash));
  }
  return room;
}

async function fetchRoom(id: string, hash: string): Promise<LoadedRoom> {
  const room = await shippedRoom(id);
  if (room?.hash === hash) return { room, other: false };
  // A scenario that a save brought along: its own text is kept with it.
  const bundle = (await keptScenario(hash).catch(() => undefined))?.bundle;
  if (bundle) {
    const own = await import('../scenarios/from-bundle.ts').then((module) => module.roomOfBundle(bundle));
    if (own) return { room: own, other: false };
  }
  if (!room) throw new Error(`no documents for ${id}`);
  return { room, other: true };
}
