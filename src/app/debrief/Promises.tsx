import type { Obligation, Offer } from '../../world/index.ts';
import { SeatMark } from '../components/SeatMark.tsx';
import { seatsByOrder } from '../table/names.ts';
import { round1 } from '../table/reading.ts';
import { termText } from '../table/tell.ts';
import { useDebrief } from './opened.tsx';

/** What was promised, what became of it, and what breaking it would have paid. */
export function Promises() {
  const { opened, say } = useDebrief();
  const { obligations, offers } = opened.final;
  const carrots = offers.filter((o) => o.kind === 'carrot');
  const sticks = offers.filter((o) => o.kind === 'stick');
  return (
    <>
      {obligations.length === 0 ? <p>{say('debrief.promises.none')}</p> : <Obligations list={obligations} />}
      {carrots.length > 0 ? <Offers title="carrots" list={carrots} /> : null}
      {sticks.length > 0 ? <Offers title="sticks" list={sticks} /> : null}
    </>
  );
}

function Obligations({ list }: { list: readonly Obligation[] }) {
  const { info, opened, say, names, looking } = useDebrief();
  return (
    <>
      <p className="small">{say('debrief.promises.about')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with keys */}
      <section className="scroll" tabIndex={0} aria-labelledby="promises-title">
        <table className="figures wide kept stacks">
          <thead>
            <tr>
              <th scope="col">{say('debrief.promises.clause')}</th>
              <th scope="col">{say('debrief.promises.owner')}</th>
              <th scope="col">{say('debrief.promises.due')}</th>
              <th scope="col">{say('debrief.promises.state')}</th>
              <th scope="col">{say('debrief.promises.temptation')}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((o) => (
              <tr key={o.no}>
                <th scope="row">
                  {names.clause([o.issue, o.to])}
                  <span className="secret-red small">
                    {say('debrief.promises.from', { draft: names.draft(o.deal), seats: names.seats(o.parties) })}
                  </span>
                </th>
                <td data-label={say('debrief.promises.owner')}>
                  {seatsByOrder(info.case, o.owners).map((s) => (
                    <SeatMark key={s} of={info.case} seat={s} small name={names.seat(s)} />
                  ))}
                </td>
                <td className="numeral" data-label={say('debrief.promises.due')}>
                  {o.due > opened.closed.length ? say('debrief.promises.at-end') : o.due}
                  {o.delayed ? <span className="secret-red small">{say('debrief.promises.delayed')}</span> : null}
                </td>
                <td data-label={say('debrief.promises.state')}>
                  <span
                    className={`tag ${o.state === 'performed' ? 'tag-good' : o.state === 'breached' ? 'tag-bad' : ''}`}
                  >
                    {say(`debrief.state.${o.state}`)}
                  </span>
                </td>
                <td data-label={say('debrief.promises.temptation')}>
                  {looking.is === 'found' ? (
                    <Temptations no={o.no} />
                  ) : (
                    <span className="small">{say('debrief.wait')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** What breaking one clause would have changed for each owner, in hundredths of the score. */
function Temptations({ no }: { no: number }) {
  const { info, opened, say, names, looking } = useDebrief();
  if (looking.is !== 'found') return null;
  const all = looking.look.temptations.filter((t) => t.no === no);
  if (all.length === 0) {
    // Signed in the last round: carried out after it, when no orders are given any more.
    const after = opened.final.obligations.some((o) => o.no === no && o.state === 'performed');
    return <span className="small">{say(after ? 'debrief.promises.after-all' : 'debrief.promises.never-due')}</span>;
  }
  return (
    <ul className="temptations">
      {all.map((t) => {
        const paid = Math.round(t.paid * 100);
        return (
          <li key={`${t.round}-${t.seat}`}>
            <SeatMark of={info.case} seat={t.seat} small name={names.seat(t.seat)} />
            <span>
              {say(
                paid > 0
                  ? 'debrief.promises.would-gain'
                  : paid < 0
                    ? 'debrief.promises.would-lose'
                    : 'debrief.promises.would-same',
                {
                  points: Math.abs(paid),
                  did: t.did,
                  round: t.round,
                },
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Offers({ title, list }: { title: 'carrots' | 'sticks'; list: readonly Offer[] }) {
  const { info, update, say, names } = useDebrief();
  // What is left of an offer stands in its record; what was offered, and whether a warning was lifted, only in the news.
  const told = (id: string, no: number) => update.news.find((n) => n.id === id && n.with.no === no);
  return (
    <>
      <h3>{say(`debrief.promises.${title}`)}</h3>
      <ul className="offers">
        {list.map((o) => {
          const terms = names.list(o.terms.map((term) => termText(info.case, say, names, term)));
          const offered = told(`news.${o.kind}`, o.no);
          const state = o.state === 'lapsed' && told('news.stick-lifted', o.no) ? 'lifted' : o.state;
          const points = round1(Number(offered?.with.points ?? o.points));
          return (
            <li key={o.no}>
              <SeatMark of={info.case} seat={o.from} small name={names.seat(o.from)} />
              <span>
                {say(`debrief.offer.${o.kind}`, { seat: names.seat(o.to), terms, round: o.made, points })}{' '}
                <span
                  className={`tag ${o.state === 'paid' ? 'tag-good' : o.state === 'withheld' || o.state === 'imposed' ? 'tag-bad' : ''}`}
                >
                  {say(`debrief.offer.${o.kind}-${state}`)}
                </span>
                {o.kind === 'carrot' && o.tranches > 0 ? (
                  <span className="small">
                    {' '}
                    {say('debrief.offer.tranches', { done: o.delivered, all: o.tranches, left: round1(o.points) })}
                  </span>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
