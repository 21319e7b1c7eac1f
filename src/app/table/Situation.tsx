import { lazy, Suspense, startTransition, useState } from 'react';
import { seenGame, standing } from '../../forecast/index.ts';
import type { Offer } from '../../world/index.ts';
import { Button } from '../components/Controls.tsx';
import { SeatMark } from '../components/SeatMark.tsx';
import { Term } from '../practice/Term.tsx';
import { Goals } from './Goals.tsx';
import { Gauge } from './Header.tsx';
import { NewsList } from './News.tsx';
import { byOrder, seatsByOrder } from './names.ts';
import { Ripeness } from './Ripeness.tsx';
import { round1, signedPoints, trust } from './reading.ts';
import { useSitting } from './sitting.tsx';
import { termText } from './tell.ts';

const ForecastPanel = lazy(() => import('../forecast/ForecastPanel.tsx'));

/** What stands around the table: news, trust, the own home front, promises, the mandate. */
export function Situation() {
  return (
    <>
      <Relations />
      <ForecastDoor />
      <Promises />
      <Home />
      <Standing />
      <Mandate />
    </>
  );
}

/** What the last round brought, in short. */
export function LastNews() {
  const { update, say } = useSitting();
  const last = update.view.round - (update.view.stage === 'over' ? 0 : 1);
  const news = update.news.filter((n) => n.round === last);
  if (news.length === 0) return null;
  return (
    <section className="sheet last-news" aria-labelledby="side-news">
      <h2 id="side-news">{say('app.news.of', { round: last })}</h2>
      <NewsList news={news} brief />
    </section>
  );
}

