import { type CSSProperties, useMemo } from 'react';
import { type IssueForecast, type Stance, stancesOf } from '../../forecast/index.ts';
import { Term } from '../practice/Term.tsx';
import { byOrder } from '../table/names.ts';
import { useSitting } from '../table/sitting.tsx';
import { capital, Data, Part, place, points, type TableOf } from './parts.tsx';

const at = (x: number): CSSProperties => ({ '--x': x / 100 }) as CSSProperties;
const percent = (share: number): number => Math.round(share * 100);

/** The lines of a ruler, in the order of its key and table. */
const LINES = ['compromise', 'band', 'unweighted', 'median'] as const;

/** Differences below this many points of 100 are not worth a word. */
const SAME = 1.5;
const APART = 8;

/** Per issue: compromise with its band, the plain mean and the median beside it, and the odds of every option. */
export function IssueLines({ issues }: { issues: readonly IssueForecast[] }) {
  const { info, update, say, names } = useSitting();
  const c = info.case;
  const stances = useMemo(() => stancesOf(c, update.view), [c, update.view]);
  const ordered = byOrder(c.issues).map((issue) => issues[issue]!);
  const table: TableOf = {
    caption: say('forecast.issues.title'),
    head: [say('forecast.issues.issue'), ...LINES.map((line) => capital(say(`forecast.${line}`)))],
    rows: ordered.map((f) => [
      names.issue(f.issue),
      points(f.compromise),
      `${points(f.band[0])}–${points(f.band[1])}`,
      points(f.unweighted),
      points(f.median),
    ]),
  };
  return (
    <Part id="issues" title={say('forecast.issues.title')}>
      <p>{say('forecast.issues.about')}</p>
      <Key />
      <ul className="lean-list">
        {ordered.map((f) => (
          <li key={f.issue} className="lean" data-issue={c.issues[f.issue].id}>
            <Lean of={f} stances={stances[f.issue]!} />
          </li>
        ))}
      </ul>
      <Data of={table} label={say('forecast.panel.numbers')} />
    </Part>
  );
}

/** The signs of the rulers, each a word that explains itself. */
function Key() {
  const { say } = useSitting();
  return (
    <ul className="lean-key">
      {LINES.map((line) => (
        <li key={line}>
          <span className={`lean-sign sign-${line}`} aria-hidden="true" />
          <Term of={line}>{say(`forecast.${line}`)}</Term>
        </li>
      ))}
      <li>
        <span className="lean-sign sign-now" aria-hidden="true" />
        {say('forecast.issues.now')}
      </li>
    </ul>
  );
}

function Lean({ of, stances }: { of: IssueForecast; stances: readonly Stance[] }) {
  const { info, update, say, names } = useSitting();
  const { issue, compromise, band, unweighted, median } = of;
  const { options, id } = info.case.issues[issue];
  const now = update.view.now[issue];
  const by = compromise - unweighted;
  return (
    <>
      <h4>{names.issue(issue)}</h4>
      <div className="lean-ruler" aria-hidden="true">
        <span className="ruler-line" />
        {options.map((option, no) => (
          <span key={option.id} className={no === now ? 'ruler-tick lean-now' : 'ruler-tick'} style={at(option.x)} />
        ))}
        <span className="lean-band" style={{ '--from': band[0] / 100, '--to': band[1] / 100 } as CSSProperties} />
        <span className="lean-median" style={at(median)} />
        <span className="lean-unweighted" style={at(unweighted)} />
        <span className="lean-compromise" style={at(compromise)} />
      </div>
      <p className="lean-ends small" aria-hidden="true">
        <span>{names.option(issue, 0)}</span>
        <span>{names.option(issue, options.length - 1)}</span>
      </p>
      <p className="lean-says">
        {say(of.option === now ? 'forecast.issues.stays' : 'forecast.issues.leans', {
          option: names.option(issue, of.option),
          x: place(compromise),
        })}{' '}
        <span className="small">
          {say(Math.abs(by) < SAME ? 'forecast.issues.weights-none' : 'forecast.issues.weights', {
            by: place(Math.abs(by)),
            end: names.option(issue, by > 0 ? options.length - 1 : 0),
            unweighted: place(unweighted),
          })}{' '}
          {Math.abs(median - compromise) >= APART ? say('forecast.issues.median', { median: place(median) }) : ''}
        </span>
      </p>
      <table className="odds">
        <caption className="visually-hidden">{say('forecast.issues.odds-of', { issue: names.issue(issue) })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('forecast.issues.option')}</th>
            <th scope="col" colSpan={2}>
              <Term of="odds">{capital(say('forecast.odds'))}</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {options.map((option, no) => (
            <tr key={option.id} className={no === of.option ? 'odds-nearest' : ''}>
              <th scope="row">
                {names.option(issue, no)}{' '}
                {no === now ? <span className="tag">{say('forecast.issues.now')}</span> : null}
              </th>
              <td className="odds-bar" aria-hidden="true">
                <span style={at(percent(of.odds[no]!))} />
              </td>
              <td className="numeral">{say('forecast.issues.share', { share: percent(of.odds[no]!) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pulls issue={issue} stances={stances} compromise={compromise} id={id} />
    </>
  );
}

/** The sum behind the headline, actor by actor: whoever wants can redo it on paper. */
function Pulls({
  issue,
  stances,
  compromise,
  id,
}: {
  issue: number;
  stances: readonly Stance[];
  compromise: number;
  id: string;
}) {
  const { info, say, names } = useSitting();
  const c = info.case;
  // As in stancesOf: the seats, then the forces that have a position on this issue.
  const forces = c.forces.filter(({ positions }) => positions.some((p) => c.issues[p.issue].id === id));
  const all = stances.reduce((sum, s) => sum + s.influence * s.salience, 0);
  const rows = stances.map((s, k): [string, ...string[]] => {
    const force = forces[k - c.seats.length];
    return [
      force ? say(`force.${force.id}.name`) : names.seat(k),
      place(s.position),
      place(s.salience),
      place(s.influence),
      `${percent(all > 0 ? (s.influence * s.salience) / all : 1 / stances.length)} %`,
    ];
  });
  return (
    <Data
      label={say('forecast.issues.pulls')}
      of={{
        caption: `${say('forecast.issues.pulls')}: ${names.issue(issue)}. ${say('forecast.issues.pulls-about')}`,
        head: [
          say('forecast.issues.actor'),
          say('forecast.issues.position'),
          say('forecast.issues.salience'),
          say('forecast.issues.influence'),
          say('forecast.issues.weight'),
        ],
        rows,
        foot: [say('forecast.issues.sum'), points(compromise), '', '', '100 %'],
      }}
      about={say('forecast.issues.pulls-about')}
    />
  );
}
