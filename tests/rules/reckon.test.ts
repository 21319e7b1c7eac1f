import { expect, it } from 'vitest';
import { draftsFrom, formulable, gain, obstacles, packages, start, zone } from '../../src/rules/index.ts';
import { reckoner } from '../../src/rules/reckon.ts';
import { mini, setUp } from './setup.ts';

const c = mini();

it('reckons many drafts as gain() reckons one', () => {
  const game = setUp(c, {
    'carrot/league/north': [6, { water: 'half' }, 3],
    'stick/patron/south': [4, { tolls: 'reduced' }, 3],
    'guarantee/patron': 0.15,
  });
  const { net } = reckoner(game);
  for (const clauses of draftsFrom(c, game.world.now))
    for (let decider = 0; decider < c.seats.length + c.bodies.length; decider++)
      expect(net(decider, clauses)).toBeCloseTo(gain(game, decider, clauses).net, 9);
});

it('gives mediators the same texts whatever is hidden', () => {
  const texts = formulable(start(c, { seed: 1 }));
  expect(texts.length).toBeGreaterThan(0);
  for (let seed = 2; seed < 20; seed++) expect(formulable(start(c, { seed }))).toEqual(texts);
});

it('notices that a red line was given up', () => {
  const game = setUp(c, {});
  const before = formulable(game, 999).length;
  game.world.amended = game.world.amended.map(() => 1);
  expect(formulable(game, 999).length).toBeGreaterThanOrEqual(before);
  expect(formulable(game, 999)).toEqual(
    formulable(setUp(c, { 'amended/north/water': 1, 'amended/south/status': 1 }), 999),
  );
});

it('names the same binding constraint as counting all obstacles', () => {
  let empty = 0;
  for (let seed = 1; seed < 60; seed++) {
    const game = start(c, { seed });
    game.world.now = c.issues.map(({ options }, d) => (seed + d * (1 + (seed % 5))) % options.length);
    if (seed % 3 === 0) game.world.amended = game.world.amended.map((_, r) => (r + seed) % 2);
    if (seed % 4 === 0) game.world.pledgeMin = game.world.pledgeMin.map((_, k) => ((k + seed) % 3) - 1);
    game.world.tension = seed % 5 === 0 ? 70 : 0;
    game.world.trustB = game.world.trustB.map((x) => x + 10 * (seed % 7));
    const { all, binding } = zone(game);
    if (all.length > 0) continue;
    empty++;
    const counted = new Map<string, { alone: number; any: number }>();
    for (const clauses of draftsFrom(c, game.world.now)) {
      const found = obstacles(game, clauses).map((x) => JSON.stringify(x));
      for (const key of found) {
        const entry = counted.get(key) ?? { alone: 0, any: 0 };
        counted.set(key, { alone: entry.alone + (found.length === 1 ? 1 : 0), any: entry.any + 1 });
      }
    }
    const [most] = [...counted].sort(([, a], [, b]) => b.alone - a.alone || b.any - a.any);
    expect(JSON.stringify(binding)).toBe(most![0]);
  }
  expect(empty).toBeGreaterThan(3);
});

it('finds in one sweep the packages without obstacles', () => {
  for (let seed = 1; seed < 12; seed++) {
    const game = start(c, { seed });
    game.world.trustA = game.world.trustA.map((x) => x + 4);
    if (seed % 2)
      game.world.offers.push({ ...setUp(c, { 'carrot/league/north': [6, { water: 'half' }, 3] }).world.offers[0]! });
    for (const max of [1, 3, c.issues.length]) {
      const slow = packages(c, game.world.now, max).filter((clauses) => obstacles(game, clauses).length === 0);
      const fast = zone(game, max).all;
      expect(fast.map((x) => x.clauses)).toEqual(slow);
      for (const x of fast) expect(x.nets).toEqual(c.seats.map((_, s) => gain(game, s, x.clauses).net));
    }
  }
});
