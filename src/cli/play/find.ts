import { nearest } from '../../words/index.ts';

/** What was typed could not be understood: a message id and its parameters. Never leaves the command language. */
export class Unclear extends Error {
  constructor(
    readonly id: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(id);
  }
}

/**
 * The place in `ids` that was meant: the id itself, its only beginning, or the only id that contains what was typed; so
 * `suspend` finds `kosovo-suspend`. A mistyped id gets a "did you mean".
 * @param kind names the kind of thing in the complaint: `issue`, `option`, `move` …
 * @throws Unclear
 */
export function find(kind: string, typed: string, ids: readonly string[]): number {
  const word = typed.toLowerCase();
  const exact = ids.indexOf(word);
  if (exact >= 0) return exact;
  if (word !== '')
    for (const fits of [
      (id: string) => id.startsWith(word),
      (id: string) => tails(id).some((p) => p.startsWith(word)),
      (id: string) => id.includes(word),
    ]) {
      const found = ids.filter(fits);
      if (found.length === 1) return ids.indexOf(found[0]);
      if (found.length > 1) throw new Unclear('play.unclear.several', { kind, typed, which: found.join(', ') });
    }
  const hint = nearest(word, ids) ?? nearest(word, ids.flatMap(tails)) ?? '';
  throw new Unclear('play.unclear.unknown', { kind, typed, hint: hint || 'none', known: ids.join(', ') });
}

/** Every end of an id at a hyphen: `kosovo-suspend-now` → `suspend-now`, `now`. */
const tails = (id: string): string[] =>
  id
    .split('-')
    .map((_, k, all) => all.slice(k).join('-'))
    .slice(1);
