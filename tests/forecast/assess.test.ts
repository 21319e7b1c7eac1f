import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, gainParts, seenGame, standing } from '../../src/forecast/index.ts';
import { apply, batna, batnaAtStart, draftsFrom, gain, ratification, start, view } from '../../src/rules/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import type { Case, Game, Offer } from '../../src/world/index.ts';

function load(folder: string): Case {
  const loaded = loadScenario(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults[0]));
  return loaded.bundle.case;
}
const mini = load('tests/fixtures/mini');
const begin = (seed: number): Game => start(mini, { seed, preset: mini.presets[0]!.id });
const sum = (parts: readonly { readonly by: number }[]): number => parts.reduce((all, { by }) => all + by, 0);

/** A game in which everything that can enter N does: a carrot, a stick, a pledge, a guarantee, tension. */
function rich(seed: number): Game {
  const game = begin(seed);
  const w = game.world;
  const [clause] = draftsFrom(mini, w.now)[seed % draftsFrom(mini, w.now).length]!;
  const terms = [{ issue: clause![0], min: clause![1], max: clause![1] }];
  const offer = (no: number, kind: Offer['kind'], to: number, points: number): Offer => ({
    ...{ no, kind, from: 0, to, points, terms, lapses: 3, state: 'standing' },
    ...{ deal: 0, tranches: 0, delivered: 0, due: 0, made: 1 },
  });
  mini.seats.forEach((_, seat) => {
    w.offers.push(offer(100 + seat, 'carrot', seat, 6), offer(200 + seat, 'stick', seat, 9));
    w.pledgeMin[seat * mini.issues.length + clause![0]] = mini.issues[clause![0]]!.options.length - 1;
  });
  w.guarantee[0] = 0.15;
  w.tension = 63;
  return game;
}

describe('a package reckoned for one seat', () => {
  it('comes to the same as the rulebook on what the viewer knows', () => {
    const game = rich(4);
    for (const [who] of mini.seats.entries()) {
      const v = view(game, who);
      const seen = seenGame(mini, v);
      for (const clauses of draftsFrom(mini, v.now)) {
        const told = assess(mini, v, who, clauses);
        expect(told).toMatchObject(gain(seen, who, clauses));
        expect(told).toMatchObject({ passes: ratification(seen, who, clauses).passes, quota: mini.seats[who]!.quota });
      }
    }
  });

  it('is made of parts that add up to it, for leaders and for bodies', () => {
    fc.assert(
      fc.property(fc.nat(400), (seed) => {
        const game = rich(seed);
        const drafts = draftsFrom(mini, game.world.now);
        const clauses = drafts[seed % drafts.length]!;
        for (const [who, seat] of mini.seats.entries()) {
          const seen = seenGame(mini, view(game, who));
          expect(sum(gainParts(seen, who, clauses))).toBeCloseTo(gain(seen, who, clauses).net, 9);
          for (const vote of ratification(seen, who, clauses).votes)
            expect(sum(gainParts(seen, mini.seats.length + vote.body, clauses))).toBeCloseTo(vote.net, 9);
          expect(seat.bodies.length).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('names each thing that can enter it', () => {
    const kinds = new Set<string>();
    for (let seed = 0; seed < 40; seed += 1) {
      const game = rich(seed);
      for (const decider of mini.seats.map((_, s) => s).concat(mini.bodies.map((_, b) => mini.seats.length + b)))
        for (const clauses of draftsFrom(mini, game.world.now))
          for (const part of gainParts(game, decider, clauses)) if (part.by !== 0) kinds.add(part.is);
    }
    expect([...kinds].sort()).toEqual(['carrot', 'clause', 'doubt', 'loss', 'pledge', 'relief', 'stick']);
  });
});

describe('what a seat has without a deal', () => {
  it('begins where the score begins and ends at D, by parts', () => {
    for (const seed of [1, 2, 3]) {
      const game = rich(seed);
      const [issue] = draftsFrom(mini, game.world.now)[seed]![0]!;
      game.world.now[issue] = (game.world.now[issue]! + 1) % mini.issues[issue]!.options.length;
      mini.seats.forEach((_, seat) => {
        const told = standing(game, seat);
        expect(told.start).toBeCloseTo(batnaAtStart(mini, game.truth)[seat]!, 9);
        expect(told.now).toBeCloseTo(batna(game, seat), 9);
        expect(told.options.map((o) => o.issue)).toEqual([issue]);
      });
    }
  });

  it('has not moved before anything happened', () => {
    const game = begin(9);
    expect(apply(game, { do: 'close-talks' })).toBeNull();
    expect(standing(game, 0)).toMatchObject({ options: [], tension: 0, sticks: [] });
  });
});
