import { useState } from 'react';
import type { RoomAct, RoomInfo, Update } from '../../session/index.ts';
import type { Say } from '../../words/index.ts';
import { Confirm } from '../components/Confirm.tsx';
import { Button } from '../components/Controls.tsx';
import { useAnnounce } from '../components/Live.tsx';
import type { GameInfo } from '../game-info.ts';
import { makeRoute } from '../route.ts';
import { Clock } from '../table/Clock.tsx';
import { makeNames } from '../table/names.ts';
import { SayProvider } from '../words.tsx';
import type { Desk } from './host.ts';
import { Seats } from './Seats.tsx';

interface Props {
  desk: Desk;
  info: GameInfo;
  room: RoomInfo;
  update: Update | null;
  say: Say;
}

/** The desk: how to join, who sits where, and the few things that move a lesson on. */
export function DeskView({ desk, info, room, update, say }: Props) {
  const announce = useAnnounce();
  const [problem, setProblem] = useState('');
  const [doomed, setDoomed] = useState<{ seat: number; act: RoomAct } | null>(null);
  const seatName = (seat: number) => say(`seat.${info.case.seats[seat].id}.name`);

  const run = async (act: RoomAct) => {
    const answer = await desk.run(act, update ? { phase: update.flow.phase, round: update.flow.round } : undefined);
    const why = answer?.ok ? '' : say(answer ? `net.refused.${answer.refused}` : 'net.desk.lost');
    setProblem(why);
    if (why) announce(why, 'assertive');
  };

  const seatActions = (seat: number) => {
    const { by, taken } = room.seats[seat];
    const named = (id: string) => ({ 'aria-label': say(`${id}-of`, { seat: seatName(seat) }), children: say(id) });
    const ask = (act: RoomAct) => (taken ? setDoomed({ seat, act }) : void run(act));
    if (by === 'bot')
      return (
        <Button
          kind="quiet"
          small
          onPress={() => run({ do: 'player', seat, player: 'person' })}
          {...named('net.desk.to-person')}
        />
      );
    return (
      <div className="room-seat-actions">
        {taken ? (
          <Button kind="quiet" small onPress={() => ask({ do: 'free', seat })} {...named('net.desk.free')} />
        ) : null}
        <Button
          kind="quiet"
          small
          onPress={() => ask({ do: 'player', seat, player: 'bot:by-the-book' })}
          {...named('net.desk.to-bot')}
        />
      </div>
    );
  };

  return (
    <SayProvider value={say}>
      <div className="desk">
        <HowToJoin desk={desk} say={say} />
        <section className="sheet desk-lesson" aria-labelledby="desk-lesson">
          <h2 id="desk-lesson">{say('net.desk.lesson')}</h2>
          {update ? (
            <Lesson info={info} update={update} say={say} run={run} />
          ) : (
            <Before room={room} say={say} run={run} />
          )}
          <p className="note" role="alert">
            {problem}
          </p>
        </section>
        <section className="sheet desk-seats" aria-labelledby="desk-seats">
          <h2 id="desk-seats">{say('net.desk.seats')}</h2>
          <Seats info={info} room={room} say={say} {...(room.stage === 'over' ? {} : { actions: seatActions })} />
          <p className="small">{say('net.desk.watching', { count: Math.max(0, room.watching - 1) })}</p>
          <div className="actions">
            <a
              className="button button-plain"
              href={makeRoute({ at: 'join', code: room.code })}
              target="_blank"
              rel="noopener"
            >
              {say('net.desk.project')}
            </a>
          </div>
        </section>
      </div>
      {doomed ? (
        <Confirm
          title={say('net.desk.sure', { seat: seatName(doomed.seat) })}
          about={say('net.desk.sure-about')}
          deed={say(doomed.act.do === 'free' ? 'net.desk.free' : 'net.desk.to-bot')}
          act={() => void run(doomed.act)}
          close={() => setDoomed(null)}
        />
      ) : null}
    </SayProvider>
  );
}

/** Address and code, to be read from the last row. */
function HowToJoin({ desk, say }: { desk: Desk; say: Say }) {
  // The address in this window is right for others too, unless it means "this very computer".
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
  const addresses = local ? desk.origins : [location.origin];
  const shown = addresses.map((address) => address.replace(/^http:\/\//, ''));
  return (
    <section className="sheet desk-join" aria-label={say('app.home.join')}>
      <p>{say('net.desk.address')}</p>
      <p className="desk-address">
        {shown.length === 0 ? location.host : shown.map((address) => <span key={address}>{address}</span>)}
      </p>
      {shown.length === 0 ? <p className="note">{say('net.desk.local')}</p> : null}
      <p>{say('net.desk.code')}</p>
      <p className="desk-code" translate="no">
        <span>{desk.code.slice(0, 3)}</span> <span>{desk.code.slice(3)}</span>
      </p>
    </section>
  );
}

function Before({ room, say, run }: { room: RoomInfo; say: Say; run: (act: RoomAct) => void }) {
  const free = room.seats.filter(({ by, taken }) => by === 'person' && !taken).length;
  const someone = room.seats.some(({ taken }) => taken);
  return (
    <>
      <p>{someone ? say('net.desk.start-about', { free }) : say('net.desk.start-nobody')}</p>
      <div className="actions">
        <Button kind="main" isDisabled={!someone} onPress={() => run({ do: 'start' })}>
          {say('net.desk.start')}
        </Button>
      </div>
    </>
  );
}

function Lesson({ info, update, say, run }: { info: GameInfo; update: Update; say: Say; run: (act: RoomAct) => void }) {
  const { view, flow } = update;
  if (flow.phase === 'debrief') return <p>{say('net.desk.over')}</p>;
  const names = makeNames(info.case, say, info.lang, []);
  const { clock } = flow;
  return (
    <>
      <div className="desk-point">
        <p className="desk-phase">{say(`app.phase.${flow.phase}`)}</p>
        <p className="numeral">{say('net.desk.round', { round: flow.round, rounds: view.rounds })}</p>
        {clock ? <Clock clock={clock} /> : <p className="small">{say('net.desk.no-clock')}</p>}
      </div>
      <p>
        {flow.waiting === 0
          ? say('net.desk.nobody-waits')
          : say('net.desk.waiting', { seats: names.seats(flow.waiting) })}
      </p>
      <div className="actions">
        <Button onPress={() => run({ do: 'advance' })} aria-describedby="advance-about">
          {say('net.desk.advance')}
        </Button>
        {clock ? (
          <>
            <Button onPress={() => run({ do: clock.paused ? 'resume' : 'pause' })}>
              {say(clock.paused ? 'net.desk.resume' : 'net.desk.pause')}
            </Button>
            <Button onPress={() => run({ do: 'extend', seconds: 60 })}>{say('net.desk.extend')}</Button>
            <Button onPress={() => run({ do: 'untime' })}>{say('net.desk.untime')}</Button>
          </>
        ) : (
          <Button onPress={() => run({ do: 'extend', seconds: 60 })}>{say('net.desk.clock')}</Button>
        )}
      </div>
      <p className="small" id="advance-about">
        {say('net.desk.advance-about')}
      </p>
    </>
  );
}
