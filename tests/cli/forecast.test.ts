import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/cli/command.ts';
import { SYNONYMS } from '../../src/cli/forecast/columns.ts';
import { readStances } from '../../src/cli/forecast/stances.ts';
import { forecast } from '../../src/cli/forecast.ts';
import { parse } from '../../src/cli/parse.ts';
import { hasMessage } from '../../src/words/index.ts';

const CARS = 'tests/fixtures/forecast/ec-car-emissions.csv';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'forecast-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(line: string, cwd = process.cwd()): Promise<{ code: number; out: string; err: string }> {
  const parsed = await parse(line.split(' '), [forecast]);
  if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
  const out: string[] = [];
  const err: string[] = [];
  const context: Context = {
    root: process.cwd(),
    worker: new URL('file:///none'),
    build: () => Promise.reject(new Error('nothing to build')),
    cwd,
    env: {},
    columns: 80,
    interactive: false,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  };
  const code = await parsed.command.run(parsed.args, context);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function runOn(text: string | Uint8Array, options = '') {
  writeFileSync(join(folder, 'a.csv'), text);
  return run(`forecast a.csv ${options}`.trim(), folder);
}

const faultsOf = (text: string): string[] => {
  const reading = readStances(text);
  return reading.ok ? [] : reading.faults.map(({ code, line, col }) => `${line}:${col} ${code}`);
};
const HEAD = 'actor,position,salience,influence\n';

