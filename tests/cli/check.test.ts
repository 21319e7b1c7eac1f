import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/cli/check.ts';
import type { Context, ExitCode } from '../../src/cli/command.ts';
import { parse } from '../../src/cli/parse.ts';
import { schema } from '../../src/cli/schema.ts';
import { sources } from '../../src/cli/sources.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'demarche-check-'));
  for (const name of ['good', 'bad']) cpSync('tests/fixtures/mini', join(dir, name), { recursive: true });
  const file = join(dir, 'bad', 'scenario.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('letter: N', 'leter: N').replace('rank: 20', 'rank: 10'));
  const text = join(dir, 'bad', 'text', 'en.yaml');
  writeFileSync(text, readFileSync(text, 'utf8').replace('title: Two banks', 'titel: Two banks'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function demarche(...argv: string[]): Promise<{ exit: ExitCode; out: string; err: string }> {
  const said = { out: '', err: '' };
  const context: Context = {
    root: process.cwd(),
    worker: new URL('file:///nowhere'),
    build: async () => '',
    cwd: dir,
    env: {},
    columns: 80,
    interactive: false,
    out: (text) => {
      said.out += `${text}\n`;
    },
    err: (text) => {
      said.err += `${text}\n`;
    },
  };
  const parsed = await parse(argv, [check, sources, schema]);
  if (parsed.kind !== 'run') return { exit: 2, ...said };
  return { exit: await parsed.command.run(parsed.args, context), ...said };
}

describe('demarche check', () => {
  it('says that a good scenario is good', async () => {
    expect(await demarche('check', 'good')).toEqual({ exit: 0, out: '1 scenario is good.\n', err: '' });
  });

  it('tells all faults of all files, with paths as the user would type them', async () => {
    const { exit, out } = await demarche('check', 'good', 'bad');
    expect(exit).toBe(1);
    expect(out).toMatch(/^bad\/scenario\.yaml:60:5 S101 /m);
    expect(out).toMatch(/^bad\/scenario\.yaml:\d+:11 S614 /m);
    expect(out).toMatch(/^bad\/text\/en\.yaml:1:1 S402 .* did you mean `title`\?$/m);
    expect(out).toContain('3 faults found.');
  });

  it('takes a folder of scenarios, and one file', async () => {
    expect((await demarche('check', '.')).out).toContain('3 faults found.');
    expect((await demarche('check', 'bad/text/en.yaml')).out).toContain('1 fault found.');
    expect((await demarche('check', 'bad/text/en.yaml', 'bad')).out).toContain('3 faults found.');
  });

  it('prints JSON and nothing else', async () => {
    const { exit, out } = await demarche('check', 'bad', '--json');
    expect(exit).toBe(1);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ ok: false, checked: ['bad'] });
    expect(answer.faults[0]).toMatchObject({
      code: 'S101',
      level: 'error',
      file: join('bad', 'scenario.yaml'),
      line: 60,
      col: 5,
    });
    expect(answer.faults[0].mend).toBe('did you mean `letter`?');
  });

  it('compares with the documents where they are at hand', async () => {
    const documents = join(process.cwd(), 'tests/fixtures/mini-sources');
    expect((await demarche('check', 'good', '--sources', documents)).exit).toBe(0);
    expect((await demarche('check', 'good', '--sources', dir)).out).toContain('S309');
  });

  it('refuses what it cannot find with exit 2', async () => {
    expect(await demarche('check', 'nowhere')).toMatchObject({
      exit: 2,
      out: '',
      err: expect.stringContaining('`nowhere`'),
    });
    expect(await demarche('check', join(process.cwd(), 'package.json'))).toMatchObject({ exit: 2 });
    expect(await demarche('check', 'good', '--sources', 'nowhere')).toMatchObject({ exit: 2 });
  });
});

describe('demarche sources', () => {
  it('prints every position with grade and citation, and the shares', async () => {
    const { exit, out } = await demarche('sources', 'good');
    expect(exit).toBe(0);
    const text = out.replace(/\s+/g, ' ');
    expect(text).toMatch(/stated wants 80–100–100, about “[^”]+”\. River Gazette \(invented for tests\), ¶3/);
    expect(text).toMatch(/inferred accepts no more than 65–65–100, .*?\. River Gazette [^¶]+¶3: More only once the/);
    // The paragraph says the same, with what rests on it; and nothing is shown by an id.
    expect(text).toMatch(/¶3 .*? wants 80–100–100, about “[^”]+” \[stated\]/);
    expect(out).not.toMatch(/⟦|river-report ¶/);
    expect(text).toContain('WHAT IS ASSUMED');
    expect(text).toContain('tension per mean Goldstein point: 1.5.');
    expect(out).toMatch(/Positions \(\d+\): \d+% stated, \d+% inferred, \d+% assumed\./);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints the same as JSON', async () => {
    const { shares, numbers } = JSON.parse((await demarche('sources', 'good', '--json')).out);
    expect(shares.all.total).toBe(numbers.length);
    expect(shares.all.stated + shares.all.inferred + shares.all.assumption).toBe(shares.all.total);
  });

  it('prints one part alone, and refuses a part that there is not', async () => {
    const { exit, out } = await demarche('sources', 'good', '--part', 'shares');
    expect([exit, out.trim().split('\n').length]).toEqual([0, 2]);
    expect(await demarche('sources', 'good', '--part', 'gossip')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('positions'),
    });
  });

  it('points to the check where a scenario has faults', async () => {
    expect(await demarche('sources', 'bad')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('demarche check bad'),
    });
    expect(await demarche('sources', 'nowhere')).toMatchObject({ exit: 2 });
  });
});

describe('demarche schema', () => {
  it('says that the published schemas are up to date', async () => {
    expect(await demarche('schema')).toMatchObject({ exit: 0 });
  });
});
