import { newsParams, tellMore, tellNews } from '../../words/index.ts';
import type { News } from '../../world/index.ts';
import { SeatMark } from '../components/SeatMark.tsx';
import { Because } from './Citation.tsx';
import { useSitting } from './sitting.tsx';
import { termText, valueText, whatText } from './tell.ts';

/** Items that lead the page, best first; the rest follow in the order of the resolution. */
const LEADS = [
  'news.ending',
  'news.deal',
  'news.no-deal',
  'news.fall',
  'news.event',
  'news.breached',
  'news.performed',
];
/** Votes and reasons are small print under the item they belong to. */
const SMALL = new Set(['news.because', 'news.vote-yes', 'news.vote-no', 'news.vote-veto', 'news.consulted']);

function seatOf(news: News): string {
  const value = news.with.seat ?? news.with.from ?? news.with.by;
  return typeof value === 'string' ? value : '';
}

/** What a move does in detail: told under the move's own headline. */
const DETAILS = new Set([
  'news.statement',
  'news.pledge-min',
  'news.pledge-max',
  'news.carrot',
  'news.stick',
  'news.amended',
  'news.consulted',
  'news.revealed',
]);

const VOTES = new Set(['news.vote-yes', 'news.vote-no', 'news.vote-veto']);

interface Item {
  readonly main: News;
  readonly details: readonly News[];
}

/** Details join the headline of the same seat's move before them; own reasons go last. */
function grouped(news: readonly News[]): Item[] {
  const items: { main: News; details: News[] }[] = [];
  let votes: News[] = [];
  for (const n of news) {
    // The votes of a seat's bodies come before its verdict and are told under it.
    if (VOTES.has(n.id)) {
      votes.push(n);
      continue;
    }
    if (n.id === 'news.ratified-by' || n.id === 'news.refused-by') {
      items.push({ main: n, details: votes });
      votes = [];
      continue;
    }
    const last = items.at(-1);
    const joins =
      last?.main.id === 'news.move' &&
      DETAILS.has(n.id) &&
      (n.id === 'news.revealed' || seatOf(n) === seatOf(last.main));
    if (joins) last.details.push(n);
    else items.push({ main: n, details: [] });
  }
  items.push(...votes.map((main) => ({ main, details: [] })));
  const late = ({ main }: Item) => Number(main.id === 'news.because');
  return items.sort((a, b) => late(a) - late(b));
}

/** News as a list of sentences. `brief` leaves the small print out. */
export function NewsList({ news, brief }: { news: readonly News[]; brief?: boolean }) {
  const { info } = useSitting();
  return (
    <ul className="news-list">
      {grouped(brief ? news.filter((n) => !SMALL.has(n.id)) : news).map(({ main, details }, k) => {
        const seat = info.case.seats.findIndex((s) => s.id === seatOf(main));
        return (
          <li key={`${main.id}-${k}`} className={SMALL.has(main.id) ? 'news-small' : ''}>
            {seat >= 0 ? (
              <SeatMark of={info.case} seat={seat} small />
            ) : (
              <span className="news-dash" aria-hidden="true" />
            )}
            <div>
              <Sentence of={main} />
              {details.map((detail) => (
                <p key={`${detail.id}-${Object.values(detail.with).join('-')}`} className="small">
                  <Sentence of={detail} />
                </p>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** One item in words. An offer that still stands is told with its condition. */
function Sentence({ of }: { of: News }) {
  const { info, update, say, names } = useSitting();
  const offer =
    of.id === 'news.carrot' || of.id === 'news.stick' ? update.view.offers.find((o) => o.no === of.with.no) : undefined;
  if (!offer) {
    const text = tellNews(say, info.lang, of, names.draft);
    return of.id === 'news.because' ? <Because text={text} /> : text;
  }
  return say(`app.news.offer-${offer.kind}`, {
    seat: names.seat(offer.to),
    points: Number(of.with.points ?? offer.points),
    terms: names.list(offer.terms.map((term) => termText(info.case, say, names, term))),
    round: offer.lapses,
  });
}

/** The front page of a round: a headline, then columns. */
export function FrontPage({ round }: { round: number }) {
  const { info, update, say, names, why } = useSitting();
  const news = update.news.filter((n) => n.round === round);
  const lead = LEADS.map((id) => news.find((n) => n.id === id)).find((n) => n !== undefined);
  const rest = news.filter((n) => n !== lead);
  const moves = news.filter((n) => n.id === 'news.move').length;
  const isDeal = (n: News) => n.id === 'news.deal' || n.id === 'news.no-deal';
  const clausesOf = (n: News) => (isDeal(n) ? String(newsParams(say, info.lang, n).clauses ?? '') : '');
  const headline = (n: News) => (isDeal(n) ? say(`app.${n.id}`) : tellNews(say, info.lang, n, names.draft));
  const more = lead ? tellMore(say, lead) || clausesOf(lead) : '';
  return (
    <article className="front-page sheet" aria-labelledby="front-title">
      <header className="masthead">
        <p className="masthead-name">{say('app.news.paper')}</p>
        <p className="small">
          {say('title')} · {say('app.round', { round, rounds: update.view.rounds })}
        </p>
      </header>
      <h2 id="front-title">{lead ? headline(lead) : say(moves > 3 ? 'app.news.moves' : 'app.news.quiet')}</h2>
      {more ? <p className="lead">{more}</p> : null}
      {news.length === 0 ? <p>{say('app.news.none')}</p> : null}
      <div className="columns">
        <NewsList news={rest} />
      </div>
      <Changes round={round} why={why} />
    </article>
  );
}

/** The numbers that moved in a round, each leading to its causes. */
function Changes({ round, why }: { round: number; why: (what: string) => void }) {
  const { info, update, seat, say } = useSitting();
  const own = info.case.seats[seat].id;
  const shown = ['tension', ...info.case.bodies.filter((b) => b.seat === seat).map((b) => `approval/${b.id}`)];
  const rows = [...shown, `received/${own}`, `suffered/${own}`]
    .map((what) => {
      const entries = update.ledger.filter((e) => e.round === round && e.what === what);
      if (entries.length === 0) return null;
      return { what, from: entries[0].from, to: entries[entries.length - 1].to };
    })
    .filter((row) => row !== null);
  if (rows.length === 0) return null;
  return (
    <section className="changes" aria-labelledby="changes-title">
      <h3 id="changes-title">{say('app.news.changes')}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.what}>
            <button type="button" className="change" onClick={() => why(row.what)}>
              <ChangeText what={row.what} from={row.from} to={row.to} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChangeText({ what, from, to }: { what: string; from: number; to: number }) {
  const { info, say } = useSitting();
  const up = to > from;
  return (
    <>
      <span>{whatText(say, what)}</span>
      <span className="numeral">
        {valueText(info.case, say, what, from)} → <strong>{valueText(info.case, say, what, to)}</strong>{' '}
        <span aria-hidden="true">{up ? '▲' : to < from ? '▼' : ''}</span>
      </span>
      <span className="change-why">{say('app.why')}</span>
    </>
  );
}
