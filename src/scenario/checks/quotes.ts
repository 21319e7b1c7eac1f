/** Quotations and copies: at most eight words of a document in a row, and quoted words must stand where they are cited. */
import { sha256Hex } from '../canonical.ts';
import { offsetOf } from '../document.ts';
import type { FileFault } from '../fault.ts';
import { makeFault } from '../fault.ts';
import { MAX_QUOTED_WORDS } from '../limits.ts';
import type { Spot } from '../spot.ts';
import { contains, paragraphsOf, quotations, type Word, wordsOf } from '../words.ts';
import { citationSpots } from './citations.ts';
import type { Context } from './context.ts';

/** Fewer words in quotation marks may be a name or a manner of speaking. */
const LEAST_QUOTED = 3;
const RUN = MAX_QUOTED_WORDS + 1;

/** A source document that was given: its paragraphs as words. */
interface Document {
  readonly id: string;
  readonly paragraphs: readonly (readonly string[])[];
}

export function checkQuotes(ctx: Context): void {
  const documents = ctx.options.sources ? readDocuments(ctx, ctx.options.sources) : null;
  const runs = documents ? runsOf(documents) : null;
  const byCitation = citedBy(ctx);
  for (const { spot, cited } of sentences(ctx, byCitation)) {
    const text = spot.text() ?? '';
    const long = checkQuoted(ctx, spot, text, cited, documents);
    if (runs && !long) checkCopy(ctx, spot, text, runs);
  }
}

/** A sentence that a person may read, with the citations that stand behind it: asked for only where words are quoted. */
interface Sentence {
  readonly spot: Spot;
  cited(): Spot[];
}

const none = (): Spot[] => [];

/** Every sentence that a person may read. */
function sentences(ctx: Context, byCitation: (id: string) => Spot[]): Sentence[] {
  const texts = ctx.folder.texts.flatMap(({ texts: all }) =>
    [...all].map(([id, spot]): Sentence => ({ spot, cited: () => byCitation(id) })),
  );
  const reasons = ctx.graded().flatMap((spot): Sentence[] => [
    { spot: spot.at('inferred', 'because'), cited: () => [spot.at('inferred')] },
    { spot: spot.at('assumption'), cited: none },
  ]);
  const told = (ctx.folder.bibliography?.at('sources').entries() ?? []).flatMap(([, entry]) =>
    entry
      .at('says')
      .entries()
      .flatMap(([, said]) => said.entries().map(([, spot]): Sentence => ({ spot, cited: none }))),
  );
  return [...reasons, ...texts, ...told].filter(({ spot }) => spot.text() !== undefined);
}

/** Text id → the citations of the thing that the text is about; none means that any listed source will do. */
function citedBy(ctx: Context): (id: string) => Spot[] {
  const { scenario } = ctx;
  const of = (spot: Spot | undefined): Spot[] => (spot?.exists ? citationsIn(spot) : []);
  return (textId) => {
    const [kind, id = '', second = ''] = textId.split('.');
    switch (kind) {
      case 'stance':
        return of(scenario.at('seats', id, 'positions', second));
      case 'issue':
        return of(scenario.at('issues', id));
      case 'option':
        return of(scenario.at('issues', id, 'options', second));
      case 'body':
      case 'move':
      case 'goal':
      case 'instruction':
      case 'gate':
      case 'event':
        return of(ctx.ids[kind].get(id)?.spot);
      case 'force':
      case 'deadline':
      case 'ending':
      case 'contradiction':
        return of(scenario.at(`${kind}s`, id));
      default:
        return [];
    }
  };
}

function citationsIn(spot: Spot): Spot[] {
  if (spot.at('source').text() !== undefined && spot.at('paragraph').exists) return [spot];
  return Array.isArray(spot.value)
    ? spot.items().flatMap(citationsIn)
    : spot.entries().flatMap(([, one]) => citationsIn(one));
}

/** Returns true when a quotation is too long, so that the same words are not told again as a copy. */
function checkQuoted(
  ctx: Context,
  spot: Spot,
  text: string,
  citations: () => Spot[],
  documents: Map<string, Document> | null,
): boolean {
  let tooLong = false;
  for (const quotation of quotations(text)) {
    const words = wordsOf(quotation.words).map(({ word }) => word);
    const found = () => placeIn(spot, words);
    if (words.length > MAX_QUOTED_WORDS) {
      ctx.add(faultAt(spot, found(), 'S304', { count: words.length, most: MAX_QUOTED_WORDS }));
      tooLong = true;
    } else if (documents && words.length >= LEAST_QUOTED && isOriginal(spot)) {
      const cited = citations();
      if (isCited(words, cited, documents)) continue;
      const where = cited.map((one) => `${one.at('source').text()} ¶${one.at('paragraph').number()}`);
      const params = { quoted: quotation.words, where: where.length > 0 ? [...new Set(where)].join(', ') : '–' };
      ctx.add(faultAt(spot, found(), 'S305', params));
    }
  }
  return tooLong;
}

