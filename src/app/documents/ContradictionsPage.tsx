import { placeText } from '../../words/index.ts';
import { documentOf, useReader } from './context.tsx';
import { paragraphId } from './DocumentPage.tsx';
import { type Level, PageTitle } from './Title.tsx';

/** Where documents of different years say different things: both sides, in our own words. */
export function ContradictionsPage({ heading }: { heading: Level }) {
  const { room, say, info, href } = useReader();
  const One = `h${heading + 1}` as 'h3' | 'h4';
  return (
    <>
      <header>
        <PageTitle level={heading}>{say('documents.contradictions')}</PageTitle>
        <p className="room-lead">{say('documents.contradictions-about')}</p>
      </header>
      {room.contradictions.map(({ id, between }) => (
        <section key={id} className="against">
          <One className="room-part" id={paragraphId('contradictions', id)} tabIndex={-1} lang={info.lang}>
            {say(`contradiction.${id}.title`)}
          </One>
          <p className="against-text" lang={info.lang}>
            {say(`contradiction.${id}.text`)}
          </p>
          <ul className="against-sides">
            {between.map(({ source, paragraph }) => {
              const document = documentOf(room, source);
              const says = document?.paragraphs[paragraph - 1]?.says;
              return (
                <li key={`${source}-${paragraph}`}>
                  <a className="cite-link" href={href({ page: source, part: String(paragraph) })}>
                    {placeText(say, document?.short ?? source, paragraph)}
                  </a>
                  <p lang={says?.[info.lang] ? info.lang : 'en'}>{says?.[info.lang] ?? says?.en}</p>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}
