import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** The checks of this folder are functions from a tree of files to faults, so that made-up trees can test them. */
export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Fault {
  readonly path: string;
  readonly line?: number;
  readonly problem: string;
}

export interface Import {
  readonly specifier: string;
  /** Erased by the compiler: gone at run time. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** A node of the syntax tree, loosely typed: the checks look at a few kinds only. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

export interface Parsed {
  readonly imports: readonly Import[];
  readonly program: Node;
}

/** Reads every file with one of the endings under the given folders and files; what does not exist is left out. */
export function readTree(root: string, paths: readonly string[], endings: RegExp): SourceFile[] {
  const files: SourceFile[] = [];
  const walk = (path: string) => {
    if (statSync(join(root, path)).isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) {
        if (name !== 'node_modules' && name !== 'dist') walk(`${path}/${name}`);
      }
    } else if (endings.test(path)) files.push({ path, text: readFileSync(join(root, path), 'utf8') });
  };
  for (const path of paths) if (existsSync(join(root, path))) walk(path);
  return files;
}

const parsed = new Map<string, { readonly text: string; readonly result: Parsed }>();

/** Several checks look at each file; it is parsed once. */
export function parseFile(file: SourceFile): Parsed {
  const old = parsed.get(file.path);
  if (old?.text === file.text) return old.result;
  const result = parse(file);
  parsed.set(file.path, { text: file.text, result });
  return result;
}

function parse({ path, text }: SourceFile): Parsed {
  const { program, module } = parseSync(path, text);
  const imports: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, at: number) =>
    imports.push({ specifier, typeOnly, line: lineAt(text, at) });
  for (const { moduleRequest, entries, start } of module.staticImports) {
    // `import './style.css'` has no entries and does run.
    add(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType), start);
  }
  for (const { entries, start } of module.staticExports) {
    const from = entries.find(({ moduleRequest }) => moduleRequest)?.moduleRequest;
    if (from)
      add(
        from.value,
        entries.every(({ isType }) => isType),
        start,
      );
  }
  visit(program as unknown as Node, (node) => {
    const source = node.source as Node | null | undefined;
    if (node.type === 'ImportExpression' && typeof source?.value === 'string') add(source.value, false, node.start);
    if (node.type === 'TSImportType' && typeof source?.value === 'string') add(source.value, true, node.start);
  });
  return { imports, program: program as unknown as Node };
}

/** Calls `see` for every node with its parent and the name of the field in which it stands. */
export function visit(
  node: Node,
  see: (node: Node, parent: Node | undefined, field: string) => void,
  parent?: Node,
  field = '',
): void {
  see(node, parent, field);
  for (const [name, value] of Object.entries(node)) {
    if (Array.isArray(value)) for (const one of value) if (isNode(one)) visit(one, see, node, name);
    if (isNode(value)) visit(value, see, node, name);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A relative import as a path from the root; undefined for packages. A query (`?worker`, `?raw`) is dropped. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const step of specifier.replace(/\?.*$/, '').split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** `@scope/name/sub` → `@scope/name`, `name/sub` → `name`; undefined for relative, virtual and built-in modules. */
export function packageOf(specifier: string): string | undefined {
  if (/^(\.|\/|node:|virtual:)/.test(specifier)) return undefined;
  const [first, second] = specifier.split('/');
  return first!.startsWith('@') ? `${first}/${second}` : first;
}

/** For messages: one line per fault, as editors understand it. */
export function format(faults: readonly Fault[]): string[] {
  return faults.map(({ path, line, problem }) => `${path}${line === undefined ? '' : `:${line}`} ${problem}`);
}
