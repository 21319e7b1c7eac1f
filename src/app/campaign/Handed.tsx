import { useMemo } from 'react';
import { partOf } from '../../rules/index.ts';
import type { Say } from '../../words/index.ts';
import type { Carried, Case } from '../../world/index.ts';
import { byOrder } from '../table/names.ts';
import type { Part } from './parts.ts';
import { makeCampaignSay } from './say.ts';

interface Props {
  before: Part;
  part: Part;
  carried: Carried;
  say: Say;
}

/** One thing that goes on: what it is, where it stood, where it stands, and why. */
interface Row {
  readonly key: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
  /** It does not stand where the document alone would put it. */
  readonly moved: boolean;
  /** Worth a look and not a first one: trust where not both are parties. */
  readonly aside?: boolean;
}

/** Smallest change of trust worth a line, in points of 0–100. */
const TRUST_SHOWN = 1;

/** What goes on into the next part as a table, and what does not. */
export function Handed({ before, part, carried, say }: Props) {
  const rows = useMemo(() => rowsOf(before, part, carried, say), [before, part, carried, say]);
  const sayThen = useMemo(() => makeCampaignSay(before.info.texts), [before.info.texts]);
  const sayNow = useMemo(() => makeCampaignSay(part.info.texts), [part.info.texts]);
  const others = rows.filter(({ aside }) => aside);
  return (
    <section className="sheet campaign-handed" aria-labelledby="handed-title">
      <h2 id="handed-title">{say('campaign.handed')}</h2>
      <p className="small">{say('campaign.handed-about')}</p>
      <Rows rows={rows.filter(({ aside }) => !aside)} say={say} />
      {others.length > 0 ? (
        <details>
          <summary>{say('campaign.trust-others', { count: others.length })}</summary>
          <Rows rows={others} say={say} />
        </details>
      ) : null}
      <h3>{say('campaign.owed')}</h3>
      {carried.obligations.length === 0 ? <p className="small">{say('campaign.owed-none')}</p> : null}
      <ul className="campaign-owed">
        {carried.obligations.map((o, k) => (
          <li key={k}>
            <strong lang={part.info.lang}>
              {sayNow(`issue.${o.issue}.name`)}: {sayNow(`option.${o.issue}.${o.option}.name`)}
            </strong>{' '}
            <span className="small">
              {say('campaign.owed-from', {
                issue: sayThen(`issue.${o.was.issue}.name`),
                option: sayThen(`option.${o.was.issue}.${o.was.option}.name`),
                round: o.due,
              })}
            </span>
          </li>
        ))}
      </ul>
      {carried.lapsed.length > 0 ? (
        <>
          <h3>{say('campaign.lapsed')}</h3>
          <p className="small">{say('campaign.lapsed-about')}</p>
          <ul className="campaign-owed">
            {carried.lapsed.map((o, k) => (
              <li key={k} lang={before.info.lang}>
                {sayThen(`issue.${o.issue}.name`)}: {sayThen(`option.${o.issue}.${o.option}.name`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Rows({ rows, say }: { rows: readonly Row[]; say: Say }) {
  return (
    <table className="handed">
      <thead>
        <tr>
          {(['what', 'then', 'now', 'why'] as const).map((head) => (
            <th key={head} scope="col">
              {say(`campaign.head-${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={row.moved ? 'is-moved' : ''} data-row={row.key}>
            <th scope="row">{row.what}</th>
            <td data-label={say('campaign.head-then')}>{row.from}</td>
            <td data-label={say('campaign.head-now')}>
              {row.to} {row.moved ? <span className="tag">{say('campaign.moved')}</span> : null}
            </td>
            <td data-label={say('campaign.head-why')} className="small">
              {row.why}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const share = (counts: readonly [number, number]): number => (100 * counts[0]) / (counts[0] + counts[1]);
const percent = (x: number): string => `${Math.round(x)} %`;
const number = (x: number): string => (Math.round(x * 100) / 100).toString().replace('-', '−');

function rowsOf(before: Part, part: Part, carried: Carried, say: Say): Row[] {
  const alone = part.info.case;
  const begun = partOf(alone, carried);
  const { opened, case: played } = before.played!;
  const then = makeCampaignSay(before.info.texts);
  const now = makeCampaignSay(part.info.texts);
  const options = byOrder(played.issues).flatMap((issue): Row[] => {
    const one = carried.options.find(({ was }) => was.issue === played.issues[issue]!.id);
    if (!one) return [];
    const at = alone.issues.find(({ id }) => id === one.issue)!;
    const document = at.options[at.now]!.id;
    const moved = document !== one.option;
    const name = (of: Say, what: { issue: string; option: string }) => of(`option.${what.issue}.${what.option}.name`);
    const [was, is] = [then(`issue.${one.was.issue}.name`), now(`issue.${one.issue}.name`)];
    return [
      {
        key: `option/${one.issue}`,
        what: was === is ? is : say('campaign.becomes', { was, is }),
        from: name(then, one.was),
        to: name(now, one),
        why: moved
          ? say('campaign.why-moved', { document: name(now, { issue: one.issue, option: document }) })
          : say('campaign.why-same'),
        moved,
      },
    ];
  });
  const start = alone.tension.start;
  const tension: Row = {
    key: 'tension',
    what: say('ledger.what-tension'),
    from: String(Math.round(opened.final.tension)),
    to: String(Math.round(begun.tension.start)),
    why: say('campaign.why-tension', { document: Math.round(start), by: number(carried.tension) }),
    moved: carried.tension !== 0,
  };
  return [...options, tension, ...trustRows(begun, alone, before, carried, say)];
}

/** The pairs whose trust play changed. */
function trustRows(begun: Case, alone: Case, before: Part, carried: Carried, say: Say): Row[] {
  const S = alone.seats.length;
  const { case: played, opened } = before.played!;
  const now = makeCampaignSay(before.info.texts);
  const at = (c: Case, id: string) => c.seats.findIndex((seat) => seat.id === id);
  const isParty = (id: string) => alone.seats[at(alone, id)]!.role === 'principal';
  return carried.trust.flatMap((t): Row[] => {
    const k = at(alone, t.from) * S + at(alone, t.to);
    const [document, start] = [share(alone.trust[k]!), share(begun.trust[k]!)];
    if (Math.abs(start - document) < TRUST_SHOWN) return [];
    const was = at(played, t.from) * S + at(played, t.to);
    return [
      {
        key: `trust/${t.from}/${t.to}`,
        what: say('ledger.what-trust', { seat: now(`seat.${t.from}.name`), other: now(`seat.${t.to}.name`) }),
        from: percent(share([opened.final.trustA[was]!, opened.final.trustB[was]!])),
        to: percent(start),
        why: say('campaign.why-trust', {
          document: percent(document),
          kept: number(t.performed),
          broken: number(t.breached),
        }),
        moved: true,
        aside: !(isParty(t.from) && isParty(t.to)),
      },
    ];
  });
}
