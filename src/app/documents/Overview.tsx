import { dateText } from '../dates.ts';
import { useReader } from './context.tsx';
import { SharesFigure } from './Shares.tsx';
import { type Level, PageTitle, PartTitle } from './Title.tsx';

const GRADES = ['stated', 'inferred', 'assumption'] as const;

/** What there is to read, and how much of the game stands in documents. */
export function Overview({ heading }: { heading: Level }) {
  const { room, say, href, info } = useReader();
  return (
    <>
      <header>
        <PageTitle level={heading}>{say('documents.overview')}</PageTitle>
        <p className="room-lead">{say('documents.lead')}</p>
      </header>
      <ul className="cards">
        {room.documents.map((one) => {
          const rests = one.paragraphs.reduce((sum, { rests }) => sum + rests.length, 0);
          return (
            <li key={one.id} className={one.main ? 'card card-main' : 'card'}>
              <p className="document-kind">
                {say(`documents.kind-${one.kind}`)}
                {one.main ? ` · ${say('documents.main')}` : ''}
              </p>
              <p className="card-title">
                <a href={href({ page: one.id })}>{one.title}</a>
              </p>
              <p className="small">
                {[one.author ?? '', one.publisher, one.date === null ? '' : dateText(one.date, info.lang)]
                  .filter((text) => text !== '')
                  .join(' · ')}
              </p>
              <p className="small card-rests">
                {rests === 0
                  ? say('documents.only-contradictions')
                  : `${say('documents.rests-count', { count: rests })}.`}
              </p>
            </li>
          );
        })}
      </ul>
      <section>
        <PartTitle level={heading}>{say('documents.shares')}</PartTitle>
        <SharesFigure />
        <dl className="grades">
          {GRADES.map((grade) => (
            <div key={grade}>
              <dt className={`grade grade-${grade}`}>{say(`documents.grade-${grade}`)}</dt>
              <dd>{say(`documents.grades-${grade}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
