import type { Coded } from '../../world/index.ts';
import { byOrder } from '../table/names.ts';
import { useReader } from './context.tsx';
import { paragraphId } from './DocumentPage.tsx';
import { NumberLine } from './NumberLine.tsx';
import { type Level, PageTitle } from './Title.tsx';

/** Each issue with its ladder, and what every actor has on it: the place of a number in the game. */
export function IssuesPage({ heading }: { heading: Level }) {
  const { room, say, info, href } = useReader();
  const Issue = `h${heading + 1}` as 'h3' | 'h4';
  const ids = byOrder(info.case.issues).map((no) => info.case.issues[no].id);
  return (
    <>
      <header>
        <PageTitle level={heading}>{say('documents.issues')}</PageTitle>
        <p className="room-lead">{say('documents.issues-about')}</p>
        <ul className="room-jump" lang={info.lang}>
          {ids.map((id) => (
            <li key={id}>
              <a href={href({ page: 'issues', part: id })}>{say(`issue.${id}.name`)}</a>
            </li>
          ))}
        </ul>
      </header>
      {ids.map((id) => {
        const numbers = room.numbers.filter((one) => one.issue === id);
        const ladder = numbers.filter((one) => one.actor === null);
        const positions = numbers.filter((one) => one.actor !== null);
        return (
          <section key={id} className="actor">
            <Issue className="room-part" id={paragraphId('issues', id)} tabIndex={-1} lang={info.lang}>
              {say(`issue.${id}.name`)}
            </Issue>
            <p className="position-stance" lang={info.lang}>
              {say(`issue.${id}.meaning`)}
            </p>
            <Lines of={ladder} />
            <Lines of={positions} />
          </section>
        );
      })}
    </>
  );
}

function Lines({ of }: { of: readonly Coded[] }) {
  return (
    <ul className="numbers-list">
      {of.map((one) => (
        <NumberLine key={one.path} of={one} without={{ issue: true }} place />
      ))}
    </ul>
  );
}
