import { useMemo, useState } from 'react';
import { seenGame } from '../../forecast/index.ts';
import { draftFault, formulable } from '../../rules/index.ts';
import { Button } from '../components/Controls.tsx';
import { SeatMark } from '../components/SeatMark.tsx';
import { TurnBar } from '../hotseat/TurnBar.tsx';
import { AssessmentView } from './AssessmentView.tsx';
import { Because } from './Citation.tsx';
import { ClauseList } from './Clauses.tsx';
import { DraftCard } from './DraftCard.tsx';
import { useWriting } from './draft.tsx';
import { seatsByOrder } from './names.ts';
import { openDrafts } from './reading.ts';
import { LastNews } from './Situation.tsx';
import { useSitting } from './sitting.tsx';

/** The talks: the own text, what lies on the table, and what was said so far. */
export function Talks() {
  const { update, say } = useSitting();
  const { view } = update;
  const drafts = [...openDrafts(view)].reverse();
  return (
    <div className="talks">
      {drafts.length > 0 ? (
        <section aria-labelledby="on-table-title">
          <h2 id="on-table-title">{say('app.talks.on-table')}</h2>
          {drafts.map((draft) => (
            <DraftCard key={draft.no} draft={draft} />
          ))}
        </section>
      ) : null}
      <Builder />
      <TurnBar />
      <TalkLog />
      <LastNews />
      {view.drafts.length > drafts.length ? <Past /> : null}
    </div>
  );
}

/** The own draft: clauses chosen on the rulers, what it would mean, and the way to the table. */
function Builder() {
  const { info, update, seat, say, names, act } = useSitting();
  const { clauses, answers, set, clear } = useWriting();
  const [sending, setSending] = useState(false);
  const legal = update.legal;
  const barred = clauses.length > 0 ? draftFault(seenGame(info.case, update.view), seat, clauses)?.code : undefined;
  const why = legal?.table.why || (barred ?? (legal ? '' : 'wrong-stage'));
  const mediator = info.case.seats[seat].role === 'mediator';
  const answered = answers > 0 ? update.view.drafts.find((d) => d.no === answers && d.state === 'open') : undefined;

  const table = async () => {
    setSending(true);
    const ack = await act(
      answered ? { do: 'counter', seat, draft: answered.no, clauses } : { do: 'table', seat, clauses },
    );
    setSending(false);
    if (ack.ok) clear();
  };

  return (
    <section className="builder sheet" aria-labelledby="builder-title">
      <header className="panel-head">
        <h2 id="builder-title">
          {answered
            ? say('app.builder.counter-title', { no: names.draft(answered.no), seat: names.seatShort(answered.by) })
            : say('app.builder.title')}
        </h2>
        {clauses.length > 0 ? (
          <Button kind="quiet" small onPress={clear}>
            {say('app.builder.clear')}
          </Button>
        ) : null}
      </header>
      {clauses.length === 0 ? (
        <p className="empty">{say('app.builder.empty', { max: info.case.clausesMax })}</p>
      ) : (
        <>
          <ClauseList
            clauses={clauses}
            {...(answered ? { before: answered.clauses } : {})}
            remove={(issue) => set(issue, null)}
          />
          <AssessmentView clauses={clauses} />
        </>
      )}
      {mediator && clauses.length === 0 && why === '' ? <Suggestions /> : null}
      {answered && !why && clauses.length > 0 ? (
        <p className="small">{say('app.builder.counter-replaces', { no: names.draft(answered.no) })}</p>
      ) : null}
      {/* As long as nothing is written, the line on top says whether anything can be. */}
      {clauses.length === 0 ? null : why ? (
        <p className="note">{say(`fault.${why}`)}</p>
      ) : (
        <div className="builder-send">
          <Button kind="main" isDisabled={sending} onPress={table}>
            {say(answered ? 'app.builder.counter' : mediator ? 'app.builder.formulate' : 'app.builder.table')}
          </Button>
          <span className="small">{say('app.cost', { cost: legal?.table.cost ?? 0 })}</span>
          <span className="small">
            <To clauses={clauses} />
          </span>
        </div>
      )}
    </section>
  );
}

/** Who would have to sign. */
function To({ clauses }: { clauses: readonly (readonly [number, number])[] }) {
  const { info, say, names } = useSitting();
  let set = 0;
  info.case.seats.forEach((s, no) => {
    if (s.role === 'principal') set |= 1 << no;
  });
  for (const [issue] of clauses) set |= info.case.issues[issue].owners;
  return (
    <span className="to">
      {say('app.builder.to')}{' '}
      {seatsByOrder(info.case, set).map((s) => (
        <SeatMark key={s} of={info.case} seat={s} small name={names.seatShort(s)} />
      ))}
    </span>
  );
}

/** Texts a mediator may put on the table: near what both principals could live with, by public numbers. */
function Suggestions() {
  const { info, update, seat, say } = useSitting();
  const { load } = useWriting();
  const [all, setAll] = useState(false);
  const texts = useMemo(() => {
    const game = seenGame(info.case, update.view);
    const near = formulable(game, Number.POSITIVE_INFINITY);
    // What the own instructions forbid would only be refused.
    return near.filter((clauses) => draftFault(game, seat, clauses) === null).slice(0, 12);
  }, [info.case, update.view, seat]);
  const shown = all ? texts : texts.slice(0, 4);
  return (
    <div className="suggestions">
      <h3>{say('app.builder.suggestions')}</h3>
      <p className="small">{say('app.builder.suggestions-about')}</p>
      <ul>
        {shown.map((clauses) => (
          <li key={clauses.join(';')}>
            <ClauseList clauses={clauses} />
            <Button small onPress={() => load(clauses, 0)}>
              {say('app.builder.take')}
            </Button>
          </li>
        ))}
      </ul>
      {texts.length > shown.length ? (
        <Button kind="quiet" small onPress={() => setAll(true)}>
          {say('app.more', { count: texts.length - shown.length })}
        </Button>
      ) : null}
    </div>
  );
}

/** What happened in the talks so far, newest round first. */
function TalkLog() {
  const { info, update, say, names } = useSitting();
  const lines = update.talks.filter((line) => line.round >= update.view.round - 1);
  if (lines.length === 0) return null;
  return (
    <section className="talk-log" aria-labelledby="talk-log-title">
      <h3 id="talk-log-title">{say('app.talks.log')}</h3>
      <ol>
        {[...lines].reverse().map((line, k) => (
          <li key={lines.length - k}>
            <SeatMark of={info.case} seat={line.seat} small />
            <div>
              <p>
                {say(`app.talks.did-${line.did}`, {
                  seat: names.seatShort(line.seat),
                  draft: names.draft(line.draft),
                  round: line.round,
                })}
              </p>
              {line.because ? (
                <p className="because small">
                  <Because text={line.because} />
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Drafts that are off the table. */
function Past() {
  const { update, say } = useSitting();
  const closed = update.view.drafts.filter((d) => d.state !== 'open').reverse();
  return (
    <section aria-labelledby="past-title" className="past">
      <h3 id="past-title">{say('app.talks.past')}</h3>
      {closed.map((draft) => (
        <DraftCard key={draft.no} draft={draft} />
      ))}
    </section>
  );
}
