import { createContext, useContext, useMemo } from 'react';
import { DOCUMENT_WORDS_EN, makeSpeaker, type Say, SCREEN_WORDS } from '../../words/index.ts';
import type { Coded, Room, RoomDocument } from '../../world/index.ts';
import type { GameInfo } from '../game-info.ts';
import { type Reading, useRoute } from '../route.ts';
import { APP_LANGUAGE } from '../words.tsx';
import { hrefOf } from './link.tsx';

/** What every page of the document room needs. */
export interface Reader {
  readonly room: Room;
  readonly info: GameInfo;
  readonly say: Say;
  readonly reading: Reading;
  /** Address of a place in the room. */
  href(to: Reading): string;
  /** Puts the card of an issue before the reader; null where no table is. */
  readonly toIssue: ((issue: string) => void) | null;
}

const ReaderContext = createContext<Reader | null>(null);
export const ReaderProvider = ReaderContext.Provider;

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('useReader outside the document room');
  return reader;
}

/** A speaker with the room's own words beside those of the screen. */
export function useRoomSay(texts: GameInfo['texts'] | undefined): Say {
  return useMemo(
    () =>
      makeSpeaker(APP_LANGUAGE, Object.assign({}, SCREEN_WORDS[APP_LANGUAGE], DOCUMENT_WORDS_EN), texts ? texts : {}),
    [texts],
  );
}

export function useReaderOf(
  room: Room,
  info: GameInfo,
  reading: Reading | null,
  toIssue: Reader['toIssue'] = null,
): Reader {
  const route = useRoute();
  const say = useRoomSay(info.texts);
  return useMemo(
    () => ({
      room,
      info,
      say,
      reading: reading ?? { page: OVERVIEW },
      href: (to) => hrefOf(route, info.case.id, to),
      toIssue,
    }),
    [room, info, say, reading, route, toIssue],
  );
}

export const OVERVIEW = 'overview';
/** The room's own pages, in the order of the catalogue. */
export const OWN_PAGES = ['positions', 'issues', 'contradictions', 'assumed', 'model'] as const;

export const documentOf = (room: Room, id: string): RoomDocument | undefined =>
  room.documents.find((one) => one.id === id);

export const actorName = ({ room, say }: Pick<Reader, 'room' | 'say'>, id: string): string =>
  say(`${room.actors.find((one) => one.id === id)?.is ?? 'seat'}.${id}.name`);

export const seatNo = (info: GameInfo, id: string): number => info.case.seats.findIndex((one) => one.id === id);

/** Where a number is cited from: its paragraph, or the page of assumptions. */
export function placeOf({ path, cite }: Coded): Reading {
  return cite.source === undefined
    ? { page: 'assumed', mark: path }
    : { page: cite.source, part: String(cite.paragraph ?? 0), mark: path };
}

/** An id for an element on the page; paths have slashes. */
export const anchorOf = (path: string): string => `on-${path.replaceAll('/', '.')}`;
