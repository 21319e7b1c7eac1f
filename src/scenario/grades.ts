/** Where the numbers of a scenario come from, for `demarche sources` and for every page that shows the shares. */
import type { Cite, Grade, Shares } from '../world/index.ts';

/** How many of the coded numbers carry which grade. */
export function sharesOf(cites: Readonly<Record<string, Cite>>, only: (path: string) => boolean = () => true): Shares {
  const count: Record<Grade, number> = { stated: 0, inferred: 0, assumption: 0 };
  for (const [path, { grade }] of Object.entries(cites)) if (only(path)) count[grade] += 1;
  return { ...count, total: count.stated + count.inferred + count.assumption };
}

/** Paths of what an actor wants, says, does not accept, and how much it matters. */
export const isPosition = (path: string): boolean => /^(positions|reds|forces)\//.test(path);
