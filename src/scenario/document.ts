/** Reads one YAML file: bytes to plain values, with the place of each. Never throws, whatever the bytes. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import { type FileFault, lineStarts, makeFault, type Place } from './fault.ts';
import { parseMending } from './syntax.ts';

/** 1 MiB: a long scenario is a sixth of it. */
export const MAX_BYTES = 1 << 20;
const MAX_DEPTH = 64;
const MAX_ALIASES = 100;
const MAX_NODES = 50_000;
/** Colons, commas and line breaks: a long scenario has a tenth. More could keep the parser busy for many seconds. */
const MAX_SIGNS = 60_000;

export type Path = readonly (string | number)[];

/** One file that could be read, whole or with faults. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly document: Document;
  /** Plain values; maps have no prototype, so any key is safe. */
  readonly value: unknown;
  /** True when the YAML itself is broken beyond guessing: what follows from its structure is not to be trusted. */
  readonly broken: boolean;
}

export interface ReadResult {
  readonly source: Source | null;
  readonly faults: readonly FileFault[];
}

/** Reads `bytes` as the YAML file called `file` (the name that faults will carry). */
export function readDocument(file: string, bytes: Uint8Array): ReadResult {
  const refuse = (code: string, params = {}): ReadResult => ({
    source: null,
    faults: [makeFault({ file, offset: 0 }, code, params)],
  });
  if (bytes.length > MAX_BYTES) return refuse('S001', { size: megabytes(bytes.length) });
  const text = decode(bytes);
  if (text === null) return refuse('S002');
  if (text.trim() === '') return refuse('S020');
  if (countSigns(text) > MAX_SIGNS) return refuse('S025');
  const before = clean.get(text);
  if (before) {
    remember(before);
    return { source: { ...before, file }, faults: [] };
  }
  const starts = lineStarts(text);
  const at = (offset: number): Place => ({ file, offset, text, starts });
  const parsed = parseMending(text, parse, at);
  if (parsed === null) return refuse('S011');
  const { document, faults } = parsed;
  const reader = new Reader(document, at);
  const value = reader.read();
  const broken = parsed.broken || reader.broken;
  const source = { file, text, starts, document, value, broken };
  const all = [...faults, ...reader.faults];
  if (all.length === 0 && !broken) remember(source);
  return { source, faults: all };
}

/** A campaign reads the files of its scenarios again: the last few that had no fault are parsed once. Sources are never changed. */
const clean = new Map<string, Source>();
const KEPT = 32;

function remember(source: Source): void {
  // The one used last stands last.
  clean.delete(source.text);
  if (clean.size >= KEPT) clean.delete(clean.keys().next().value!);
  clean.set(source.text, source);
}

/** null when the parser itself gives up: it recurses, so absurd nesting can exhaust the stack of a small thread. */
function parse(text: string): Document | null {
  try {
    // The parser's own search for duplicate keys takes the square of their number; Reader has a quick one.
    return parseDocument(text, {
      version: '1.2',
      prettyErrors: false,
      uniqueKeys: false,
      keepSourceTokens: false,
      logLevel: 'error',
    });
  } catch {
    return null;
  }
}

function countSigns(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charCodeAt(i);
    if (sign === 0x0a || sign === 0x2c || sign === 0x3a) count += 1;
  }
  return count;
}

const megabytes = (bytes: number): string => (bytes / (1 << 20)).toFixed(1);

/** UTF-8 text without a byte-order mark, or null for anything that is not text. */
function decode(bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file from a text
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text) ? null : text;
}

/** Nodes to plain values: looks for what YAML allows and a scenario should not have. */
class Reader {
  readonly faults: FileFault[] = [];
  broken = false;
  private readonly anchors = new Map<string, Node>();
  private nodes = 0;
  private aliases = 0;
  private readonly document: Document;
  private readonly at: (offset: number) => Place;

  constructor(document: Document, at: (offset: number) => Place) {
    this.document = document;
    this.at = at;
  }

