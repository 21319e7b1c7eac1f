import { useMemo } from 'react';
import type { RoomInfo, Update } from '../../session/index.ts';
import type { Say } from '../../words/index.ts';
import { inSet } from '../../world/index.ts';
import { SeatMark } from '../components/SeatMark.tsx';
import type { GameInfo } from '../game-info.ts';
import { Clock } from '../table/Clock.tsx';
import { NewsList } from '../table/News.tsx';
import { byOrder, makeNames, seatsByOrder } from '../table/names.ts';
import { type Sitting, SittingProvider } from '../table/sitting.tsx';
import { SayProvider } from '../words.tsx';

interface Props {
  info: GameInfo;
  room: RoomInfo;
  update: Update;
  say: Say;
}

/** What everybody may know, large enough for a wall: where the game stands, who is thinking, what is in force, what happened. */
export function Watch({ info, room, update, say }: Props) {
  const c = info.case;
  const { view, flow } = update;
  const names = useMemo(() => makeNames(c, say, info.lang, update.talks), [c, say, info.lang, update.talks]);
  const sitting = useMemo<Sitting>(
    () => ({
      info,
      update,
      seat: -1,
      level: room.level,
      say,
      names,
      act: async () => ({ id: '', ok: false, fault: { code: 'not-your-move' } }),
      why: () => {},
    }),
    [info, update, room.level, say, names],
  );
  // While people talk and write, the news on the wall are those of the round before.
  const told = update.news.reduce((last, { round }) => Math.max(last, round), 0);
  const news = update.news.filter(
    ({ round, id }) => round === told && (update.flow.phase !== 'debrief' || id !== 'news.ending'),
  );
  const over = flow.phase === 'debrief';
  const ending = over && view.ending >= 0 ? c.endings[view.ending] : undefined;
  const scoreOf = (seat: number) => {
    const score = over ? update.scores?.find((one) => one.seat === seat) : undefined;
    return score?.judged ? say('net.watch.score', { score: Math.round(score.score * 100) }) : '';
  };
  return (
    <SayProvider value={say}>
      <SittingProvider value={sitting}>
        <main className="watch" id="work" tabIndex={-1}>
          <header className="watch-head">
            <div>
              <p className="small">{say('title')}</p>
              <h1>{say(ending ? `ending.${ending.id}.title` : `app.phase.${flow.phase}`)}</h1>
            </div>
            <p className="watch-round numeral">{say('app.round', { round: flow.round, rounds: view.rounds })}</p>
            {flow.clock ? <Clock clock={flow.clock} /> : null}
            <p className="watch-tension numeral">
              {say('app.tension')} <strong>{Math.round(view.tension)}</strong>
            </p>
          </header>
          {ending ? <p className="lead watch-ending">{say(`ending.${ending.id}.text`)}</p> : null}
          <ul className="watch-seats" aria-label={say('app.seats')}>
            {seatsByOrder(c).map((seat) => (
              <li key={c.seats[seat].id}>
                <SeatMark of={c} seat={seat} />
                <span>
                  <strong>{names.seat(seat)}</strong>
                  {room.seats[seat].name ? <span className="small">{room.seats[seat].name}</span> : null}
                  <span className="small">
                    {over ? scoreOf(seat) : say(inSet(flow.waiting, seat) ? 'app.seat-busy' : 'app.seat-ready')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <section className="sheet" aria-labelledby="watch-options">
            <h2 id="watch-options">{say('net.watch.options')}</h2>
            <dl className="watch-options">
              {byOrder(c.issues).map((issue) => (
                <div key={c.issues[issue].id}>
                  <dt>{names.issue(issue)}</dt>
                  <dd>{names.option(issue, view.now[issue])}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section className="sheet watch-news" aria-labelledby="watch-news">
            <h2 id="watch-news">
              {told > 0 ? say('net.watch.news', { round: told }) : say(`app.phase.${flow.phase}`)}
            </h2>
            {told > 0 ? <NewsList news={news} brief /> : <p>{say('net.watch.no-news')}</p>}
          </section>
        </main>
      </SittingProvider>
    </SayProvider>
  );
}
