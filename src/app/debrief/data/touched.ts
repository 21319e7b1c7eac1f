import type { Opened, TalkLine } from '../../../session/index.ts';
import type { Case, Term } from '../../../world/index.ts';
import { worldsOf } from './series.ts';

/** A contradiction between documents that this game touched: by what came into force, or by what was only put on the table. */
export interface Touched {
  readonly contradiction: number;
  readonly term: Term;
  /** First round: in force after it, or on the table in it. */
  readonly round: number;
  readonly inForce: boolean;
}

/** What came into force counts before what was tabled; an option that was there from the start touches nothing. */
export function touchedBy(c: Case, opened: Pick<Opened, 'closed' | 'final'>, talks: readonly TalkLine[]): Touched[] {
  const worlds = worldsOf(opened);
  const meets = (term: Term, option: number): boolean => option >= term.min && option <= term.max;
  return c.contradictions.flatMap((one, contradiction): Touched[] => {
    for (const term of one.touchedBy) {
      const start = c.issues[term.issue].now;
      const round = worlds.findIndex((w) => w.now[term.issue] !== start && meets(term, w.now[term.issue]));
      if (round > 0) return [{ contradiction, term, round, inForce: true }];
    }
    for (const term of one.touchedBy) {
      const line = talks.find((t) => t.clauses.some(([issue, option]) => issue === term.issue && meets(term, option)));
      if (line) return [{ contradiction, term, round: line.round, inForce: false }];
    }
    return [];
  });
}
