import type { Game } from '../world/index.ts';
import { HURTING } from './constants.ts';
import { zone } from './zone.ts';

/** Zartman's two lamps, without effect of their own: both principals hurt by the stalemate; a way out by what is known. */
export interface Ripeness {
  readonly hurting: boolean;
  readonly wayOut: boolean;
}

/**
 * Pass a seen() game: what a mediator has brought to light counts, so the lamp says the same as the trial of a text. `wayOut`
 * enumerates the zone (milliseconds): call it on demand, never in a rollout.
 */
export function ripeness(game: Game): Ripeness {
  const w = game.world;
  const hurting = game.case.seats.every((s, k) => s.role !== 'principal' || (w.hurt[k] * w.tension) / 100 >= HURTING);
  return { hurting, wayOut: zone(game).all.length > 0 };
}
