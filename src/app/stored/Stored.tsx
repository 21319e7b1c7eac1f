import '../styles/stored.css';
import { useEffect, useMemo, useState } from 'react';
import { type Journal, type JournalFault, parseJournal, storedRounds } from '../../session/index.ts';
import { citedText, type Say } from '../../words/index.ts';
import type { Case } from '../../world/index.ts';
import { Confirm } from '../components/Confirm.tsx';
import { Button } from '../components/Controls.tsx';
import { Page } from '../components/Page.tsx';
import { SeatMark } from '../components/SeatMark.tsx';
import type { GameInfo } from '../game-info.ts';
import { withNames } from '../scenarios/named.ts';
import { offerFile } from '../screens/offer-file.ts';
import { useSettings } from '../settings.tsx';
import { deleteGame, type GameRecord, readJournal } from '../worker/games.ts';
import { courseOf, makeStoredSay, plainName, type Row, type Told, tellRounds } from './told.ts';

interface Props {
  record: GameRecord;
  /** null: its scenario is not known here; things are called by their ids. */
  info: GameInfo | null;
  fault: JournalFault;
  home: () => void;
}

/** A game that cannot be played on: what was stored of it, why, and the ways to keep it or to be rid of it. */
export default function Stored({ record, info: plain, fault, home }: Props) {
  const [{ names }] = useSettings();
  const info = useMemo(() => (plain ? withNames(plain, names) : null), [plain, names]);
  const say = useMemo(() => makeStoredSay(info?.texts ?? {}), [info]);
  const [file, setFile] = useState<{ text: string; journal: Journal | null; broken: JournalFault | null } | null>(null);
  const [doomed, setDoomed] = useState(false);

  useEffect(() => {
    let there = true;
    readJournal(record.id).then(({ text }) => {
      const parsed = parseJournal(text);
      if (there) setFile({ text, journal: parsed.ok ? parsed.journal : null, broken: parsed.ok ? null : parsed.fault });
    });
    return () => {
      there = false;
    };
  }, [record.id]);

  if (!file) return <p className="loading">{say('app.loading')}</p>;
  const { journal, broken } = file;
  const rounds = journal ? storedRounds(journal) : [];
  const lang = info?.lang ?? 'en';
  // Bots cite documents by their ids.
  const told = tellRounds(rounds, say, lang).map((round) =>
    round.map((one) => ({ ...one, text: citedText(say, one.text, (id) => info?.sources[id]?.short) })),
  );
  const ending = rounds.at(-1)?.ending ?? null;
  const when = new Date(record.changed).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Page>
      <article className="stored" data-stored={fault.code}>
        <header className="stored-head">
          <p className="tag">{say('stored.kicker')}</p>
          <h1 lang={lang}>{info?.texts.title ?? plainName(record.scenario)}</h1>
          <p className="lead">
            {say('stored.as', { seat: record.seatName, seen: rounds.length, rounds: record.rounds, when })}
          </p>
        </header>
        <section className="sheet stored-why" aria-labelledby="stored-why">
          <h2 id="stored-why">{say('stored.why')}</h2>
          <p>{whyText(say, fault, journal)}</p>
          <p>
            {broken
              ? say('stored.unreadable', { what: faultText(say, broken) })
              : say(rounds.length > 0 ? 'stored.still' : 'stored.nothing')}
          </p>
          <div className="actions">
            <Button
              kind="main"
              onPress={() => offerFile(`demarche-${record.scenario}-${record.seat}.jsonl`, file.text)}
            >
              {say('stored.save')}
            </Button>
            <Button onPress={home}>{say('app.home')}</Button>
            <Button kind="quiet" onPress={() => setDoomed(true)}>
              {say('stored.delete')}
            </Button>
          </div>
        </section>
        {rounds.length > 0 ? (
          <>
            {ending ? (
              <section className="sheet stored-end" aria-labelledby="stored-end">
                <p className="small">{say('stored.ended')}</p>
                <h2 id="stored-end" lang={lang}>
                  {say(`ending.${ending}.title`)}
                </h2>
                {info?.texts[`ending.${ending}.text`] ? <p lang={lang}>{say(`ending.${ending}.text`)}</p> : null}
              </section>
            ) : null}
            <Agreed rounds={rounds.map(({ round }) => round)} told={told} say={say} />
            <div className="sheet">
              <h2>{say('stored.course')}</h2>
              <p className="small">{say('stored.course-about')}</p>
              <Course rows={courseOf(rounds, say, info?.case ?? null)} rounds={rounds} say={say} />
            </div>
            <section className="stored-news" aria-labelledby="stored-news">
              <h2 id="stored-news">{say('stored.news')}</h2>
              {rounds.map(({ round, tension }, k) => (
                <article key={round} className="sheet stored-round" aria-label={say('stored.round', { round })}>
                  <header>
                    <h3>{say('stored.round', { round })}</h3>
                    <p className="small numeral">{say('stored.tension', { tension: Math.round(tension) })}</p>
                  </header>
                  <Sentences told={told[k] ?? []} of={info?.case ?? null} say={say} />
                </article>
              ))}
            </section>
          </>
        ) : null}
      </article>
      {doomed ? (
        <Confirm
          title={say('app.home.delete-title')}
          about={say('app.home.delete-about', { title: record.title, seat: record.seatName })}
          deed={say('app.home.delete')}
          act={() => void deleteGame(record.id).then(home)}
          close={() => setDoomed(false)}
        />
      ) : null}
    </Page>
  );
}

