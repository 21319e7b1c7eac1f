import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileFolder, edit } from '../../src/scenario/index.ts';
import { editDistance, nearest } from '../../src/words/index.ts';
import { good, mini } from './mini.ts';

describe('an edit', () => {
  const source = '# top\na:\n  # about b\n  b: "1" # why one\n  c: [x, y]\n\n# tail\nd: { e: 2 } # flow\n';

  it('keeps comments, order, blank lines and quotation marks', () => {
    expect(edit(source, ['a', 'b'], '2')).toBe(source.replace('"1"', '"2"'));
    expect(edit(source, ['d', 'e'], 3)).toBe(source.replace('e: 2', 'e: 3'));
  });

  it('adds and takes away', () => {
    expect(edit(source, ['a', 'f'], 5)).toBe(source.replace('  c: [x, y]\n', '  c: [x, y]\n  f: 5\n'));
    expect(edit(source, ['a', 'c'], undefined)).not.toContain('[x, y]');
    expect(edit(source, ['a', 'c'], undefined)).toContain('# why one');
    expect(parse(edit(source, ['g', 'h'], { i: [1] }))).toMatchObject({ g: { h: { i: [1] } } });
  });

  it('refuses what cannot be read', () => {
    expect(() => edit('a: b: c', ['a'], 1)).toThrow(/cannot edit/);
  });

  it('of the fixture keeps every comment and changes one number of the game', () => {
    const text = `${good('scenario.yaml')}# the end\n`;
    const edited = edit(text, ['seats', 'north', 'hurt', 'value'], 15);
    expect(edited).toContain('# A small but complete scenario');
    expect(edited).toContain('# the end');
    const compiled = compileFolder(mini({ 'scenario.yaml': edited }));
    expect(compiled.ok && compiled.bundle.case.seats.find(({ id }) => id === 'north')?.hurt).toBe(15);
    expect(edit(edited, ['seats', 'north', 'hurt', 'value'], 14)).toBe(
      edit(text, ['seats', 'north', 'hurt', 'value'], 14),
    );
  });
});

describe('did you mean', () => {
  it.each([
    ['', '', 0],
    ['tariff', 'tariffs', 1],
    ['tarifs', 'tariffs', 1],
    ['traiffs', 'tariffs', 1],
    ['kosvo', 'kosovo', 1],
    ['abc', 'xyz', 3],
  ])('%s → %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is a distance', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(Math.min(3, editDistance(a, b, 9)));
        expect(editDistance(a, b, 9)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('names the nearest within two edits, and nothing where all is strange', () => {
    expect(nearest('serbai', ['kosovo', 'serbia'])).toBe('serbia');
    expect(nearest('montenegro', ['kosovo', 'serbia'])).toBeUndefined();
    expect(nearest('eu', ['us', 'xk'])).toBeUndefined();
  });
});
