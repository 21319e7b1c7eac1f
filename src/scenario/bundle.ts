/** Files in, game out: what the app, the command line and the tests all use. */
import type { Case } from '../world/index.ts';
import { type CheckOptions, check } from './check.ts';
import { compile } from './compile.ts';
import { type FileFault, sortFaults } from './fault.ts';
import { type Files, type Folder, readFolder } from './folder.ts';
import { applyNames, type Naming } from './names.ts';
import { type Bibliography, bibliography, type ScenarioFile, scenario } from './schema.ts';
import { parseOnce } from './shape.ts';

/** A document as readers meet it; `short` stands beside a citation: "Moscow Times, 2019". */
export type CitedSource = Omit<Bibliography['sources'][string], 'file' | 'sha256' | 'short'> & {
  readonly short: string;
};

/** What a scenario says about itself beside rules and texts. */
export interface Meta {
  readonly id: string;
  readonly date: string;
  readonly languages: readonly string[];
  readonly authors: readonly string[];
  readonly licence: string;
  /** Bibliography of the sources the scenario cites. */
  readonly sources: Readonly<Record<string, CitedSource>>;
  readonly naming: Naming;
  readonly carries: ScenarioFile['carries'] | null;
  /** File names of the pictures. */
  readonly art: readonly string[];
}

export interface Bundle {
  readonly case: Case;
  /** Language → text id → ICU message, with the names of the first setting put in (see `namedTexts`). */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The messages that contain names, before names are put in: language → text id → message. */
  readonly templates: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly meta: Meta;
}

export type Compiled =
  | { readonly ok: true; readonly bundle: Bundle; readonly warnings: readonly FileFault[] }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** Reads and checks. Never throws; all faults and warnings of all files, sorted by file and place. */
export function checkFolder(files: Files, options: CheckOptions = {}): FileFault[] {
  return faultsOf(readFolder(files), options);
}

const faultsOf = (folder: Folder, options: CheckOptions): FileFault[] =>
  sortFaults([...folder.faults, ...check(folder, options)]);

/** Reads, checks and compiles. Never throws. */
export function compileFolder(files: Files, options: CheckOptions = {}): Compiled {
  const folder = readFolder(files);
  const faults = faultsOf(folder, options);
  if (faults.some((fault) => fault.level === 'error') || !folder.scenario || !folder.bibliography) {
    return { ok: false, faults };
  }
  const file = parseOnce(scenario, folder.scenario.value).data!;
  const sources = parseOnce(bibliography, folder.bibliography.value).data!;
  return { ok: true, bundle: bundleOf(folder, file, sources), warnings: faults };
}

function bundleOf(folder: Folder, file: ScenarioFile, { sources }: Bibliography): Bundle {
  const naming = file.naming ?? {};
  const texts: Record<string, Record<string, string>> = {};
  const templates: Record<string, Record<string, string>> = {};
  for (const { lang, texts: found } of folder.texts) {
    const all = [...found].map(([id, spot]): [string, string] => [id, spot.text() ?? '']);
    const named = all.map(([id, text]): [string, string] => [id, applyNames(text, naming)]);
    texts[lang] = Object.fromEntries(named);
    templates[lang] = Object.fromEntries(all.filter(([, text], i) => text !== named[i]![1]));
  }
  const cited = file.sources.map((id) => {
    const { file: _file, sha256: _sha256, ...rest } = sources[id]!;
    return [id, { ...rest, short: shortName(rest) }] as const;
  });
  const meta: Meta = {
    id: file.id,
    date: file.date,
    languages: file.languages,
    authors: file.authors,
    licence: file.licence,
    sources: Object.fromEntries(cited),
    naming,
    carries: file.carries ?? null,
    art: [...folder.files.keys()].filter((name) => name.startsWith('art/')).sort(),
  };
  return { case: compile(file), texts, templates, meta };
}

/** Publisher and year, where the bibliography gives no short name. */
function shortName({ short, publisher, date }: Pick<Bibliography['sources'][string], 'short' | 'publisher' | 'date'>) {
  return (
    short ?? [publisher, typeof date === 'string' ? date.slice(0, 4) : ''].filter((part) => part !== '').join(', ')
  );
}
