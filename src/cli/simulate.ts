import type { SimulateOptions } from '../lab/index.ts';
import type { Args, Command, Context, ExitCode } from './command.ts';
import { campaignByName } from './scenarios.ts';

/** The first so many games are played again with one thing changed. */
const PAIRED = 1000;

export const simulate: Command = {
  name: 'simulate',
  args: '<scenario>',
  describe: 'Let bots play a scenario many times and say how balanced it is',
  details: [
    "Prints each measure with its target: how often there is a deal, when and which, endings, scores, moves nobody makes, and what it pays to break one's word or to do nothing.",
    'A campaign is played whole, with what each part leaves to the next and once more without; a table tells the difference.',
    'The same seed gives the same numbers, whatever the number of workers. Exit code 1 when a target is missed.',
  ],
  options: [
    { flags: '--games <number>', describe: 'Games to play', kind: 'number', default: 1000 },
    { flags: '--seed <number>', describe: 'Seed of the whole run', kind: 'number', default: 1 },
    {
      flags: '--bots <name>',
      describe: 'mixed (temperaments drawn for each seat), by-the-book, dealmaker, hardliner or random',
      default: 'mixed',
    },
    { flags: '--preset <id>', describe: 'Lesson length to play (default: all in turn)' },
    { flags: '--workers <number>', describe: 'Threads (default: one per core)', kind: 'number' },
    {
      flags: '--audit',
      describe: 'Count red lines signed, orders outside the mandate and hidden things used (twice the time)',
    },
    { flags: '--json', describe: 'Print only JSON' },
  ],
  examples: [
    {
      line: 'npx demarche simulate tariffs-to-transaction --games 100 --preset quick',
      shows: 'a hundred campaigns, with history and without',
    },
    { line: 'npx demarche simulate tariff-standoff-2019', shows: 'a thousand games of mixed temperaments' },
    {
      line: 'npx demarche simulate my-scenario --games 200 --bots hardliner --json',
      shows: 'a scenario of your own among hardliners, for a program',
    },
  ],
  run,
};

const whole = (x: number | undefined, least: number, most: number): x is number =>
  x !== undefined && Number.isInteger(x) && x >= least && x <= most;

async function run(args: Args, context: Context): Promise<ExitCode> {
  const [{ availableParallelism }, bots, { measure }, { loadNamed }, { playAll }, report, { makeSay }] =
    await Promise.all([
      import('node:os'),
      import('../bots/index.ts'),
      import('../lab/index.ts'),
      import('./play/load.ts'),
      import('./simulate/crew.ts'),
      import('./simulate/report.ts'),
      import('../words/index.ts'),
    ]);
  const wrong = (text: string): ExitCode => {
    context.err(`demarche: ${text}`);
    return 2;
  };
  const games = args.number('games');
  const seed = args.number('seed');
  const mix: string = args.text('bots') ?? 'mixed';
  if (!whole(games, 1, 1_000_000)) return wrong('`--games` must be a whole number from 1 to 1000000.');
  if (!whole(seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)) return wrong('`--seed` must be a whole number.');
  const isMix = (x: string): x is SimulateOptions['bots'] => x === 'mixed' || bots.isBotName(x);
  if (!isMix(mix)) return wrong(`there are no bots \`${mix}\`. There are: mixed, ${bots.BOT_NAMES.join(', ')}.`);
  const dir = campaignByName(args.positional[0]!, context.root, context.cwd);
  if (dir !== undefined) {
    const { simulateCampaign } = await import('./simulate/campaign.ts');
    return simulateCampaign(
      { dir, games, seed, bots: mix, preset: args.text('preset'), json: args.flag('json') },
      context,
    );
  }
  const found = loadNamed(args.positional[0]!, context);
  if (typeof found === 'string') return wrong(found);
  const { case: c, texts } = found.bundle;
  const preset = args.text('preset');
  const presets = c.presets.map(({ id }) => id);
  if (preset !== undefined && !presets.includes(preset))
    return wrong(`the scenario has no preset \`${preset}\`. There are: ${presets.join(', ')}.`);
  const threads = args.number('workers') ?? Math.min(availableParallelism(), Math.ceil(games / 100));
  if (!whole(threads, 1, 256)) return wrong('`--workers` must be a whole number from 1 to 256.');
  const json = args.flag('json');
  const shows = process.stderr.isTTY === true && !json;
  const began = performance.now();
  const progress = (done: number): void => {
    if (shows) process.stderr.write(`\r${report.progressLine(done, games, (performance.now() - began) / 1000)}`);
  };
  const options: SimulateOptions = {
    games,
    seed,
    bots: mix,
    paired: Math.min(games, PAIRED),
    ...(preset !== undefined && { preset }),
    ...(args.flag('audit') && { audit: true }),
  };
  const rows = await playAll(c, options, threads, context.worker, progress);
  if (shows) process.stderr.write(`\r${' '.repeat(79)}\r`);
  const result = measure(c, rows);
  const good = result.measures.every(({ ok }) => ok !== false);
  if (json) {
    const { paired: _paired, ...asked } = options;
    context.out(JSON.stringify({ scenario: c.id, hash: c.hash, ...asked, ok: good, ...result }, null, 2));
    return good ? 0 : 1;
  }
  const say = makeSay('en', texts.en ?? {});
  context.out(say('simulate.title', { title: say('title'), games, bots: mix, seed }));
  context.out('');
  for (const line of report.reportLines(result, say)) context.out(line);
  return good ? 0 : 1;
}
