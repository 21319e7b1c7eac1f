import { pathToFileURL } from 'node:url';
import type { Args, Command, Context, ExitCode } from './command.ts';

/** What tests/bench/main.ts exports; bench is bundled apart, so that the command line never waits for it. */
interface BenchModule {
  runBench(context: Context, json: boolean, only: readonly string[], kind: 'engine' | 'browser'): Promise<ExitCode>;
}

export const bench: Command = {
  name: 'bench',
  args: '[...lines]',
  describe: 'Measure speed and size against their budgets',
  details: [
    'Run it on a quiet machine. Exit code 1 when a budget is not kept.',
    'With --browser a whole game is played in Chromium, its processor slowed four times, as on a cheap laptop.',
  ],
  options: [
    { flags: '--browser', describe: 'Measure the game in a slowed browser instead (`npm run bench:browser`)' },
    { flags: '--json', describe: 'Print only {"<line>": {"value", "unit", "budget", "ok"}}' },
  ],
  examples: [
    { line: 'npm run bench', shows: 'every line, as a table' },
    { line: 'npm run bench -- rollout', shows: 'only the lines whose name contains "rollout"' },
    {
      line: 'npx demarche bench --json',
      shows: 'nothing but JSON; with npm, `npm run --silent bench -- --json` keeps its own lines out',
    },
  ],
  run,
};

async function run(args: Args, context: Context): Promise<ExitCode> {
  const file = pathToFileURL(`${await context.build('bench')}/main.mjs`).href;
  const { runBench }: BenchModule = await import(/* @vite-ignore */ file);
  return runBench(context, args.flag('json'), args.positional, args.flag('browser') ? 'browser' : 'engine');
}
