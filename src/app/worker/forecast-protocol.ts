/** What the forecasts' panel and its worker say to each other. Only what the seat may see goes over, and nothing comes back to the game. */
import { type DraftForecast, type Forecast, forecastFor, placeDraft } from '../../forecast/index.ts';
import type { Case, Clause, View } from '../../world/index.ts';

export interface ToForecaster {
  readonly call: number;
  readonly case: Case;
  readonly view: View;
  /** Drafts to be placed against the frontier. */
  readonly drafts: readonly (readonly Clause[])[];
}

/** Every line for one view, and the place of each draft asked about. */
export interface Told {
  readonly forecast: Forecast;
  readonly drafts: readonly DraftForecast[];
}

export type FromForecaster =
  | { readonly tell: 'told'; readonly call: number; readonly told: Told }
  | { readonly tell: 'broke'; readonly call: number; readonly message: string };

/** The forecasts' own sub-seed: not the game's, so that the same view always gets the same answer. */
export const FORECAST_SEED = 1;

/** What the worker does with a question. A function of Case, View and drafts alone. */
export function reckonForecast({ case: c, view, drafts }: Omit<ToForecaster, 'call'>): Told {
  const forecast = forecastFor(c, view, { seed: FORECAST_SEED });
  return { forecast, drafts: drafts.map((clauses) => placeDraft(c, view, clauses, forecast.pareto)) };
}
