import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parse } from '../../src/cli/parse.ts';
import { hashGame, RULES_VERSION } from '../../src/rules/index.ts';
import { readFiles } from '../../src/scenario/index.ts';
import { JOURNAL_FAULTS, type Session } from '../../src/session/index.ts';
import { hasMessage } from '../../src/words/index.ts';
import { open, playOn } from '../session/setup.ts';

const MINI = fileURLToPath(new URL('../fixtures/mini', import.meta.url));
let folder: string;
let game: Session;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-replay-'));
  game = playOn(open({ seed: 3 }), 3);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function replay(text: string | null, ...more: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  if (text !== null) writeFileSync(join(folder, 'game.jsonl'), text);
  const context: Context = {
    root: folder,
    worker: new URL('file:///none'),
    build: async () => folder,
    cwd: folder,
    env: {},
    columns: 80,
    interactive: false,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  };
  const parsed = await parse(['replay', text === null ? 'missing.jsonl' : 'game.jsonl', ...more], COMMANDS);
  if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
  const code = await parsed.command.run(parsed.args, context);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** The scenario as an exported save carries it. */
function bundle(): string {
  const texts: [string, string][] = [];
  for (const [name, bytes] of readFiles(MINI)) texts.push([name, new TextDecoder().decode(bytes)]);
  return JSON.stringify(Object.fromEntries(texts));
}

describe('demarche replay', () => {
  it('prints the course, the result and the hash of a sound game, in 80 columns', async () => {
    const { code, out, err } = await replay(game.save(), '--scenario', MINI);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(hashGame(game.game()));
    expect(out).toContain('Scenario  Two banks (mini, 2001-05)');
    expect(out).toMatch(/^Round 1 {3}tension \d+\.\d/m);
    expect(out).toMatch(/^Result {4}\S/m);
    expect(out).not.toContain('⟦');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('finds the scenario in the save itself', async () => {
    const { code, out } = await replay(game.save(bundle()), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      scenario: 'mini',
      seed: 3,
      hash: hashGame(game.game()),
      acts: game.seq,
      notices: [],
      result: { scores: [{ seat: 'league' }, { seat: 'north' }, { seat: 'patron' }, { seat: 'south' }] },
    });
  });

  it('replays a game that is not over, and tells of a line that was cut off', async () => {
    const half = playOn(open({ seed: 3 }), 3, 90).save();
    const { code, out } = await replay(half.slice(0, -5), '--scenario', MINI);
    expect(code).toBe(0);
    expect(out).toContain('the game is not over');
    expect(out).toContain('was cut off');
  });

  it('refuses a changed game with line, code and mend; exit 1', async () => {
    const row = game
      .save()
      .split('\n')
      .findIndex((line) => line.startsWith('{"check":1'));
    const bad = game.save().replace(/("check":1.*"hash":")..../, '$10000');
    const plain = await replay(bad, '--scenario', MINI);
    expect(plain.code).toBe(1);
    expect(plain.err).toContain(`line ${row + 1}: hash-differs: `);
    expect(plain.err).toContain('\n  → ');
    expect(plain.out).toContain('Round 1');
    const json = await replay(bad, '--scenario', MINI, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, fault: { code: 'hash-differs', line: row + 1 } });
  });

  it('shows the stored rounds of a game of other rules', async () => {
    const foreign = game.save().replace(`"rules":${RULES_VERSION}`, '"rules":99');
    const { code, out, err } = await replay(foreign, '--scenario', MINI);
    expect(code).toBe(1);
    expect(err).toContain('rules of version 99');
    expect(out).toMatch(/Round 1[\s\S]*Round 2/);
  });

  it('says what is missing: the file (exit 2), the scenario (exit 1)', async () => {
    expect(await replay(null)).toMatchObject({ code: 2, err: 'demarche: missing.jsonl cannot be read.' });
    expect(await replay(game.save())).toMatchObject({ code: 1, err: expect.stringContaining('--scenario') });
    expect(await replay(game.save('{"scenario.yaml":"no"}'))).toMatchObject({ code: 1 });
    expect(await replay(game.save('no bundle'))).toMatchObject({ code: 1 });
    expect(await replay('nothing')).toMatchObject({ code: 1, err: expect.stringContaining('not-a-journal') });
  });

  it('has words and a mend for every fault of a journal', () => {
    for (const code of JOURNAL_FAULTS)
      for (const id of [`session.journal.${code}`, `session.journal.${code}.mend`])
        expect(hasMessage('en', id), id).toBe(true);
  });
});
