import {
  breaksPledge,
  crossedBy,
  type Gain,
  gain,
  neededConfidence,
  ratification,
  seen,
  signatoriesOf,
  type Vote,
} from '../rules/index.ts';
import type { Case, Clause, Game, View } from '../world/index.ts';

/** What one seat gains by a package and how its bodies would vote, by what the viewer knows. The table and the terminal show this. */
export interface Assessment extends Gain {
  readonly seat: number;
  readonly signatories: number;
  /** The least confidence at which signing pays (Kydd); a share, 2 = none would be enough. */
  readonly needed: number;
  /** Red line of the seat that the package crosses, −1 none. */
  readonly crossed: number;
  /** The package breaks a public pledge of the seat. */
  readonly breaksPledge: boolean;
  /** `known`: the viewer has consulted this body; else its shift stands at its mode. */
  readonly votes: readonly (Vote & { readonly known: boolean })[];
  /** Yes-weights as a share of all, and the share that must be exceeded. */
  readonly share: number;
  readonly quota: number;
  /** Body whose no would end it, −1 none. */
  readonly vetoedBy: number;
  readonly passes: boolean;
}

const games = new WeakMap<View, Game>();
/** The game as this view shows it; made once per view. */
export function seenGame(c: Case, view: View): Game {
  let game = games.get(view);
  if (!game) {
    game = seen(c, view);
    games.set(view, game);
  }
  return game;
}

/**
 * MODEL M1–M6 and ratification for one seat, on what the viewer may know: its own numbers as drawn, everything else at the mode of
 * its public range.
 * @param clauses must move at least one issue
 */
export function assess(c: Case, view: View, seat: number, clauses: readonly Clause[]): Assessment {
  const game = seenGame(c, view);
  const own = gain(game, seat, clauses);
  const { votes, share, vetoedBy, passes } = ratification(game, seat, clauses);
  return {
    ...own,
    seat,
    signatories: signatoriesOf(game, clauses),
    needed: neededConfidence(own),
    crossed: crossedBy(game, seat, clauses),
    breaksPledge: breaksPledge(game, seat, clauses),
    votes: votes.map((vote) => ({ ...vote, known: view.consulted[vote.body] === 1 })),
    share,
    quota: c.seats[seat]!.quota,
    vetoedBy,
    passes,
  };
}
