import { createContext, useContext } from 'react';
import type { Ack } from '../../session/index.ts';
import { Button } from '../components/Controls.tsx';
import { useSitting } from './sitting.tsx';

/** What the host of a table lets people do with the game as a whole; a class may offer less than solo play. */
export interface HostActions {
  /** Saves the game to a file. */
  readonly save?: () => void;
  /** Plays the same scenario again. */
  readonly again?: () => void;
  readonly leave?: () => void;
  /** Goes back to the campaign that this game is a part of. */
  readonly onward?: () => void;
  /** Takes back the last step of the seat that sits here; a class has no such thing. */
  readonly undo?: () => Promise<Ack>;
  /** Several people share this screen. */
  readonly handOver?: {
    readonly people: readonly number[];
    /** `draft`: because a draft waits for that seat. */
    to(seat: number, draft: boolean): void;
  };
}

const HostActionsContext = createContext<HostActions>({});
export const HostActionsProvider = HostActionsContext.Provider;
export const useHostActions = (): HostActions => useContext(HostActionsContext);

export function ResultActions() {
  const { say } = useSitting();
  const { save, again, leave, onward } = useHostActions();
  return (
    <div className="actions">
      {onward ? (
        <Button kind="main" onPress={onward}>
          {say('app.campaign.onward')}
        </Button>
      ) : again ? (
        <Button kind="main" onPress={again}>
          {say('app.result.again')}
        </Button>
      ) : null}
      {save ? <Button onPress={save}>{say('app.menu.save')}</Button> : null}
      {leave ? <Button onPress={leave}>{say('app.menu.leave')}</Button> : null}
    </div>
  );
}
