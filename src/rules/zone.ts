import type { Clause, Game } from '../world/index.ts';
import { gain, seatsIn, signatoriesOf } from './gain.ts';
import { judgeOf, type Obstacle } from './judge.ts';
import { crosses } from './lines.ts';
import { draftsFrom } from './packages.ts';
import { prepared } from './prepared.ts';
import { reckoner } from './reckon.ts';
import { acceptable, type Candidate } from './search.ts';
import { ratification } from './votes.ts';

export type { Candidate, Obstacle };

/** Zone of agreement of a game as it stands. */
export interface Zone {
  readonly all: readonly Candidate[]; // packages that all signatories would sign and ratify, in listing order
  readonly nash: Candidate | null; // argmax of the product of the principals' N; ties by listing order
  readonly pareto: readonly Candidate[]; // undominated in the principals' plane, among `all`
  readonly binding: Obstacle | null; // when empty: the constraint whose removal alone would let most packages in
}

/** A leader signs iff no red line is crossed and N ≥ 0 (principals), or U⁺ + B ≥ D (mediators, whose q is 1). */
export function obstacles(game: Game, clauses: readonly Clause[]): Obstacle[] {
  const out: Obstacle[] = [];
  const c = game.case;
  for (const seat of seatsIn(game, signatoriesOf(game, clauses))) {
    for (let red = 0; red < c.reds.length; red++)
      if (c.reds[red].seat === seat && crosses(game, clauses, red)) out.push({ is: 'line', seat, red });
    if (gain(game, seat, clauses).net < 0) out.push({ is: 'leader', seat });
    const vote = ratification(game, seat, clauses);
    if (vote.vetoedBy >= 0) out.push({ is: 'veto', seat, body: vote.vetoedBy });
    else if (!vote.passes) out.push({ is: 'quota', seat });
  }
  return out;
}

/** Product of the principals' net gains; −1 when any is negative (the product of two losses is no gain). */
export function nashProduct(game: Game, nets: readonly number[]): number {
  let product = 1;
  for (const p of prepared(game.case).principals) {
    if (nets[p] < 0) return -1;
    product *= nets[p];
  }
  return product;
}

/** Candidates that no other one beats for every principal (and strictly for one). */
export function paretoOf(game: Game, list: readonly Candidate[]): Candidate[] {
  const ps = prepared(game.case).principals;
  const beats = (a: Candidate, b: Candidate): boolean =>
    ps.every((p) => a.nets[p] >= b.nets[p]) && ps.some((p) => a.nets[p] > b.nets[p]);
  // Sorted by the first principal's gain, a candidate can only be beaten by one before it.
  const sorted = [...list].sort((a, b) => b.nets[ps[0]] - a.nets[ps[0]]);
  const front: Candidate[] = [];
  for (const x of sorted) if (!front.some((f) => beats(f, x))) front.push(x);
  const keep = new Set(front.filter((f) => !front.some((g) => g !== f && beats(g, f))));
  return list.filter((x) => keep.has(x));
}

/** Z of MODEL §2 among packages of at most `max` moves (the scenario's limit by default). On a seen() game: Z by what is known. */
export function zone(game: Game, max = game.case.clausesMax): Zone {
  const all = acceptable(game, max);
  let nash: Candidate | null = null;
  let best = -1;
  for (const x of all) {
    const product = nashProduct(game, x.nets);
    if (product > best) {
      best = product;
      nash = x;
    }
  }
  return { all, nash, pareto: paretoOf(game, all), binding: all.length === 0 ? bindingOf(game) : null };
}

/** The constraint whose removal alone would let most drafts in; the commonest one when no single removal would. */
function bindingOf(game: Game): Obstacle | null {
  const judge = judgeOf(game, reckoner(game));
  const { kinds, found } = judge;
  const alone = new Int32Array(kinds);
  const any = new Int32Array(kinds);
  const met: number[] = []; // in the order in which they were first met, which decides between equals
  for (const clauses of draftsFrom(game.case, game.world.now)) {
    const n = judge.look(clauses);
    for (let k = 0; k < n; k++) if (any[found[k]]++ === 0) met.push(found[k]);
    if (n === 1) alone[found[0]]++;
  }
  met.sort((a, b) => alone[b] - alone[a] || any[b] - any[a]);
  return met.length > 0 ? judge.obstacle(met[0]) : null;
}
