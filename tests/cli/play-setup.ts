import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Context } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parse } from '../../src/cli/parse.ts';
import { runPlay } from '../../src/cli/play/run.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Talk {
  readonly code: number;
  /** All lines on stdout, those of the typist echoed after `> `. */
  readonly lines: readonly string[];
  readonly errors: readonly string[];
}

/** Somebody at the keyboard: sees the prompt line and what came since the last one; null ends the input. */
export type Typist = (prompt: string, seen: readonly string[]) => string | null;

/** Types these lines, then ends the input. */
export function script(...lines: string[]): Typist {
  let next = 0;
  return () => lines[next++] ?? null;
}

/** Runs `demarche play …` in this process with a typist at its standard input. */
export async function converse(line: string, cwd: string, typist: Typist): Promise<Talk> {
  const parsed = await parse(['play', ...line.split(' ').filter(Boolean)], COMMANDS);
  if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
  const input = new PassThrough();
  const lines: string[] = [];
  const errors: string[] = [];
  let from = 0;
  let turns = 0;
  const context: Context = {
    root: ROOT,
    worker: new URL('file:///none'),
    build: async () => '',
    cwd,
    env: {},
    columns: 80,
    interactive: false,
    out(text) {
      lines.push(...text.split('\n'));
      if (!isPrompt(lines.at(-1)!)) return;
      const seen = lines.slice(from);
      from = lines.length;
      turns += 1;
      if (turns > 1000) throw new Error(`the game does not end:\n${lines.slice(-40).join('\n')}`);
      const typed = typist(lines.at(-1)!, seen);
      if (typed === null) input.end();
      else input.write(`${typed}\n`);
    },
    err: (text) => void errors.push(...text.split('\n')),
  };
  const code = await runPlay(parsed.args, context, input);
  return { code, lines, errors };
}

/** The line that is shown before each typed one. */
export const isPrompt = (line: string): boolean =>
  /^(Talks, round|Orders, round|Round \d+ of \d+( is over\.|, briefing\.)|The last round is over|The game is over)/.test(
    line,
  );

/** Plays any seat: reads what is on the screen as a beginner would, tries things, answers drafts, seals orders. */
export function beginner(last: string[] = []): Typist {
  let tries = 0;
  let listed = false;
  let page = 0;
  const end = ['result', 'why tension', 'why', 'log', 'news all', ...last, 'quit'];
  return (prompt, seen) => {
    const text = seen.join('\n');
    if (prompt.startsWith('The game is over')) return end.shift() ?? null;
    if (prompt.startsWith('Talks')) {
      listed = false;
      const waits = /draft (\d+), sign/.exec(prompt)?.[1];
      if (waits !== undefined) {
        if (!text.includes(`> draft ${waits}\n`)) return `draft ${waits}`;
        return /For you: a gain/.test(text) && /it passes/.test(text) ? `sign ${waits}` : `reject ${waits} not-enough`;
      }
      tries += 1;
      if (/see texts/.test(prompt) && tries % 4 === 1) return 'texts';
      if (/see texts/.test(prompt) && tries % 4 === 2) return 'table a because It is even.';
      if (/try and table/.test(prompt) && tries % 5 === 1) return 'issues';
      if (/try and table/.test(prompt) && tries % 5 === 2) return 'try tariffs=abolished track=faster';
      if (/try and table/.test(prompt) && tries % 5 === 3) return 'table tariffs=partial interpol=abstains';
      return 'done';
    }
    if (prompt.startsWith('Orders')) {
      if (!listed) {
        listed = true;
        return 'moves';
      }
      const moves = text.includes('Moves you can order now')
        ? [...text.matchAll(/^- ([a-z0-9-]+): /gm)].map((m) => m[1]!)
        : [];
      if (moves.length > 0) return `order ${moves[page++ % moves.length]}`;
      if (text.includes('> order ') && text.includes('Noted:')) return 'seal because It is a first step.';
      return 'pass';
    }
    return page % 2 === 0 ? 'go' : '';
  };
}
