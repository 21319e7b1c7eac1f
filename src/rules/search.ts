import { type Clause, type Game, MAX_OPTIONS } from '../world/index.ts';
import { judgeOf } from './judge.ts';
import { prepared } from './prepared.ts';
import { reckoner } from './reckon.ts';

export interface Candidate {
  readonly clauses: readonly Clause[];
  readonly nets: readonly number[]; // net gain (M6) per seat
}

/** Sums in another order differ in their last digits; a whole branch is only left out where that cannot matter. */
const HAIR = 1e-6;

/**
 * Every package of at most `max` moves that all its signatories would sign and ratify, in listing order. There are tens of thousands,
 * so the principals' gains are summed along the way from issue to issue, a way on which one of them cannot gain any more is not
 * followed, and only what both would sign is looked at more closely.
 */
export function acceptable(game: Game, max: number): Candidate[] {
  const { case: c, truth, world: w } = game;
  const I = c.issues.length;
  const reckon = reckoner(game);
  const judge = judgeOf(game, reckon);
  const { principals } = prepared(c);
  const P = principals.length;
  const offered = w.offers.some((o) => o.state === 'standing' && principals.includes(o.to));
  const clause = c.issues.map((issue, d) => issue.options.map((_, o): Clause => [d, o]));
  const change = new Float64Array((max + 1) * P);
  const loss = new Float64Array((max + 1) * P);
  const moved = new Float64Array(max + 1);
  const weights = c.issues.reduce((sum, issue) => sum + issue.weight, 0);
  const q = principals.map((p) => reckon.confidence(p));
  const path: Clause[] = [];
  const out: Candidate[] = [];
  const stepOf = (seat: number, issue: number, option: number): number => {
    const row = (seat * I + issue) * MAX_OPTIONS;
    return truth.util[row + option] - truth.util[row + w.now[issue]];
  };
  const reliefOf = (seat: number, weight: number): number => ((weight / weights) * w.hurt[seat] * w.tension) / 100;

  /** What a principal gains by the sums along the path, offers aside: the same steps in the same order as gain(). */
  const gains = (depth: number, p: number): number =>
    q[p] * (change[depth * P + p] + reliefOf(principals[p], moved[depth])) - (1 - q[p]) * loss[depth * P + p];

  const bothGain = (depth: number): boolean => {
    for (let p = 0; p < P; p++) if ((offered ? reckon.net(principals[p], path) : gains(depth, p)) < 0) return false;
    return true;
  };

  // The most that moves on the issues from d on, and every offer, can still bring each principal.
  const most = new Float64Array((I + 1) * P);
  for (let p = 0; p < P; p++) {
    most[I * P + p] = reckon.offered(principals[p]);
    for (let d = I - 1; d >= 0; d--) {
      let best = 0;
      for (let o = 0; o < c.issues[d].options.length; o++) {
        if (o === w.now[d]) continue;
        const step = stepOf(principals[p], d, o);
        const x = q[p] * (step + reliefOf(principals[p], c.issues[d].weight)) - (step < 0 ? (q[p] - 1) * step : 0);
        if (x > best) best = x;
      }
      most[d * P + p] = most[(d + 1) * P + p] + best;
    }
  }
  const hopeful = (depth: number, from: number): boolean => {
    for (let p = 0; p < P; p++) if (gains(depth, p) + most[from * P + p] < -HAIR) return false;
    return true;
  };

  const walk = (from: number): void => {
    const depth = path.length;
    for (let issue = from; issue < I; issue++) {
      // What follows moves nothing but this issue and later ones.
      if (!hopeful(depth, issue)) return;
      const options = c.issues[issue].options.length;
      for (let option = 0; option < options; option++) {
        if (option === w.now[issue]) continue;
        path.push(clause[issue][option]);
        moved[depth + 1] = moved[depth] + c.issues[issue].weight;
        for (let p = 0; p < P; p++) {
          const step = stepOf(principals[p], issue, option);
          change[(depth + 1) * P + p] = change[depth * P + p] + step;
          loss[(depth + 1) * P + p] = step < 0 ? loss[depth * P + p] - step : loss[depth * P + p];
        }
        if (bothGain(depth + 1) && judge.look(path, true) === 0) {
          const clauses = path.slice();
          out.push({ clauses, nets: c.seats.map((_, s) => reckon.net(s, clauses)) });
        }
        if (depth + 1 < max) walk(issue + 1);
        path.pop();
      }
    }
  };
  if (max > 0) walk(0);
  return out;
}