/** Trust both ways between us and each of the others. */
function Relations() {
  const { info, update, seat, say, names, why } = useSitting();
  const c = info.case;
  const others = seatsByOrder(c).filter((s) => s !== seat);
  return (
    <section className="side-section" aria-labelledby="side-relations">
      <h2 id="side-relations">
        <Term of="trust">{say('app.relations.title')}</Term>
      </h2>
      <table className="relations">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{say('app.relations.seat')}</span>
            </th>
            <th scope="col">{say('app.relations.ours')}</th>
            <th scope="col">{say('app.relations.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {others.map((s) => (
            <tr key={s} data-seat={c.seats[s].id}>
              <th scope="row">
                <SeatMark of={c} seat={s} small /> {names.seatShort(s)}
              </th>
              {(
                [
                  [seat, s],
                  [s, seat],
                ] as const
              ).map(([from, to]) => {
                const value = Math.round(100 * trust(c, update.view, from, to));
                return (
                  <td key={`${from}-${to}`}>
                    <button
                      type="button"
                      className="figure-button"
                      onClick={() => why(`trust/${c.seats[from].id}/${c.seats[to].id}`)}
                    >
                      <span className="numeral">{value} %</span>
                      <Gauge value={value} marks={[50]} />
                      <span className="visually-hidden">
                        {say('app.why-of', {
                          what: say('app.trust-of', { from: names.seatShort(from), to: names.seatShort(to) }),
                        })}
                      </span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Gates />
      <Ripeness />
    </section>
  );
}

function Gates() {
  const { info, update, say } = useSitting();
  if (info.case.gates.length === 0) return null;
  return (
    <ul className="gates">
      {info.case.gates.map((gate, no) => {
        const open = update.view.gate[no] === 1;
        return (
          <li key={gate.id} className={open ? 'gate gate-open' : 'gate gate-shut'}>
            <strong>{say(`gate.${gate.id}.name`)}</strong>{' '}
            <span className="small">{say(`gate.${gate.id}.${open ? 'open' : 'closed'}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Approval of each own body, and what it may do to a deal. */
function Home() {
  const { info, update, seat, say, names, why } = useSitting();
  const c = info.case;
  const own = byOrder(c.bodies).filter((b) => c.bodies[b].seat === seat);
  return (
    <section className="side-section" aria-labelledby="side-home">
      <h2 id="side-home">
        <Term of="win-set">{say('app.home.title')}</Term>
      </h2>
      <ul className="bodies">
        {own.map((b) => {
          const body = c.bodies[b];
          const approval = Math.round(update.view.approval[b]);
          return (
            <li key={b}>
              <p className="body-name">
                {names.body(b)} {body.veto ? <span className="tag tag-bad">{say('app.home.veto')}</span> : null}
                {body.hawkish ? <span className="tag">{say('app.home.hawkish')}</span> : null}
              </p>
              <button type="button" className="figure-button" onClick={() => why(`approval/${body.id}`)}>
                <span className="numeral">{approval}</span>
                <Gauge value={approval} marks={[]} />
                <span className="visually-hidden">
                  {say('app.why-of', { what: say('app.approval-of', { body: names.body(b) }) })}
                </span>
              </button>
              <p className="small">
                {say('app.home.about', { weight: body.weight, issue: names.issue(body.top) })}
                {update.view.consulted[b] === 1 ? ` ${say('app.home.known')}` : ''}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the seat has if no deal comes; arithmetic for those who play by the full rules. */
function Standing() {
  const { info, update, seat, level, say, why } = useSitting();
  if (level === 'essential') return null;
  const { start, now } = standing(seenGame(info.case, update.view), seat);
  return (
    <section className="side-section" aria-labelledby="side-standing">
      <h2 id="side-standing">
        <Term of="batna">{say('app.standing.title')}</Term>
      </h2>
      <button type="button" className="figure-button" onClick={() => why('standing')}>
        <span className="numeral">{round1(now)}</span>
        <span className="small">{say('app.standing.since', { by: signedPoints(now - start) })}</span>
        <span className="visually-hidden">{say('app.why-of', { what: say('app.standing.title') })}</span>
      </button>
    </section>
  );
}

/** The way to the forecasts; the essential level does without them. */
function ForecastDoor() {
  const { level, say } = useSitting();
  const [open, setOpen] = useState(false);
  if (level === 'essential') return null;
  return (
    <section className="side-section forecast-door" aria-labelledby="side-forecast">
      <h2 id="side-forecast">
        <Term of="forecast">{say('app.forecast.title')}</Term>
      </h2>
      <p className="small">{say('app.forecast.about')}</p>
      <Button onPress={() => startTransition(() => setOpen(true))}>{say('app.forecast.open')}</Button>
      {open ? (
        <Suspense fallback={null}>
          <ForecastPanel close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}

/** Clauses still to be carried out, and what the mediators have offered or threatened. */
function Promises() {
  const { info, update, say, names, why } = useSitting();
  const open = update.view.obligations.filter((o) => o.state === 'open');
  const offers = update.view.offers.filter((o) => o.state === 'standing' || o.state === 'owed');
  const guarantee = update.view.guarantee.reduce((sum, g) => sum + g, 0);
  if (open.length === 0 && offers.length === 0 && guarantee === 0) return null;
  return (
    <section className="side-section" aria-labelledby="side-promises">
      <h2 id="side-promises">
        <Term of="guarantee">{say('app.promises.title')}</Term>
      </h2>
      <ul className="promises">
        {open.map((o) => (
          <li key={o.no}>
            {seatsByOrder(info.case, o.owners).map((s) => (
              <SeatMark key={s} of={info.case} seat={s} small name={names.seatShort(s)} />
            ))}{' '}
            <span>
              {names.clause([o.issue, o.to])}{' '}
              <span className="small">
                {say(
                  o.due > update.view.rounds
                    ? 'app.promises.due-end'
                    : o.delayed
                      ? 'app.promises.due-late'
                      : 'app.promises.due',
                  { round: o.due },
                )}
              </span>
            </span>
          </li>
        ))}
        {offers.map((o) => (
          <li key={o.no}>
            <SeatMark of={info.case} seat={o.from} small name={names.seatShort(o.from)} />{' '}
            <span>
              <OfferText offer={o} />
            </span>
          </li>
        ))}
        {guarantee > 0 ? (
          <li>
            <button type="button" className="why-link" onClick={() => why('guarantee')}>
              {say('app.promises.guarantee', { percent: Math.round(guarantee * 100) })}
              <span className="visually-hidden"> {say('app.why')}</span>
            </button>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function OfferText({ offer }: { offer: Offer }) {
  const { info, say, names, why } = useSitting();
  return (
    <button type="button" className="why-link" onClick={() => why(`offer/${offer.no}`)}>
      {say(`app.offer.${offer.kind}-${offer.state}`, {
        seat: names.seatShort(offer.to),
        points: Math.round(offer.points * 10) / 10,
        terms: names.list(offer.terms.map((term) => termText(info.case, say, names, term))),
        round: offer.lapses,
      })}
      <span className="visually-hidden"> {say('app.why')}</span>
    </button>
  );
}

function Mandate() {
  const { say } = useSitting();
  return (
    <section className="side-section" aria-labelledby="side-mandate">
      <h2 id="side-mandate">
        <Term of="mandate">{say('app.mandate.title')}</Term>
      </h2>
      <Goals />
    </section>
  );
}
