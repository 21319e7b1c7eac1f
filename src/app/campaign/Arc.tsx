import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Say } from '../../words/index.ts';
import { Button } from '../components/Controls.tsx';
import { SeatMark } from '../components/SeatMark.tsx';
import { dateText } from '../dates.ts';
import { NOTE_MAX, type Notes, tidyNotes } from '../debrief/notes.ts';
import { byOrder, seatsByOrder } from '../table/names.ts';
import { type Course, chainsOf, tensionCourse, touchedIn, trustCourse, verdictOf } from './arc.ts';
import type { Part } from './parts.ts';
import { makeCampaignSay } from './say.ts';
import { type CampaignRecord, changeCampaign } from './store.ts';

interface Props {
  record: CampaignRecord;
  parts: readonly Part[];
  say: Say;
}

/** The end of a campaign: the arc over all parts, what was kept, how each seat did, and what the documents said. */
export function Arc({ record, parts, say }: Props) {
  const says = useMemo(() => parts.map(({ info }) => makeCampaignSay(info.texts)), [parts]);
  return (
    <div className="campaign-arc">
      <header className="campaign-arc-head">
        <h2>{say('campaign.arc')}</h2>
        <Button small kind="quiet" onPress={() => window.print()}>
          {say('campaign.print')}
        </Button>
      </header>
      <section className="sheet" aria-labelledby="arc-course">
        <h3 id="arc-course">{say('campaign.course')}</h3>
        <p className="small">{say('campaign.course-about')}</p>
        <CourseTable record={record} parts={parts} says={says} say={say} />
      </section>
      <section className="sheet" aria-labelledby="arc-options">
        <h3 id="arc-options">{say('campaign.options')}</h3>
        <p className="small">{say('campaign.options-about')}</p>
        <OptionTable record={record} parts={parts} says={says} say={say} />
      </section>
      <section className="sheet" aria-labelledby="arc-verdicts">
        <h3 id="arc-verdicts">{say('campaign.verdicts')}</h3>
        <p className="small">{say('campaign.scores-about')}</p>
        <VerdictTable parts={parts} says={says} say={say} />
      </section>
      <section className="sheet" aria-labelledby="arc-documents">
        <h3 id="arc-documents">{say('campaign.documents')}</h3>
        <p className="small">{say('campaign.documents-about')}</p>
        <Touched parts={parts} says={says} say={say} />
      </section>
      <Questions record={record} say={say} />
    </div>
  );
}

interface TableProps extends Props {
  /** A speaker for each part. */
  says: readonly Say[];
}

