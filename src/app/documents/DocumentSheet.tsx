import './documents.css';
import './reading.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Sheet } from '../components/Sheet.tsx';
import type { GameInfo } from '../game-info.ts';
import { makeRoute, type Reading } from '../route.ts';
import { useReaderOf, useRoomSay } from './context.tsx';
import { type LoadedRoom, loadRoom } from './load.ts';
import { useWayBack } from './over.ts';
import { RoomView } from './RoomView.tsx';
import { showIssue } from './show-issue.ts';

interface Props {
  readonly info: GameInfo;
  readonly reading: Reading;
  /** The cards of the issues are on the table now. */
  readonly issues: boolean;
}

/** The document room laid over a table: the game stays as it is underneath. Back, Escape and the cross lead back to it. */
export default function DocumentSheet({ info, reading, issues }: Props) {
  const say = useRoomSay(info.texts);
  const close = useWayBack();
  const [state, setState] = useState<LoadedRoom | 'failed' | null>(null);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    let there = true;
    loadRoom(info).then(
      (loaded) => there && setState(loaded),
      () => there && setState('failed'),
    );
    return () => {
      there = false;
    };
  }, [info]);
  // Once the sheet is gone and the focus is back at the table.
  useEffect(
    () => () => {
      const issue = wanted.current;
      if (issue !== null) requestAnimationFrame(() => requestAnimationFrame(() => showIssue(issue)));
    },
    [],
  );
  const toIssue = useCallback(
    (issue: string) => {
      wanted.current = issue;
      close();
    },
    [close],
  );
  return (
    <Sheet title={say('documents.title')} wide isOpen onOpenChange={(open) => (open ? undefined : close())}>
      {() =>
        state === null ? (
          <p className="loading">{say('app.loading')}</p>
        ) : state === 'failed' ? (
          <p role="alert">{say('documents.failed')}</p>
        ) : (
          <Read info={info} loaded={state} reading={reading} toIssue={issues ? toIssue : null} />
        )
      }
    </Sheet>
  );
}

interface ReadProps {
  info: GameInfo;
  loaded: LoadedRoom;
  reading: Reading;
  toIssue: ((issue: string) => void) | null;
}

function Read({ info, loaded, reading, toIssue }: ReadProps) {
  const reader = useReaderOf(loaded.room, info, reading, toIssue);
  const { say } = reader;
  return (
    <>
      <p className="room-over">
        <span lang={info.lang}>{say('documents.of', { title: say('title') })}</span>
        {' · '}
        <a href={makeRoute({ at: 'documents', scenario: info.case.id, reading })} target="_blank" rel="noreferrer">
          {say('documents.new-page')}
        </a>
      </p>
      {loaded.other ? <p className="note">{say('documents.other')}</p> : null}
      <RoomView reader={reader} heading={3} />
    </>
  );
}
