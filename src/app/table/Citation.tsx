import { Cited, PlaceLink, ReadingLink } from '../documents/link.tsx';
import { useSitting } from './sitting.tsx';

/**
 * Where a coded number comes from: its grade, the document and paragraph, or the reason for an assumption. Leads into the document
 * room, to what else rests there.
 */
export function Citation({ of }: { of: string }) {
  const { info, say } = useSitting();
  const cite = info.case.cites[of];
  if (!cite) return <span className="small">{of}</span>;
  const grade = say(`ledger.grade-${cite.grade}`);
  return (
    <span className="citation">
      <span className={`tag grade-${cite.grade}`}>
        {cite.source ? (
          grade
        ) : (
          <ReadingLink info={info} to={{ page: 'assumed', mark: of }}>
            {grade}
          </ReadingLink>
        )}
      </span>{' '}
      {cite.source ? (
        <PlaceLink info={info} say={say} source={cite.source} paragraph={cite.paragraph ?? 0} mark={of} />
      ) : null}
      {cite.because ? (
        <span className="small">
          {' '}
          <Cited info={info} say={say} text={cite.because} />
        </span>
      ) : null}
    </span>
  );
}

/** The same in a word or two, behind the sentence that rests on it. Nothing where there is no such number. */
export function CiteMark({ of }: { of: string }) {
  const { info, say } = useSitting();
  const cite = info.case.cites[of];
  if (!cite) return null;
  return (
    <span className="cite-mark">
      {cite.source ? (
        <PlaceLink info={info} say={say} source={cite.source} paragraph={cite.paragraph ?? 0} mark={of} />
      ) : (
        <ReadingLink info={info} to={{ page: 'assumed', mark: of }}>
          {say(`ledger.grade-${cite.grade}`)}
        </ReadingLink>
      )}
    </span>
  );
}

/** Somebody's reason, with its citations as links. */
export function Because({ text }: { text: string }) {
  const { info, say } = useSitting();
  return <Cited info={info} say={say} text={text} />;
}
