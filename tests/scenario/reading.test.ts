import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFolder, compileFolder, type FileFault, formatFault } from '../../src/scenario/index.ts';
import { documents, encode, good, mini, replace } from './mini.ts';

const codes = (faults: readonly FileFault[]): string[] => faults.map(({ file, code }) => `${file} ${code}`);

/** Far more than it takes, and far less than a hang: a slow machine must not fail, a quadratic search must. In ms of the processor. */
const QUICK = 5_000;
const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function quickly(content: string | Uint8Array, file = 'scenario.yaml'): string[] {
  const start = used();
  const found = codes(checkFolder(mini({ [file]: content })));
  expect(used() - start).toBeLessThan(QUICK);
  return found;
}

describe('what is no scenario file is refused quickly', () => {
  it('ten megabytes', () => {
    expect(quickly(new Uint8Array(10 << 20).fill(0x61))).toContain('scenario.yaml S001');
  });

  it('binary garbage and broken UTF-8', () => {
    expect(quickly(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))).toContain('scenario.yaml S002');
    expect(quickly(new Uint8Array([0x61, 0x3a, 0x20, 0xc3, 0x28]))).toContain('scenario.yaml S002');
    expect(quickly(encode('a: \u0000b'))).toContain('scenario.yaml S002');
  });

  it('nothing, or only spaces', () => {
    expect(quickly('')).toContain('scenario.yaml S020');
    expect(quickly(' \n\n')).toContain('scenario.yaml S020');
  });

  it('alias bombs', () => {
    const rows = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i += 1)
      rows.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(quickly(rows.join('\n'))).toContain('scenario.yaml S012');
    expect(quickly(`a: &a 1\n${Array.from({ length: 20_000 }, (_, i) => `k${i}: *a`).join('\n')}`)).toContain(
      'scenario.yaml S012',
    );
    expect(quickly('a: &a [*a]')).toEqual(expect.arrayContaining([expect.stringMatching(/S01[12]/)]));
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['maps in maps', '{a: '.repeat(10_000)],
    ['lists in lists', '- '.repeat(50_000)],
    ['steps inwards', Array.from({ length: 1_400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('deep nesting: %s', (_name, text) => {
    expect(quickly(text)).toContain('scenario.yaml S011');
  });

  it.each([
    ['keys', Array.from({ length: 90_000 }, (_, i) => `a${i}: 1`).join('\n')],
    ['colons', 'a: '.repeat(100_000)],
    ['quotes', "a: 'x' ".repeat(30_000)],
    ['one long quotation', `a: "${'x'.repeat(1_000_000)}`],
  ])('endless %s', (_name, text) => {
    expect(quickly(text).length).toBeGreaterThan(0);
    expect(quickly(text, 'text/en.yaml').length).toBeGreaterThan(0);
  });
});

describe('any bytes', () => {
  it('never throw', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('scenario.yaml', 'text/en.yaml', 'sources.yaml', 'art/a.png'),
        (bytes, file) => {
          const compiled = compileFolder(mini({ [file]: bytes }));
          expect(compiled.ok).toBe(false);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('never throw as YAML of any values', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(compileFolder(mini({ 'scenario.yaml': JSON.stringify(value) })).ok).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('never throw as a mutated scenario, and every fault has a place and words', () => {
    const text = good('scenario.yaml');
    const edits = fc.array(
      fc.record({
        at: fc.nat(text.length - 1),
        cut: fc.nat(30),
        put: fc.oneof(
          fc.constantFrom(':', '"', "'", '\t', '\n', '{', '}', '[', ']', '- ', '&a ', '*a ', '!x ', '|', '#', ''),
          fc.string({ maxLength: 6 }),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(edits, (changes) => {
        const mutated = changes.reduce((all, { at, cut, put }) => all.slice(0, at) + put + all.slice(at + cut), text);
        for (const fault of checkFolder(mini({ 'scenario.yaml': mutated }), { sources: documents })) {
          expect(fault.line).toBeGreaterThan(0);
          expect(fault.col).toBeGreaterThan(0);
          expect(formatFault(fault)).not.toContain('⟦');
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('one run tells everything', () => {
  it('of all files, sorted by file and line', () => {
    let scenario = replace(good('scenario.yaml'), 'licence: CC BY 4.0', 'licence: Free: for all');
    scenario = replace(scenario, 'letter: N', 'leter: N');
    scenario = replace(scenario, 'rank: 20', 'rank: 10');
    const text = replace(good('text/en.yaml'), 'title: Two banks', 'titel: Two banks');
    const sources = replace(good('sources.yaml'), 'paragraphs: 8', 'paragraphs: 0');
    const faults = checkFolder(mini({ 'scenario.yaml': scenario, 'text/en.yaml': text, 'sources.yaml': sources }));
    const found = codes(faults);
    for (const one of [
      'scenario.yaml S005',
      'scenario.yaml S101',
      'scenario.yaml S614',
      'text/en.yaml S402',
      'sources.yaml S104',
    ]) {
      expect(found).toContain(one);
    }
    expect(found).toEqual(
      [...found].sort((a, b) =>
        a.split(' ')[0]! < b.split(' ')[0]! ? -1 : a.split(' ')[0]! > b.split(' ')[0]! ? 1 : 0,
      ),
    );
  });

  it('in the form file:line:col CODE what → mend, with three lines and a caret', () => {
    const files = mini({ 'scenario.yaml': replace(good('scenario.yaml'), 'letter: N', 'leter: N') });
    expect(formatFault(checkFolder(files)[0]!)).toBe(
      [
        'scenario.yaml:60:5 S101 There is no key `leter` here. → did you mean `letter`?',
        '59 |     role: principal',
        '60 |     leter: N',
        '   |     ^',
        '61 |     hurt: { value: 14, inferred: { source: river-report, paragraph: 7, because: "Farmers lose their harvest on',
      ].join('\n'),
    );
  });
});

describe('files of the folder', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

  it('miss nothing that is needed', () => {
    expect(codes(checkFolder(mini({ 'scenario.yaml': null })))).toEqual(['scenario.yaml S003']);
    expect(codes(checkFolder(mini({ 'sources.yaml': null })))).toEqual(['../sources.yaml S003']);
    expect(codes(checkFolder(mini({ 'text/en.yaml': null })))).toEqual(['scenario.yaml S407']);
  });

  it('hold pictures only as PNG, WebP or AVIF', () => {
    expect(codes(checkFolder(mini({ 'art/map.png': png })))).toEqual([]);
    expect(codes(checkFolder(mini({ 'art/map.svg': '<svg/>' })))).toEqual(['art/map.svg S701']);
    expect(codes(checkFolder(mini({ 'art/map.webp': png })))).toEqual(['art/map.webp S702']);
    const large = new Uint8Array(3 << 20);
    large.set(png);
    expect(codes(checkFolder(mini({ 'art/map.png': large })))).toEqual(['art/map.png S703']);
  });

  it('hold nothing else', () => {
    expect(codes(checkFolder(mini({ 'run.exe': 'x' })))).toEqual(['run.exe S704']);
    expect(codes(checkFolder(mini({ 'text/sq.yaml': good('text/en.yaml') })))).toEqual(['text/sq.yaml S408']);
  });
});

describe('languages', () => {
  const two = replace(good('scenario.yaml'), 'languages: [en]', 'languages: [en, sq]');

  it('need the same names in every text', () => {
    const other = replace(good('text/en.yaml'), '{river}', 'lumi');
    expect(codes(checkFolder(mini({ 'scenario.yaml': two, 'text/sq.yaml': other })))).toEqual(['text/sq.yaml S404']);
  });

  it('compile side by side', () => {
    const compiled = compileFolder(mini({ 'scenario.yaml': two, 'text/sq.yaml': good('text/en.yaml') }));
    expect(compiled.ok && Object.keys(compiled.bundle.texts)).toEqual(['en', 'sq']);
  });
});

describe('ids', () => {
  it('are unique in the whole scenario within their kind', () => {
    const text = replace(good('scenario.yaml'), '      south-complain:\n', '      north-mobilise:\n');
    expect(codes(checkFolder(mini({ 'scenario.yaml': text })))).toContain('scenario.yaml S215');
  });
});

describe('fingerprints of sources', () => {
  it('must match the documents', () => {
    const changed = new Map([['river-report.txt', encode('One line.\n')]]);
    const found = codes(checkFolder(mini(), { sources: changed }));
    expect(found).toContain('sources.yaml S306');
    expect(found).toContain('sources.yaml S307');
    expect(checkFolder(mini(), { sources: documents })).toEqual([]);
  });
});
