import { describe, expect, it } from 'vitest';
import type { Args, Command } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { commandHelp, overview, wrap } from '../../src/cli/help.ts';
import { parse } from '../../src/cli/parse.ts';
import { editDistance, nearest } from '../../src/words/index.ts';

const simulate: Command = {
  name: 'simulate',
  args: '<scenario>',
  describe: 'Play many games',
  options: [
    { flags: '-g, --games <number>', describe: 'How many', kind: 'number', default: 100 },
    { flags: '--out-file <path>', describe: 'Where to' },
    { flags: '--json', describe: 'As JSON' },
  ],
  examples: [],
  run: async () => 0,
};

const run = (line: string) => parse(line.split(' ').filter(Boolean), [simulate]);
const message = async (line: string) => {
  const parsed = await run(line);
  return parsed.kind === 'wrong' ? parsed.message : parsed.kind;
};
const args = async (line: string): Promise<Args> => {
  const parsed = await run(line);
  if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
  return parsed.args;
};

describe('the command line', () => {
  it('reads values, flags, defaults and repeated options', async () => {
    const some = await args('simulate tariffs --out-file a.json --out-file=b.json --json');
    expect(some.positional).toEqual(['tariffs']);
    expect(some.text('out-file')).toBe('b.json');
    expect(some.list('out-file')).toEqual(['a.json', 'b.json']);
    expect(some.flag('json')).toBe(true);
    expect(some.number('games')).toBe(100);
    expect((await args('simulate tariffs -g 7')).number('games')).toBe(7);
    expect((await args('simulate tariffs')).text('out-file')).toBeUndefined();
    expect((await args('simulate tariffs')).flag('json')).toBe(false);
  });

  it('takes a flag before an argument without eating it', async () => {
    expect((await args('simulate --json tariffs')).positional).toEqual(['tariffs']);
  });

  it.each([
    ['simulat x', 'There is no command `simulat`. Did you mean `simulate`?'],
    ['dance', 'There is no command `dance`. There are: simulate.'],
    ['simulate x --jsno', 'There is no option `--jsno`. Did you mean `--json`?'],
    ['simulate x --outfile a', 'There is no option `--outfile`. Did you mean `--out-file`?'],
    ['simulate x -z', 'There is no option `-z`.'],
    ['simulate', '`simulate` needs <scenario>.'],
    ['simulate x y', '`simulate` takes <scenario>, and `y` is one too many.'],
    ['simulate x --games', '`--games` needs a value: `-g, --games <number>`.'],
    ['simulate x --games many', '`--games` needs a number, and `many` is none.'],
  ])('refuses `%s`', async (line, expected) => {
    expect(await message(line)).toBe(expected);
  });

  it.each([
    ['--help', 'overview'],
    ['help', 'overview'],
    ['--version', 'version'],
    ['', 'nothing'],
    ['simulate --help', 'help'],
    ['simulate x -h', 'help'],
  ])('understands `%s`', async (line, kind) => {
    expect((await run(line)).kind).toBe(kind);
  });
});

describe('help', () => {
  const pages = [overview(COMMANDS, '1.2.3', 80), ...COMMANDS.map((command) => commandHelp(command, 80))];

  it('fits 80 columns', () => {
    const tooWide = pages.flatMap((page) => page.split('\n')).filter((line) => line.length > 80);
    expect(tooWide).toEqual([]);
  });

  it('shows every command an example', () => {
    expect(COMMANDS.filter(({ examples }) => examples.length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('wraps without losing words', () => {
    expect(wrap('one two three', 8, '  ')).toBe('  one\n  two\n  three');
    expect(wrap('a-very-long-word', 5)).toBe('a-very-long-word');
  });
});

describe('did you mean', () => {
  it.each([
    ['check', 'check', 0],
    ['chekc', 'check', 1],
    ['chck', 'check', 1],
    ['', 'ab', 2],
  ])('%s → %s is %i edits', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('stays silent when nothing is near', () => {
    expect(nearest('xy', ['ab', 'cd'])).toBeUndefined();
    expect(nearest('serv', ['serve', 'test'])).toBe('serve');
  });
});