const faultText = (say: Say, { fault, ...rest }: JournalFault): string =>
  say(`session.journal.${rest.code}`, {
    found: '',
    expected: '',
    at: 'none',
    ...rest,
    why: fault ? say(`fault.${fault}`) : '',
  });

function whyText(say: Say, fault: JournalFault, journal: Journal | null): string {
  const { code, found, expected } = fault;
  if (code === 'rules-differ') return say('stored.why-rules', { found: String(found), expected: String(expected) });
  if (code === 'scenario-changed') return say('stored.why-scenario');
  if (code === 'scenario-differs')
    return say('stored.why-unknown', { found: journal?.header.scenario ?? String(found) });
  return say('stored.why-other', { what: faultText(say, fault) });
}

function Agreed({ rounds, told, say }: { rounds: readonly number[]; told: readonly (readonly Told[])[]; say: Say }) {
  const deals = told.flatMap((list, k) =>
    list.filter(({ id }) => id === 'news.deal').map(({ text }) => ({ round: rounds[k] ?? 0, text })),
  );
  return (
    <section className="sheet" aria-labelledby="stored-agreed">
      <h2 id="stored-agreed">{say('stored.agreed')}</h2>
      {deals.length === 0 ? (
        <p>{say('stored.agreed-none')}</p>
      ) : (
        <ul className="stored-deals">
          {deals.map(({ round, text }) => (
            <li key={`${round} ${text}`}>
              <span className="small">{say('stored.agreed-in', { round })}</span>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Course({ rows, rounds, say }: { rows: readonly Row[]; rounds: readonly { round: number }[]; say: Say }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with keys
    <section className="scroll" aria-label={say('stored.course')} tabIndex={0}>
      <table className="stored-course numeral">
        <thead>
          <tr>
            <td />
            {rounds.map(({ round }) => (
              <th key={round} scope="col">
                {say('stored.round', { round })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, id, name, cells }) => (
            <tr key={`${kind} ${id}`} data-kind={kind}>
              <th scope="row">{name}</th>
              {cells.map(({ text, moved }, k) => (
                <td key={rounds[k]?.round}>{moved ? <strong>{text}</strong> : text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Sentences({ told, of, say }: { told: readonly Told[]; of: Case | null; say: Say }) {
  if (told.length === 0) return <p>{say('stored.quiet')}</p>;
  return (
    <ul className="news-list">
      {told.map(({ id, text, seat }, k) => {
        const no = of ? of.seats.findIndex((one) => one.id === seat) : -1;
        return (
          <li key={`${k}-${id}`} className={/^news\.vote-/.test(id) ? 'news-small' : ''}>
            {of && no >= 0 ? <SeatMark of={of} seat={no} small /> : <span className="news-dash" aria-hidden="true" />}
            <p>{text}</p>
          </li>
        );
      })}
    </ul>
  );
}
