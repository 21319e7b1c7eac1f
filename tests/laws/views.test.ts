import { describe, expect, it } from 'vitest';
import { botChance, randomClauses } from '../../src/bots/index.ts';
import { copyWorld } from '../../src/rules/copy.ts';
import { apply, determinise, legal, view } from '../../src/rules/index.ts';
import type { Command, Game, Legal, View, Who } from '../../src/world/index.ts';
import { CASES, PART } from './cases.ts';
import { redraw } from './redraw.ts';
import { walk } from './steps.ts';

type Look = (game: Game, who: Who) => View;

/** What a viewer can learn at one moment: its view, what is legal for it, and how the rulebook answers what it may try. */
function learns(game: Game, who: Who, look: Look, tries: readonly Command[]): unknown {
  const seen = look(game, who);
  // Support is a weighted mean: two ways to the same mean differ in the last bits.
  const support = seen.support.map((x) => Math.round(x * 1e9) / 1e9);
  const may: Legal | null = who < 0 ? null : legal(game, who);
  const answers = tries.map((command) => apply({ ...game, world: copyWorld(game.world) }, command));
  return { ...seen, support, may, answers };
}

/** Things a curious seat may try to learn from refusals: texts, and numbers of drafts that it should not know of. */
function probes(game: Game, other: Game, who: Who, seed: number): Command[] {
  if (who < 0 || game.world.stage !== 'talks') return [];
  const chance = botChance(seed, who, game.world.round, 5);
  const c = game.case;
  const out: Command[] = [];
  for (let k = 0; k < 3; k++) out.push({ do: 'table', seat: who, clauses: randomClauses(c, game.world.now, chance) });
  for (const { drafts } of [game.world, other.world])
    for (const d of drafts) {
      out.push({ do: 'sign', seat: who, draft: d.no }, { do: 'table', seat: who, clauses: d.clauses });
      out.push({ do: 'counter', seat: who, draft: d.no, clauses: randomClauses(c, game.world.now, chance) });
    }
  return out;
}

/** Most of what is learnt is lists of numbers, millions of them: those that are the same need not be written out to see it. */
const alike = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((x, k) => x === b[k]) : a === b;

/** First difference between two games that should look alike to `who`; '' when there is none. */
function difference(game: Game, who: Who, seed: number, look: Look): string {
  const other = redraw(game, who, seed);
  const tries = probes(game, other, who, seed);
  const a = learns(game, who, look, tries) as Record<string, unknown>;
  const b = learns(other, who, look, tries) as Record<string, unknown>;
  for (const key of Object.keys(a)) {
    if (alike(a[key], b[key])) continue;
    const [x, y] = [JSON.stringify(a[key]), JSON.stringify(b[key])];
    if (x !== y) return `${who} in round ${game.world.round} (${game.world.stage}) can tell by ${key}: ${x} ${y}`;
  }
  return '';
}

const viewers = (game: Game): Who[] => [-1, ...game.case.seats.map((_, s) => s)];

describe.each([...CASES, ['mini as a part of a campaign', PART] as const])('what a seat may know in %s', (_, c) => {
  it('is all that its view, its choices and the answers it gets depend on', () => {
    const found = new Set<string>();
    for (let seed = 0; seed < 12; seed++)
      walk(c, seed, (game, step) => {
        for (const who of viewers(game)) {
          const text = difference(game, who, seed * 1000 + step, view);
          if (text) found.add(text);
        }
      });
    expect([...found].slice(0, 5)).toEqual([]);
  });

  it.each<[string, Look]>([
    ['the drawn ideals of all', (game, who) => ({ ...view(game, who), ideal: game.truth.ideal })],
    ['the seed of events', (game, who) => ({ ...view(game, who), performed: game.world.chance })],
    ["others' capital", (game, who) => ({ ...view(game, who), budget: game.world.capital })],
    ['private texts', (game, who) => ({ ...view(game, who), drafts: game.world.drafts })],
    ['sealed orders', (game, who) => ({ ...view(game, who), mine: game.world.sealed.find((x) => x) ?? null })],
  ])('would be told by a view that leaked %s', (_what, leaky) => {
    let caught = 0;
    walk(c, 1, (game, step) => {
      for (const who of viewers(game)) if (difference(game, who, step, leaky)) caught++;
    });
    expect(caught).toBeGreaterThan(0);
  });

  it('is kept when the rest is drawn again from the view', () => {
    walk(c, 3, (game, step) => {
      for (const who of viewers(game)) {
        const v = view(game, who);
        const drawn = determinise(c, v, step);
        const again = view(drawn, who);
        const near = (list: readonly number[]) => list.map((x) => Math.round(x * 1e9) / 1e9);
        expect({ ...again, support: near(again.support) }).toEqual({ ...v, support: near(v.support) });
        if (who >= 0) expect(legal(drawn, who)).toEqual(legal(game, who));
      }
    });
  });
});
