import { Fragment, memo } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { assess } from '../../forecast/index.ts';
import { type Choice, Choices, Button as PlainButton } from '../components/Controls.tsx';
import { Icon } from '../components/Icon.tsx';
import { SeatMark } from '../components/SeatMark.tsx';
import { ReadingLink } from '../documents/link.tsx';
import { CiteMark } from './Citation.tsx';
import { useWriting, type Writing } from './draft.tsx';
import { byOrder, seatsByOrder } from './names.ts';
import { Ruler } from './Ruler.tsx';
import { beyond, rulerMarks, signedPoints } from './reading.ts';
import { useSitting } from './sitting.tsx';
import { termText } from './tell.ts';

/** All issues, each with its ruler; opened, its options in words, from which clauses of the own draft are chosen. */
export function Issues({ toDraft }: { toDraft: () => void }) {
  const { info, say } = useSitting();
  return (
    <section className="issues" aria-labelledby="issues-title">
      <header className="panel-head">
        <h2 id="issues-title">{say('app.issues.title')}</h2>
        <Key />
      </header>
      <ul className="issue-list">
        {byOrder(info.case.issues).map((issue) => (
          <li key={issue}>
            <IssueRow issue={issue} />
          </li>
        ))}
      </ul>
      <DraftBar toDraft={toDraft} />
    </section>
  );
}

/** On a narrow screen the draft lies behind another tab: what it would mean in one line, and the way there. */
function DraftBar({ toDraft }: { toDraft: () => void }) {
  const { info, update, seat, say } = useSitting();
  const { clauses } = useWriting();
  if (clauses.length === 0 || update.flow.phase !== 'talks') return null;
  const { net, passes } = assess(info.case, update.view, seat, clauses);
  return (
    <div className="draft-bar">
      <span className={net >= 0 ? 'is-good' : 'is-bad'}>
        {say('app.builder.bar', { count: clauses.length, gain: signedPoints(net) })}
        <span className="small"> {say(passes ? 'app.builder.bar-home-yes' : 'app.builder.bar-home-no')}</span>
      </span>
      <PlainButton kind="main" small onPress={toDraft}>
        {say('app.builder.bar-go')}
      </PlainButton>
    </div>
  );
}

/** What the signs on the rulers mean. */
function Key() {
  const { info, update, seat, say } = useSitting();
  const own = info.case.issues.length;
  const anyKnown = update.view.ideal.some(
    (x, k) => x >= 0 && k < info.case.seats.length * own && Math.floor(k / own) !== seat,
  );
  return (
    <ul className="ruler-key">
      <li>
        <span className="key-sign key-now" aria-hidden="true" /> {say('app.key.now')}
      </li>
      <li>
        <span className="key-sign key-ideal" aria-hidden="true" /> {say('app.key.ideal')}
      </li>
      {anyKnown ? (
        <li>
          <span className="key-sign key-known" aria-hidden="true" /> {say('app.key.known')}
        </li>
      ) : null}
      <li>
        <span className="key-sign key-red" aria-hidden="true" /> {say('app.key.red')}
      </li>
      <li>
        <span className="key-sign key-declared" aria-hidden="true">
          A
        </span>{' '}
        {say('app.key.declared')}
      </li>
    </ul>
  );
}

/** Reads what is being written, and hands on only what concerns this issue: the other cards stay as they are. */
function IssueRow({ issue }: { issue: number }) {
  const { info } = useSitting();
  const { clauses, set } = useWriting();
  const proposed = clauses.find(([i]) => i === issue)?.[1] ?? -1;
  const full = proposed < 0 && clauses.length >= info.case.clausesMax;
  return <IssueCard issue={issue} proposed={proposed} full={full} set={set} />;
}

interface Card {
  readonly issue: number;
  /** Option of the draft's clause on this issue; −1 for none. */
  readonly proposed: number;
  /** No further clause fits into the draft. */
  readonly full: boolean;
  readonly set: Writing['set'];
}

const IssueCard = memo(function IssueCard({ issue, proposed, full, set }: Card) {
  const { info, update, seat, say, names } = useSitting();
  const now = update.view.now[issue];
  const locked = update.view.obligations.some((o) => o.state === 'open' && o.issue === issue);
  const { owners } = info.case.issues[issue];
  return (
    <Disclosure className={`issue${proposed >= 0 ? ' issue-moved' : ''}`} data-issue={info.case.issues[issue].id}>
      <Heading level={3} className="issue-head">
        <Button slot="trigger" className="issue-open">
          <span className="issue-line">
            <span className="issue-name">{names.issue(issue)}</span>
            <span className="issue-now">
              {proposed >= 0 ? (
                <>
                  <span className="issue-was">{names.option(issue, now)}</span>
                  <Icon name="arrow" className="icon-arrow" />
                  <span className="visually-hidden">{say('app.issues.becomes')}</span>
                  <strong>{names.option(issue, proposed)}</strong>
                </>
              ) : (
                names.option(issue, now)
              )}
            </span>
          </span>
          <Ruler issue={issue} proposed={proposed} />
          <Icon name="down" className="chevron" />
        </Button>
      </Heading>
      <DisclosurePanel className="issue-panel">
        <p className="issue-meaning">{say(`issue.${info.case.issues[issue].id}.meaning`)}</p>
        <p className="issue-owners small">
          {say('app.issues.owners', { seats: names.seats(owners) })}{' '}
          {locked ? <strong>{say('app.issues.locked')}</strong> : null}
        </p>
        <Options issue={issue} proposed={proposed} full={full} set={set} />
        <Known issue={issue} />
        <p className="small">
          {say(`app.issues.stance`, { text: say(`stance.${info.case.seats[seat].id}.${info.case.issues[issue].id}`) })}
        </p>
      </DisclosurePanel>
    </Disclosure>
  );
});

