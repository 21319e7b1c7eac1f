import { useMemo } from 'react';
import { seenGame } from '../../forecast/index.ts';
import { ripeness } from '../../rules/index.ts';
import { useSitting } from './sitting.tsx';

/** Zartman's two lamps: does the stalemate hurt both principals, and is there a way out by what is publicly known? */
export function Ripeness() {
  const { info, update, say } = useSitting();
  const { view } = update;
  const lamps = useMemo(() => ripeness(seenGame(info.case, view)), [info.case, view]);
  return (
    <ul className="lamps" aria-label={say('app.ripeness.title')}>
      {(['hurting', 'wayOut'] as const).map((lamp) => {
        const on = lamps[lamp];
        return (
          <li key={lamp} className={on ? 'lamp lamp-on' : 'lamp'}>
            <span className="lamp-bulb" aria-hidden="true" />
            <span className="small">{say(`app.ripeness.${lamp}-${on ? 'on' : 'off'}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}
