import type { Coded } from '../../world/index.ts';
import { SeatMark } from '../components/SeatMark.tsx';
import { actorName, seatNo, useReader } from './context.tsx';
import { paragraphId } from './DocumentPage.tsx';
import { NumberLine } from './NumberLine.tsx';
import { type Level, PageTitle } from './Title.tsx';

/** What no document says, openly, with reasons: by actor; what belongs to the table last. */
export function AssumedPage({ heading }: { heading: Level }) {
  const { room, say, info, href } = useReader();
  const Group = `h${heading + 1}` as 'h3' | 'h4';
  const assumed = room.numbers.filter(({ cite }) => cite.grade === 'assumption');
  const groups = [...room.actors.map(({ id }) => id), TABLE]
    .map((id) => ({ id, list: assumed.filter((one) => (one.actor ?? TABLE) === id) }))
    .filter(({ list }) => list.length > 0);
  const nameOf = (id: string) => (id === TABLE ? say('documents.table') : actorName({ room, say }, id));
  return (
    <>
      <header>
        <PageTitle level={heading}>{say('documents.assumed')}</PageTitle>
        <p className="room-lead">{say('documents.assumed-about')}</p>
        <ul className="room-jump">
          {groups.map(({ id, list }) => (
            <li key={id}>
              <a href={href({ page: 'assumed', part: id })}>
                {nameOf(id)} <span className="numeral">({list.length})</span>
              </a>
            </li>
          ))}
        </ul>
      </header>
      {groups.map(({ id, list }) => (
        <section key={id} className="actor">
          <Group className="room-part actor-name" id={paragraphId('assumed', id)} tabIndex={-1}>
            {seatNo(info, id) >= 0 ? <SeatMark of={info.case} seat={seatNo(info, id)} /> : null} {nameOf(id)}
          </Group>
          <ul className="numbers-list">
            {list.map((one: Coded) => (
              <NumberLine key={one.path} of={one} without={{ actor: true }} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What belongs to no actor; no id has this form. */
const TABLE = '_';