/** Column heads: the dates of the parts. */
function Heads({ parts, say }: { parts: readonly Part[]; say: Say }) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="visually-hidden">{say('campaign.head-what')}</span>
        </th>
        {parts.map(({ no, date }) => (
          <th key={no} scope="col">
            {dateText(date, 'en')}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A table wider than its window scrolls by itself; with keys too. */
function Wide({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with keys
    <section className="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

/** Tension, and the trust of the parties in each other, through all parts. */
function CourseTable({ parts, says, say }: TableProps) {
  const c = parts[0]!.info.case;
  const parties = seatsByOrder(c).filter((s) => c.seats[s]!.role === 'principal');
  const pairs = parties.flatMap((a) => parties.filter((b) => b !== a).map((b) => [a, b] as const));
  return (
    <Wide label={say('campaign.course')}>
      <table className="arc-table stacks">
        <Heads parts={parts} say={say} />
        <tbody>
          <tr>
            <th scope="row">{say('ledger.what-tension')}</th>
            {parts.map((part) => (
              <CourseCell key={part.no} date={part.date} course={tensionCourse(part.played!)} unit="" say={say} />
            ))}
          </tr>
          {pairs.map(([a, b]) => (
            <tr key={`${a}-${b}`}>
              <th scope="row">
                {say('ledger.what-trust', {
                  seat: says[0]!(`seat.${c.seats[a]!.id}.name`),
                  other: says[0]!(`seat.${c.seats[b]!.id}.name`),
                })}
              </th>
              {parts.map((part) => (
                <CourseCell
                  key={part.no}
                  date={part.date}
                  course={trustCourse(part.played!, c.seats[a]!.id, c.seats[b]!.id)}
                  unit=" %"
                  say={say}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

interface CourseProps {
  /** Of the part. */
  date: string;
  course: Course;
  unit: string;
  say: Say;
}

/** A small line of 0 to 100 over the rounds of a part, and its first and last number in figures. */
function CourseCell({ date, course, unit, say }: CourseProps) {
  const last = course.length - 1;
  const points = course.map((value, k) => `${last === 0 ? 0 : (100 * k) / last},${100 - value}`).join(' ');
  const [from, to] = [Math.round(course[0]!), Math.round(course[last]!)];
  return (
    <td data-label={dateText(date, 'en')}>
      <svg className="arc-line" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" y1="50" x2="100" y2="50" className="arc-half" />
        <polyline points={points} />
      </svg>
      <span className="numeral">{say('campaign.from-to', { from: `${from}${unit}`, to: `${to}${unit}` })}</span>
    </td>
  );
}

/** What became of each issue that goes through several parts. */
function OptionTable({ record, parts, says, say }: TableProps) {
  const { campaign } = record.file;
  const chains = chainsOf(
    campaign,
    parts.map(({ info }) => info.case),
  );
  return (
    <Wide label={say('campaign.options')}>
      <table className="arc-table stacks">
        <Heads parts={parts} say={say} />
        <tbody>
          {chains.map((chain) => {
            const first = chain.findIndex((id) => id !== null);
            const title = says[first]!(`issue.${chain[first]}.name`);
            return (
              <tr key={chain.join('-')}>
                <th scope="row">{title}</th>
                {parts.map((part, k) => {
                  const id = chain[k];
                  if (!id || !part.played) return <td key={part.no} className="is-empty" />;
                  const c = part.played.case;
                  const issue = c.issues.findIndex((one) => one.id === id);
                  const { options, now } = c.issues[issue]!;
                  const name = (option: number) => says[k]!(`option.${id}.${options[option]!.id}.name`);
                  const [from, to] = [now, part.played.opened.final.now[issue]!];
                  const own = says[k]!(`issue.${id}.name`);
                  return (
                    <td
                      key={part.no}
                      data-label={dateText(part.date, 'en')}
                      className={from === to ? '' : to > from ? 'is-up' : 'is-down'}
                    >
                      {own === title ? null : <span className="arc-own">{own}</span>}
                      {from === to ? name(to) : say('campaign.from-to', { from: name(from), to: name(to) })}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
}

/** Signed, kept, broken, left open; the ending and each seat's score. */
function VerdictTable({ parts, says, say }: Omit<TableProps, 'record'>) {
  const verdicts = parts.map(({ played }) => verdictOf(played!));
  const c = parts[0]!.info.case;
  const seats = byOrder(c.seats).map((s) => ({ s, id: c.seats[s]!.id }));
  const figures = ['deals', 'refused', 'performed', 'breached', 'open'] as const;
  return (
    <Wide label={say('campaign.verdicts')}>
      <table className="arc-table stacks">
        <Heads parts={parts} say={say} />
        <tbody>
          <tr>
            <th scope="row">{say('campaign.ending')}</th>
            {verdicts.map(({ ending }, k) => (
              <td key={parts[k]!.no} data-label={dateText(parts[k]!.date, 'en')}>
                {ending ? says[k]!(`ending.${ending}.title`) : '–'}
              </td>
            ))}
          </tr>
          {figures.map((figure) => (
            <tr key={figure}>
              <th scope="row">{say(`campaign.figure-${figure}`)}</th>
              {verdicts.map((verdict, k) => (
                <td key={parts[k]!.no} className="numeral" data-label={dateText(parts[k]!.date, 'en')}>
                  {verdict[figure]}
                </td>
              ))}
            </tr>
          ))}
          {seats.map(({ s, id }) => (
            <tr key={id}>
              <th scope="row">
                <SeatMark of={c} seat={s} small /> {says[0]!(`seat.${id}.name`)}
              </th>
              {verdicts.map(({ seats: scored }, k) => {
                const { score, judged, met, goals } = scored[id]!;
                return (
                  <td key={parts[k]!.no} data-label={dateText(parts[k]!.date, 'en')}>
                    <span className="numeral">{judged ? Math.round(100 * score) : '–'}</span>{' '}
                    <span className="small">{say('campaign.goals-met', { met, goals })}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** Where the documents contradict each other, as far as this campaign touched it, and which document said what. */
function Touched({ parts, says, say }: Omit<TableProps, 'record'>) {
  const touched = useMemo(() => touchedIn(parts), [parts]);
  if (touched.length === 0) return <p>{say('campaign.documents-none')}</p>;
  return (
    <ul className="campaign-touched">
      {touched.map(({ id, part, parts: touchedParts }) => {
        const told = says[part.no - 1]!;
        const { case: c, sources, lang } = part.info;
        const one = c.contradictions.find((x) => x.id === id)!;
        return (
          <li key={id}>
            <h4 lang={lang}>{told(`contradiction.${id}.title`)}</h4>
            <p lang={lang}>{told(`contradiction.${id}.text`)}</p>
            <p className="small">
              {say('campaign.touched-in', {
                dates: new Intl.ListFormat('en').format(touchedParts.map((no) => dateText(parts[no - 1]!.date, 'en'))),
              })}{' '}
              {one.sources
                .map(([source, paragraph]) =>
                  say('ledger.cite', { source: sources[source]?.short ?? sources[source]?.title ?? source, paragraph }),
                )
                .join(' · ')}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** Milliseconds after the last key before what was written is stored. */
const PAUSE = 500;

/** Questions about the whole, with room for an answer each; kept with the campaign on this device. */
function Questions({ record, say }: { record: CampaignRecord; say: Say }) {
  const texts = record.file.texts[record.language] ?? record.file.texts.en ?? {};
  const ids = Object.keys(texts)
    .filter((id) => id.startsWith('reflection.'))
    .sort();
  const [notes, setNotes] = useState(() => tidyNotes(record.notes));
  const [state, setState] = useState<'none' | 'writing' | 'stored' | 'failed'>('none');
  const timer = useRef(0);
  const unsaved = useRef<Notes | null>(null);
  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    const last = unsaved.current;
    unsaved.current = null;
    if (!last) return;
    changeCampaign(record.id, (old) => ({ ...old, notes: last })).then(
      () => setState('stored'),
      () => setState('failed'),
    );
  }, [record.id]);
  useEffect(() => {
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  const write = (id: string, text: string) => {
    const next = { ...notes, [id]: text.slice(0, NOTE_MAX) };
    setNotes(next);
    setState('writing');
    unsaved.current = next;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(flush, PAUSE);
  };
  return (
    <section className="sheet" aria-labelledby="arc-questions">
      <h3 id="arc-questions">{say('campaign.questions')}</h3>
      <p className="small">
        {say('campaign.questions-about')} <span role="status">{say(`campaign.notes-${state}`)}</span>
      </p>
      <ol className="campaign-questions">
        {ids.map((id) => (
          <li key={id}>
            <label>
              <span lang={record.language}>{say(id)}</span>
              <textarea
                className="input"
                rows={3}
                value={notes[id] ?? ''}
                onChange={(event) => write(id, event.target.value)}
              />
            </label>
          </li>
        ))}
      </ol>
    </section>
  );
}
