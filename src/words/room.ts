import type { Coded, CodedKind } from '../world/index.ts';
import type { Say } from './say.ts';

/** A text with its citations found: plain pieces, and places in a document. */
export type CitedPiece = string | { readonly source: string; readonly paragraph: number; readonly words: string };

/** "moscow-times-2019 ¶12", as bots write it, and "(rutte-2025, paragraph 5)", as coders do. */
const CITED = /([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?: ¶|, paragraph )(\d+)/g;

/**
 * Finds the citations in a sentence. Only ids for which `isSource` holds count, so that nobody's own words are taken for one.
 * @param isSource whether there is a document of this id
 */
export function splitCited(text: string, isSource: (id: string) => boolean): CitedPiece[] {
  const pieces: CitedPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(CITED)) {
    const [words, source = '', number] = match;
    if (!isSource(source)) continue;
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push({ source, paragraph: Number(number), words });
    from = match.index + words.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** "Moscow Times, 2019, ¶12". */
export const placeText = (say: Say, short: string, paragraph: number): string =>
  say('ledger.cite', { source: short, paragraph: String(paragraph) });

/** The same sentence with documents by their short names instead of ids. `shortOf` gives undefined for what is no document. */
export function citedText(say: Say, text: string, shortOf: (id: string) => string | undefined): string {
  return splitCited(text, (id) => shortOf(id) !== undefined)
    .map((piece) => (typeof piece === 'string' ? piece : placeText(say, shortOf(piece.source)!, piece.paragraph)))
    .join('');
}

/** What a coded number is, without its actor and issue: "wants", "salience", "Assembly: weight". */
export function codedText(say: Say, { kind, other }: Coded): string {
  return say(`documents.coded.${kind}`, {
    other: other === null ? '' : say(kind === 'trust' ? `seat.${other}.name` : `body.${other}.name`),
  });
}

/** Its value: a number, a range, or the name of a step, move, goal … */
export function valueText(say: Say, { kind, named, value }: Coded): string {
  const text = named === null ? '' : say(named);
  const number = numbersText(say, value);
  switch (kind) {
    case 'trust':
      return say('documents.value.trust', { kept: plain(value[0]!), broken: plain(value[1]!) });
    case 'quota':
      return say('documents.value.percent', { share: value[0]! });
    case 'event':
      return say('documents.value.event', { text, number });
    case 'move':
      return say('documents.value.move', { text });
    case 'ideal':
    case 'red-min':
    case 'red-max':
      return say('documents.value.near', { text, number });
    default:
      if (text === '') return number;
      return number === '' ? text : say('documents.value.named', { text, number });
  }
}

/** What else belongs to a red line; '' for everything else. */
export function lineText(say: Say, { line }: Coded): string {
  if (!line) return '';
  const held = say(line.amendable ? 'documents.line.amendable' : 'documents.line.absolute');
  if (!line.unless) return held;
  const { issue, min, max } = line.unless;
  const option = (id: string | null) => (id === null ? '' : say(`option.${issue}.${id}.name`));
  const part = min === null ? 'max' : max === null ? 'min' : 'both';
  const params = { line: held, issue: say(`issue.${issue}.name`), min: option(min), max: option(max) };
  return say(`documents.line.unless-${part}`, params);
}

/** Kinds whose name reads on into the value: "wants 0–15–45". */
const READS_ON: readonly CodedKind[] = ['ideal', 'declared', 'red-min', 'red-max', 'salience', 'influence'];

/** Whether the name of its kind is a verb or the like, and no label. */
export const readsOn = ({ kind }: Coded): boolean => READS_ON.includes(kind);

/** What it is and its value in one phrase: "salience 50–60–70", "goal: tariffs are lifted". */
export function phraseText(say: Say, coded: Coded): string {
  const [what, value] = [codedText(say, coded), valueText(say, coded)];
  if (value === '') return what;
  return say(readsOn(coded) ? 'documents.phrase.on' : 'documents.phrase.colon', { what, value });
}

const plain = (value: number): string => String(value).replace('-', '−');

/** One number, or a range. */
function numbersText(say: Say, value: readonly number[]): string {
  if (value.length < 3) return value[0] === undefined ? '' : plain(value[0]);
  const [low, likely, high] = value.map(plain) as [string, string, string];
  return say('documents.value.range', { low, likely, high });
}

/** The model's own assumptions, in the order of docs/model.md; words: `documents.constant.<id>.what`, `.value`, `.why`. */
export const MODEL_ASSUMPTIONS = [
  'decay',
  'goldstein',
  'thresholds',
  'memory',
  'delay',
  'facilitation',
  'guarantee',
  'hawkish',
  'pledge',
  'approval',
  'fall',
  'carrot',
  'payments',
  'slack',
  'hurting',
  'orders',
  'guards',
  'stick',
  'years',
  'inherited',
  'band',
] as const;
