import { useSyncExternalStore } from 'react';

/** Where in the app somebody is. Kept in the part of the address after #, so that any static server will do. */
export type Route =
  | { readonly at: 'home' }
  /** `seat`: the id or the role of the seat that is offered first. */
  | { readonly at: 'new'; readonly scenario: string | null; readonly seat?: string | null }
  | { readonly at: 'game'; readonly id: string; readonly reading?: Reading | null }
  | { readonly at: 'join'; readonly code: string | null; readonly reading?: Reading | null }
  | { readonly at: 'host'; readonly code: string | null; readonly reading?: Reading | null }
  /** The document room by itself; at a table it is laid over the table (`reading`). */
  | { readonly at: 'documents'; readonly scenario: string | null; readonly reading?: Reading | null }
  | { readonly at: 'new-campaign'; readonly campaign: string }
  | { readonly at: 'campaign'; readonly id: string }
  | { readonly at: 'help' }
  | { readonly at: 'settings' };

/** A place in the document room: a document or one of the room's own pages, a part of it, and the number that somebody came from. */
export interface Reading {
  /** A source id, or `overview`, `positions`, `issues`, `contradictions`, `assumed`, `model`. */
  readonly page: string;
  /** Of a document: the paragraph. Of a page: the actor, issue or contradiction. */
  readonly part?: string | null;
  /** Key of a citation (`Case.cites`). */
  readonly mark?: string | null;
}

/** Anything unknown leads home. */
export function parseRoute(hash: string): Route {
  const [at, rest, ...more] = hash.replace(/^#\/?/, '').split('/');
  if (at === 'new') return { at, scenario: rest ? decode(rest) : null, ...(more[0] ? { seat: decode(more[0]) } : {}) };
  if (at === 'game' && rest) return { at, id: decode(rest), ...parseOver(more) };
  if (at === 'join' || at === 'host') return { at, code: rest ? decode(rest) : null, ...parseOver(more) };
  if (at === 'documents') return { at, scenario: rest ? decode(rest) : null, ...parseReading(more) };
  if (at === 'new-campaign' && rest) return { at, campaign: decode(rest) };
  if (at === 'campaign' && rest) return { at, id: decode(rest) };
  if (at === 'help' || at === 'settings') return { at };
  return { at: 'home' };
}

export function makeRoute(route: Route): string {
  if (route.at === 'home') return '#/';
  if (route.at === 'new') return made('new', route.scenario, route.seat);
  if (route.at === 'game') return made('game', route.id, ...madeOver(route.reading));
  if (route.at === 'join' || route.at === 'host')
    return route.code ? made(route.at, route.code, ...madeOver(route.reading)) : made(route.at);
  if (route.at === 'documents')
    return route.scenario ? made('documents', route.scenario, ...madeReading(route.reading)) : made('documents');
  if (route.at === 'new-campaign') return made(route.at, route.campaign);
  if (route.at === 'campaign') return made(route.at, route.id);
  return made(route.at);
}

/** Up to the first part that is missing. */
function made(...parts: readonly (string | null | undefined)[]): string {
  const end = parts.findIndex((part) => !part);
  return `#/${(end < 0 ? parts : parts.slice(0, end)).map((part) => encodeURIComponent(part!)).join('/')}`;
}

/** A mark without a part keeps its place: `positions/-/reds%2F…`. */
const NO_PART = '-';

function madeReading(reading: Reading | null | undefined): (string | null | undefined)[] {
  if (!reading) return [];
  return [reading.page, reading.part ?? (reading.mark ? NO_PART : null), reading.mark];
}

const madeOver = (reading: Reading | null | undefined): (string | null | undefined)[] =>
  reading ? ['documents', ...madeReading(reading)] : [];

/** A page may be without a part, and a part without a mark. */
function parseReading([page, part, mark]: readonly string[]): { readonly reading?: Reading } {
  if (!page) return {};
  return {
    reading: {
      page: decode(page),
      ...(part && part !== NO_PART ? { part: decode(part) } : {}),
      ...(mark ? { mark: decode(mark) } : {}),
    },
  };
}

const parseOver = ([word, ...rest]: readonly string[]): { readonly reading?: Reading } =>
  word === 'documents' ? parseReading(rest) : {};

/** The same place with the document room open at `reading`, or closed. Where no table is, nothing changes. */
export function readingAt(route: Route, reading: Reading | null): Route {
  return route.at === 'game' || route.at === 'join' || route.at === 'host' || route.at === 'documents'
    ? { ...route, reading }
    : route;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function go(route: Route): void {
  location.hash = makeRoute(route);
}

const watch = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

export const useRoute = (): Route => parseRoute(useSyncExternalStore(watch, () => location.hash));
