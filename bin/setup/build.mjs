// Is what was built still what the sources say? If not, Vite builds it again.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

const ALWAYS = ['package.json', 'package-lock.json', 'bin/setup'];

/**
 * What each target is made from. `cli`, `bench` and `shots` go to a folder named after their content, so that a running process
 * never loses the file that it is about to load; `web` is one folder that can be published as it is (the server keeps
 * a whole copy in memory).
 */
const TARGETS = {
  cli: { from: ['src', ...ALWAYS], without: ['src/app', 'src/theatre'], versioned: true, result: 'main.mjs' },
  bench: {
    from: ['src', 'tests/bench', 'tests/browser', ...ALWAYS],
    without: ['src/app', 'src/theatre'],
    versioned: true,
    result: 'main.mjs',
  },
  shots: {
    from: ['src', 'tests/shots', 'tests/browser', ...ALWAYS],
    without: ['src/app', 'src/theatre'],
    versioned: true,
    result: 'main.mjs',
  },
  web: {
    from: [
      'src',
      'scenarios',
      'assets',
      'vite.config.ts',
      'vite.campaigns.ts',
      'vite.phaser.ts',
      'vite.scenarios.ts',
      ...ALWAYS,
    ],
    without: ['src/cli'],
    versioned: false,
    result: 'index.html',
  },
};

/** Told to the user as it is: the reason already stands above it. */
class BuildError extends Error {
  name = 'BuildError';
}

/**
 * Returns the folder that holds the built target, building it first when it is missing or stale.
 * With `orLastGood` a failed build falls back to the one before, so that a test run can still report everything.
 */
export async function ensureBuilt(root, target, orLastGood = false) {
  const files = listInputs(root, TARGETS[target]);
  const seen = fingerprint(files, (file) => `${file.size} ${file.mtimeMs}`);
  const fresh = freshOutput(root, target, (stamp) => stamp.seen === seen);
  if (fresh) return fresh;
  return withLock(root, `build-${target}`, async () => {
    const content = fingerprint(files, (file) => readFileSync(join(root, file.path)));
    // Touched but not changed (a checkout, a second clone), or built by the process that we waited for.
    const same = freshOutput(root, target, (stamp) => stamp.content === content);
    if (same) {
      writeStamp(root, target, { seen, content, out: same });
      return same;
    }
    const out = await build(root, target, content);
    if (out) {
      writeStamp(root, target, { seen, content, out });
      return out;
    }
    const before = orLastGood && freshOutput(root, target, () => true);
    if (!before) throw new BuildError(`could not build ${target}; the messages above say why.`);
    console.error(`demarche: could not build ${target}; going on with the last good build.`);
    return before;
  });
}

/** Every input with its size and time, sorted. Fast enough for each start: a few hundred files in about 10 ms. */
function listInputs(root, { from, without }) {
  const files = [];
  const walk = (path) => {
    if (without.includes(path)) return;
    const info = statSync(join(root, path), { throwIfNoEntry: false });
    if (!info) return;
    if (!info.isDirectory()) files.push({ path, size: info.size, mtimeMs: info.mtimeMs });
    else for (const name of readdirSync(join(root, path)).sort()) walk(`${path}/${name}`);
  };
  for (const path of from) walk(path);
  return files;
}

function fingerprint(files, of) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.path}\n`).update(of(file)).update('\n');
  return hash.digest('hex').slice(0, 16);
}

function freshOutput(root, target, matches) {
  try {
    const stamp = JSON.parse(readFileSync(stampPath(root, target), 'utf8'));
    const out = join(root, 'dist', stamp.folder);
    return matches(stamp) && existsSync(join(out, TARGETS[target].result)) ? out : undefined;
  } catch {
    return undefined;
  }
}

function stampPath(root, target) {
  return join(root, 'dist', `${target}.json`);
}

function writeStamp(root, target, { seen, content, out }) {
  const folder = out.slice(join(root, 'dist').length + 1);
  const temporary = `${stampPath(root, target)}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify({ seen, content, folder }));
  renameSync(temporary, stampPath(root, target));
}

/** Builds aside and moves into place, so that nobody ever sees half a build. Returns the folder, or undefined. */
async function build(root, target, content) {
  const dist = join(root, 'dist');
  const { versioned, result } = TARGETS[target];
  const aside = join(dist, `.${target}-${process.pid}`);
  const out = versioned ? join(dist, target, content) : join(dist, target);
  console.error(`demarche: building ${target} …`);
  mkdirSync(versioned ? join(dist, target) : dist, { recursive: true });
  const code = await runBundler(root, target, aside);
  if (code !== 0 || !existsSync(join(aside, result))) {
    rmSync(aside, { recursive: true, force: true });
    return undefined;
  }
  rmSync(out, { recursive: true, force: true });
  renameSync(aside, out);
  if (versioned) forgetOld(join(dist, target), (name) => name !== content);
  forgetOld(dist, (name) => name.startsWith('.')); // left by a start that was interrupted
  return out;
}

/** In a process of its own: Vite writes to stdout, sets NODE_ENV, and should not stay in the memory of a server. */
function runBundler(root, target, out) {
  const script = fileURLToPath(new URL('./bundle.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, root, target, out], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Keeps what a process started within the last day may still be running from. */
function forgetOld(folder, mayGo) {
  const aDayAgo = Date.now() - 24 * 3600 * 1000;
  for (const name of readdirSync(folder).filter(mayGo)) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < aDayAgo) rmSync(path, { recursive: true, force: true });
  }
}
