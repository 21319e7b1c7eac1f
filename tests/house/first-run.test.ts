import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { version: VERSION } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const WINDOWS = process.platform === 'win32';
/** The command that a newcomer is told first. */
const FIRST = COMMANDS.find(({ name }) => name === 'check')?.name ?? 'serve';

let home: string;
let clone: string;

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Not as a child of this test run: npm and vitest pass their settings and folders down through the environment. */
function outsideEnvironment(): NodeJS.ProcessEnv {
  const keep = /^npm_config_(cache|registry|userconfig|globalconfig|.*proxy|cafile|offline)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => keep.test(name) || !/^(npm_|vitest|vite_|init_cwd$|node_env$|node_options$)/i.test(name),
    ),
  );
}

function run(program: string, args: readonly string[], cwd: string): Promise<Result> {
  const child = spawn(program, args, {
    cwd,
    env: outsideEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: WINDOWS && program === 'npx',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'demarche-first-')));
  clone = join(home, 'demarche');
  if (existsSync(join(ROOT, '.git'))) {
    const { code, stderr } = await run('git', ['clone', '--quiet', ROOT, clone], home);
    if (code !== 0) throw new Error(stderr);
  } else {
    // Unpacked from an archive: take what a clone would have.
    const left = ['node_modules', 'dist', '.cache', 'shots'];
    cpSync(ROOT, clone, { recursive: true, filter: (path) => !left.includes(basename(path)) });
  }
});

// Some ten thousand files: a busy machine takes its time.
afterAll(() => rmSync(home, { recursive: true, force: true }), 60_000);

// One story, in order: each step stands on the one before.
describe('a fresh clone', () => {
  it('answers `npx demarche` as the very first command', { timeout: 180_000 }, async () => {
    const { code, stdout, stderr } = await run('npx', ['--no-install', 'demarche', FIRST, '--help'], clone);
    expect(stderr).toContain('installing packages');
    expect(stdout).toMatch(new RegExp(`^demarche ${FIRST}:`));
    expect(code).toBe(0);
  });

  it('answers from a subfolder, at once and without a word on stderr', { timeout: 60_000 }, async () => {
    const script = join(clone, 'bin/demarche.mjs');
    const inSub = await run('npx', ['--no-install', 'demarche', '--version'], join(clone, 'src/cli'));
    expect([inSub.code, inSub.stdout.trim()]).toEqual([0, VERSION]);
    const again = await run(process.execPath, [script, '--version'], join(clone, 'src/cli'));
    expect(again).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  it('builds once when two start at the same time', { timeout: 60_000 }, async () => {
    rmSync(join(clone, 'dist'), { recursive: true });
    const script = join(clone, 'bin/demarche.mjs');
    const both = await Promise.all([1, 2].map(() => run(process.execPath, [script, '--version'], clone)));
    expect(both.map(({ code, stdout }) => [code, stdout])).toEqual([
      [0, `${VERSION}\n`],
      [0, `${VERSION}\n`],
    ]);
    expect(
      both
        .map(({ stderr }) => stderr)
        .join('')
        .match(/building cli/g),
    ).toHaveLength(1);
  });

  it('ends wrong use with 2 and a hint', { timeout: 60_000 }, async () => {
    const { code, stderr, stdout } = await run(process.execPath, [join(clone, 'bin/demarche.mjs'), 'srve'], clone);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Did you mean `serve`?');
  });

  it('builds again what has changed, not what was only touched', { timeout: 60_000 }, async () => {
    const start = () => run(process.execPath, [join(clone, 'bin/demarche.mjs'), '--version'], clone);
    const source = join(clone, 'src/cli/parse.ts');
    utimesSync(source, new Date(), new Date());
    expect((await start()).stderr).toBe('');
    appendFileSync(source, 'export const changed = true;\n');
    expect((await start()).stderr).toContain('building cli');
    appendFileSync(source, 'this is no TypeScript\n');
    const broken = await start();
    expect([broken.code, broken.stdout]).toEqual([1, '']);
    expect(broken.stderr).toContain('parse.ts');
  });

  it('ends a test run that cannot begin with the counts, too', { timeout: 60_000 }, async () => {
    rmSync(join(clone, 'dist'), { recursive: true });
    const { code, stdout } = await run(process.execPath, [join(clone, 'bin/demarche.mjs'), 'test'], clone);
    expect([code, stdout]).toEqual([1, '0 passed, 1 failed\n']);
  });
});