/** The ladder in words. While drafting is possible these are radio buttons: the one in force means "no clause". */
function Options({ issue, proposed, full, set }: Card) {
  const { info, update, seat, say, names } = useSitting();
  const c = info.case;
  const marks = rulerMarks(c, update.view, seat, issue);
  const ladder = c.issues[issue].options;
  const closest = marks.ideal < 0 ? -1 : nearest(ladder, marks.ideal);
  const choices: Choice[] = ladder
    .map((option, no): Choice => {
      const declarers = marks.declared.filter((d) => d.option === no);
      return {
        value: option.id,
        disabled: full && no !== marks.now,
        label: (
          <>
            {names.option(issue, no)} {no === marks.now ? <span className="tag">{say('app.tag.now')}</span> : null}
            {no === closest ? <span className="tag tag-good">{say('app.tag.ideal')}</span> : null}
            {beyond(marks, no) ? <span className="tag tag-bad">{say('app.tag.red')}</span> : null}
            {declarers.length > 0 ? (
              <span className="declarers">
                <span className="visually-hidden">{say('app.tag.declared')}</span>
                {declarers.map((d) => (
                  <SeatMark key={d.seat} of={c} seat={d.seat} small name={names.seatShort(d.seat)} />
                ))}
              </span>
            ) : null}
          </>
        ),
        about: names.optionMeaning(issue, no),
      };
    })
    .reverse();
  return (
    <>
      <Choices
        label={say('app.issues.choose', { issue: names.issue(issue) })}
        labelHidden
        choices={choices}
        value={ladder[proposed >= 0 ? proposed : marks.now].id}
        onChange={(id) =>
          set(
            issue,
            ladder.findIndex((option) => option.id === id),
          )
        }
        isReadOnly={update.view.stage !== 'talks'}
      />
      {full ? <p className="note">{say('app.issues.full', { max: c.clausesMax })}</p> : null}
    </>
  );
}

/** The ruler in words: what each seat has said, pledged or let slip, and the own red lines. */
function Known({ issue }: { issue: number }) {
  const { info, update, seat, say, names } = useSitting();
  const c = info.case;
  const { view } = update;
  const marks = rulerMarks(c, view, seat, issue);
  const I = c.issues.length;
  const cited = (s: number, what: string) => `positions/${c.seats[s].id}/${c.issues[issue].id}/${what}`;
  const part = (text: string, cite = '') => ({ text, cite });
  const lines = seatsByOrder(c).map((s) => {
    const declared = view.declared[s * I + issue];
    const min = view.pledgeMin[s * I + issue];
    const max = view.pledgeMax[s * I + issue];
    const x = view.ideal[s * I + issue];
    const option = (no: number) => ({ option: names.option(issue, no) });
    return {
      seat: s,
      said: [
        // What was said during the game is in no document.
        declared >= 0
          ? part(
              say('app.issues.known-declared', option(declared)),
              declared === c.positions[s * I + issue].declared ? cited(s, 'declared') : '',
            )
          : null,
        min >= 0 ? part(say('app.issues.known-pledge-min', option(min))) : null,
        max >= 0 ? part(say('app.issues.known-pledge-max', option(max))) : null,
        x >= 0
          ? part(
              say(s === seat ? 'app.issues.known-own' : 'app.issues.known-ideal', {
                x: Math.round(x),
                ...option(nearest(c.issues[issue].options, x)),
              }),
              cited(s, 'ideal'),
            )
          : null,
      ].filter((one) => one !== null),
    };
  });
  return (
    <section className="known small" aria-label={say('app.issues.known')}>
      <ul>
        {lines
          .filter((line) => line.said.length > 0)
          .map((line) => (
            <li key={line.seat}>
              <SeatMark of={c} seat={line.seat} small /> <strong>{names.seatShort(line.seat)}</strong>{' '}
              {line.said.map(({ text, cite }, k) => (
                <Fragment key={text}>
                  {k > 0 ? '; ' : ''}
                  {text}
                  {cite ? <CiteMark of={cite} /> : null}
                </Fragment>
              ))}
            </li>
          ))}
        {marks.reds.map((r) => (
          <li key={r.red} className="known-red">
            {say(r.side === 'max' ? 'app.issues.known-red-max' : 'app.issues.known-red-min', {
              option: names.option(issue, r.at),
            })}
            {r.line.unless
              ? `, ${say('app.issues.known-unless', { term: termText(c, say, names, r.line.unless) })}`
              : ''}
            {` (${say(r.line.amendable ? 'app.issues.known-amendable' : 'app.issues.known-absolute')})`}
            <CiteMark of={r.line.cite} />
          </li>
        ))}
      </ul>
      <p>
        <ReadingLink info={info} to={{ page: 'issues', part: c.issues[issue].id }}>
          {say('app.issues.rests')}
        </ReadingLink>
      </p>
    </section>
  );
}

function nearest(ladder: readonly { readonly x: number }[], x: number): number {
  let best = 0;
  ladder.forEach((option, no) => {
    if (Math.abs(option.x - x) < Math.abs(ladder[best].x - x)) best = no;
  });
  return best;
}
