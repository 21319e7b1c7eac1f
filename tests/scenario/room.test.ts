import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Bundle, checkFolder, compileFolder, loadScenario, roomOf } from '../../src/scenario/index.ts';
import {
  citedText,
  hasMessage,
  lineText,
  MODEL_ASSUMPTIONS,
  makeSay,
  phraseText,
  splitCited,
} from '../../src/words/index.ts';
import { good, mini, documents as originals, replace } from './mini.ts';

const SCENARIOS = readdirSync('scenarios', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join('scenarios', entry.name, 'scenario.yaml')))
  .map(({ name }) => name);

function bundleOf(name: string): Bundle {
  const compiled = loadScenario(join('scenarios', name));
  if (!compiled.ok) throw new Error(`${name} has faults`);
  return compiled.bundle;
}

describe.each(SCENARIOS)('the document room of %s', (name) => {
  const bundle = bundleOf(name);
  const room = roomOf(bundle);

  it('holds every coded number exactly once', () => {
    const paths = room.numbers.map((one) => one.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect([...paths].sort()).toEqual(Object.keys(bundle.case.cites).sort());
  });

  it('lays each number at the paragraph that it cites, once, and at no other; assumptions at none', () => {
    const laid = room.documents.flatMap(({ id, paragraphs }) =>
      paragraphs.flatMap(({ paragraph, rests }) => rests.map((no) => ({ no, id, paragraph }))),
    );
    const cited = room.numbers.flatMap(({ cite }, no) => (cite.source === undefined ? [] : [no]));
    expect(laid.map(({ no }) => no).sort((a, b) => a - b)).toEqual(cited);
    for (const { no, id, paragraph } of laid)
      expect(room.numbers[no]!.cite).toMatchObject({ source: id, paragraph: paragraph });
  });

  it('cites only paragraphs that exist and are no furniture, contradictions included', () => {
    const places = [
      ...room.numbers.flatMap(({ cite: { source, paragraph } }) =>
        source === undefined ? [] : [{ source, paragraph: paragraph ?? 0 }],
      ),
      ...room.contradictions.flatMap(({ between }) => between),
    ];
    for (const { source, paragraph } of places) {
      const found = room.documents.find(({ id }) => id === source)?.paragraphs[paragraph - 1];
      expect(found, `${source} ¶${paragraph}`).toMatchObject({ paragraph, furniture: false });
      expect(found!.says.en?.length, `${source} ¶${paragraph} in own words`).toBeGreaterThan(20);
    }
  });

  it('names every citation that stands inside a sentence', () => {
    const known = new Map(room.documents.map((one) => [one.id, one]));
    for (const { cite } of room.numbers)
      for (const piece of splitCited(cite.because ?? '', () => true))
        if (typeof piece !== 'string')
          expect(known.get(piece.source)?.paragraphs[piece.paragraph - 1]?.furniture, piece.words).toBe(false);
  });

  it('gives every actor its position on every issue it is coded on', () => {
    const listed = room.actors.flatMap(({ issues }) => issues.flatMap(({ numbers }) => numbers));
    const positions = Object.keys(bundle.case.cites).filter((path) => /^(positions|reds|forces)\//.test(path));
    expect(listed.map((no) => room.numbers[no]!.path).sort()).toEqual(positions.sort());
    expect(room.shares.positions.total).toBe(positions.length);
    const { stated, inferred, assumption, total } = room.shares.all;
    expect([stated + inferred + assumption, total]).toEqual([room.numbers.length, room.numbers.length]);
  });

  it('has words for all of it, and for nothing that is hidden', () => {
    const say = makeSay('en', bundle.texts.en ?? {});
    const said = room.numbers.map((one) => `${phraseText(say, one)} ${lineText(say, one)}`);
    expect(said.filter((text) => text.includes('⟦'))).toEqual([]);
    // Ids only, and what everybody may read in the Case.
    expect(JSON.stringify(room)).not.toMatch(/"(truth|drawn|seed)"/);
  });
});

describe('citations in sentences', () => {
  const short = (id: string) => (id === 'moscow-times-2019' ? 'Moscow Times, 2019' : undefined);
  const say = makeSay('en');

  it('are told by the short name of the document', () => {
    expect(citedText(say, 'It suits us. (moscow-times-2019 ¶12, assumption)', short)).toBe(
      'It suits us. (Moscow Times, 2019, ¶12, assumption)',
    );
    expect(citedText(say, 'As it later did (moscow-times-2019, paragraph 7).', short)).toBe(
      'As it later did (Moscow Times, 2019, ¶7).',
    );
  });

  it('are left alone where there is no such document', () => {
    for (const text of ['ours-2020 ¶3', '¶12 of it', 'moscow-times-2019', 'paragraph 3'])
      expect(citedText(say, text, short)).toBe(text);
  });
});

describe('what paragraphs say in our own words', () => {
  const withSays = (says: string) =>
    mini({ 'sources.yaml': `${good('sources.yaml').trimEnd()}\n    says:\n      en:\n        ${says}\n` });
  const codes = (says: string, sources?: typeof originals) =>
    checkFolder(withSays(says), sources ? { sources } : {}).map(({ what }) => what.id.replace('check.', ''));

  it('is about paragraphs that exist and are cited', () => {
    expect(codes('3: "One side complains about the other."')).toEqual([]);
    expect(codes('9: "There are only eight of them."')).toEqual(['S212']);
    expect(codes('1: "The masthead of the paper."')).toEqual(['S213']);
  });

  it('copies nothing', () => {
    const third = new TextDecoder()
      .decode(originals.get('river-report.txt'))
      .split('\n')
      .filter((line) => line.trim() !== '')[2]!;
    const nine = third.split(/\s+/).slice(0, 12).join(' ').replaceAll('"', '');
    expect(codes(`3: "${nine}"`, originals)).toEqual(['S308']);
  });

  it('has a name where the bibliography gives none', () => {
    const compiled = compileFolder(mini());
    if (!compiled.ok) throw new Error('the fixture has faults');
    expect(roomOf(compiled.bundle).documents[0]!.short).toBe('River Gazette (invented for tests)');
    const named = compileFolder(
      mini({ 'sources.yaml': replace(good('sources.yaml'), '    publisher:', '    short: Gazette\n    publisher:') }),
    );
    if (!named.ok) throw new Error('the fixture has faults');
    expect(roomOf(named.bundle).documents[0]!.short).toBe('Gazette');
  });
});

describe('the assumptions of the model', () => {
  it('are those of docs/model.md, word for word', () => {
    const page = readFileSync('docs/model.md', 'utf8');
    const table = page.slice(page.indexOf('## Assumptions'), page.indexOf('## What critics'));
    const rows = table
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| constant'))
      .map((line) =>
        line
          .split('|')
          .slice(1, 4)
          .map((cell) => plain(cell)),
      );
    const say = makeSay('en');
    const told = MODEL_ASSUMPTIONS.map((id) =>
      ['what', 'value', 'why'].map((part) => plain(say(`documents.constant.${id}.${part}`))),
    );
    expect(told).toEqual(rows);
    expect(MODEL_ASSUMPTIONS.every((id) => hasMessage('en', `documents.constant.${id}.why`))).toBe(true);
  });
});

/** Without the signs of Markdown and of typography. */
const plain = (text: string): string => text.replace(/[*“”]/g, '').replace(/’/g, "'").trim();
