/** The scenarios that ship with the app: the list at once, each one's content when it is chosen. */
import { SHIPPED } from 'virtual:scenarios';
import type { Room } from '../../world/index.ts';
import type { GameInfo, SourceInfo } from '../game-info.ts';
import { isPractice } from '../practice/practice.ts';
import type { ScenarioFileInApp, ScenarioListing } from './types.ts';

export type { ScenarioListing } from './types.ts';
/** Everything that ships, practice rounds included. */
export const known: readonly ScenarioListing[] = SHIPPED;
/** What people choose from. */
export const shipped: readonly ScenarioListing[] = known.filter(({ id }) => !isPractice(id));

const loaded = new Map<string, Promise<GameInfo>>();

/** @throws Error when there is no such scenario or it cannot be fetched; asking again tries again. */
export function loadShipped(id: string): Promise<GameInfo> {
  let info = loaded.get(id);
  if (!info) {
    info = fetchScenario(id);
    loaded.set(id, info);
    info.catch(() => loaded.delete(id));
  }
  return info;
}

async function fetchScenario(id: string): Promise<GameInfo> {
  const listing = SHIPPED.find((one) => one.id === id);
  if (!listing) throw new Error(`no scenario ${id}`);
  return infoOf((await fetched(listing.url).then((response) => response.json())) as ScenarioFileInApp, listing.lang);
}

/** The own text of a shipped scenario, as saves carry it. */
export async function shippedBundle(id: string): Promise<string | null> {
  const listing = SHIPPED.find((one) => one.id === id);
  return listing ? fetched(listing.bundleUrl).then((response) => response.text()) : null;
}

/** The document room of a shipped scenario; `null` where none of this name ships. */
export async function shippedRoom(id: string): Promise<Room | null> {
  const listing = SHIPPED.find((one) => one.id === id);
  return listing ? ((await fetched(listing.roomUrl).then((response) => response.json())) as Room) : null;
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

/** What a table needs to know of a compiled scenario, in one language. */
export function infoOf(file: ScenarioFileInApp, lang: string): GameInfo {
  const sources = Object.entries(file.sources).map(([key, source]): [string, SourceInfo] => [
    key,
    {
      title: source.title,
      ...(source.short ? { short: source.short } : {}),
      ...(source.author ? { author: source.author } : {}),
      publisher: source.publisher,
      date: typeof source.date === 'string' ? source.date : null,
    },
  ]);
  const named = file.named[lang] ?? {};
  return { case: file.case, lang, texts: file.texts[lang] ?? {}, named, sources: Object.fromEntries(sources) };
}
