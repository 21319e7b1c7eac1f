import { useMemo } from 'react';
import { PlaceLink, ReadingLink } from '../documents/link.tsx';
import { termText } from '../table/tell.ts';
import { touchedBy } from './data/touched.ts';
import { useDebrief } from './opened.tsx';

/** Where the documents disagree with each other, as far as this game touched it: both sides cited, told in own words. */
export function Documents() {
  const { info, update, opened, say, names } = useDebrief();
  const touched = useMemo(() => touchedBy(info.case, opened, update.talks), [info, opened, update.talks]);
  const c = info.case;
  if (touched.length === 0)
    return (
      <p>
        {say('debrief.documents.none')} {c.contradictions.length > 0 ? <All /> : null}
      </p>
    );
  return (
    <>
      <p className="small">{say('debrief.documents.about')}</p>
      <ul className="contradictions">
        {touched.map(({ contradiction, term, round, inForce }) => {
          const one = c.contradictions[contradiction];
          return (
            <li key={one.id} data-contradiction={one.id}>
              <h3 lang={info.lang}>{say(`contradiction.${one.id}.title`)}</h3>
              <p lang={info.lang}>{say(`contradiction.${one.id}.text`)}</p>
              <p className="small">
                {say(inForce ? 'debrief.documents.in-force' : 'debrief.documents.tabled', {
                  term: termText(c, say, names, term),
                  round,
                })}
              </p>
              <ul className="cited">
                {one.sources.map(([source, paragraph]) => (
                  <li key={`${source}-${paragraph}`}>
                    <PlaceLink info={info} say={say} source={source} paragraph={paragraph} />{' '}
                    <cite className="small">{info.sources[source]?.title ?? ''}</cite>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      <p className="small">
        <All />
      </p>
    </>
  );
}

/** To all of them, touched or not. */
function All() {
  const { info, say } = useDebrief();
  return (
    <ReadingLink info={info} to={{ page: 'contradictions' }}>
      {say('debrief.documents.all')}
    </ReadingLink>
  );
}
