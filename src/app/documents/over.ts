import { useCallback, useEffect } from 'react';
import { go, makeRoute, readingAt, useRoute } from '../route.ts';
import { tableOpenedAt } from './link.tsx';

/**
 * How many entries of the browser's history lie between the table and the page that is read now. Kept in the history itself, so that
 * it is right after Back, Forward and a reload.
 */
function depthHere(): number | null {
  const state: unknown = history.state;
  if (state === null || typeof state !== 'object' || !('overTable' in state)) return null;
  return typeof state.overTable === 'number' ? state.overTable : null;
}

/** The page of the room that was read last while it is open. */
let last: { readonly hash: string; readonly depth: number } | null = null;

/** Closes what is laid over the table: back to the entry from which it was opened, or, where there is none, to the table's address. */
export function useWayBack(): () => void {
  const route = useRoute();
  const hash = makeRoute(route);
  useEffect(() => {
    let depth = depthHere();
    if (depth === null) {
      // A new entry: one further than the last, unless the page itself was loaded at this address.
      if (last) depth = last.hash === hash ? last.depth : last.depth + 1;
      else depth = location.hash === tableOpenedAt ? 0 : 1;
      history.replaceState({ overTable: depth }, '');
    }
    last = { hash, depth };
  }, [hash]);
  useEffect(
    () => () => {
      last = null;
    },
    [],
  );
  return useCallback(() => {
    const depth = depthHere() ?? 0;
    if (depth > 0) history.go(-depth);
    else go(readingAt(route, null));
  }, [route]);
}
