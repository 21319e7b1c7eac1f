import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, ExitCode, Host } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, overview } from './help.ts';
import { parse } from './parse.ts';

/** The whole `demarche` command. Called by bin/demarche.mjs, which has installed and built what is needed. */
export async function main(argv: readonly string[], host: Host): Promise<ExitCode> {
  // `demarche simulate … | head` closes the pipe early; that is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  const context = makeContext(host);
  const parsed = await parse(argv, COMMANDS);
  switch (parsed.kind) {
    case 'overview':
      context.out(overview(COMMANDS, version(host.root), context.columns));
      return 0;
    case 'nothing':
      context.err(overview(COMMANDS, version(host.root), context.columns));
      return 2;
    case 'version':
      context.out(version(host.root));
      return 0;
    case 'help':
      context.out(commandHelp(parsed.command, context.columns));
      return 0;
    case 'wrong':
      context.err(`demarche: ${parsed.message}`);
      context.err(`\`npx demarche ${parsed.command ? `${parsed.command.name} ` : ''}--help\` shows what can be used.`);
      return 2;
    case 'run':
      try {
        return await parsed.command.run(parsed.args, context);
      } catch (error) {
        context.err(describeBug(error, argv.includes('--debug')));
        return 1;
      }
  }
}

function makeContext(host: Host): Context {
  const interactive = process.stdout.isTTY === true;
  return {
    ...host,
    cwd: process.cwd(),
    env: process.env,
    columns: interactive ? Math.max(40, Math.min(100, process.stdout.columns || 80)) : 80,
    interactive,
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
  };
}

function describeBug(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return `demarche: ${String(error)}`;
  if (debug) return `demarche: ${error.stack ?? error.message}`;
  if (error.name === 'BuildError') return `demarche: ${error.message}`;
  return `demarche: something broke: ${error.message}\nThis is a fault in the program. \`--debug\` shows where.`;
}

function version(root: string): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}
