import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { readQuickly } from '../../src/scenario/quick.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function yamlFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(path).isDirectory() ? yamlFiles(path) : path.endsWith('.yaml') ? [path] : [];
  });
}
const FILES = [...yamlFiles(`${ROOT}scenarios`), ...yamlFiles(`${ROOT}tests/fixtures`)];
const TEXTS = FILES.map((file) => readFileSync(file, 'utf8'));

/** What the whole parser makes of a text; undefined where it complains or finds what a scenario may not have. */
function wholly(text: string): unknown {
  const document: Document = parseDocument(text, { version: '1.2', prettyErrors: false, logLevel: 'error' });
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
  let strange = false;
  const value = (node: unknown): unknown => {
    if (isAlias(node)) strange = true;
    if (isSeq(node)) return node.items.map(value);
    if (isScalar(node)) {
      if (typeof node.value === 'number' && /^[-+]?0\d/.test(node.source ?? '')) strange = true;
      return node.value;
    }
    if (!isMap(node)) return null;
    const map: Record<string, unknown> = {};
    for (const { key, value: inside } of node.items) {
      if (!isScalar(key) || key.value === null) strange = true;
      else map[typeof key.value === 'string' ? key.value : (key.source ?? '')] = value(inside);
    }
    return map;
  };
  const all = value(document.contents);
  return strange ? undefined : all;
}

const plainly = (text: string): unknown => {
  const quick = readQuickly(text);
  return quick === undefined ? undefined : JSON.stringify(quick);
};

it('reads every shipped file as the whole parser does', () => {
  FILES.forEach((file, k) => {
    expect(plainly(TEXTS[k]!), file).toBe(JSON.stringify(wholly(TEXTS[k]!)));
  });
});

/** Pieces that mean something in YAML, to be put where they do not belong. */
const PIECES = [
  ...[
    ': ',
    ':',
    ' #',
    '#',
    '- ',
    '-',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ', ',
    ',',
    '>-',
    '>',
    '|',
    '&a ',
    '*a',
    '!t ',
    '? ',
  ],
  ...[
    '\n',
    '\n\n',
    '\n ',
    '\n  ',
    ' ',
    '  ',
    '\\',
    '\\n',
    '\t',
    '\r\n',
    '---',
    '...',
    '%',
    '~',
    '@',
    '`',
    '\u00a0',
    '\ufeff',
  ],
  ...[
    'null',
    'true',
    'True',
    'yes',
    '007',
    '0x1f',
    '1e3',
    '.5',
    '5.',
    '-0',
    '+1',
    '.inf',
    '1_000',
    '2025-12',
    '<<: ',
    'x: 1',
  ],
];

/** A few lines of a real file, now and then further in, with some pieces put in, taken out or doubled. */
const damaged = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    lines: fc.integer({ min: 1, max: 12 }),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        remove: fc.nat(4),
        put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ text, from, lines, edits }) => {
    const all = text.split('\n');
    const first = Math.floor(from * (all.length - 1));
    const some = all.slice(first, first + lines);
    const indent = Math.min(...some.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)), 99);
    let out = some.map((line) => line.slice(indent)).join('\n');
    for (const { at, remove, put } of edits) {
      const place = Math.floor(at * out.length);
      out = out.slice(0, place) + put + out.slice(place + remove);
    }
    return out;
  });

it('reads what it reads as the whole parser does, and leaves everything wrong to it', () => {
  let read = 0;
  fc.assert(
    fc.property(damaged, (text) => {
      const quick = plainly(text);
      if (quick === undefined) return;
      read += 1;
      expect(quick).toBe(JSON.stringify(wholly(text)));
    }),
    { numRuns: Number(process.env.QUICK_RUNS ?? 3000) },
  );
  expect(read).toBeGreaterThan(300);
});

it('leaves what is deeper or larger than it should be to the whole parser', () => {
  expect(readQuickly(`${'a: {'.repeat(60)}${'}'.repeat(60)}`)).toBeUndefined();
  expect(readQuickly(`a: [${'1, '.repeat(50_000)}1]`)).toBeUndefined();
});
