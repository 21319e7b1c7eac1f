import { pathToFileURL } from 'node:url';
import type { Args, Command, Context, ExitCode } from './command.ts';

/** What tests/shots/main.ts exports; bundled apart, like the bench. */
interface ShotsModule {
  runShots(context: Context, wanted: Wanted): Promise<ExitCode>;
}

interface Wanted {
  readonly only: readonly string[];
  readonly sizes: readonly string[];
  readonly themes: readonly string[];
}

export const shots: Command = {
  name: 'shots',
  describe: 'Take pictures of every screen, in three sizes, by day and night',
  details: [
    'Plays through the game in Chromium and leaves the pictures, with a page that shows them all, in the folder shots/, which git ignores.',
    'The list of screens is tests/shots/screens.ts. Exit code 1 when a screen could not be reached; the others are taken all the same.',
  ],
  options: [
    { flags: '--only <name>', describe: 'Only screens whose name contains this; can be given several times' },
    { flags: '--size <name>', describe: 'Only chromebook (1366×768), phone (390×844) or projector (1920×1080)' },
    { flags: '--theme <name>', describe: 'Only day or night' },
  ],
  examples: [
    { line: 'npm run shots', shows: 'all of them' },
    { line: 'npm run shots -- --only debrief --size phone', shows: 'the debriefs on a phone, by day and night' },
  ],
  run,
};

async function run(args: Args, context: Context): Promise<ExitCode> {
  const file = pathToFileURL(`${await context.build('shots')}/main.mjs`).href;
  const { runShots }: ShotsModule = await import(/* @vite-ignore */ file);
  return runShots(context, { only: args.list('only'), sizes: args.list('size'), themes: args.list('theme') });
}
