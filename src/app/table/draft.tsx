import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { Clause } from '../../world/index.ts';

/** The text being written at this table, before anybody else sees it. */
export interface Writing {
  readonly clauses: readonly Clause[];
  /** Number of the draft it will answer, 0 for none. */
  readonly answers: number;
  /** `null` takes the clause out. Stays the same function as long as the table stands. */
  set(issue: number, option: number | null): void;
  load(clauses: readonly Clause[], answers: number): void;
  clear(): void;
}

const WritingContext = createContext<Writing | null>(null);

export function useWriting(): Writing {
  const writing = useContext(WritingContext);
  if (!writing) throw new Error('useWriting outside a table');
  return writing;
}

export function WritingProvider({ now, children }: { now: readonly number[]; children: ReactNode }) {
  const [state, setState] = useState<{ clauses: readonly Clause[]; answers: number }>({ clauses: [], answers: 0 });
  const latest = useRef(now);
  latest.current = now;
  const set = useCallback<Writing['set']>(
    (issue, option) =>
      setState((old) => {
        const rest = old.clauses.filter(([i]) => i !== issue);
        const kept = option === null || option === latest.current[issue];
        const next: Clause[] = kept ? rest : [...rest, [issue, option]];
        return { ...old, clauses: next.sort((a, b) => a[0] - b[0]) };
      }),
    [],
  );
  const writing = useMemo<Writing>(() => {
    // What is in force already is no clause; the table may have changed since the clause was written.
    const clauses = state.clauses.filter(([issue, option]) => now[issue] !== option);
    return {
      clauses,
      answers: state.answers,
      set,
      load: (list, answers) => setState({ clauses: list, answers }),
      clear: () => setState({ clauses: [], answers: 0 }),
    };
  }, [state, now, set]);
  return <WritingContext value={writing}>{children}</WritingContext>;
}
