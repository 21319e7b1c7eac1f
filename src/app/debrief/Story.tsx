import { useMemo } from 'react';
import type { TalkLine } from '../../session/index.ts';
import { SeatMark } from '../components/SeatMark.tsx';
import { Because } from '../table/Citation.tsx';
import { NewsList } from '../table/News.tsx';
import { seatsByOrder } from '../table/names.ts';
import { Clauses } from './Clauses.tsx';
import { type Round, type SeatOrders, storyOf, type Text } from './data/story.ts';
import { useDebrief } from './opened.tsx';

/** The game round by round, as nobody saw it while it was played: every text, every order with its reason, every consequence. */
export function Story() {
  const { info, update, opened, say } = useDebrief();
  const rounds = useMemo(() => storyOf(info.case, opened, update), [info, opened, update]);
  return (
    <>
      <p className="small">{say('debrief.story.about')}</p>
      {rounds.map((round) => (
        <RoundStory key={round.round} of={round} />
      ))}
    </>
  );
}

function RoundStory({ of }: { of: Round }) {
  const { say, opened } = useDebrief();
  const [before, after] = of.tension.map(Math.round);
  return (
    <details className="story-round" open={of.round === 1}>
      <summary>
        <h3>{say('ledger.round', { round: of.round })}</h3>
        <span className="small">
          {say('debrief.story.summary', { texts: of.texts.length, before: before!, after: after! })}
        </span>
      </summary>
      <div className="story-body">
        <section>
          <h4>{say('debrief.story.talks')}</h4>
          {of.texts.length === 0 ? <p className="empty">{say('debrief.story.no-texts')}</p> : null}
          <ul className="texts">
            {of.texts.map((text) => (
              <li key={text.draft}>
                <TextStory of={text} now={opened.closed[of.round - 1].now} round={of.round} />
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h4>{say('debrief.story.orders')}</h4>
          <OrdersStory of={of.orders} round={of.round} />
        </section>
        {of.votes.length > 0 ? (
          <section>
            <h4>{say('debrief.story.votes')}</h4>
            <NewsList news={of.votes} />
          </section>
        ) : null}
        {of.news.length > 0 ? (
          <section>
            <h4>{say('debrief.story.news')}</h4>
            <NewsList news={of.news} />
          </section>
        ) : null}
      </div>
    </details>
  );
}

function TextStory({ of, now, round }: { of: Text; now: readonly number[]; round: number }) {
  const { info, say, names } = useDebrief();
  const state = say(of.state === 'open' ? 'debrief.story.still-open' : `app.draft.state-${of.state}`);
  const others = seatsByOrder(info.case, of.signatories).filter((s) => s !== of.by);
  return (
    <article className={`text text-${of.state}`}>
      <header>
        <SeatMark of={info.case} seat={of.by} small />
        <h5>
          {say(of.parent === 0 ? 'debrief.story.text' : 'debrief.story.counter', {
            no: names.draft(of.draft),
            parent: of.parent === 0 ? 0 : names.draft(of.parent),
            seat: names.seat(of.by),
            to: names.list(others.map((s) => names.seatShort(s))),
          })}
        </h5>
        <span className={`tag tag-${of.state}`}>{state}</span>
      </header>
      {of.tabled < round ? <p className="small">{say('debrief.story.standing', { round: of.tabled })}</p> : null}
      <Clauses clauses={of.clauses} now={now} />
      <ul className="said">
        {of.lines.map((line, k) => (
          <Said key={k} line={line} />
        ))}
      </ul>
    </article>
  );
}

function Said({ line }: { line: TalkLine }) {
  const { info, say, names } = useDebrief();
  return (
    <li>
      <SeatMark of={info.case} seat={line.seat} small />
      <span>
        {say(`debrief.story.did-${line.did}`, { seat: names.seat(line.seat) })}
        {line.reason ? <> {say(`app.reject.${line.reason}`)}</> : null}
        {line.because ? (
          <q className="because">
            <Because text={line.because} />
          </q>
        ) : null}
      </span>
    </li>
  );
}

function OrdersStory({ of, round }: { of: readonly SeatOrders[]; round: number }) {
  const { info, say, names, opened, seat } = useDebrief();
  const world = opened.closed[round - 1];
  return (
    <ul className="opened-orders">
      {seatsByOrder(info.case).map((s) => {
        const { orders, refused } = of[s];
        const duties = (orders?.duties ?? []).filter(({ act }) => act !== 'perform' && act !== 'release');
        return (
          <li key={s} data-own={s === seat ? '' : undefined}>
            <header>
              <SeatMark of={info.case} seat={s} small />
              <h5>{names.seat(s)}</h5>
            </header>
            {orders && orders.moves.length > 0 ? (
              <ul className="bullets">
                {orders.moves.map((order) => {
                  const no = refused.find((r) => r.order === order);
                  return (
                    <li key={order.move} className={no ? 'order-refused' : ''}>
                      {names.move(order.move)}
                      {order.issue !== undefined && order.option !== undefined
                        ? `: ${names.clause([order.issue, order.option])}`
                        : ''}
                      {order.pledge ? ` (${say(`debrief.story.pledge-${order.pledge}`)})` : ''}
                      {order.body !== undefined ? `: ${names.body(order.body)}` : ''}
                      {no ? (
                        <span className="note"> {say('debrief.story.refused', { why: say(`fault.${no.code}`) })}</span>
                      ) : null}
                    </li>
                  );
                })}
              </ul>
            ) : (
              <p className="empty">{say('debrief.story.no-orders')}</p>
            )}
            {duties.map((duty) => {
              const o = world.obligations.find(({ no }) => no === duty.no);
              const offer = world.offers.find(({ no }) => no === duty.no);
              const what = o ? names.clause([o.issue, o.to]) : offer ? names.seat(offer.to) : '';
              return (
                <p key={duty.no} className="note">
                  {say('debrief.story.duty', { act: say(`app.duty.${duty.act}`), what })}
                </p>
              );
            })}
            {orders?.because ? (
              <q className="because">
                <Because text={orders.because} />
              </q>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