describe('demarche forecast', () => {
  it('gives the published numbers as JSON', async () => {
    const { code, out, err } = await run(`forecast ${CARS} --json`);
    const lines = JSON.parse(out);
    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(lines)).toEqual(['compromise', 'unweighted', 'median', 'pce', 'rounds']);
    expect(lines.compromise).toBeCloseTo(7.389956, 6);
    expect(lines.unweighted).toBeCloseTo(6.7, 12);
    expect(lines.median).toBe(7);
    expect(Object.keys(lines.pce)).toEqual(['4', '7', '10']);
    expect(lines.pce['7']).toBeCloseTo(0.419814, 6);
    expect(lines.rounds).toHaveLength(8);
    expect(Object.keys(lines.rounds[0])).toEqual(['median', 'mean']);
    expect(lines.rounds[0].median).toBeCloseTo(8.416, 3);
  });

  it('hides the rounds from people until asked, and then warns', async () => {
    const plain = await run(`forecast ${CARS}`);
    expect(plain.out).toContain('compromise         7.39');
    expect(plain.out).toContain('at second');
    expect(plain.out).not.toContain('8.416');
    const asked = await run(`forecast ${CARS} --historical`);
    expect(asked.out).toContain('8.416');
    expect(asked.out).toContain('Warning.');
    for (const line of asked.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('does not care for the units of salience and influence', async () => {
    const shares = readFileSync(CARS, 'utf8').replace(/,(\d+),(0\.\d+)$/gm, (_, s, c) => `,${s / 100},${c * 256}`);
    const one = JSON.parse((await run(`forecast ${CARS} --json`)).out);
    const other = JSON.parse((await runOn(shares, '--json')).out);
    expect(other.compromise).toBeCloseTo(one.compromise, 12);
    expect(other.pce['4']).toBeCloseTo(one.pce['4'], 12);
    one.rounds.forEach((round: { median: number }, k: number) => {
      expect(other.rounds[k].median).toBeCloseTo(round.median, 6);
    });
  });

  it('tells issue by issue where the file has several', async () => {
    const text = `issue,${HEAD}cars,A,1,50,2\ncars,B,3,50,2\ntax,A,8,10,1\n`;
    const { out } = await runOn(text, '--json');
    const issues = JSON.parse(out);
    expect(Object.keys(issues)).toEqual(['cars', 'tax']);
    expect(issues.cars.compromise).toBe(2);
    expect(issues.tax).toMatchObject({ compromise: 8, unweighted: 8, median: 8, pce: { '8': 1 } });
    expect((await runOn(text)).out).toMatch(/^cars: 2 actors\n[\s\S]*\ntax: 1 actor\n/);
  });

  it('takes a longer scale, and refuses one shorter than the positions', async () => {
    const wide = JSON.parse((await run(`forecast ${CARS} --json --range 12`)).out);
    expect(wide.compromise).toBeCloseTo(7.389956, 6);
    expect(wide.rounds[0].median).not.toBeCloseTo(8.416, 2);
    for (const range of ['5.9', '0', '-3']) {
      const { code, out, err } = await run(`forecast ${CARS} --range=${range}`);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('--range');
    }
    expect((await run(`forecast ${CARS} --salience-top 50`)).code).toBe(2);
    expect((await run('forecast no-such.csv')).code).toBe(2);
  });

  it('tells every fault of a bad file with place and mend, and exits with 1', async () => {
    const text = `${HEAD}A,4,8o,1\nB,4.5,80,-1\nC,,3,4\n`;
    const { code, out } = await runOn(text);
    expect(code).toBe(1);
    expect(out).toContain('a.csv:2:5 F008 “8o” in the column “salience” is no number. → write digits only');
    expect(out).toContain('  2 | A,4,8o,1\n    |     ^');
    expect(out).toContain('a.csv:3:10 F017');
    expect(out).toContain('a.csv:4:3 F007');
    expect(out).toContain('3 faults.');
    const json = JSON.parse((await runOn(text, '--json')).out);
    expect(json.ok).toBe(false);
    expect(json.faults[0]).toEqual({
      code: 'F008',
      file: 'a.csv',
      line: 2,
      col: 5,
      message: '“8o” in the column “salience” is no number.',
      mend: 'write digits only, as in 60 or 0.8, without unit or percent sign',
    });
  });

  it('refuses what is no text', async () => {
    for (const bytes of [
      [0x50, 0x4b, 3, 4, 0, 0],
      [0xff, 0xfe, 0x41, 0],
      [0x41, 0xe9, 0x0a],
    ])
      expect((await runOn(Uint8Array.from(bytes))).out).toContain('F016');
  });
});

describe('a table of actors', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '  \n', ['1:1 F001']],
    ['an open quotation mark', `${HEAD}"A,1,2,3\nB,1,2,3\n`, ['2:1 F002']],
    [
      'two marks gone wrong',
      `${HEAD}"A,1,2,3\nB,1,2,3\nC "x" y,1,2,3\nD,z,2,3\n`,
      ['2:1 F002', '4:3 F003', '5:3 F008'],
    ],
    ['an open mark in the heading', `"${HEAD}A,1,2,3\n`, ['1:1 F002']],
    ['a missing column', 'actor,position,salience\nA,1,2\n', ['1:1 F004']],
    ['a misspelt column', 'actor,positon,salience,influence\nA,1,2,3\n', ['1:7 F006']],
    ['a column twice', 'actor,position,salience,power,clout\nA,1,2,3,4\n', ['1:31 F005']],
    ['empty cells', `issue,${HEAD},A,1,2,3\nx,,1,2,3\nx,B,,2,3\n`, ['2:1 F007', '3:3 F007', '4:5 F007']],
    ['points among commas', 'actor;position;salience;influence\nA;1,5;2;3\nB;2,5;1.5;3\n', ['3:7 F009']],
    ['parted thousands', `${HEAD}A,"1,200.5",2,3\nB,1.000.000,2,3\n`, ['2:3 F010', '3:3 F010']],
    ['too few and too many cells', `${HEAD}A,1,2\nB,1,2,3,4\nC,1,2,3,\n`, ['2:1 F011', '3:1 F011']],
    ['nobody who weighs anything', `${HEAD}A,1,0,2\nB,2,3,0\n`, ['1:25 F012']],
    ['a heading alone', HEAD, ['2:1 F013']],
    ['an actor twice, also where its line is bad', `${HEAD}A,1,x,2\na,1,2,2\n`, ['2:5 F008', '3:1 F014']],
    ['too many actors', HEAD + Array.from({ length: 501 }, (_, k) => `A${k},1,1,1\n`).join(''), ['502:1 F015']],
    ['numbers below 0', `${HEAD}A,-1,−2,-3\n`, ['2:6 F017', '2:9 F017']],
    ['numbers beyond all measure', `${HEAD}A,1e999,1,1\n`, ['2:3 F008']],
  ])('with %s is refused', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it('has words for every fault', () => {
    for (let n = 1; n <= 17; n++)
      for (const end of ['', '.mend'])
        expect(hasMessage('en', `forecast.F${String(n).padStart(3, '0')}${end}`)).toBe(true);
  });

  it('may call its columns otherwise, in any order and with others between', () => {
    const reading = readStances(
      'Power [0-100];remark;IDEAL_POINT;Voting power note;Importance (%);Stakeholder\n5;x;4;y;3;A\n',
    );
    expect(reading).toMatchObject({
      ok: true,
      named: false,
      issues: [{ actors: ['A'], stances: [{ position: 4, salience: 3, influence: 5 }] }],
    });
  });

  it('may say sep= above the heading', () => {
    expect(readStances(`sep=|\r\n${HEAD.replaceAll(',', '|')}A|1|2|3`)).toMatchObject({ ok: true });
  });

  const cell = fc
    .string({ minLength: 1, maxLength: 8, unit: 'grapheme' })
    .filter((s) => s.trim() === s && !/[\0\uFFFD]/.test(s) && !/^[\uFEFF]/.test(s));
  const number = fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100);
  const tables = fc.uniqueArray(
    fc.record({ actor: cell, issue: cell, position: number, salience: number, influence: number }),
    { minLength: 1, maxLength: 8, selector: ({ actor }) => actor.toLowerCase() },
  );
  const style = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    comma: fc.boolean(),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    heads: fc.tuple(
      ...(['actor', 'issue', 'position', 'salience', 'influence'] as const).map((c) => fc.constantFrom(...SYNONYMS[c])),
    ),
    quoted: fc.boolean(),
  });

  it('reads the same however it is written', () => {
    fc.assert(
      fc.property(tables, style, (rows, { delimiter, comma, end, heads, quoted }) => {
        const write = (value: string | number): string => {
          const text = typeof value === 'number' && comma ? String(value).replace('.', ',') : String(value);
          return quoted || typeof value === 'string' || text.includes(delimiter)
            ? `"${text.replaceAll('"', '""')}"`
            : text;
        };
        const lines = rows.map((r) =>
          [r.actor, r.issue, r.position, r.salience, r.influence].map(write).join(delimiter),
        );
        const reading = readStances([heads.join(delimiter), ...lines, ''].join(end));
        if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
        const read = reading.issues.flatMap(({ name, actors, stances }) =>
          stances.map((stance, k) => ({ actor: actors[k], issue: name, ...stance })),
        );
        const order = (a: { actor?: string | undefined }, b: { actor?: string | undefined }) =>
          a.actor! < b.actor! ? -1 : 1;
        expect(read.sort(order)).toEqual([...rows].sort(order));
      }),
    );
  });

  it('never breaks the reader, whatever it is', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('"', ',', ';', '\n', '\r', 'A', '1', '.', ' ', HEAD))
        .map((parts) => HEAD + parts.join('')),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const reading = readStances(text);
        if (!reading.ok) {
          expect(reading.faults.length).toBeGreaterThan(0);
          for (const { line, col } of reading.faults) expect(Math.min(line, col)).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});
