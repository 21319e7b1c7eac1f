import type { Clause, Game, Term } from '../world/index.ts';
import { redsOf } from './marks.ts';

/** Option that a package with these clauses has on an issue: the clause's, else the one in force. */
export function optionIn(game: Game, clauses: readonly Clause[], issue: number): number {
  for (let k = 0; k < clauses.length; k++) if (clauses[k][0] === issue) return clauses[k][1];
  return game.world.now[issue];
}

export const meets = (game: Game, clauses: readonly Clause[], term: Term): boolean => {
  const option = optionIn(game, clauses, term.issue);
  return option >= term.min && option <= term.max;
};

/** Whether the package meets every term (an offer's condition). */
export function meetsAll(game: Game, clauses: readonly Clause[], terms: readonly Term[]): boolean {
  for (let k = 0; k < terms.length; k++) if (!meets(game, clauses, terms[k])) return false;
  return true;
}

/** Whether what is in force meets every term. */
export const metNow = (game: Game, terms: readonly Term[]): boolean => meetsAll(game, NO_CLAUSES, terms);
const NO_CLAUSES: readonly Clause[] = [];

/** Whether red line number `r`, as drawn, is crossed by the package. Lines given up and lines with their `unless` met are not. */
export function crosses(game: Game, clauses: readonly Clause[], r: number): boolean {
  const red = game.case.reds[r];
  if (game.world.amended[r] === 1) return false;
  const at = game.truth.reds[r];
  const option = optionIn(game, clauses, red.issue);
  if (red.side === 'max' ? option <= at : option >= at) return false;
  return red.unless === null || !meets(game, clauses, red.unless);
}

/** Number of the first red line of the seat that the package crosses, −1 for none. A package is one option for *every* issue, so
 * a line can be crossed by what a draft leaves as it is. */
export function crossedBy(game: Game, seat: number, clauses: readonly Clause[]): number {
  for (const r of redsOf(game.case, seat)) if (crosses(game, clauses, r)) return r;
  return -1;
}

/** Whether the clauses break a public pledge of the seat (only issues the clauses move can). */
export function breaksPledge(game: Game, seat: number, clauses: readonly Clause[]): boolean {
  const I = game.case.issues.length;
  const w = game.world;
  for (let k = 0; k < clauses.length; k++) {
    const issue = clauses[k][0];
    const option = clauses[k][1];
    const min = w.pledgeMin[seat * I + issue];
    const max = w.pledgeMax[seat * I + issue];
    if ((min >= 0 && option < min) || (max >= 0 && option > max)) return true;
  }
  return false;
}
