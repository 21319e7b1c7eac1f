import { useMemo } from 'react';
import type { Distribution, WhatIf } from '../../lab/index.ts';
import { signedPoints } from '../table/reading.ts';
import { Chart } from './Chart.tsx';
import { bins, compare, summarise, tally } from './data/pairs.ts';
import { useDebrief } from './opened.tsx';
import { twoPlot } from './plots/two.ts';

/** Points of a score or of tension that fall into one bar. */
const BIN = 5;

/** The two distributions beside what happened: own score, tension, endings, deals; and honestly what they mean. */
export function WhatIfResult({ result, seat }: { result: WhatIf; seat: number }) {
  const { update, opened, say, names } = useDebrief();
  const own = (d: Distribution): number[] => d.scores.map((scores) => scores[seat] * 100);
  const before = own(result.asPlayed);
  const after = own(result.otherwise);
  const score = compare(before, after, 0.05);
  const happened = 100 * (update.scores?.find((s) => s.seat === seat)?.score ?? 0);
  const { games } = result;
  return (
    <div className="if-answer">
      <p className="lead">
        {say('debrief.if.answer', {
          seat: names.seat(seat),
          games,
          higher: score.higher,
          lower: score.lower,
          same: score.same,
        })}{' '}
        <strong>
          {say('debrief.if.mean', { points: signedPoints(score.mean), error: (2 * score.error).toFixed(1) })}
        </strong>{' '}
        {say(score.clear ? (score.mean > 0 ? 'debrief.if.clear-more' : 'debrief.if.clear-less') : 'debrief.if.unclear')}
      </p>
      <div className="charts">
        <Two
          name={say('debrief.if.score', { seat: names.seat(seat) })}
          before={before}
          after={after}
          happened={happened}
        />
        <Two
          name={say('debrief.if.tension')}
          before={result.asPlayed.tension}
          after={result.otherwise.tension}
          happened={opened.final.tension}
        />
      </div>
      <div className="charts">
        <Endings result={result} />
        <Deals result={result} />
      </div>
      <div className="if-means">
        <h4>{say('debrief.if.means')}</h4>
        <ul className="bullets">
          {['bots', 'luck', 'truth', 'model', 'prophecy'].map((id) => (
            <li key={id}>{say(`debrief.if.means-${id}`, { games })}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface TwoProps {
  name: string;
  before: readonly number[];
  after: readonly number[];
  happened: number;
}

function Two({ name, before, after, happened }: TwoProps) {
  const { say } = useDebrief();
  const a = summarise(before);
  const b = summarise(after);
  const draw = useMemo(
    () =>
      twoPlot(
        [
          {
            name: say('debrief.if.as-played'),
            counts: bins(before, BIN, 100),
            mean: summarise(before).mean,
            strong: false,
          },
          {
            name: say('debrief.if.otherwise'),
            counts: bins(after, BIN, 100),
            mean: summarise(after).mean,
            strong: true,
          },
        ],
        BIN,
        happened,
        { happened: say('debrief.if.happened', { value: Math.round(happened) }) },
      ),
    [before, after, happened, say],
  );
  const round = (x: number): number => Math.round(x * 10) / 10;
  const says = say('debrief.if.says', {
    mean: round(a.mean),
    low: round(a.low),
    high: round(a.high),
    otherMean: round(b.mean),
    otherLow: round(b.low),
    otherHigh: round(b.high),
  });
  const counts = [bins(before, BIN, 100), bins(after, BIN, 100)];
  return (
    <Chart
      small
      title={<h4>{name}</h4>}
      says={says}
      draw={draw}
      height={210}
      table={{
        head: ['', ...counts[0].map((_, k) => `${k * BIN}–${(k + 1) * BIN}`)],
        rows: [
          [say('debrief.if.as-played'), ...counts[0]],
          [say('debrief.if.otherwise'), ...counts[1]],
        ],
      }}
    />
  );
}

/** How often each came, as bars with their numbers. The one that happened is marked. */
function Bars({
  title,
  rows,
  games,
}: {
  title: string;
  rows: readonly {
    readonly name: string;
    readonly before: number;
    readonly after: number;
    readonly happened: boolean;
  }[];
  games: number;
}) {
  const { say } = useDebrief();
  return (
    <div className="chart chart-small">
      <h4>{title}</h4>
      <table className="figures wide bars">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{title}</span>
            </th>
            <th scope="col">{say('debrief.if.as-played')}</th>
            <th scope="col">{say('debrief.if.otherwise')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {row.name} {row.happened ? <span className="tag tag-bad">{say('debrief.if.this')}</span> : null}
              </th>
              {[row.before, row.after].map((count, k) => (
                <td key={k} className="numeral">
                  <span className={k === 0 ? 'bar-of' : 'bar-of bar-strong'} aria-hidden="true">
                    <span style={{ '--x': count / games } as React.CSSProperties} />
                  </span>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Endings({ result }: { result: WhatIf }) {
  const { info, opened, say } = useDebrief();
  const rows = info.case.endings
    .map((ending, k) => ({
      rank: ending.rank,
      name: say(`ending.${ending.id}.title`),
      before: result.asPlayed.endings[k],
      after: result.otherwise.endings[k],
      happened: opened.final.ending === k,
    }))
    .filter((row) => row.before + row.after > 0 || row.happened)
    .sort((a, b) => a.rank - b.rank);
  return <Bars title={say('debrief.if.endings')} rows={rows} games={result.games} />;
}

function Deals({ result }: { result: WhatIf }) {
  const { opened, say } = useDebrief();
  const before = tally(result.asPlayed.deals);
  const after = tally(result.otherwise.deals);
  const most = Math.max(before.length, after.length, opened.final.deals + 1);
  const rows = Array.from({ length: most }, (_, deals) => ({
    name: say('debrief.if.deals-count', { deals }),
    before: before[deals] ?? 0,
    after: after[deals] ?? 0,
    happened: opened.final.deals === deals,
  }));
  return <Bars title={say('debrief.if.deals')} rows={rows} games={result.games} />;
}
