import { join, relative, resolve } from 'node:path';
import type { FileFault } from '../scenario/index.ts';
import type { Say } from '../words/index.ts';
import type { Args, Command, Context, ExitCode } from './command.ts';
import { campaignsIn, type Found, findToCheck, readFolderOf, scenariosIn, shownPath } from './scenarios.ts';

export const check: Command = {
  name: 'check',
  args: '[...paths]',
  describe: 'Check scenario and campaign files and say what is wrong, where, and how to mend it',
  details: [
    'A path is the folder of a scenario or campaign, a folder of such folders, or one file of them (then only what concerns that file is told). Without a path all scenarios and campaigns of the game are checked.',
    'All faults of all files are told in one run, as file:line:column CODE what is wrong → how to mend it. Warnings do not count as faults.',
    'With --sources the documents themselves are compared: their fingerprints and paragraphs, that quoted words stand where they are cited, and that nothing else is copied.',
  ],
  options: [
    { flags: '--sources <folder>', describe: 'Folder of the source documents, named as in sources.yaml' },
    { flags: '--json', describe: 'Print only JSON' },
  ],
  examples: [
    { line: 'npx demarche check', shows: 'checks every scenario of the game' },
    { line: 'npx demarche check my-scenario', shows: 'checks the scenario in the folder my-scenario' },
    { line: 'npx demarche check my-scenario/text/sq.yaml', shows: 'checks one file of it' },
  ],
  run,
};

/** A fault with its file as the user would type it. */
type Shown = FileFault;

async function run(args: Args, context: Context): Promise<ExitCode> {
  const [scenario, { makeSay }] = await Promise.all([import('../scenario/index.ts'), import('../words/index.ts')]);
  const say = makeSay('en');
  const wrong = (id: string, path: string): ExitCode => {
    context.err(`demarche: ${say(id, { path })}`);
    return 2;
  };
  const found = gather(args, context);
  if (!Array.isArray(found)) return wrong(found.id, found.path);
  const folder = args.text('sources');
  const sources = folder === undefined ? undefined : readFolderOf(resolve(context.cwd, folder));
  if (sources === null) return wrong('check.no-such-path', folder!);

  const shown: Shown[] = [];
  for (const { dir, only, campaign } of found) {
    const faults = campaign
      ? scenario.checkCampaign(scenario.readCampaignFiles(dir))
      : scenario.checkFolder(scenario.readFiles(dir), sources ? { sources } : {});
    for (const fault of faults) {
      if (only !== undefined && resolve(dir, fault.file) !== only) continue;
      shown.push({ ...fault, file: shownPath(context.cwd, dir, fault.file) });
    }
  }
  const all = scenario.sortFaults(shown);
  const errors = all.filter(({ level }) => level === 'error').length;
  if (args.flag('json')) context.out(asJson(all, found, context, say));
  else {
    for (const fault of all) context.out(`${shownFault(scenario.formatFault(fault, say), fault, say)}\n`);
    const warnings = all.length - errors;
    const count = (of: (one: Found) => boolean) => new Set(found.filter(of).map(({ dir }) => dir)).size;
    const [folders, campaigns] = [count((one) => !one.campaign), count((one) => one.campaign === true)];
    const good = campaigns > 0 ? 'check.good-campaigns' : 'check.good';
    context.out(
      errors > 0 ? say('check.bad', { faults: errors, warnings }) : say(good, { folders, campaigns, warnings }),
    );
  }
  return errors > 0 ? 1 : 0;
}

/** The scenarios that are meant, each once. */
function gather(args: Args, context: Context): Found[] | { id: string; path: string } {
  if (args.positional.length === 0) {
    const dir = join(context.root, 'scenarios');
    const campaigns = campaignsIn(dir).map((one) => ({ dir: one, campaign: true as const }));
    const shipped = [...scenariosIn(dir).map((one) => ({ dir: one })), ...campaigns];
    return shipped.length > 0 ? shipped : { id: 'check.none-shipped', path: relative(context.cwd, dir) };
  }
  const all: Found[] = [];
  for (const path of args.positional) {
    const found = findToCheck(resolve(context.cwd, path));
    if (typeof found === 'string') return { id: `check.${found}`, path };
    all.push(...found);
  }
  // Whoever names a folder and a file in it wants the whole folder.
  const whole = new Set(all.filter(({ only }) => only === undefined).map(({ dir }) => dir));
  const wanted = all.filter(({ dir, only }) => only === undefined || !whole.has(dir));
  return [...new Map(wanted.map((one) => [`${one.dir}\n${one.only ?? ''}`, one])).values()];
}

/** Marks a warning in its first line. */
function shownFault(text: string, { level }: FileFault, say: Say): string {
  if (level === 'error') return text;
  const [head = '', ...rest] = text.split('\n');
  return [say('check.warning', { text: head }), ...rest].join('\n');
}

function asJson(faults: readonly Shown[], found: readonly Found[], context: Context, say: Say): string {
  const checked = [...new Set(found.map(({ dir }) => relative(context.cwd, dir) || '.'))];
  const list = faults.map(({ code, level, file, line, col, what, mend, excerpt }) => ({
    code,
    level,
    file,
    line,
    col,
    message: say(what.id, what.params),
    mend: say(mend.id, mend.params),
    params: what.params,
    excerpt,
  }));
  return JSON.stringify({ ok: !faults.some(({ level }) => level === 'error'), checked, faults: list }, null, 2);
}
