import { SeatMark } from '../components/SeatMark.tsx';
import { seatNo, useReader } from './context.tsx';
import { paragraphId } from './DocumentPage.tsx';
import { NumberLine } from './NumberLine.tsx';
import { type Level, PageTitle } from './Title.tsx';

/** What each actor wants, says and does not accept, issue by issue, with the paragraph. */
export function PositionsPage({ heading }: { heading: Level }) {
  const { room, say, info, href } = useReader();
  const [Actor, Issue] = [`h${heading + 1}`, `h${heading + 2}`] as ['h3' | 'h4', 'h4' | 'h5'];
  return (
    <>
      <header>
        <PageTitle level={heading}>{say('documents.positions')}</PageTitle>
        <p className="room-lead">{say('documents.positions-about')}</p>
        <ul className="room-jump">
          {room.actors.map(({ id, is }) => (
            <li key={id}>
              <a href={href({ page: 'positions', part: id })}>{say(`${is}.${id}.name`)}</a>
            </li>
          ))}
        </ul>
      </header>
      {room.actors.map(({ id, is, issues }) => (
        <section key={id} className="actor">
          <Actor className="room-part actor-name" id={paragraphId('positions', id)} tabIndex={-1} lang={info.lang}>
            {seatNo(info, id) >= 0 ? <SeatMark of={info.case} seat={seatNo(info, id)} /> : null}{' '}
            {say(`${is}.${id}.name`)}
          </Actor>
          <div className="actor-issues">
            {issues.map(({ issue, numbers }) => (
              <section key={issue} className="position">
                <Issue className="position-issue" lang={info.lang}>
                  <a href={href({ page: 'issues', part: issue })}>{say(`issue.${issue}.name`)}</a>
                </Issue>
                {is === 'seat' ? (
                  <p className="position-stance" lang={info.lang}>
                    <span className="stance-label">{say('documents.stance')} </span>
                    {say(`stance.${id}.${issue}`)}
                  </p>
                ) : null}
                <ul className="numbers-list">
                  {numbers.map((no) => (
                    <NumberLine
                      key={room.numbers[no].path}
                      of={room.numbers[no]}
                      without={{ actor: true, issue: true }}
                      place
                    />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
