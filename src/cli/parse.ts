import { cac } from 'cac';
import type { Args, Command, Option } from './command.ts';
import { GLOBAL_OPTIONS } from './help.ts';

export type Parsed =
  | { readonly kind: 'overview' | 'version' | 'nothing' }
  | { readonly kind: 'help'; readonly command: Command }
  | { readonly kind: 'run'; readonly command: Command; readonly args: Args }
  | { readonly kind: 'wrong'; readonly message: string; readonly command?: Command };

/** Reads the command line. Never throws: what is wrong comes back as a sentence with its mend. */
export async function parse(argv: readonly string[], commands: readonly Command[]): Promise<Parsed> {
  const cli = cac('demarche');
  for (const option of GLOBAL_OPTIONS) cli.option(option.flags, option.describe);
  for (const command of commands) {
    const entry = cli.command(command.args ? `${command.name} ${command.args}` : command.name, command.describe);
    for (const option of command.options) {
      // A type in brackets makes cac collect every value of a repeated option.
      entry.option(option.flags, option.describe, takesValue(option) ? { type: [asTyped] } : {});
    }
  }
  const { options } = cli.parse(['node', 'demarche', ...argv], { run: false });
  const command = commands.find(({ name }) => name === cli.matchedCommandName);
  const typed = cli.args[0];
  if (!command) {
    if (typed !== undefined && typed !== 'help') return unknownCommand(String(typed), commands);
    if (options.help || typed === 'help') return { kind: 'overview' };
    return { kind: options.version ? 'version' : 'nothing' };
  }
  if (options.help) return { kind: 'help', command };
  const wrong =
    (await unknownOption(options, command)) ?? wrongCount(cli.args, options, command) ?? badNumber(options, command);
  if (wrong) return { kind: 'wrong', message: wrong, command };
  return { kind: 'run', command, args: makeArgs(cli.args.map(String), options, command) };
}

/** Fetched only for what was mistyped: a command that is right should not wait for every sentence there is. */
async function nearest(typed: string, known: readonly string[]): Promise<string | undefined> {
  const words = await import('../words/index.ts');
  return words.nearest(typed, known);
}

async function unknownCommand(typed: string, commands: readonly Command[]): Promise<Parsed> {
  const names = commands.map(({ name }) => name);
  const hint = await nearest(typed, names);
  const mend = hint ? `Did you mean \`${hint}\`?` : `There are: ${names.join(', ')}.`;
  return { kind: 'wrong', message: `There is no command \`${typed}\`. ${mend}` };
}

async function unknownOption(options: Record<string, unknown>, command: Command): Promise<string | undefined> {
  const known = [...command.options, ...GLOBAL_OPTIONS].flatMap(({ flags }) => namesOf(flags));
  for (const key of Object.keys(options)) {
    if (key === '--') continue;
    const typed = dashed(key);
    if (known.includes(typed)) continue;
    const hint = await nearest(typed, known);
    const written = typed.length > 1 ? `--${typed}` : `-${typed}`;
    return `There is no option \`${written}\`.${hint ? ` Did you mean \`--${hint}\`?` : ''}`;
  }
  return undefined;
}

/** Too few or too many arguments, or an option without its value. */
function wrongCount(
  positional: readonly unknown[],
  options: Record<string, unknown>,
  command: Command,
): string | undefined {
  const declared = command.args?.split(' ') ?? [];
  const next = declared[positional.length];
  if (next?.startsWith('<')) return `\`${command.name}\` needs ${next}.`;
  if (positional.length > declared.length && !declared.at(-1)?.includes('...')) {
    return `\`${command.name}\` takes ${declared.join(' ') || 'no arguments'}, and \`${positional[declared.length]}\` is one too many.`;
  }
  const bare = command.options.find((option) => takesValue(option) && typed(options, mainName(option)).includes(true));
  return bare ? `\`--${mainName(bare)}\` needs a value: \`${bare.flags}\`.` : undefined;
}

/** Keeps the `true` that cac gives for an option without a value. */
function asTyped(value: unknown): unknown {
  return value;
}

function badNumber(options: Record<string, unknown>, command: Command): string | undefined {
  for (const option of command.options) {
    if (option.kind !== 'number') continue;
    const name = mainName(option);
    for (const value of valuesOf(options, name)) {
      if (value.trim() === '' || !Number.isFinite(Number(value)))
        return `\`--${name}\` needs a number, and \`${value}\` is none.`;
    }
  }
  return undefined;
}

function makeArgs(positional: readonly string[], options: Record<string, unknown>, command: Command): Args {
  const find = (name: string): Option => {
    const option = command.options.find(({ flags }) => namesOf(flags).includes(name));
    if (!option) throw new Error(`the command ${command.name} declares no option --${name}`);
    return option;
  };
  const last = (name: string) => {
    const fallback = find(name).default;
    return valuesOf(options, name).at(-1) ?? (fallback === undefined ? undefined : String(fallback));
  };
  return {
    positional,
    flag: (name) => find(name) !== undefined && options[camel(name)] === true,
    text: last,
    number: (name) => {
      const value = last(name);
      return value === undefined ? undefined : Number(value);
    },
    list: (name) => (find(name) ? valuesOf(options, name) : []),
  };
}

function valuesOf(options: Record<string, unknown>, name: string): readonly string[] {
  return typed(options, name).map(String);
}

function typed(options: Record<string, unknown>, name: string): readonly unknown[] {
  const value = options[camel(name)];
  return (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined);
}

function takesValue({ flags }: Option): boolean {
  return /[<[]/.test(flags);
}

/** `-s, --seat <name>` → ['s', 'seat'] */
function namesOf(flags: string): string[] {
  return flags
    .replace(/[<[].*/, '')
    .split(',')
    .map((name) => name.trim().replace(/^-{1,2}/, ''));
}

function mainName({ flags }: Option): string {
  return namesOf(flags).at(-1)!;
}

function camel(name: string): string {
  return name.replace(/([a-z])-([a-z])/g, (_, a: string, b: string) => a + b.toUpperCase());
}

function dashed(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a}-${b.toLowerCase()}`);
}
