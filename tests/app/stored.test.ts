import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseOf, makeStoredSay, plainName, tellRounds } from '../../src/app/stored/told.ts';
import { makeJournal, parseJournal, type Summary, storedRounds } from '../../src/session/index.ts';
import { mini, open, playOn } from '../session/setup.ts';

const say = makeStoredSay({});

describe('a save of another rules version', () => {
  const journal = playOn(open({ preset: 'short' }), 1).journal();
  const older = parseJournal(makeJournal({ ...journal, header: { ...journal.header, rules: 0 } }));
  const rounds = older.ok ? storedRounds(older.journal) : [];

  it('still has what everybody saw at the end of each round', () => {
    expect(rounds.length).toBeGreaterThan(1);
    const rows = courseOf(rounds, say, mini);
    expect(rows[0]).toMatchObject({ kind: 'tension' });
    expect(rows.filter(({ kind }) => kind === 'issue').map(({ id }) => id)).toEqual(
      [...mini.issues].sort((a, b) => a.order - b.order).map(({ id }) => id),
    );
    for (const { cells } of rows) expect(cells).toHaveLength(rounds.length);
    expect(rows.every(({ cells }) => cells[0]?.moved === false)).toBe(true);
    const told = tellRounds(rounds, say, 'en');
    expect(told.flat()).toHaveLength(rounds.reduce((sum, { news }) => sum + news.length, 0));
    expect(told.flat().length).toBeGreaterThan(0);
  });

  it('holds only what all seats could read', () => {
    // By a seat's own reason or a sealed order one would know it for a private line.
    const ids = rounds.flatMap(({ news }) => news.map(({ id }) => id));
    expect(ids.filter((id) => /because|refused-order|consulted|goal-|instruction-/.test(id))).toEqual([]);
  });
});

describe('telling without a scenario', () => {
  it('calls things by their ids', () => {
    expect(plainName('town-fund')).toBe('Town fund');
    expect(plainName('eu')).toBe('EU');
    expect(say('option.border.not-on-the-table.name')).toBe('Not on the table');
    expect(say('ending.quiet-years.title')).toBe('Quiet years');
    expect(say('news.something-new')).toContain('something-new');
  });

  const id = fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,4})?$/);
  const kinds = [
    'news.deal',
    'news.move',
    'news.signed',
    'news.fall',
    'news.event',
    'news.ending',
    'news.carrot',
    'news.performed',
    'news.vote-no',
    'news.never-heard-of',
    'nonsense',
  ];
  const summary: fc.Arbitrary<Summary> = fc.record({
    round: fc.nat(12),
    tension: fc.double({ noNaN: true, noDefaultInfinity: true }),
    support: fc.dictionary(id, fc.double({ noNaN: true, noDefaultInfinity: true })),
    options: fc.dictionary(id, id),
    deals: fc.nat(9),
    news: fc.array(
      fc.record({
        id: fc.constantFrom(...kinds),
        with: fc.dictionary(
          fc.constantFrom('seat', 'from', 'to', 'issue', 'option', 'clauses', 'draft', 'points', 'move', 'n', 'seats'),
          fc.oneof(fc.nat(), fc.string(), id),
        ),
      }),
      { maxLength: 5 },
    ),
    ending: fc.option(id),
  });

  it('has a sentence for whatever a file may hold, and never a bare id in brackets', () => {
    fc.assert(
      fc.property(fc.array(summary, { maxLength: 4 }), fc.boolean(), (rounds, known) => {
        const told = tellRounds(rounds, say, 'en').flat();
        const rows = courseOf(rounds, say, known ? mini : null);
        for (const { text } of told) expect(text).not.toMatch(/^⟦/);
        for (const { name } of rows) expect(name).not.toMatch(/^⟦/);
      }),
      { numRuns: 300 },
    );
  });
});
