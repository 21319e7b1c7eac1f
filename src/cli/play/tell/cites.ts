import type { Desk } from '../desk.ts';

/** One citation as a line: the document and paragraph with how it was read, or the assumption with its reason. */
function cite({ case: c, meta, say }: Desk, path: string, named: Set<string>): string {
  const found = c.cites[path];
  if (!found) return '';
  const { source, paragraph, because } = found;
  if (source === undefined) return say('play.cite.assumption', { because: because ?? '' });
  const { title, short } = (named.has(source) ? undefined : meta.sources[source]) ?? {};
  named.add(source);
  return say(because ? 'play.cite.inferred' : 'play.cite.stated', {
    document:
      title === undefined
        ? (meta.sources[source]?.short ?? source)
        : say('play.cite.document', { title, short: short ?? source }),
    paragraph: paragraph ?? 0,
    because: because ?? '',
  });
}

/** Lines for several paths; what is said twice is told once, and a document's title with its first line. */
export function cites(desk: Desk, paths: readonly string[]): string[] {
  const named = new Set<string>();
  const seen = new Set<string>();
  return paths.flatMap((path) => {
    const { source, paragraph, because } = desk.case.cites[path] ?? {};
    const same = `${source} ${paragraph} ${because}`;
    const line = seen.has(same) ? '' : cite(desk, path, named);
    seen.add(same);
    return line === '' ? [] : [line];
  });
}

/** Paths of `Case.cites` below a place in the file, e.g. every number of a move. */
export const citesUnder = ({ case: c }: Desk, place: string): string[] =>
  Object.keys(c.cites).filter((path) => path === place || path.startsWith(`${place}/`));
