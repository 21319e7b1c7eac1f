import type { DealChance } from '../../forecast/index.ts';
import { useSitting } from '../table/sitting.tsx';
import { Part } from './parts.tsx';

const COLUMNS = 25;

/** All dots of one kind as one path: two hundred elements would only be work for the browser. */
function dots(from: number, to: number): string {
  let path = '';
  for (let k = from; k < to; k += 1) {
    const x = 3 + (k % COLUMNS) * 8;
    const y = 4 + Math.floor(k / COLUMNS) * 8;
    path += `M${x - 2.6} ${y}a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0`;
  }
  return path;
}

/** Chance of a deal as dots, one for each imagined world: how often there is anything to agree on. */
export function Chance({ deal }: { deal: DealChance }) {
  const { say } = useSitting();
  const { share, draws } = deal;
  const yes = Math.round(share * draws);
  const rows = Math.ceil(draws / COLUMNS);
  const says = say('forecast.chance.says', { yes, draws });
  return (
    <Part id="chance" title={say('forecast.chance.title')}>
      <div className="chance">
        <p className="chance-share numeral">{say('forecast.chance.share', { share: Math.round(share * 100) })}</p>
        <figure>
          <svg className="chance-dots" viewBox={`0 0 ${COLUMNS * 8 - 2} ${rows * 8}`} role="img" aria-label={says}>
            <path className="dot-yes" d={dots(0, yes)} />
            <path className="dot-no" d={dots(yes, draws)} />
          </svg>
          <figcaption>
            <ul className="chance-key small" aria-hidden="true">
              <li>
                <span className="key-dot dot-yes" /> {say('forecast.chance.yes')}: {yes}
              </li>
              <li>
                <span className="key-dot dot-no" /> {say('forecast.chance.no')}: {draws - yes}
              </li>
            </ul>
          </figcaption>
        </figure>
        <div className="chance-words">
          <p>
            {says}{' '}
            <strong>
              {say(
                share >= 0.7 ? 'forecast.chance.high' : share >= 0.3 ? 'forecast.chance.middle' : 'forecast.chance.low',
              )}
            </strong>
          </p>
          <p className="small">{say('forecast.chance.not')}</p>
          <details>
            <summary>{say('forecast.panel.how')}</summary>
            <p className="small">{say('forecast.chance.means', { draws })}</p>
          </details>
        </div>
      </div>
    </Part>
  );
}
