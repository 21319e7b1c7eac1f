import { describe, expect, it } from 'vitest';
import { reachOf } from '../../src/bots/oneply/reach.ts';
import { gridOf } from '../../src/rules/index.ts';
import { CASES } from '../laws/cases.ts';

describe.each(CASES)('what bots think about on %s', (_, c) => {
  const now = c.issues.map((issue) => issue.now);
  const whole = gridOf(c, now);
  const part = reachOf(c, now);

  it('are drafts that can be tabled, in listing order, with their own numbers', () => {
    const places = part.drafts.map((clauses) => whole.drafts.indexOf(clauses));
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect([...part.moved]).toEqual(places.map((k) => whole.moved[k]));
    expect([...part.owners]).toEqual(places.map((k) => whole.owners[k]));
    const I = c.issues.length;
    for (let i = 0; i < places.length; i++)
      expect([...part.options.slice(i * I, (i + 1) * I)]).toEqual([
        ...whole.options.slice(places[i] * I, (places[i] + 1) * I),
      ]);
  });

  it('are few, and some with each option', () => {
    expect(part.drafts.length).toBeLessThan(250);
    c.issues.forEach((issue, d) => {
      for (let o = 0; o < issue.options.length; o++) {
        if (o === now[d]) continue;
        const some = part.drafts.filter((clauses) => clauses.some(([i, to]) => i === d && to === o));
        expect(some.length, `${issue.id} ${issue.options[o].id}`).toBeGreaterThan(0);
      }
    });
  });
});