/** Quotations in a translation are translated too, and cannot be looked up. */
const isOriginal = (spot: Spot): boolean =>
  !spot.source.file.includes('text/') || /text\/en[.-]/.test(spot.source.file);

function isCited(words: readonly string[], cited: readonly Spot[], documents: Map<string, Document>): boolean {
  if (cited.length === 0)
    return [...documents.values()].some(({ paragraphs }) => paragraphs.some((p) => contains(p, words)));
  return cited.some((one) => {
    const document = documents.get(one.at('source').text() ?? '');
    // A document that is not there was told already.
    if (!document) return true;
    const paragraph = document.paragraphs[(one.at('paragraph').number() ?? 0) - 1];
    return paragraph !== undefined && contains(paragraph, words);
  });
}

/** Every run of nine words of every document, and which document it is from. */
function runsOf(documents: ReadonlyMap<string, Document>): Map<string, string> {
  const runs = new Map<string, string>();
  for (const { id, paragraphs } of documents.values()) {
    const words = paragraphs.flat();
    for (let i = 0; i + RUN <= words.length; i += 1) runs.set(words.slice(i, i + RUN).join(' '), id);
  }
  return runs;
}

function checkCopy(ctx: Context, spot: Spot, text: string, runs: ReadonlyMap<string, string>): void {
  const words: Word[] = wordsOf(text);
  for (let i = 0; i + RUN <= words.length; i += 1) {
    const run = words.slice(i, i + RUN).map(({ word }) => word);
    const source = runs.get(run.join(' '));
    if (source === undefined) continue;
    ctx.add(faultAt(spot, placeIn(spot, run), 'S308', { source, most: MAX_QUOTED_WORDS, run: run.join(' ') }));
    return;
  }
}

// Source documents --------------------------------------------------------------------------------------------------

function readDocuments(ctx: Context, files: ReadonlyMap<string, Uint8Array>): Map<string, Document> {
  const documents = new Map<string, Document>();
  const used = new Set(citationSpots(ctx).map((citation) => citation.at('source').text()));
  for (const spot of ctx.scenario.at('sources').items()) used.add(spot.text());
  for (const [id, entry] of ctx.folder.bibliography?.at('sources').entries() ?? []) {
    const file = entry.at('file').text();
    if (!used.has(id) || file === undefined) continue;
    const bytes = files.get(file);
    if (!bytes) {
      ctx.add(entry.at('file').fault('S309', { file }));
      continue;
    }
    const paragraphs = paragraphsOf(new TextDecoder().decode(bytes));
    const [sha256, count] = [sha256Hex(bytes), entry.at('paragraphs').number()];
    if (entry.at('sha256').text() !== undefined && entry.at('sha256').text() !== sha256) {
      ctx.add(entry.at('sha256').fault('S306', { file, sha256 }));
    }
    if (count !== undefined && count !== paragraphs.length) {
      ctx.add(entry.at('paragraphs').fault('S307', { file, count: paragraphs.length, written: count }));
    }
    documents.set(id, { id, paragraphs: paragraphs.map((paragraph) => wordsOf(paragraph).map(({ word }) => word)) });
  }
  return documents;
}

// Places ------------------------------------------------------------------------------------------------------------

/** Offset in the file of the first of `words`, looked for from where the text begins; a text may be folded over lines. */
function placeIn(spot: Spot, words: readonly string[]): number {
  const { text } = spot.source;
  const from = offsetOf(spot.source, spot.path);
  const [first] = words;
  if (first === undefined) return from;
  const ahead = wordsOf(text.slice(from, from + 40_000));
  const at = ahead.findIndex((_, i) => words.every((word, j) => ahead[i + j]?.word === word));
  return at < 0 ? from : from + ahead[at]!.from;
}

function faultAt(spot: Spot, offset: number, code: string, params: Record<string, string | number>): FileFault {
  const { file, text, starts } = spot.source;
  return makeFault({ file, text, starts, offset }, code, params);
}