  read(): unknown {
    return this.value(this.document.contents, 0, 0);
  }

  private fault(code: string, offset: number, params: Record<string, string | number> = {}) {
    this.faults.push(makeFault(this.at(offset), code, params));
  }

  private value(node: unknown, parentOffset: number, depth: number): unknown {
    this.nodes += 1;
    if (this.broken && this.nodes > MAX_NODES) return null;
    if (isAlias(node)) return this.alias(node.source, node.range?.[0] ?? parentOffset, depth);
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return null;
    const offset = node.range?.[0] ?? parentOffset;
    if (node.anchor) this.anchors.set(node.anchor, node);
    if (this.nodes > MAX_NODES) return this.giveUp(this.aliases > 0 ? 'S012' : 'S025', offset);
    if (depth > MAX_DEPTH) return this.giveUp('S011', offset);
    if (isMap(node)) return this.map(node.items, offset, depth);
    if (isSeq(node)) return node.items.map((item) => this.value(item, offset, depth + 1));
    const source = node.source ?? '';
    if (typeof node.value === 'number' && /^[-+]?0\d/.test(source)) {
      this.fault('S010', offset, { written: source, plain: Number(source) });
    }
    return typeof node.value === 'bigint' ? Number(node.value) : node.value;
  }

  private map(items: readonly Pair[], offset: number, depth: number): Record<string, unknown> {
    const result: Record<string, unknown> = Object.create(null);
    for (const { key, value } of items) {
      const keyOffset = (key as Node | null)?.range?.[0] ?? offset;
      if (!isScalar(key) || key.value === null) {
        this.fault('S022', keyOffset);
        continue;
      }
      const name = keyName(key);
      if (Object.hasOwn(result, name)) this.fault('S009', keyOffset, { key: name });
      else result[name] = this.value(value, keyOffset, depth + 1);
    }
    return result;
  }

  private alias(name: string, offset: number, depth: number): unknown {
    this.aliases += 1;
    const target = this.anchors.get(name);
    if (this.aliases > MAX_ALIASES) return this.aliases === MAX_ALIASES + 1 ? this.giveUp('S012', offset) : null;
    if (target) return this.value(target, offset, depth + 1);
    this.fault('S024', offset, { name });
    return null;
  }

  private giveUp(code: string, offset: number): null {
    if (!this.broken) this.fault(code, offset);
    this.broken = true;
    return null;
  }
}

/** Keys are names: `1:` and `true:` are read as they are written. */
export const keyName = (key: { value: unknown; source?: string | undefined }): string =>
  typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));

const indexed = new WeakMap<object, Map<string, Pair>>();

/** A map's pairs by key, made once: many faults in one long map would each search it. */
function pairsOf(map: { items: Pair[] }): Map<string, Pair> {
  let pairs = indexed.get(map);
  if (!pairs) {
    pairs = new Map();
    for (const pair of map.items) {
      const name = isScalar(pair.key) ? keyName(pair.key) : null;
      if (name !== null && !pairs.has(name)) pairs.set(name, pair);
    }
    indexed.set(map, pairs);
  }
  return pairs;
}

/** Offset of the value at `path`, or of its key with `key`; of the nearest that exists where the path does not. */
export function offsetOf(source: Source, path: Path, key = false): number {
  let node: unknown = source.document.contents;
  let offset = (node as Node | null)?.range?.[0] ?? 0;
  for (const [i, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(source.document) ?? null;
    if (isSeq(node) && typeof step === 'number') {
      const item: unknown = node.items[step];
      if (item === undefined) return offset;
      node = item;
      offset = (item as Node | null)?.range?.[0] ?? offset;
    } else if (isMap(node)) {
      const pair = pairsOf(node).get(String(step));
      if (!pair) return offset;
      const keyOffset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
      const last = i === path.length - 1;
      const empty = node === null || (isScalar(node) && node.value === null);
      offset = (last && key) || empty ? keyOffset : ((node as Node).range?.[0] ?? keyOffset);
    } else return offset;
  }
  return offset;
}
