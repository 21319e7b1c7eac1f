import { describe, expect, it } from 'vitest';
import { botChance, randomClauses } from '../../src/bots/index.ts';
import {
  draftsAcross,
  gridOf,
  metBy,
  placeIn,
  publicLines,
  publicTruth,
  ratification,
  type Seen,
  seen,
  seenAfresh,
  seenAgain,
  view,
  viewAgain,
  wouldPass,
} from '../../src/rules/index.ts';
import { crossedBy, crosses, meetsAll } from '../../src/rules/lines.ts';
import type { View } from '../../src/world/index.ts';
import { CASES } from './cases.ts';
import { walk } from './steps.ts';

/** What is reckoned once and brought up to date, or looked up, equals what is reckoned anew. */
describe.each(CASES)('shortcuts on %s', (_, c) => {
  it('bring a view, and the game a seat sees, up to date within a round', () => {
    for (let seed = 0; seed < 4; seed++) {
      let round = 0;
      let views: View[] = [];
      let games: ReturnType<typeof seen>[] = [];
      walk(c, seed, (game) => {
        if (game.world.round !== round || game.world.stage === 'over') {
          round = game.world.round;
          views = [];
          games = [];
          if (game.world.stage === 'over') return;
        }
        for (const who of [-1, ...c.seats.map((__, s) => s)]) {
          const fresh = view(game, who);
          // Another object for the same truth: nothing is remembered of it.
          expect(view({ ...game, truth: { ...game.truth } }, who)).toEqual(fresh);
          const at = who + 1;
          views[at] = views[at] ? viewAgain(game, views[at]) : fresh;
          expect(views[at]).toEqual(fresh);
          if (who < 0) continue;
          if (games[at]) seenAgain(games[at], views[at]);
          games[at] ??= seen(c, fresh);
          expect(games[at]).toEqual(seen(c, fresh));
        }
      });
    }
  });

  it("write a seat's picture of one round over with the next, and of one game with another", () => {
    const before: (Seen | null)[] = [];
    for (let seed = 0; seed < 4; seed++)
      walk(c, seed, (game) => {
        for (let seat = 0; seat < c.seats.length; seat++) {
          const v = view(game, seat);
          const old = before[seat] ?? null;
          before[seat] = { v, game: seenAfresh(c, v, old) };
          expect(before[seat]?.game).toEqual(seen(c, v));
        }
      });
  });

  it('say of any text what the vote would be', () => {
    const answers = new Set<boolean>();
    for (let seed = 0; seed < 6; seed++) {
      const chance = botChance(seed, 0, 0, 9);
      walk(c, seed, (game) => {
        for (let seat = 0; seat < c.seats.length; seat++) {
          const clauses = randomClauses(c, game.world.now, chance);
          const { passes } = ratification(game, seat, clauses);
          answers.add(passes);
          expect(wouldPass(game, seat, clauses)).toBe(passes);
        }
      });
    }
    expect(answers.size).toBe(2);
  });

  it('know of every draft what terms it meets, what lines it crosses and where it stands in the list', () => {
    const wrong: string[] = [];
    walk(c, 2, (game, step) => {
      if (step % 9 !== 0) return;
      const { world: w, truth } = game;
      const grid = gridOf(c, w.now);
      const open = { case: c, truth: publicTruth(c), world: w };
      grid.drafts.forEach((clauses, k) => {
        const check = (what: string, found: boolean, right: boolean): void => {
          if (found !== right) wrong.push(`${what} of draft ${k} in step ${step}`);
        };
        check('place', placeIn(grid, clauses) === k, true);
        for (const o of w.offers) check('terms', metBy(grid, o.terms)[k] === 1, meetsAll(game, clauses, o.terms));
        c.reds.forEach((__, r) => {
          if (w.amended[r] === 1) return;
          check(`line ${r}`, draftsAcross(grid, c, r, truth.reds[r])[k] === 1, crosses(game, clauses, r));
        });
        for (let s = 0; s < c.seats.length; s++)
          check(`lines of ${s}`, publicLines(grid, c, s, w.amended)[k] > 0, crossedBy(open, s, clauses) >= 0);
      });
      expect([placeIn(grid, []), placeIn(grid, [[0, w.now[0]]])]).toEqual([-1, -1]);
    });
    expect(wrong).toEqual([]);
  });
});
