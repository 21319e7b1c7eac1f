import './documents.css';
import './reading.css';
import { useEffect, useState } from 'react';
import { Page } from '../components/Page.tsx';
import { dateText } from '../dates.ts';
import type { GameInfo } from '../game-info.ts';
import { makeRoute, type Reading } from '../route.ts';
import { loadShipped, shipped } from '../scenarios/index.ts';
import { useNamed } from '../scenarios/named.ts';
import { useReaderOf, useRoomSay } from './context.tsx';
import { type LoadedRoom, loadRoom } from './load.ts';
import { RoomView } from './RoomView.tsx';

/** The document room as a screen: for readers with or without a game. */
export default function DocumentRoom({ scenario, reading }: { scenario: string | null; reading: Reading | null }) {
  return <Page>{scenario === null ? <Choose /> : <Loading scenario={scenario} reading={reading} />}</Page>;
}

/** Which scenario's documents. */
function Choose() {
  const say = useRoomSay(undefined);
  return (
    <div className="room-choose">
      <header className="room-head">
        <h1>{say('documents.title')}</h1>
        <p className="lead">{say('documents.lead-all')}</p>
      </header>
      <ul className="room-scenarios">
        {shipped.map((one) => (
          <li key={one.id}>
            <span className="small">{dateText(one.date, 'en')}</span>
            <a href={makeRoute({ at: 'documents', scenario: one.id })} lang={one.lang}>
              {one.title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

type State = { readonly info: GameInfo; readonly loaded: LoadedRoom } | 'failed' | null;

function Loading({ scenario, reading }: { scenario: string; reading: Reading | null }) {
  const say = useRoomSay(undefined);
  const [state, setState] = useState<State>(null);
  useEffect(() => {
    let there = true;
    loadShipped(scenario)
      .then(async (info) => ({ info, loaded: await loadRoom(info) }))
      .then(
        (next) => there && setState(next),
        () => there && setState('failed'),
      );
    return () => {
      there = false;
    };
  }, [scenario]);
  if (state === null) return <p className="loading">{say('app.loading')}</p>;
  if (state === 'failed')
    return (
      <div className="sheet broken" role="alert">
        <h1>{say('documents.title')}</h1>
        <p>{say(shipped.some(({ id }) => id === scenario) ? 'documents.failed' : 'documents.unknown')}</p>
        <p>
          <a href={makeRoute({ at: 'documents', scenario: null })}>{say('documents.choose')}</a>
        </p>
      </div>
    );
  return <Read info={state.info} loaded={state.loaded} reading={reading} />;
}

function Read({ info: plain, loaded, reading }: { info: GameInfo; loaded: LoadedRoom; reading: Reading | null }) {
  const info = useNamed(plain);
  const reader = useReaderOf(loaded.room, info, reading);
  const { say } = reader;
  return (
    <>
      <header className="room-head">
        <p className="room-kicker">
          <a href={makeRoute({ at: 'documents', scenario: null })}>{say('documents.title')}</a>
        </p>
        <h1 lang={info.lang}>{say('title')}</h1>
        <p className="room-date">
          {dateText(info.case.date, info.lang)}
          {' · '}
          <a href={makeRoute({ at: 'new', scenario: info.case.id })}>{say('documents.home')}</a>
        </p>
      </header>
      <RoomView reader={reader} heading={2} />
    </>
  );
}
