import type { Coded, RoomDocument, RoomParagraph } from '../../world/index.ts';
import { SeatMark } from '../components/SeatMark.tsx';
import { dateText } from '../dates.ts';
import { actorName, seatNo, useReader } from './context.tsx';
import { NumberLine } from './NumberLine.tsx';
import { ShareBar } from './Shares.tsx';
import { type Level, PageTitle } from './Title.tsx';

/** Id of a paragraph, or of a part of another page, as links name it. */
export const paragraphId = (page: string, part: string): string => `at-${page}-${part}`;

/** Paragraphs whose list is short enough to stand open. */
const SHORT = 3;

/** One document: what it is, then paragraph by paragraph what it says in our own words, and what rests on it. */
export function DocumentPage({ of, heading }: { of: RoomDocument; heading: Level }) {
  const { room, say, info } = useReader();
  const { lang } = info;
  const furniture = of.paragraphs.filter((one) => one.furniture).map((one) => one.paragraph);
  const rests = of.paragraphs.flatMap((one) => one.rests);
  const grades = (grade: Coded['cite']['grade']) => rests.filter((no) => room.numbers[no].cite.grade === grade).length;
  return (
    <article className="document">
      <header className="document-head">
        <p className="document-kind">{say(`documents.kind-${of.kind}`)}</p>
        <PageTitle level={heading}>{of.title}</PageTitle>
        <p className="document-by">
          {[of.author === null ? '' : say('documents.author', { author: of.author }), of.publisher]
            .filter((text) => text !== '')
            .join(' · ')}
        </p>
        <p className="document-date">
          {of.date === null ? (
            <>
              <em>{say('documents.undated')}</em> {of.undated}
            </>
          ) : (
            say('documents.dated', { date: dateText(of.date, lang) })
          )}
        </p>
        <p className="small">
          {say('documents.paragraphs', { count: of.paragraphs.length })}
          {'. '}
          {rests.length === 0
            ? say('documents.only-contradictions')
            : `${say('documents.rests-count', { count: rests.length })}.`}
        </p>
        {rests.length > 0 ? (
          <ShareBar
            of={{ stated: grades('stated'), inferred: grades('inferred'), assumption: 0, total: rests.length }}
          />
        ) : null}
      </header>
      <ol className="paragraphs">
        {of.paragraphs
          .filter((one) => !one.furniture)
          .map((one) => (
            <Paragraph key={one.paragraph} of={one} document={of.id} />
          ))}
      </ol>
      <footer className="small document-foot">
        {furniture.length > 0 ? (
          <p>
            {say('documents.furniture', {
              count: furniture.length,
              list: new Intl.ListFormat('en').format(runsOf(furniture)),
            })}
          </p>
        ) : null}
        <p>{say('documents.colophon')}</p>
      </footer>
    </article>
  );
}

/** 1, 2, 3, 7 → "1–3", "7". */
function runsOf(numbers: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
}

function Paragraph({ of, document }: { of: RoomParagraph; document: string }) {
  const { room, say, reading, href, info } = useReader();
  const here = reading.page === document && reading.part === String(of.paragraph);
  const told = of.says[info.lang] ?? of.says.en;
  const id = paragraphId(document, String(of.paragraph));
  const numbers = of.rests.map((no) => room.numbers[no]);
  const own = !reading.mark || numbers.some(({ path }) => path === reading.mark);
  return (
    <li className={`paragraph${here ? ' paragraph-here' : ''}${numbers.length === 0 ? ' paragraph-bare' : ''}`}>
      <p className="paragraph-no" aria-hidden="true">
        <span>¶</span>
        {of.paragraph}
      </p>
      <div className="paragraph-body">
        <p id={id} className="paragraph-says" tabIndex={-1} lang={of.says[info.lang] ? info.lang : 'en'}>
          <span className="visually-hidden">{say('documents.paragraph', { paragraph: of.paragraph })}: </span>
          {told ?? say('documents.untold')}
        </p>
        {of.contradictions.map((contradiction) => (
          <p key={contradiction} className="paragraph-against">
            <span aria-hidden="true">≠ </span>
            {say('documents.between')}
            <a href={href({ page: 'contradictions', part: contradiction })} lang={info.lang}>
              {say(`contradiction.${contradiction}.title`)}
            </a>
          </p>
        ))}
        {numbers.length > 0 ? (
          // The key opens it anew when a link leads here.
          <details
            key={here ? `here-${reading.mark ?? ''}` : 'there'}
            className="rests"
            open={(here && own) || numbers.length <= SHORT}
          >
            <summary>{say('documents.rests-count', { count: numbers.length })}</summary>
            <Rests numbers={numbers} />
          </details>
        ) : null}
      </div>
    </li>
  );
}

/** What rests on a paragraph, by actor; what belongs to nobody last. */
function Rests({ numbers }: { numbers: readonly Coded[] }) {
  const { room, say, info, href } = useReader();
  const groups = new Map<string, Coded[]>();
  for (const one of numbers) {
    const group = groups.get(one.actor ?? '');
    if (group) group.push(one);
    else groups.set(one.actor ?? '', [one]);
  }
  const order = [...room.actors.map(({ id }) => id), ''];
  const sorted = [...groups].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return (
    <div className="rests-groups">
      {sorted.map(([actor, list]) => (
        <section key={actor} className="rests-group">
          <p className="rests-actor">
            {actor === '' ? (
              say('documents.table')
            ) : (
              <>
                {seatNo(info, actor) >= 0 ? <SeatMark of={info.case} seat={seatNo(info, actor)} small /> : null}{' '}
                <a href={href({ page: 'positions', part: actor })}>{actorName({ room, say }, actor)}</a>
              </>
            )}
          </p>
          <ul className="numbers-list">
            {list.map((one) => (
              <NumberLine key={one.path} of={one} without={{ actor: true }} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
