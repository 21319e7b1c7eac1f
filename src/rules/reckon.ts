import { type Clause, type Game, MAX_OPTIONS } from '../world/index.ts';
import { confidence } from './gain.ts';
import { trustOf } from './holds.ts';
import { meetsAll } from './lines.ts';

/** M6 of many drafts in one World: what does not depend on the draft is worked out once. Equal to gain() to the last bit. */
export interface Reckoner {
  /** N of a decider (seat, or seats + body) for a draft. */
  net(decider: number, clauses: readonly Clause[]): number;
  /** q of a seat (M5). */
  confidence(seat: number): number;
  /** The most that standing offers can bring a seat, whatever the draft. */
  offered(seat: number): number;
}

export function reckoner(game: Game): Reckoner {
  const { case: c, truth, world: w } = game;
  const S = c.seats.length;
  const I = c.issues.length;
  let weights = 0;
  for (const issue of c.issues) weights += issue.weight;
  const q = c.seats.map((_, s) => confidence(game, s));
  const offers = w.offers.filter((o) => o.state === 'standing');
  const seatOf = (decider: number): number => (decider < S ? decider : c.bodies[decider - S].seat);

  /** What each option changes for a decider against the option in force, by issue·MAX_OPTIONS + option. */
  const tables: Float64Array[] = [];
  const stepsOf = (decider: number): Float64Array => {
    const step = new Float64Array(I * MAX_OPTIONS);
    for (let d = 0; d < I; d++) {
      const row = (decider * I + d) * MAX_OPTIONS;
      for (let o = 0; o < MAX_OPTIONS; o++)
        step[d * MAX_OPTIONS + o] = truth.util[row + o] - truth.util[row + w.now[d]];
    }
    tables[decider] = step;
    return step;
  };
  const offersTo = c.seats.map((_, s) => offers.filter((o) => o.to === s));

  const net = (decider: number, clauses: readonly Clause[]): number => {
    const seat = seatOf(decider);
    const steps = tables[decider] ?? stepsOf(decider);
    let change = 0;
    let loss = 0;
    let moved = 0;
    for (let k = 0; k < clauses.length; k++) {
      const issue = clauses[k][0];
      const step = steps[issue * MAX_OPTIONS + clauses[k][1]];
      change += step;
      if (step < 0) loss -= step;
      moved += c.issues[issue].weight;
    }
    const relief = ((moved / weights) * w.hurt[seat] * w.tension) / 100;
    let sticks = 0;
    let carrots = 0;
    for (const o of offersTo[seat]) {
      if (!meetsAll(game, clauses, o.terms)) continue;
      if (o.kind === 'carrot') carrots += o.points;
      else sticks += trustOf(game, seat, o.from) * o.points;
    }
    // The same steps in the same order as gain(), so that the sign never differs.
    return q[seat] * (change + relief + sticks) - (1 - q[seat]) * loss + carrots;
  };

  const offered = (seat: number): number => {
    let sum = 0;
    for (const o of offersTo[seat])
      sum += o.kind === 'carrot' ? o.points : q[seat] * trustOf(game, seat, o.from) * o.points;
    return sum;
  };

  return { net, confidence: (seat) => q[seat], offered };
}
