import { relative } from 'node:path';
import type { Args, Command, Context, ExitCode } from './command.ts';
import { scenarioByName } from './scenarios.ts';

/** Parts of the document room, in the order in which they are printed. */
const PARTS = ['documents', 'positions', 'assumed', 'model', 'shares'] as const;
export type RoomPart = (typeof PARTS)[number];

export const sources: Command = {
  name: 'sources',
  args: '<scenario>',
  describe: 'Show what the numbers of a scenario rest on, with the shares stated, inferred and assumed',
  details: [
    'The document room of the game as text: each document paragraph by paragraph in our own words, with all that rests on it; the positions of each actor with their citations; what is assumed, and why. A range is low–likely–high on the ladder of 0 to 100.',
    'A scenario is named by its id, or by its folder.',
  ],
  options: [
    { flags: '--part <part>', describe: `Only one part: ${PARTS.slice(0, -1).join(', ')} or ${PARTS.at(-1)}` },
    { flags: '--json', describe: 'Print only JSON' },
  ],
  examples: [
    { line: 'npx demarche sources tariff-standoff-2019', shows: 'all that this scenario rests on' },
    { line: 'npx demarche sources tariff-standoff-2019 --part positions', shows: 'who wants and says what' },
  ],
  run,
};

async function run(args: Args, context: Context): Promise<ExitCode> {
  const [scenario, { makeSay }, { printRoom }] = await Promise.all([
    import('../scenario/index.ts'),
    import('../words/index.ts'),
    import('./sources/print.ts'),
  ]);
  const wrong = (id: string, params: Record<string, string>, exit: ExitCode): ExitCode => {
    context.err(`demarche: ${makeSay('en')(id, params)}`);
    return exit;
  };
  const name = args.positional[0]!;
  const part = args.text('part');
  const parts = PARTS.filter((one) => part === undefined || one === part);
  if (parts.length === 0) return wrong('check.sources.no-part', { part: part ?? '', parts: PARTS.join(', ') }, 2);
  const dir = scenarioByName(name, context.root, context.cwd);
  if (dir === undefined) return wrong('check.no-scenario', { path: name }, 2);
  const compiled = scenario.loadScenario(dir);
  if (!compiled.ok) return wrong('check.sources.faulty', { path: relative(context.cwd, dir) || '.' }, 1);
  const { bundle } = compiled;
  const room = scenario.roomOf(bundle);
  if (args.flag('json')) {
    context.out(JSON.stringify(room, null, 2));
    return 0;
  }
  const say = makeSay('en', bundle.texts.en ?? {});
  for (const line of printRoom({ room, say, columns: context.columns }, parts)) context.out(line);
  return 0;
}
