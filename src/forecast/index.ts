/**
 * Forecasts: what models of bargaining make of positions, salience and influence. The plain functions take lists of numbers and know
 * nothing of scenarios; `forecastFor` and its parts are functions of a Case and a View, and so is `assess`, what a package would mean.
 * Nothing here changes a game.
 */
export { type Assessment, assess, seenGame } from './assess.ts';
export { type ChallengeOptions, type ChallengeRound, challengeRounds } from './challenge.ts';
export { band, compromise, DRAWS, unweightedMean, weightedMedian } from './compromise.ts';
export { type DealChance, dealChance } from './deal.ts';
export { electionOdds } from './election.ts';
export {
  bestSwaps,
  type DraftForecast,
  type Forecast,
  type ForecastOptions,
  forecastFor,
  type IssueForecast,
  issueForecasts,
  placeDraft,
} from './forecast.ts';
export { gainParts, type Part } from './parts.ts';
export { power } from './power.ts';
export { Learner, regretMatching } from './regret.ts';
export { type Stance, spread } from './stance.ts';
export { compromiseBands, stancesOf } from './stances.ts';
export { type Standing, standing } from './standing.ts';
export { type Swap, swaps } from './swaps.ts';
export {
  distanceFromPareto,
  feasibleSet,
  type NashSolution,
  nashSolution,
  paretoSet,
  type UtilityTable,
} from './tables.ts';
