import type { Case, Clause } from '../world/index.ts';

/**
 * Every draft that moves between 1 and `max` issues away from `now`, as clauses ascending by issue, in listing order (issue by
 * issue, option by option). `locked` issues stay where they are.
 */
export function packages(c: Case, now: readonly number[], max: number): Clause[][] {
  const out: Clause[][] = [];
  // Thousands of drafts share their clauses.
  const clause = c.issues.map(({ options }, issue) => options.map((_, option): Clause => [issue, option]));
  const walk = (from: number, clauses: Clause[]): void => {
    for (let issue = from; issue < c.issues.length; issue++) {
      const options = c.issues[issue].options.length;
      for (let option = 0; option < options; option++) {
        if (option === now[issue]) continue;
        const next: Clause[] = [...clauses, clause[issue][option]];
        out.push(next);
        if (next.length < max) walk(issue + 1, next);
      }
    }
  };
  if (max > 0) walk(0, []);
  return out;
}

const known = new WeakMap<Case, Map<string, readonly (readonly Clause[])[]>>();
/** The same, remembered per case and options in force: bots and mediators ask again and again. */
export function draftsFrom(c: Case, now: readonly number[]): readonly (readonly Clause[])[] {
  let map = known.get(c);
  if (!map) {
    map = new Map();
    known.set(c, map);
  }
  const key = now.join();
  let list = map.get(key);
  if (!list) {
    // A game visits few combinations; a long simulation many. Forgetting all at once keeps memory bounded.
    if (map.size > 300) map.clear();
    list = packages(c, now, c.clausesMax);
    map.set(key, list);
  }
  return list;
}
