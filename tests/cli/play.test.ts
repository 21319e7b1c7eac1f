import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERBS } from '../../src/cli/play/verbs.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import { parseJournal, replay } from '../../src/session/index.ts';
import { beginner, converse, ROOT, script, type Talk } from './play-setup.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-play-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MINI = join(ROOT, 'tests/fixtures/mini');
const SHIPPED = 'tariff-standoff-2019';
const play = (line: string, typist = script()): Promise<Talk> => converse(line, folder, typist);
const text = ({ lines }: Talk): string => lines.join('\n');

/** What must hold of everything that is ever printed. */
function plain({ lines }: Talk): void {
  expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
  expect(lines.filter((line) => /⟦|undefined|NaN|\[object|\{\w+\}/.test(line))).toEqual([]);
  // Documents by their names, not by the ids that bots and coders write.
  expect(lines.join(' ').replace(/\s+/g, ' ')).not.toMatch(/[a-z]+-(20\d\d|report)(, paragraph| ¶)/);
  // No colour, no cursor: nothing but what a screen reader reads.
  expect(lines.filter((line) => /\p{Cc}|[\u2500-\u257f]/u.test(line))).toEqual([]);
}

describe('a whole game through standard input', () => {
  const cases = ['kosovo', 'serbia', 'eu', 'us'].flatMap((seat) => ['essential', 'full'].map((level) => [seat, level]));

  it.each(cases)('%s, %s level', { timeout: 60_000 }, async (seat, level) => {
    const file = `${seat}-${level}.jsonl`;
    const talk = await play(`${SHIPPED} --seat ${seat} --seed 3 --level ${level}`, beginner([`save ${file}`]));
    expect(talk.code).toBe(0);
    plain(talk);
    expect(text(talk)).toContain('How it ended: ');
    expect(text(talk)).toMatch(/\(you\): \d+ of 100\. Mandate: \d of \d/);
    expect(text(talk)).toContain('What nobody could know: now open');
    expect(text(talk)).toContain(`Saved to ${file}.`);
    const parsed = parseJournal(readFileSync(join(folder, file), 'utf8'));
    const loaded = loadScenario(join(ROOT, 'scenarios', SHIPPED));
    if (!parsed.ok || !loaded.ok) throw new Error('cannot be read');
    const played = replay(loaded.bundle.case, parsed.journal);
    expect(played.ok).toBe(true);
    if (played.ok) expect(played.replay.final.world.stage).toBe('over');
  });

  it('of a scenario elsewhere: the save carries it', { timeout: 60_000 }, async () => {
    const talk = await play(`${MINI} --seat patron --seed 2 --level full --save mini.jsonl`, beginner());
    plain(talk);
    expect(text(talk)).toContain('How it ended: ');
    const parsed = parseJournal(readFileSync(join(folder, 'mini.jsonl'), 'utf8'));
    expect(parsed.ok && parsed.journal.header.bundle).toContain('scenario.yaml');
    const again = await play('--resume mini.jsonl', script('result', 'quit'));
    expect(text(again)).toContain('How it ended: ');
  });

  it('comes out the same for the same seed and words', { timeout: 60_000 }, async () => {
    const words = [
      'go',
      'done',
      'order mayors',
      'seal because A first step.',
      'go',
      'drafts',
      'done',
      'pass',
      'go',
      'quit',
    ];
    const [first, second] = [
      await play(`${SHIPPED} --seat kosovo --seed 11`, script(...words)),
      await play(`${SHIPPED} --seat kosovo --seed 11`, script(...words)),
    ];
    const isSave = (line: string) => /^(Saved to|To go on)/.test(line);
    expect(second.lines.filter((line) => !isSave(line))).toEqual(first.lines.filter((line) => !isSave(line)));
  });
});

describe('the words', () => {
  it('are all in the help, with their own help', async () => {
    const talk = await play(
      `${MINI} --seat north --seed 1`,
      script('help', ...VERBS.map(({ name }) => `help ${name}`), 'quit'),
    );
    plain(talk);
    for (const { name } of VERBS) {
      expect(
        talk.lines.some((line) => new RegExp(`^- .*\\b${name}\\b`).test(line)),
        name,
      ).toBe(true);
      expect(text(talk)).toContain(`> help ${name}\n`);
    }
    const names = VERBS.flatMap(({ name, short }) => [name, ...short]);
    expect(names.length).toBe(new Set(names).size);
  });

  it('read everything there is to read, at every level', async () => {
    const looks = [
      'brief all',
      'status',
      'issues',
      'issue tariffs',
      'issue recognition',
      'drafts',
      'moves',
      'moves suspend',
      'deals',
    ];
    const more = [
      'news',
      'log',
      'why',
      'trust',
      'goals',
      'home',
      'seats',
      'seats us',
      'terms',
      'sources',
      'texts',
      'now',
      'orders',
      'duties',
    ];
    for (const level of ['essential', 'full']) {
      const talk = await play(
        `${SHIPPED} --seat kosovo --seed 5 --level ${level}`,
        script(
          'go',
          ...looks,
          ...more,
          'done',
          'moves',
          'moves file-bid',
          'pass',
          ...looks,
          ...more,
          'go',
          'drafts',
          'quit',
        ),
      );
      plain(talk);
      expect(text(talk)).toContain('It needs: Interpol and membership: at least');
    }
  });

  it('mean what was nearly typed', async () => {
    const said = async (...lines: string[]) =>
      text(await play(`${MINI} --seat north --seed 1 --level full`, script('go', ...lines, 'quit')));
    expect(await said('staus')).toContain('There is no word “staus” here. Did you mean status?');
    expect(await said('xyzzy')).toContain('Type help for all of them.');
    expect(await said('issue watr')).toContain('There is no issue “watr”. Did you mean water?');
    expect(await said('try water=opne')).toContain('There is no option “opne”. Did you mean open?');
    expect(await said('try water')).toContain('“water” is not issue=option');
    expect(await said('try')).toContain('Say what the draft changes');
    expect(await said('sign 9')).toContain('There is no draft 9.');
    expect(await said('seal')).toContain('seal belongs to the orders; these are the talks.');
    expect(await said('why tensoin')).toContain('Did you mean tension?');
    expect(await said('table water=closed')).toContain('A clause repeats what is in force now.');
  });

  it('write orders line by line', async () => {
    const talk = await play(
      `${MINI} --seat north --seed 1 --level full`,
      script(
        'go',
        'done',
        'order trickle',
        'order state tolls=lifted',
        'order ask',
        'orders',
        'drop 1',
        'seal',
        'order trickel',
        'order ask farmers',
        'undo',
        'order trickle',
        'seal',
        'because One step.',
        'orders',
        'seal',
        'why option water',
        'news',
        'quit',
      ),
    );
    plain(talk);
    const all = text(talk).replace(/\s+/g, ' ');
    expect(all).toContain('Noted: Let a trickle through (north-trickle).');
    expect(all).toContain('That move needs more. Type: order north-ask-farmers BODY');
    expect(all).toContain('You have written no order.');
    expect(all).toContain('Give your reason first');
    expect(all).toContain('Did you mean trickle?');
    expect(all).toContain('Your reason: One step.');
    expect(all).toContain('What happened in round 1');
  });

  it('take talks back', async () => {
    const talk = await play(
      `${MINI} --seat north --seed 1 --level full --bots random`,
      script('go', 'table water=trickle tolls=reduced because It is fair.', 'undo', 'drafts', 'quit'),
    );
    expect(text(talk)).toMatch(/You table draft \d/);
    expect(text(talk)).toContain('Taken back.');
  });
});

describe('leaving', () => {
  it('saves when the input ends, and goes on', async () => {
    const first = await play(`${SHIPPED} --seat serbia --seed 4`, script('go', 'done'));
    expect(first.code).toBe(0);
    plain(first);
    expect(text(first)).toContain('The input has ended.');
    const file = /Saved to (\S+)\./.exec(text(first))?.[1];
    expect(file).toBe(`${SHIPPED}-serbia-4.jsonl`);
    expect(text(first)).toContain(`--resume ${file}`);
    const again = await play(`--resume ${file}`, script('status', 'pass', 'quit'));
    plain(again);
    expect(text(again)).toContain('You are Serbia again, in round 1.');
    expect(text(again)).toContain('What happened in round 1');
  });

  it('does not write over a file that is not its own', async () => {
    writeFileSync(join(folder, 'mine.txt'), 'a letter');
    const talk = await play(`${MINI} --seat north --seed 1`, script('save mine.txt', 'save nowhere/x.jsonl', 'quit'));
    expect(text(talk)).toContain('mine.txt exists already.');
    expect(text(talk)).toContain('cannot be written');
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('a letter');
    const refused = await play(`${MINI} --seat north --save mine.txt`);
    expect(refused.code).toBe(2);
    expect(existsSync(join(folder, 'mine.txt.part'))).toBe(false);
  });

  it.each([
    ['', 'name a scenario'],
    ['tarif-standoff-2019 --seat us', 'there is no scenario'],
    [`${SHIPPED}`, 'choose your seat with --seat: eu, kosovo, serbia, us'],
    [`${SHIPPED} --seat kosvo`, 'Did you mean `kosovo`?'],
    [`${SHIPPED} --seat us --level hard`, 'There are: essential, full.'],
    [`${SHIPPED} --seat us --bots nice`, 'There are: mixed'],
    [`${SHIPPED} --seat us --preset long`, 'there is no preset'],
    [`${SHIPPED} --seat us --seed 1.5`, 'whole number'],
    ['--resume nothing.jsonl', 'nothing.jsonl cannot be read'],
    ['--resume mine.txt', 'This is not a saved game'],
  ])('refuses `%s`', async (line, why) => {
    const talk = await play(line);
    expect(talk.code).toBe(2);
    expect(talk.errors.join('\n')).toContain(why);
  });
});
