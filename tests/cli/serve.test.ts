import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context, ExitCode } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parse } from '../../src/cli/parse.ts';
import { startServer } from '../../src/server/index.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-serve-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>');
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command line in this process; `out` and `err` collect what it says. */
function start(line: string, env: Record<string, string> = {}, root = folder) {
  const out: string[] = [];
  const err: string[] = [];
  const context: Context = {
    root,
    worker: new URL('file:///none'),
    build: async () => folder,
    cwd: folder,
    env,
    columns: 80,
    interactive: false,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  };
  const ended = parse(line.split(' '), COMMANDS).then((parsed) => {
    if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
    return parsed.command.run(parsed.args, context);
  });
  return { out, err, ended };
}

/** What Ctrl-C does, once the address is printed. */
async function interrupt({ out, ended }: ReturnType<typeof start>): Promise<ExitCode> {
  while (!out.some((text) => text.includes('Ctrl-C'))) await new Promise((resolve) => setTimeout(resolve, 10));
  process.emit('SIGINT');
  return ended;
}

describe('serve', () => {
  it('prints an address that answers, and ends with 0 at Ctrl-C', async () => {
    const running = start('serve --port 0 --host 127.0.0.1');
    const code = interrupt(running);
    expect(await code).toBe(0);
    expect(running.out[0]).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
  });

  it('prints code and address of a room that is opened', async () => {
    const running = start('serve --port 0', {}, fileURLToPath(new URL('../../', import.meta.url)));
    while (!running.out.some((text) => text.includes('Ctrl-C')))
      await new Promise((resolve) => setTimeout(resolve, 10));
    const [, port] = /:(\d+)\//.exec(running.out[0])!;
    const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnection: false });
    const request = {
      scenario: 'tariff-standoff-2019',
      preset: 'lesson-45',
      level: 'full',
      timed: true,
      language: 'en',
      seats: ['person', 'person', 'person', 'bot:dealmaker'],
    };
    const answer = await socket.timeout(10_000).emitWithAck('open', request);
    expect(answer).toMatchObject({ ok: true });
    expect(await socket.timeout(10_000).emitWithAck('open', { ...request, scenario: '../x' })).toMatchObject({
      refused: 'no-such-scenario',
    });
    socket.disconnect();
    const { code } = answer.room;
    expect(running.out.filter((text) => text.includes('/#/join/'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(new RegExp(`^Room ${code} +http://[\\w.]+:${port}/#/join/${code}$`)),
      ]),
    );
    expect(await interrupt(running)).toBe(0);
  });

  it('takes the next port only when none was asked for', async () => {
    const blocker = await startServer({ folder, port: 8080, tryNext: 100 });
    if (!blocker.ok) throw new Error(blocker.fault.code);
    const { port } = blocker.server;
    for (const asked of [start(`serve --port ${port}`), start('serve', { PORT: String(port) })]) {
      expect(await asked.ended).toBe(2);
      expect(asked.err.join()).toContain(`port ${port} is taken`);
    }
    const unasked = start('serve');
    expect(await interrupt(unasked)).toBe(0);
    expect(unasked.out[0]).not.toContain(`:${port}/`);
    await blocker.server.close();
  });

  it.each(['99999', '-1', '80.5', 'abc'])('refuses the port %s', async (port) => {
    const { ended, err } = start('serve', { PORT: port });
    expect(await ended).toBe(2);
    expect(err.join()).toContain(`\`${port}\` is none`);
  });

  it('says so when the address is none of this machine', async () => {
    const { ended, err } = start('serve --port 0 --host 203.0.113.7');
    expect(await ended).toBe(2);
    expect(err.join()).toContain('no address of this machine');
  });
});
