import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { attachBots } from '../../bots/index.ts';
import { openSession, parseJournal, resumeSession, type Session } from '../../session/index.ts';
import { makeSay, nearest } from '../../words/index.ts';
import type { Case } from '../../world/index.ts';
import type { Args, Context, ExitCode } from '../command.ts';
import { wrap } from '../help.ts';
import { readLines } from './lines.ts';
import { type Found, loadNamed, loadSaved } from './load.ts';
import { OPPONENTS, seatBots } from './opponents.ts';
import { makePlayer } from './player.ts';

/** Used wrongly: a sentence for the person. */
class Wrong extends Error {}

interface Opened {
  readonly session: Session;
  readonly found: Found;
  readonly seat: number;
  readonly resumed: boolean;
}

/** `demarche play`: opens or takes up a game, reads lines, tells what comes of them, and leaves a save behind. */
export async function runPlay(
  args: Args,
  context: Context,
  input: NodeJS.ReadStream | NodeJS.ReadableStream = process.stdin,
): Promise<ExitCode> {
  let opened: Opened;
  try {
    opened = args.text('resume') === undefined ? open(args, context) : resume(args, context);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    context.err(`demarche: ${error.message}`);
    return 2;
  }
  await converse(opened, args, context, input);
  return 0;
}

function oneOf(what: string, typed: string, known: readonly string[]): number {
  const at = known.indexOf(typed);
  if (at >= 0) return at;
  const hint = nearest(typed, known);
  throw new Wrong(
    `there is no ${what} \`${typed}\`. ${hint ? `Did you mean \`${hint}\`?` : `There are: ${known.join(', ')}.`}`,
  );
}

function open(args: Args, context: Context): Opened {
  const [named] = args.positional;
  if (named === undefined)
    throw new Wrong('name a scenario, e.g. `npx demarche play tariff-standoff-2019 --seat kosovo`.');
  const found = loadNamed(named, context);
  if (typeof found === 'string') throw new Wrong(found);
  const { case: c } = found.bundle;
  const seats = c.seats.map(({ id }) => id);
  const chosen = args.text('seat');
  if (chosen === undefined) throw new Wrong(`choose your seat with --seat: ${seats.join(', ')}.`);
  const seat = oneOf('seat', chosen, seats);
  const presets = [...c.presets].sort((a, b) => a.minutes - b.minutes).map(({ id }) => id);
  const preset = presets[oneOf('preset', args.text('preset') ?? presets[0], presets)];
  const level = (['essential', 'full'] as const)[
    oneOf('level', args.text('level') ?? 'essential', ['essential', 'full'])
  ];
  const bots = OPPONENTS[oneOf('kind of bots', args.text('bots') ?? 'mixed', OPPONENTS)];
  const seed = args.number('seed') ?? randomInt(1_000_000);
  if (!Number.isSafeInteger(seed)) throw new Wrong('the seed must be a whole number.');
  const save = args.text('save');
  if (save !== undefined && existsSync(resolve(context.cwd, save)))
    throw new Wrong(`${save} exists. Go on with it: --resume ${save}. Or choose another name.`);
  const session = openSession({ case: c, seed, preset, level, players: seatBots(c, seat, bots, seed) });
  return { session, found, seat, resumed: false };
}

function resume(args: Args, context: Context): Opened {
  const file = args.text('resume')!;
  let text: string;
  try {
    text = readFileSync(resolve(context.cwd, file), 'utf8');
  } catch {
    throw new Wrong(`${file} cannot be read.`);
  }
  const parsed = parseJournal(text);
  if (!parsed.ok) throw new Wrong(complaint(parsed.fault));
  const { header } = parsed.journal;
  const [named] = args.positional;
  const found = named === undefined ? loadSaved(header.bundle, header.scenario, context) : loadNamed(named, context);
  if (typeof found === 'string') throw new Wrong(found);
  const resumed = resumeSession(found.bundle.case, parsed.journal);
  if (!resumed.ok) throw new Wrong(complaint(resumed.fault));
  const { session } = resumed;
  const people = session.players.flatMap((player, seat) => (player === 'person' ? [seat] : []));
  const chosen = args.text('seat');
  const ids = found.bundle.case.seats.map(({ id }) => id);
  const seat = chosen === undefined ? people[0] : oneOf('seat', chosen, ids);
  if (seat === undefined || !people.includes(seat)) throw new Wrong('in that game no person plays this seat.');
  return { session, found, seat, resumed: true };
}

const complaint = (fault: {
  readonly code: string;
  readonly line: number;
  readonly fault?: string;
  readonly at?: string;
}): string => {
  const say = makeSay('en');
  const why = fault.fault ? say(`fault.${fault.fault}`) : '';
  const id = `session.journal.${fault.code}`;
  return `${say(id, { ...fault, at: fault.at ?? 'none', why })}\n  → ${say(`${id}.mend`)}`;
};

async function converse(
  { session, found, seat, resumed }: Opened,
  args: Args,
  context: Context,
  input: NodeJS.ReadStream | NodeJS.ReadableStream,
): Promise<void> {
  const keep = args.text('save') ?? args.text('resume');
  const written = new Set<string>(keep === undefined ? [] : [resolve(context.cwd, keep)]);
  const width = Math.min(context.columns, 80);
  const say = makeSay('en');
  const carried = found.carried;
  const put = (path: string) => {
    // Written beside and then renamed: a crash in between leaves the older save whole.
    writeFileSync(`${path}.part`, session.save(carried));
    renameSync(`${path}.part`, path);
    written.add(path);
  };
  const save = (file: string, over: boolean) => {
    const name = file || (keep ?? freeName(session.case, session, seat, context.cwd));
    const path = resolve(context.cwd, name);
    const shown = relative(context.cwd, path) || path;
    if (existsSync(path) && !over && !written.has(path)) return { id: 'play.save.exists', file: shown };
    try {
      put(path);
    } catch {
      return { id: 'play.save.failed', file: shown };
    }
    return { id: 'play.save.done', file: shown };
  };
  const player = makePlayer({ session, bundle: found.bundle, seat, width, out: context.out, save });
  const texts = found.bundle.texts.en ?? {};
  const stop = attachBots(session, { say: makeSay('en', texts) });
  const lines = readLines(input);
  const echo = !('isTTY' in input && input.isTTY);
  try {
    player.begin(resumed);
    while (!player.left) {
      context.out(wrap(player.prompt(), width));
      if (!echo) process.stdout.write('> ');
      const line = await lines.next();
      if (line === null) break;
      // A pipe shows no typing: the words stand in the text, so that it reads like a conversation.
      if (echo) context.out(wrap(`> ${line.trim()}`, width, ''));
      player.hear(line);
      if (keep !== undefined) put(resolve(context.cwd, keep));
    }
    if (lines.ended !== 'no' && !player.left) context.out(`\n${say(`play.leave.${lines.ended}`)}`);
    if (session.phase !== 'debrief' || keep !== undefined) {
      const { id, file } = save('', false);
      context.out(wrap(say(id, { file }), width));
      if (player.unsealed > 0) context.out(wrap(say('play.leave.unsealed'), width));
      if (id === 'play.save.done' && session.phase !== 'debrief')
        context.out(wrap(say('play.leave.resume', { file }), width));
    }
  } finally {
    stop();
    lines.close();
  }
}

/** A name for the save that no file has: `tariff-standoff-2019-kosovo-7.jsonl`, then with -2, -3 … */
function freeName(c: Case, session: Session, seat: number, cwd: string): string {
  const stem = `${c.id}-${c.seats[seat].id}-${session.header.seed}`;
  for (let k = 1; ; k += 1) {
    const name = k === 1 ? `${stem}.jsonl` : `${stem}-${k}.jsonl`;
    if (!existsSync(resolve(cwd, name))) return name;
  }
}
