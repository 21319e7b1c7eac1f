/**
 * The save file: JSON Lines. First a header, then acts (never effects), and after each round a check: the world's hash and
 * what the public saw. The header names the rules and the scenario it was played with; by the checks a journal of other
 * rules can still be looked at. Strict on reading: only a last line that was cut off while it was written is dropped.
 */
import type { Carried, FaultCode } from '../world/index.ts';
import { isLevel, isPlayer, type Player } from './act.ts';
import { isCarried } from './carried.ts';
import type { Json, Wire } from './notation.ts';
import type { Level } from './table.ts';

export const JOURNAL_FORMAT = 1;
/** Characters of a whole journal and of one line; a full game needs some 60,000. A header may carry a scenario's text. */
export const JOURNAL_MAX = 16_000_000;
const LINE_MAX = 65_536;

export interface Header {
  readonly format: typeof JOURNAL_FORMAT;
  readonly rules: number;
  readonly scenario: string;
  readonly hash: string;
  readonly seed: number;
  readonly preset: string;
  readonly level: Level;
  readonly language: string;
  /** Whether phases have a clock. */
  readonly timed: boolean;
  /** Who moved each seat at the start, by seat id. */
  readonly seats: Readonly<Record<string, Player>>;
  /** Number of the act after which this game left another one. */
  readonly fork?: number;
  /** In a part of a campaign: its place there and what it starts from. The game can be played again without the parts before. */
  readonly carried?: Carried;
  /** The scenario's own text, in an exported save. The scenario loader reads it; here it is only carried. */
  readonly bundle?: string;
}

export interface ActLine {
  readonly line: 'act';
  /** From 1, without gaps. */
  readonly seq: number;
  /** Milliseconds since the game was opened, by the host's clock. For people; nothing depends on it. */
  readonly ms: number;
  readonly act: Wire;
  /** The caller's id: after a restart, a repeated command still gets its first answer. */
  readonly id?: string;
}

/** What everybody at the table could see at the end of a round, by ids: readable without the rules. */
export interface Summary {
  readonly round: number;
  readonly tension: number;
  readonly support: Readonly<Record<string, number>>;
  readonly options: Readonly<Record<string, string>>;
  readonly deals: number;
  readonly news: readonly { readonly id: string; readonly with: Readonly<Record<string, string | number>> }[];
  /** Id of the ending, null while the game went on. */
  readonly ending: string | null;
}

export interface CheckLine {
  readonly line: 'check';
  readonly round: number;
  /** The act that closed the round. */
  readonly seq: number;
  readonly hash: string;
  readonly public: Summary;
}

export type JournalLine = ActLine | CheckLine;

export interface Journal {
  readonly header: Header;
  /** Line 2 of the file is at place 0. */
  readonly lines: readonly JournalLine[];
}

export const JOURNAL_FAULTS = [
  'empty',
  'too-large',
  'not-a-journal',
  'format-unknown',
  'header-broken',
  'line-broken',
  'seq-broken',
  'rules-differ',
  'scenario-differs',
  'scenario-changed',
  'seats-differ',
  'preset-unknown',
  'act-broken',
  'act-refused',
  'check-misplaced',
  'check-missing',
  'hash-differs',
] as const;
export type JournalFaultCode = (typeof JOURNAL_FAULTS)[number];

/** Words: `session.journal.<code>` and `session.journal.<code>.mend`, with the fields below as parameters. */
export interface JournalFault {
  readonly code: JournalFaultCode;
  /** From 1, in the file. */
  readonly line: number;
  /** Place within the line, e.g. `clauses/tariffs`. */
  readonly at?: string;
  /** For a broken or refused act: why. */
  readonly fault?: FaultCode;
  readonly found?: string | number;
  readonly expected?: string | number;
}

/** The only thing that is mended by itself. */
export interface Notice {
  readonly code: 'last-line-dropped';
  readonly line: number;
}

export type ParsedJournal =
  | { readonly ok: true; readonly journal: Journal; readonly notices: readonly Notice[] }
  | { readonly ok: false; readonly fault: JournalFault };

export const makeHeaderLine = (header: Header): string => `${JSON.stringify({ journal: 'demarche', ...header })}\n`;

/** One line with its line end, as it is appended to a file. */
export function makeLine(line: JournalLine): string {
  if (line.line === 'check') {
    const { round, seq, hash } = line;
    return `${JSON.stringify({ check: round, seq, hash, public: line.public })}\n`;
  }
  const { seq, ms, act, id } = line;
  return `${JSON.stringify({ seq, ms, ...act, ...(id === undefined ? {} : { id }) })}\n`;
}

export const makeJournal = (journal: Journal): string =>
  makeHeaderLine(journal.header) + journal.lines.map(makeLine).join('');

/**
 * Reads a journal's form. Whether its acts exist in the scenario and obey the rules is found out by `replay`.
 * @param text a whole file
 */
