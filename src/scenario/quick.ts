/**
 * Reads the plain part of YAML in which scenarios are written, about twenty times as fast as the parser that knows all of it: maps and
 * lists in lines or on one line in brackets, quoted and plain texts of one line, folded texts (`>`), comments. Everything else, and all
 * that is doubtful or wrong, is left to the whole parser, which also knows the places that faults need.
 */

/** Deeper or larger than this is for the whole parser, which says what is too much. */
const DEEPEST = 40;
const MOST = 40_000;

/** Key of a line: its name stands for itself, whatever else YAML could take it for (but for null, which is no name). */
const KEY = /(?:"([^"\\]+)"|([A-Za-z0-9][A-Za-z0-9_./-]{0,99})):(?= |$)/y;
const NULL = /^(?:null|Null|NULL|)$/;
/** Not in a text without quotes: what YAML takes for a sign at its beginning. */
const SIGN = /^[-?:,[\]{}#&*!|>'"%@`~=<.+]/;
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;
/** Begins as a number and might be one in another notation, or is a word of YAML's own. */
const DOUBTFUL = /^(?:-?[\d.]+(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\dA-Fa-f]+|[Tt]rue|TRUE|[Ff]alse|FALSE|[Nn]ull|NULL)$/;

const FOLDED = /^>-? *$/;

class Unsure extends Error {}
const unsure = (): never => {
  throw new Unsure();
};

/** The values of a YAML text (maps without a prototype), or undefined where the whole parser has to look. */
export function readQuickly(text: string): unknown {
  if (/[\t\r\ufeff\u0085\u2028\u2029]/.test(text)) return undefined;
  try {
    return new Quick(text.split('\n')).read();
  } catch (error) {
    if (error instanceof Unsure) return undefined;
    throw error;
  }
}

class Quick {
  private readonly lines: string[];
  /** Number of the line that is read next. */
  private at = 0;
  private nodes = 0;

  constructor(lines: string[]) {
    this.lines = lines;
  }

  read(): unknown {
    if (this.next() !== 0) unsure();
    const value = this.block(0, 0);
    return this.next() < 0 ? value : unsure();
  }

  /** Goes to the next line that says something and gives its indent; −1 at the end. */
  private next(): number {
    for (; this.at < this.lines.length; this.at += 1) {
      const indent = indentOf(this.lines[this.at]!);
      if (indent >= 0 && this.lines[this.at]![indent] !== '#') return indent;
    }
    return -1;
  }

  private count(depth: number): void {
    this.nodes += 1;
    if (this.nodes > MOST || depth > DEEPEST) unsure();
  }

  /** The map or list whose lines begin at this indent, the present line being the first. */
  private block(indent: number, depth: number): unknown {
    return this.lines[this.at]!.startsWith('- ', indent) ? this.list(indent, depth) : this.map(indent, depth);
  }

  private map(indent: number, depth: number): Record<string, unknown> {
    this.count(depth);
    const result: Record<string, unknown> = Object.create(null);
    do {
      const line = this.lines[this.at]!;
      KEY.lastIndex = indent;
      const match = KEY.exec(line) ?? unsure();
      const key = match[1] ?? match[2]!;
      if (Object.hasOwn(result, key) || (match[2] !== undefined && NULL.test(key))) unsure();
      result[key] = this.value(line, KEY.lastIndex, indent, depth + 1);
    } while (this.goesOn(indent));
    return result;
  }

  private list(indent: number, depth: number): unknown[] {
    this.count(depth);
    const result: unknown[] = [];
    do {
      const line = this.lines[this.at]!;
      if (!line.startsWith('- ', indent)) unsure();
      const from = indentOf(line, indent + 1);
      if (from < 0 || line[from] === '#') unsure();
      KEY.lastIndex = from;
      if (KEY.test(line)) {
        // A map whose first line begins behind the dash.
        this.lines[this.at] = ' '.repeat(from) + line.slice(from);
        result.push(this.map(from, depth + 1));
      } else result.push(this.value(line, indent + 1, indent, depth + 1));
    } while (this.goesOn(indent));
    return result;
  }

  /** Whether the next line belongs to the same map or list; one that stands further in belongs to nothing. */
  private goesOn(indent: number): boolean {
    const next = this.next();
    return next > indent ? unsure() : next === indent;
  }

  /** What follows a key or a dash: on its line behind `from`, or in lines that stand further in than `indent`. */
  private value(line: string, from: number, indent: number, depth: number): unknown {
    const start = indentOf(line, from);
    this.at += 1;
    if (start < 0 || line[start] === '#') {
      const inside = this.next();
      if (inside > indent) return this.block(inside, depth);
      // A list may stand as far in as its key: seldom done.
      if (inside === indent && this.lines[this.at]!.startsWith('-', indent)) unsure();
      this.count(depth);
      return null;
    }
    if (FOLDED.test(line.slice(start))) return this.folded(indent, depth, line[start + 1] !== '-');
    const value = new OneLine(line, start, () => this.count(depth)).whole(depth);
    // A text may go on in the next line.
    return this.next() > indent ? unsure() : value;
  }

  /** A folded text: its lines are joined by spaces, and n empty ones between them are n line breaks; with `>` it ends with one. */
  private folded(indent: number, depth: number, open: boolean): string {
    this.count(depth);
    const first = this.lines[this.at] ?? '';
    const inside = indentOf(first);
    if (inside <= indent) unsure();
    let text = '';
    let breaks = 0;
    for (; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at]!;
      if (line === '') {
        breaks += 1;
        continue;
      }
      const here = indentOf(line);
      if (here >= 0 && here < inside) break;
      // Lines that stand further in are not folded, and spaces at the end stay.
      if (here !== inside || line.endsWith(' ')) unsure();
      text += (text === '' ? '' : breaks > 0 ? '\n'.repeat(breaks) : ' ') + line.slice(inside);
      breaks = 0;
    }
    // Without a line break at the end of the file there is none to keep.
    if (open && this.at === this.lines.length && breaks === 0) unsure();
    return open ? `${text}\n` : text;
  }
}

