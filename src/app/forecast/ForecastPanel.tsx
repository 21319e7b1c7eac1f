import '../styles/forecast.css';
import '../styles/forecast-packages.css';
import { useEffect, useRef } from 'react';
import { DRAWS } from '../../forecast/index.ts';
import { useAnnounce } from '../components/Live.tsx';
import { Sheet } from '../components/Sheet.tsx';
import { useWriting } from '../table/draft.tsx';
import { openDrafts } from '../table/reading.ts';
import { useSitting } from '../table/sitting.tsx';
import { Chance } from './Chance.tsx';
import { History } from './History.tsx';
import { IssueLines } from './IssueLines.tsx';
import { type Asked, Packages } from './Packages.tsx';
import { Trades } from './Trades.tsx';
import { useForecast } from './use-forecast.ts';
import { Worth } from './Worth.tsx';
import { ForecastWords } from './words.tsx';

/** What bargaining models make of what this seat may know (MODEL §7). Loaded when somebody looks; reckoned in a worker. */
export default function ForecastPanel({ close }: { close: () => void }) {
  return (
    <ForecastWords>
      <Panel close={close} />
    </ForecastWords>
  );
}

function Panel({ close }: { close: () => void }) {
  const { say } = useSitting();
  return (
    <Sheet title={say('forecast.panel.title')} wide isOpen onOpenChange={(open) => (open ? undefined : close())}>
      {() => (
        <div className="forecast">
          <div className="forecast-lead">
            <p className="lead">{say('forecast.panel.lead')}</p>
            <p className="small">{say('forecast.panel.private')}</p>
          </div>
          <Lines close={close} />
          <Worth />
        </div>
      )}
    </Sheet>
  );
}

/** The drafts that are worth placing: what lies on the table, and the own text. */
function useAsked(): Asked[] {
  const { update } = useSitting();
  const { clauses } = useWriting();
  const tabled = openDrafts(update.view).map(({ no, by, clauses: of }): Asked => ({ no, by, clauses: of }));
  return clauses.length > 0 ? [...tabled, { no: 0, by: update.view.who, clauses }] : tabled;
}

function Lines({ close }: { close: () => void }) {
  const { info, update, say } = useSitting();
  const announce = useAnnounce();
  const asked = useAsked();
  const state = useForecast(
    info.case,
    update.view,
    asked.map(({ clauses }) => clauses),
  );
  const told = useRef(false);
  useEffect(() => {
    if (state.is !== 'told' || told.current) return;
    told.current = true;
    announce(say('forecast.panel.ready'));
  }, [state, announce, say]);
  if (state.is === 'broke') return <p className="warning">{say('forecast.panel.broke')}</p>;
  if (state.is === 'reckoning')
    return <p className="forecast-wait">{say('forecast.panel.reckoning', { draws: DRAWS })}</p>;
  const { forecast, drafts } = state.told;
  return (
    <>
      {state.old ? <p className="small">{say('forecast.panel.again')}</p> : null}
      <Chance deal={forecast.deal} />
      <IssueLines issues={forecast.issues} />
      <Packages forecast={forecast} asked={asked} drafts={drafts} close={close} />
      <Trades swaps={forecast.swaps} />
      <History issues={forecast.issues} />
    </>
  );
}