export function parseJournal(text: string): ParsedJournal {
  const failed = (code: JournalFaultCode, line: number, more: Partial<JournalFault> = {}): ParsedJournal => ({
    ok: false,
    fault: { code, line, ...more },
  });
  if (text.trim() === '') return failed('empty', 1);
  if (text.length > JOURNAL_MAX) return failed('too-large', 1, { found: text.length, expected: JOURNAL_MAX });
  const rows = text.replace(/^\uFEFF/, '').split('\n');
  const ended = rows.at(-1) === '';
  if (ended) rows.pop();
  const first = parseRow(rows[0]);
  if (first?.journal !== 'demarche') return failed('not-a-journal', 1);
  if (first.format !== JOURNAL_FORMAT)
    return failed('format-unknown', 1, { found: String(first.format), expected: JOURNAL_FORMAT });
  const header = parseHeader(first);
  if (typeof header === 'string') return failed('header-broken', 1, { at: header });
  const lines: JournalLine[] = [];
  const notices: Notice[] = [];
  let seq = 0;
  for (let k = 1; k < rows.length; k += 1) {
    const row = rows[k].length > LINE_MAX ? null : parseRow(rows[k]);
    if (row === null) {
      // Only a write that was cut off leaves a last line without its end.
      if (k !== rows.length - 1 || ended) return failed('line-broken', k + 1);
      notices.push({ code: 'last-line-dropped', line: k + 1 });
      break;
    }
    const line = Object.hasOwn(row, 'check') ? parseCheck(row) : parseActLine(row);
    if (typeof line === 'string') return failed('line-broken', k + 1, { at: line });
    const expected = line.line === 'act' ? seq + 1 : seq;
    if (line.seq !== expected) return failed('seq-broken', k + 1, { found: line.seq, expected });
    seq = line.seq;
    lines.push(line);
  }
  return { ok: true, journal: { header, lines }, notices };
}

type Row = Record<string, Json>;

function parseRow(text: string): Row | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRow(value) ? value : null;
  } catch {
    return null;
  }
}

const isRow = (x: unknown): x is Row => typeof x === 'object' && x !== null && !Array.isArray(x);
const isWhole = (x: unknown): x is number => typeof x === 'number' && Number.isSafeInteger(x);
const isShort = (x: unknown): x is string => typeof x === 'string' && x.length > 0 && x.length <= 128;
const isHash = (x: unknown): x is string => typeof x === 'string' && /^[0-9a-f]{64}$/.test(x);

const HEADER: Readonly<Record<keyof Header, (x: unknown) => boolean>> = {
  format: (x) => x === JOURNAL_FORMAT,
  rules: isWhole,
  scenario: isShort,
  hash: isHash,
  seed: isWhole,
  preset: isShort,
  level: isLevel,
  language: isShort,
  timed: (x) => typeof x === 'boolean',
  seats: (x) => isRow(x) && Object.keys(x).length <= 32 && Object.values(x).every(isPlayer),
  fork: (x) => x === undefined || (isWhole(x) && x >= 0),
  carried: (x) => x === undefined || isCarried(x),
  bundle: (x) => x === undefined || typeof x === 'string',
};

/** The header, or the key that is wrong. */
function parseHeader(row: Row): Header | string {
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(row)) if (key !== 'journal' && !Object.hasOwn(HEADER, key)) return key;
  for (const [key, good] of Object.entries(HEADER)) {
    const value = Object.hasOwn(row, key) ? row[key] : undefined;
    if (!good(value)) return key;
    if (value !== undefined) out[key] = value;
  }
  return out as unknown as Header;
}

function parseActLine(row: Row): ActLine | string {
  const { seq, ms, id, ...act } = row;
  if (!isWhole(seq) || seq < 1) return 'seq';
  if (!isWhole(ms) || ms < 0) return 'ms';
  if (id !== undefined && !isId(id)) return 'id';
  if (typeof act.do !== 'string') return 'do';
  return { line: 'act', seq, ms, act, ...(id === undefined ? {} : { id }) };
}

/** Ids of commands: chosen by callers, so short and printable. */
export const isId = (x: unknown): x is string => typeof x === 'string' && /^[\x21-\x7e]{1,64}$/.test(x);

function parseCheck(row: Row): CheckLine | string {
  const { check, seq, hash, public: seen, ...rest } = row;
  const extra = Object.keys(rest)[0];
  if (extra !== undefined) return extra;
  if (!isWhole(check) || check < 1) return 'check';
  if (!isWhole(seq) || seq < 1) return 'seq';
  if (!isHash(hash)) return 'hash';
  if (!isSummary(seen) || seen.round !== check) return 'public';
  return { line: 'check', round: check, seq, hash, public: seen };
}

const isNumber = (x: unknown): x is number => typeof x === 'number' && Number.isFinite(x);
const all = (x: unknown, good: (value: unknown) => boolean): boolean => isRow(x) && Object.values(x).every(good);

function isSummary(x: unknown): x is Summary {
  if (!isRow(x) || Object.keys(x).length !== 7) return false;
  const news: unknown = x.news;
  return (
    isWhole(x.round) &&
    isNumber(x.tension) &&
    all(x.support, isNumber) &&
    all(x.options, isShort) &&
    isWhole(x.deals) &&
    (x.ending === null || isShort(x.ending)) &&
    Array.isArray(news) &&
    news.every((n) => isRow(n) && isShort(n.id) && all(n.with, (v) => isNumber(v) || typeof v === 'string'))
  );
}
