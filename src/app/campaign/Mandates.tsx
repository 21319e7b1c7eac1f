import { useMemo } from 'react';
import type { Say } from '../../words/index.ts';
import type { CarryRule, Case } from '../../world/index.ts';
import { SeatMark } from '../components/SeatMark.tsx';
import { dateText } from '../dates.ts';
import { byOrder } from '../table/names.ts';
import type { Part } from './parts.ts';
import { makeCampaignSay } from './say.ts';

interface Props {
  before: Part;
  part: Part;
  /** Seats that people play, by id. */
  people: readonly string[];
  rule: CarryRule;
  say: Say;
}

/** Whose line is shown to everybody: its change is what the documents are about. It stands in public documents. */
const SHOWN_TO_ALL = 'us';

/** What one's government wanted then and wants now, side by side; and for everybody what is publicly known of Washington's line. */
export function Mandates({ before, part, people, rule, say }: Props) {
  const others = people.includes(SHOWN_TO_ALL) || !part.info.case.seats.some(({ id }) => id === SHOWN_TO_ALL);
  return (
    <section className="sheet campaign-mandates" aria-labelledby="mandates-title">
      <h2 id="mandates-title">{say('campaign.mandates')}</h2>
      <p className="small">{say('campaign.mandates-about')}</p>
      {people.map((seat) => (
        <Mandate key={seat} seat={seat} own before={before} part={part} rule={rule} say={say} />
      ))}
      {others ? null : (
        <>
          <h3>{say('campaign.us-line')}</h3>
          <p className="small">{say('campaign.us-line-about')}</p>
          <Mandate seat={SHOWN_TO_ALL} own={false} before={before} part={part} rule={rule} say={say} />
        </>
      )}
    </section>
  );
}

type Pair = readonly [was: string | null, is: string | null];

interface MandateProps {
  seat: string;
  /** Instructions and goals too; they are nobody else's business. */
  own: boolean;
  before: Part;
  part: Part;
  rule: CarryRule;
  say: Say;
}

function Mandate({ seat, own, before, part, rule, say }: MandateProps) {
  const then = useMemo(() => makeCampaignSay(before.info.texts), [before.info.texts]);
  const now = useMemo(() => makeCampaignSay(part.info.texts), [part.info.texts]);
  const c = part.info.case;
  const no = c.seats.findIndex(({ id }) => id === seat);
  const dates = [dateText(before.date, 'en'), dateText(part.date, 'en')] as const;
  const rows = pairsOf(before.info.case, c, rule);
  const isShared = ([was, is]: Pair) => was !== null && is !== null;
  const single = rows.filter((row) => !isShared(row));
  const stances = (list: readonly Pair[]) =>
    list.map(([was, is]) => (
      <tr key={`${was}-${is}`}>
        <th scope="row">{heading(was, is, then, now, say)}</th>
        <td data-label={dates[0]} className={was ? '' : 'is-empty'}>
          {was ? then(`stance.${seat}.${was}`) : say('campaign.not-asked')}
        </td>
        <td data-label={dates[1]} className={is ? '' : 'is-empty'}>
          {is ? now(`stance.${seat}.${is}`) : say('campaign.not-asked')}
        </td>
      </tr>
    ));
  const heads = (
    <thead>
      <tr>
        <th scope="col">
          <span className="visually-hidden">{say('campaign.head-what')}</span>
        </th>
        {dates.map((date) => (
          <th key={date} scope="col">
            {date}
          </th>
        ))}
      </tr>
    </thead>
  );
  return (
    <>
      <table className="mandate" data-seat={seat}>
        <caption>
          <SeatMark of={c} seat={no} small /> {now(`seat.${seat}.name`)}
        </caption>
        {heads}
        <tbody>
          {own ? (
            <>
              <tr>
                <th scope="row">{say('campaign.instructions')}</th>
                <td data-label={dates[0]}>
                  <Listed items={instructions(before.info.case, seat, then)} none={say('campaign.none')} />
                </td>
                <td data-label={dates[1]}>
                  <Listed items={instructions(c, seat, now)} none={say('campaign.none')} />
                </td>
              </tr>
              <tr>
                <th scope="row">{say('campaign.goals')}</th>
                <td data-label={dates[0]}>
                  <Listed items={goals(before.info.case, seat, then)} none={say('campaign.none')} />
                </td>
                <td data-label={dates[1]}>
                  <Listed items={goals(c, seat, now)} none={say('campaign.none')} />
                </td>
              </tr>
            </>
          ) : null}
          {stances(rows.filter(isShared))}
        </tbody>
      </table>
      <details className="mandate-more">
        <summary>{say('campaign.single', { count: single.length })}</summary>
        <table className="mandate">
          <caption className="visually-hidden">{say('campaign.single', { count: single.length })}</caption>
          {heads}
          <tbody>{stances(single)}</tbody>
        </table>
      </details>
    </>
  );
}

function Listed({ items, none }: { items: readonly string[]; none: string }) {
  if (items.length === 0) return none;
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Issues of both parts: those that go on beside each other, then those of the earlier one, then those of the later one. */
function pairsOf(then: Case, now: Case, rule: CarryRule): Pair[] {
  const ids = (c: Case) => byOrder(c.issues).map((issue) => c.issues[issue]!.id);
  const [mine, theirs] = [ids(then), ids(now)];
  const same = (id: string): string | null =>
    rule.options.find(({ issue }) => issue === id)?.into ?? (theirs.includes(id) ? id : null);
  const taken = new Set(mine.map(same));
  return [
    ...mine.filter((id) => same(id) !== null).map((id) => [id, same(id)] as const),
    ...mine.filter((id) => same(id) === null).map((id) => [id, null] as const),
    ...theirs.filter((id) => !taken.has(id)).map((id) => [null, id] as const),
  ];
}

function heading(was: string | null, is: string | null, then: Say, now: Say, say: Say): string {
  const [a, b] = [was && then(`issue.${was}.name`), is && now(`issue.${is}.name`)];
  if (a && b && a !== b) return say('campaign.becomes', { was: a, is: b });
  return b ?? a ?? '';
}

/** What a seat's capital forbids at the start. */
function instructions(c: Case, seat: string, say: Say): string[] {
  const no = c.seats.findIndex(({ id }) => id === seat);
  return c.instructions.filter((one) => one.seat === no && one.active).map(({ id }) => say(`instruction.${id}`));
}

/** What a seat's capital asks for at the start; the secret card is drawn anew in each part. */
function goals(c: Case, seat: string, say: Say): string[] {
  const no = c.seats.findIndex(({ id }) => id === seat);
  return c.goals.filter((one) => one.seat === no && one.active && !one.secret).map(({ id }) => say(`goal.${id}`));
}
