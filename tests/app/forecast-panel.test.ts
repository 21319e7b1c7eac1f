import { describe, expect, it } from 'vitest';
import { LINES, panelWords } from '../../src/app/forecast/words.tsx';
import { FORECAST_SEED, reckonForecast } from '../../src/app/worker/forecast-protocol.ts';
import { forecastFor, placeDraft } from '../../src/forecast/index.ts';
import { determinise, draftsFrom, hashGame, start, view } from '../../src/rules/index.ts';
import { scenario } from '../lab/played.ts';

const { case: c } = scenario('tests/fixtures/mini');

describe('what the forecasts’ worker reckons', () => {
  const game = start(c, { seed: 12, preset: c.presets[0]!.id });
  const drafts = draftsFrom(c, game.world.now).slice(3, 6);

  it('are the lines of the forecasts for the same view, and the place of each draft', () => {
    for (const who of c.seats.keys()) {
      const v = view(game, who);
      const told = reckonForecast({ case: c, view: v, drafts });
      expect(told.forecast).toEqual(forecastFor(c, v, { seed: FORECAST_SEED }));
      expect(told.drafts).toEqual(drafts.map((clauses) => placeDraft(c, v, clauses)));
    }
  });

  it('changes nothing and is the same in every world that looks the same', () => {
    const before = hashGame(game);
    const v = view(game, 1);
    const told = reckonForecast({ case: c, view: v, drafts });
    expect(hashGame(game)).toBe(before);
    expect(reckonForecast({ case: c, view: view(determinise(c, v, 5), 1), drafts })).toEqual(told);
  });

  it('can be sent from a worker to a page', () => {
    const told = reckonForecast({ case: c, view: view(game, 0), drafts });
    expect(structuredClone(told)).toEqual(told);
  });
});

describe('the words of the panel', () => {
  it('have an explanation for every line that explains itself', () => {
    const words = panelWords();
    for (const line of LINES) {
      expect(words[`help.term-${line}`], line).toMatch(/^[A-Z]/);
      // A term is said without parameters.
      expect(words[`help.term-${line}-about`], line).toMatch(/^[^{}]{20,}$/);
    }
  });
});
