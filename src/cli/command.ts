/** The small contract of every command, so that a new one is one file and one line in `commands.ts`. */

/** 0 all good; 1 faults found, or something failed; 2 used wrongly. */
export type ExitCode = 0 | 1 | 2;

export interface Option {
  /** As typed, with the value in angle brackets: `--json`, `--games <number>`, `-s, --seat <name>`. */
  readonly flags: string;
  /** One sentence without the default, which the help adds by itself. */
  readonly describe: string;
  /** `number` is checked before `run` and refused with exit 2; without a value in `flags` it is a plain flag. */
  readonly kind?: 'text' | 'number';
  readonly default?: string | number;
}

export interface Example {
  readonly line: string;
  readonly shows: string;
}

export interface Command {
  readonly name: string;
  /** Positional arguments: `<scenario>` required, `[part]` optional, `<...paths>` one or more. */
  readonly args?: string;
  /** One line for the list of commands. */
  readonly describe: string;
  /** Paragraphs for `--help`; wrapped to the width of the terminal. */
  readonly details?: readonly string[];
  readonly options: readonly Option[];
  readonly examples: readonly Example[];
  /** Import what is heavy in here, with `await import(…)`: `--help` loads this file too. */
  run(args: Args, context: Context): Promise<ExitCode>;
}

/** What was typed, after checking. Names are without dashes, in the form of the flag: `args.text('out-file')`. */
export interface Args {
  readonly positional: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  /** Every value of an option that was given several times. */
  list(name: string): readonly string[];
}

/** What bin/demarche.mjs hands over. */
export interface Host {
  /** The folder of the project: scenarios and the built web app are found from here. */
  readonly root: string;
  /** The built src/cli/worker.ts, for `new Worker(context.worker)`: threads cannot start from TypeScript. */
  readonly worker: URL;
  /**
   * Builds what is stale of the web app, the bench or the pictures and returns its folder; throws when the build fails (its messages
   * are on stderr by then).
   */
  build(target: 'web' | 'bench' | 'shots'): Promise<string>;
}

export interface Context extends Host {
  /** Where the user stands: paths in arguments are relative to this. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Width to wrap to, at most 80 when nobody watches. */
  readonly columns: number;
  /** True when a person sees stdout: progress bars, colours. */
  readonly interactive: boolean;
  /** A line (or several) on stdout: the answer. */
  out(text: string): void;
  /** A line on stderr: progress and complaints. */
  err(text: string): void;
}
