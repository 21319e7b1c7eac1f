import { passiveBot } from '../bots/index.ts';
import {
  apply,
  type Candidate,
  copyWorld,
  gain,
  nashProduct,
  type Obstacle,
  sameClauses,
  scores,
  seatsIn,
  zone,
} from '../rules/index.ts';
import type { Case, Clause, DutyAct, Game, Truth, World } from '../world/index.ts';
import { playOn } from './play.ts';

/** Where agreement was possible when the orders of one round were closed, by the whole truth. */
export interface RoundZone {
  readonly round: number;
  /** Packages that everybody whose signature was needed would have signed and ratified, in listing order. */
  readonly all: readonly Candidate[];
  readonly nash: Candidate | null;
  /** The best ones by the product of the principals' gains, at most five. */
  readonly best: readonly Candidate[];
  /** When there was none: what stood in the way. */
  readonly binding: Obstacle | null;
  /** Why no text could be put on the table in that round, however good: a package was being carried out. */
  readonly busy: boolean;
  /** Direct talks were shut: only a mediator could table. */
  readonly shut: boolean;
}

/** The zone of agreement of every round, from the Worlds at the close of orders (Update.opened.closed). Milliseconds a round. */
export function roundZones(
  c: Case,
  truth: Truth,
  closed: readonly World[],
  tick?: (done: number) => void,
): RoundZone[] {
  return closed.map((world, k) => {
    tick?.(k);
    const game: Game = { case: c, truth, world };
    const z = zone(game);
    const ranked = z.all
      .map((x, at) => ({ x, at, product: nashProduct(game, x.nets) }))
      .sort((a, b) => b.product - a.product || a.at - b.at);
    return {
      round: k + 1,
      all: z.all,
      nash: z.nash,
      best: ranked.slice(0, 5).map(({ x }) => x),
      binding: z.binding,
      busy: world.obligations.some((o) => o.state === 'open' && o.deal > 0),
      shut: world.gate.some((open) => open === 0),
    };
  });
}

/** A package that was possible and that nobody put on the table. */
export interface Missed extends Candidate {
  /** Rounds in which it was possible and could have been tabled. */
  readonly rounds: readonly number[];
}

/**
 * Packages that were possible while texts could be tabled, and never were; the one with the best product of the principals' gains
 * first, one for each set of issues, at most `most`. The gains are those of the first such round.
 */
export function missedPackages(
  c: Case,
  zones: readonly RoundZone[],
  tabled: readonly (readonly Clause[])[],
  most = 5,
): Missed[] {
  const found = new Map<string, { x: Candidate; rounds: number[] }>();
  for (const z of zones) {
    if (z.busy) continue;
    for (const x of z.all) {
      if (tabled.some((t) => sameClauses(t, x.clauses))) continue;
      const key = x.clauses.join(';');
      const entry = found.get(key) ?? { x, rounds: [] };
      entry.rounds.push(z.round);
      found.set(key, entry);
    }
  }
  const product = ({ nets }: Candidate): number =>
    c.seats.reduce((all, seat, s) => (seat.role === 'principal' ? all * nets[s] : all), 1);
  const ranked = [...found.values()].sort((a, b) => product(b.x) - product(a.x) || b.rounds.length - a.rounds.length);
  const topics = new Set<string>();
  const fresh = ranked.filter(({ x }) => {
    const topic = x.clauses.map(([issue]) => issue).join();
    return topics.size < topics.add(topic).size;
  });
  return fresh.slice(0, most).map(({ x, rounds }) => ({ ...x, rounds }));
}

/** What breaking one clause instead of performing it would have paid. */
export interface Temptation {
  /** Number of the obligation. */
  readonly no: number;
  readonly round: number;
  readonly seat: number;
  readonly issue: number;
  readonly to: number;
  /** What the seat ordered: perform, delay or breach. */
  readonly did: DutyAct;
  /** Points of utility the clause cost the seat at once; below 0: it gained by performing. */
  readonly cost: number;
  /** Score at the end after a breach less score at the end after performing, both played out with nobody doing anything more. */
  readonly paid: number;
}

/**
 * Every clause that fell due, and what breaking it would have paid. The other orders of that round stay as they were; after it both
 * branches are played out with seats that pass and keep their word, so that only the breach and what follows from it by the rules
 * differ. A clause that was delayed is there twice.
 */
export function temptations(c: Case, truth: Truth, closed: readonly World[]): Temptation[] {
  const out: Temptation[] = [];
  for (const world of closed)
    for (const o of world.obligations) {
      // After the last round open clauses are carried out with the orders given in it, whenever they were due.
      if (o.state !== 'open' || (o.due > world.round && world.round < world.rounds)) continue;
      for (const seat of seatsIn({ case: c, truth, world }, o.owners)) {
        const did = world.sealed[seat]?.duties.find((d) => d.no === o.no)?.act ?? 'perform';
        const branch = (act: 'perform' | 'breach'): number => {
          const copy = copyWorld(world);
          const orders = copy.sealed[seat];
          const duties = (orders?.duties ?? []).filter((d) => d.no !== o.no);
          copy.sealed[seat] = {
            moves: orders?.moves ?? [],
            because: orders?.because ?? '',
            duties: [...duties, { no: o.no, act }],
          };
          const game: Game = { case: c, truth, world: copy };
          apply(game, { do: 'resolve' });
          playOn(game, { seed: 1, bots: c.seats.map(() => passiveBot) });
          return scores(game)[seat].score;
        };
        const { change } = gain({ case: c, truth, world }, seat, [[o.issue, o.to]]);
        out.push({
          no: o.no,
          round: world.round,
          seat,
          issue: o.issue,
          to: o.to,
          did,
          cost: -change,
          paid: branch('breach') - branch('perform'),
        });
      }
    }
  return out;
}