/** A value on one line. */
class OneLine {
  private readonly line: string;
  private at: number;
  private readonly count: () => void;

  constructor(line: string, at: number, count: () => void) {
    this.line = line;
    this.at = at;
    this.count = count;
  }

  /** The value that fills the line, but for a comment behind it. */
  whole(depth: number): unknown {
    const first = this.line[this.at];
    if (first === '{' || first === '[' || first === '"') {
      const value = this.piece(depth);
      const rest = this.line.slice(this.at);
      return /^ *$|^ +#/.test(rest) ? value : unsure();
    }
    this.count();
    const written = this.line.slice(this.at);
    const comment = written.indexOf(' #');
    const text = (comment < 0 ? written : written.slice(0, comment)).replace(/ +$/, '');
    return /:(?: |$)/.test(text) ? unsure() : plain(text);
  }

  /** A value within brackets, or a bracket or quoted text itself. */
  private piece(depth: number): unknown {
    if (depth > DEEPEST) unsure();
    this.count();
    switch (this.line[this.at]) {
      case '{':
        return this.brackets('}', depth);
      case '[':
        return this.brackets(']', depth);
      case '"':
        return this.quoted();
      default: {
        const from = this.at;
        while (this.at < this.line.length && !/[,[\]{}:#"']/.test(this.line[this.at]!)) this.at += 1;
        return plain(this.line.slice(from, this.at).replace(/ +$/, ''));
      }
    }
  }

  private quoted(): string {
    const end = this.line.indexOf('"', this.at + 1);
    if (end < 0) unsure();
    const text = this.line.slice(this.at + 1, end);
    this.at = end + 1;
    return text.includes('\\') ? unsure() : text;
  }

  private brackets(close: '}' | ']', depth: number): unknown {
    const list: unknown[] = [];
    const map: Record<string, unknown> = Object.create(null);
    this.at += 1;
    this.spaces();
    while (this.line[this.at] !== close) {
      if (close === '}') {
        KEY.lastIndex = this.at;
        const match = KEY.exec(this.line) ?? unsure();
        const key = match[1] ?? match[2]!;
        this.at = KEY.lastIndex;
        if (Object.hasOwn(map, key) || (match[2] !== undefined && NULL.test(key))) unsure();
        this.spaces();
        map[key] = this.piece(depth + 1);
      } else list.push(this.piece(depth + 1));
      this.spaces();
      if (this.line[this.at] === ',') {
        this.at += 1;
        this.spaces();
        // A comma behind the last one is allowed, and seldom meant.
        if (this.line[this.at] === close) unsure();
      } else if (this.line[this.at] !== close) unsure();
    }
    this.at += 1;
    return close === '}' ? map : list;
  }

  private spaces(): void {
    while (this.line[this.at] === ' ') this.at += 1;
  }
}

/** What a text without quotes stands for. */
function plain(text: string): unknown {
  if (NUMBER.test(text)) return Number(text);
  if (text === 'true') return true;
  if (text === 'false') return false;
  return text === '' || SIGN.test(text) || DOUBTFUL.test(text) ? unsure() : text;
}

/** Where the first character that is no space stands, from a place on; −1 where there is none. */
function indentOf(line: string, from = 0): number {
  for (let at = from; at < line.length; at += 1) if (line[at] !== ' ') return at;
  return -1;
}
