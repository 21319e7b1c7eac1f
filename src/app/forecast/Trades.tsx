import type { CSSProperties } from 'react';
import { type Swap, stancesOf } from '../../forecast/index.ts';
import { SeatMark } from '../components/SeatMark.tsx';
import { Term } from '../practice/Term.tsx';
import { useSitting } from '../table/sitting.tsx';
import { Data, Part, place, points } from './parts.tsx';

/** The best position exchanges between the parties: which two issues belong into one package. */
export function Trades({ swaps }: { swaps: readonly Swap[] }) {
  const { info, update, say, names } = useSitting();
  const stances = stancesOf(info.case, update.view);
  const sides = (swap: Swap) =>
    [
      { seat: swap.one, issue: swap.gives, from: stances[swap.gives]![swap.one]!.position, to: swap.to[0] },
      { seat: swap.other, issue: swap.gets, from: stances[swap.gets]![swap.other]!.position, to: swap.to[1] },
    ] as const;
  return (
    <Part id="swaps" title={<Term of="swaps">{say('forecast.swaps.title')}</Term>}>
      <p>{say('forecast.swaps.about')}</p>
      {swaps.length === 0 ? <p className="empty">{say('forecast.swaps.none')}</p> : null}
      <ol className="trades">
        {swaps.map((swap) => (
          <li key={`${swap.one}-${swap.gives}-${swap.gets}`}>
            {sides(swap).map(({ seat, issue, from, to }) => (
              <div key={seat} className={`trade seat-${info.case.seats[seat].order % 6}`}>
                <p>
                  <SeatMark of={info.case} seat={seat} small />{' '}
                  {say('forecast.swaps.trade', { seat: names.seatShort(seat), issue: names.issue(issue) })}
                </p>
                <span className="trade-track" aria-hidden="true">
                  <span
                    className={to > from ? 'trade-move trade-up' : 'trade-move trade-down'}
                    style={{ '--from': Math.min(from, to) / 100, '--to': Math.max(from, to) / 100 } as CSSProperties}
                  />
                </span>
                <p className="small">{say('forecast.swaps.from-to', { from: place(from), to: place(to) })}</p>
              </div>
            ))}
            <p className="trade-gain">
              <strong className="numeral">{say('forecast.swaps.gain', { points: points(swap.gain) })}</strong>{' '}
              <span className="small">{say('forecast.swaps.gain-about')}</span>
            </p>
          </li>
        ))}
      </ol>
      {swaps.length > 0 ? (
        <Data
          label={say('forecast.panel.numbers')}
          of={{
            caption: say('forecast.swaps.title'),
            head: [
              say('forecast.swaps.number'),
              say('forecast.issues.actor'),
              say('forecast.issues.issue'),
              say('forecast.swaps.from'),
              say('forecast.swaps.to'),
              say('forecast.swaps.gains'),
            ],
            rows: swaps.flatMap((swap, k) =>
              sides(swap).map(({ seat, issue, from, to }): [string, ...string[]] => [
                String(k + 1),
                names.seatShort(seat),
                names.issue(issue),
                points(from),
                points(to),
                points(swap.gain),
              ]),
            ),
          }}
        />
      ) : null}
    </Part>
  );
}
