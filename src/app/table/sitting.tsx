import { createContext, useContext } from 'react';
import type { Ack, Ask, Level, Update } from '../../session/index.ts';
import type { Say } from '../../words/index.ts';
import type { Clause, SeatNo } from '../../world/index.ts';
import type { GameInfo } from '../game-info.ts';
import type { Names } from './names.ts';

/** Everything the parts of the table need: where we sit, what we know, how to act. */
export interface Sitting {
  readonly info: GameInfo;
  readonly update: Update;
  readonly seat: SeatNo;
  readonly level: Level;
  readonly say: Say;
  readonly names: Names;
  /** Sends a command; a refusal is shown and read out here, so that no caller has to. */
  act(ask: Ask): Promise<Ack>;
  /**
   * Opens the causes of one number, e.g. `tension`; '' opens all changes. With clauses it asks about a package: `gain`, `confidence`,
   * `home`, `vote/<body>`.
   */
  why(what: string, clauses?: readonly Clause[]): void;
}

const SittingContext = createContext<Sitting | null>(null);
export const SittingProvider = SittingContext.Provider;

export function useSitting(): Sitting {
  const sitting = useContext(SittingContext);
  if (!sitting) throw new Error('useSitting outside a table');
  return sitting;
}
