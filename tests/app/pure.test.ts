import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText } from '../../src/app/dates.ts';
import { makeRoute, parseRoute, type Route } from '../../src/app/route.ts';
import { CHOICES, makeSettings, parseSettings, type Settings } from '../../src/app/settings.tsx';
import { differences, signedPoints } from '../../src/app/table/reading.ts';
import { concerns, numberText } from '../../src/app/table/tell.ts';
import type { Entry } from '../../src/world/index.ts';

describe('addresses', () => {
  const text = fc.string({ minLength: 1, maxLength: 30 });
  const reading = fc.record(
    { page: text, part: text.filter((part) => part !== '-'), mark: text },
    { requiredKeys: ['page'] },
  );
  const route: fc.Arbitrary<Route> = fc.oneof(
    fc.constant<Route>({ at: 'home' }),
    fc.constant<Route>({ at: 'help' }),
    fc.constant<Route>({ at: 'settings' }),
    fc.record({ at: fc.constant('new' as const), scenario: fc.option(text, { nil: null }) }),
    fc.record({ at: fc.constant('game' as const), id: text }),
    fc.record({ at: fc.constant('campaign' as const), id: text }),
    fc.record({ at: fc.constant('new-campaign' as const), campaign: text }),
    // With the document room laid over the table, or by itself.
    fc.record({ at: fc.constant('game' as const), id: text, reading }),
    fc.record({ at: fc.constant('join' as const), code: text, reading }),
    fc.record({ at: fc.constant('documents' as const), scenario: text, reading }),
    fc.record({ at: fc.constant('documents' as const), scenario: fc.option(text, { nil: null }) }),
  );
  it('come back as they were made', () => {
    fc.assert(
      fc.property(route, (r) => {
        expect(parseRoute(makeRoute(r))).toEqual(r);
      }),
    );
  });
  it('lead home when they mean nothing', () => {
    for (const hash of ['', '#', '#/nowhere', '#/game', '#/game/%', '#x']) {
      expect(['home', 'game']).toContain(parseRoute(hash).at);
    }
  });
});

describe('dates of scenarios', () => {
  it('are written out as far as they are known', () => {
    expect(['2019', '2019-03', '2019-03-14', 'spring'].map((date) => dateText(date, 'en'))).toEqual([
      '2019',
      'March 2019',
      'March 14, 2019',
      'spring',
    ]);
  });
});

describe('settings', () => {
  const chosen = Object.entries(CHOICES).map(([key, list]) => [key, fc.constantFrom(...(list as readonly string[]))]);
  const settings = fc
    .record(Object.fromEntries(chosen) as Record<string, fc.Arbitrary<string>>)
    .map((some) => ({ ...parseSettings(null), ...some }) as Settings);
  it('come back as they were stored', () => {
    fc.assert(
      fc.property(settings, (s) => {
        expect(parseSettings(makeSettings(s))).toEqual(s);
      }),
    );
  });
  it('are the defaults where the stored text is strange', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        const read = parseSettings(stored);
        for (const [key, list] of Object.entries(CHOICES)) expect(list).toContain(read[key as keyof Settings]);
      }),
    );
    expect(parseSettings(null)).toMatchObject({ theme: 'system', reading: 'standard', textSize: 'normal' });
  });
});

describe('reading a table', () => {
  it('shows a counter-offer as what was dropped, changed and added', () => {
    const before = [
      [0, 1],
      [2, 3],
    ] as const;
    const after = [
      [2, 1],
      [4, 2],
    ] as const;
    expect(differences(before, after)).toEqual([
      { issue: 0, was: 1, is: null },
      { issue: 2, was: 3, is: 1 },
      { issue: 4, was: null, is: 2 },
    ]);
  });
  it('writes points with their sign', () => {
    expect([4.16, -3, 0.01, -0.04].map(signedPoints)).toEqual(['+4.2', '−3.0', '±0.0', '±0.0']);
    expect(numberText(-1.239)).toBe('−1.24');
  });
  it('finds the ledger lines a question is about', () => {
    const entry = (what: string) => ({ what }) as Entry;
    expect(concerns(entry('approval/assembly'), 'approval')).toBe(true);
    expect(concerns(entry('approval/assembly'), 'approval/assembly')).toBe(true);
    expect(concerns(entry('trust/a/bc'), 'trust/a/b')).toBe(false);
    expect(concerns(entry('tension'), '')).toBe(true);
  });
});
