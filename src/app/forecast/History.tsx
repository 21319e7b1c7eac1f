import type { IssueForecast } from '../../forecast/index.ts';
import { byOrder } from '../table/names.ts';
import { useSitting } from '../table/sitting.tsx';
import { capital, Plain, points } from './parts.tsx';

/** The expected-utility rounds: hidden by default, with their warning (MODEL §7). */
export function History({ issues }: { issues: readonly IssueForecast[] }) {
  const { info, say, names } = useSitting();
  const rounds = issues[0]?.rounds.length ?? 0;
  return (
    <details className="forecast-history" data-part="history">
      <summary>{capital(say('forecast.rounds'))}</summary>
      <p className="warning">{say('forecast.rounds.warning')}</p>
      <details>
        <summary>{say('forecast.history.open')}</summary>
        <p className="small">{say('forecast.history.says', { rounds })}</p>
        <ul className="history">
          {byOrder(info.case.issues).map((issue) => (
            <li key={issue}>
              <p>{names.issue(issue)}</p>
              <Spark of={issues[issue]!} />
            </li>
          ))}
        </ul>
        {(['median', 'mean'] as const).map((line) => (
          <Plain
            key={line}
            of={{
              caption: `${say('forecast.rounds')}: ${say(`forecast.rounds.${line}`).trim()}`,
              head: [
                capital(say(`forecast.rounds.${line}`).trim()),
                ...Array.from({ length: rounds }, (_, k) => say('forecast.history.round', { round: k + 1 })),
              ],
              rows: byOrder(info.case.issues).map((issue): [string, ...string[]] => [
                names.issue(issue),
                ...issues[issue]!.rounds.map((round) => points(round[line])),
              ]),
            }}
          />
        ))}
      </details>
    </details>
  );
}

/** Median (jumping) and mean of the rounds on the scale 0–100. A picture only: the numbers stand below. */
function Spark({ of }: { of: IssueForecast }) {
  const path = (line: 'median' | 'mean'): string =>
    of.rounds.map((round, k) => `${(k * 100) / (of.rounds.length - 1 || 1)},${100 - round[line]}`).join(' ');
  return (
    <svg className="spark" viewBox="0 -4 100 108" preserveAspectRatio="none" aria-hidden="true">
      <polyline className="spark-mean" points={path('mean')} />
      <polyline className="spark-median" points={path('median')} />
    </svg>
  );
}
