import { codedText, lineText, placeText, readsOn, valueText } from '../../words/index.ts';
import type { Coded, Grade } from '../../world/index.ts';
import { actorName, anchorOf, documentOf, placeOf, useReader } from './context.tsx';
import { Told } from './Told.tsx';

/** A grade as a sign and a word: full, half and empty circle. */
export function GradeMark({ grade }: { grade: Grade }) {
  const { say } = useReader();
  return <span className={`grade grade-${grade}`}>{say(`documents.grade-${grade}`)}</span>;
}

interface Props {
  readonly of: Coded;
  /** What the list around says already. */
  readonly without?: { readonly actor?: boolean; readonly issue?: boolean };
  /** Says where it is cited from, with a link there; in a paragraph's own list that would be an echo. */
  readonly place?: boolean;
  /** Not its only appearance on the page: no anchor of its own. */
  readonly echo?: boolean;
}

/** One coded number: what it is, its value, how it is known and why. */
export function NumberLine({ of, without = {}, place = false, echo = false }: Props) {
  const { room, say, reading, href, toIssue, info } = useReader();
  const { actor, issue, cite } = of;
  const marked = reading.mark === of.path && !echo;
  const [what, value, line] = [codedText(say, of), valueText(say, of), lineText(say, of)];
  const short = cite.source === undefined ? null : (documentOf(room, cite.source)?.short ?? cite.source);
  return (
    <li
      className={`number${marked ? ' number-marked' : ''}`}
      {...(echo ? {} : { id: anchorOf(of.path) })}
      data-path={of.path}
      tabIndex={-1}
    >
      <GradeMark grade={cite.grade} />
      <p className="number-what">
        {actor !== null && !without.actor ? (
          <span className="number-of">{actorName({ room, say }, actor)} </span>
        ) : null}
        {issue !== null && !without.issue ? (
          <a className="number-issue" href={href({ page: 'issues', part: issue, mark: of.path })}>
            {say(`issue.${issue}.name`)}
          </a>
        ) : null}
        {issue !== null && !without.issue ? ' ' : null}
        <span className="number-kind">{readsOn(of) ? what : say('documents.label', { what })}</span>{' '}
        <span className="number-value numeral" lang={info.lang}>
          {value}
        </span>
        {line ? <span className="number-line"> ({line})</span> : null}
        {marked ? <span className="tag number-here">{say('documents.came-from')}</span> : null}
      </p>
      {cite.because || (place && short !== null) ? (
        <p className="number-because">
          {place && short !== null ? (
            <a className="cite-link" href={href(placeOf(of))}>
              {placeText(say, short, cite.paragraph ?? 0)}
            </a>
          ) : null}
          {place && short !== null && cite.because ? ': ' : null}
          {cite.because ? <Told text={cite.because} source={cite.source} /> : null}
        </p>
      ) : null}
      {toIssue && issue !== null ? (
        <button type="button" className="link number-back" onClick={() => toIssue(issue)}>
          {say('documents.at-table')}
          <span className="visually-hidden">: {say(`issue.${issue}.name`)}</span>
        </button>
      ) : null}
    </li>
  );
}
