import type { CSSProperties } from 'react';
import { useSitting } from '../table/sitting.tsx';
import { capital, Part } from './parts.tsx';

/** Mean absolute errors on 351 EU issues (DEU III), scale 0–100; second-hand (docs/forecasts.md). */
const ERRORS = [
  ['compromise', 23.0],
  ['unweighted', 23.6],
  ['challenge', 26.8],
] as const;

/** The honest sentence, as a picture and as a table in one. */
export function Worth() {
  const { say } = useSitting();
  return (
    <Part id="worth" title={say('forecast.worth.title')}>
      <div className="worth">
        <table className="odds">
          <caption className="visually-hidden">{say('forecast.worth.says')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('forecast.worth.model')}</th>
              <th scope="col" colSpan={2}>
                {say('forecast.worth.error')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ERRORS.map(([model, error]) => (
              <tr key={model}>
                <th scope="row">{capital(say(`forecast.worth.${model}`))}</th>
                <td className="odds-bar" aria-hidden="true">
                  <span style={{ '--x': error / 100 } as CSSProperties} />
                </td>
                <td className="numeral">{error.toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          <p className="small">{say('forecast.worth.says')}</p>
          <p>{say('forecast.worth.read')}</p>
          <p>
            <strong>{say('forecast.worth.unknown')}</strong>
          </p>
        </div>
      </div>
    </Part>
  );
}
