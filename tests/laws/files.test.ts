import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { below, botChance } from '../../src/bots/index.ts';
import { canonical, hashGame } from '../../src/rules/index.ts';
import { compileFolder, readFiles } from '../../src/scenario/index.ts';
import type { Case } from '../../src/world/index.ts';
import { caseOf, FOLDERS } from './cases.ts';
import { walk } from './steps.ts';

/** The same value with the keys of every map in another order, but for ladders, which must ascend. */
function shuffled(value: unknown, next: (n: number) => number): unknown {
  if (Array.isArray(value)) return value.map((x) => shuffled(x, next));
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  for (let k = keys.length - 1; k > 0; k--) {
    const j = next(k + 1);
    [keys[k], keys[j]] = [keys[j], keys[k]];
  }
  return Object.fromEntries(
    keys.map((key) => [key, key === 'options' ? inside(value, key) : shuffled(inside(value, key), next)]),
  );
}

const inside = (value: object, key: string): unknown => (value as Record<string, unknown>)[key];

/** The author's order is kept for the screen and is no part of the hash. */
const withoutOrder = (c: Case): string =>
  canonical(JSON.parse(JSON.stringify({ ...c, hash: '' }, (key, value) => (key === 'order' ? undefined : value))));

describe.each(FOLDERS.map((folder) => [folder.split('/').at(-1)!, folder]))('the file of %s', (_, folder) => {
  it('may be written in any order', () => {
    const c = caseOf(folder);
    const same = withoutOrder(c);
    for (let seed = 1; seed <= 4; seed++) {
      const chance = botChance(seed, 0, 0, 8);
      const files = new Map(readFiles(folder));
      const text = new TextDecoder().decode(files.get('scenario.yaml'));
      const other = stringify(shuffled(parse(text), (n) => below(chance, n)));
      files.set('scenario.yaml', new TextEncoder().encode(other));
      const compiled = compileFolder(files);
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults.find((f) => f.level === 'error')));
      expect(withoutOrder(compiled.bundle.case)).toBe(same);
      expect(compiled.bundle.case.hash).toBe(c.hash);
      expect(hashGame(walk(compiled.bundle.case, seed, () => {}))).toBe(hashGame(walk(c, seed, () => {})));
    }
  });
});
