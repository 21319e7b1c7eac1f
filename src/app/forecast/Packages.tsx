import type { CSSProperties } from 'react';
import type { DraftForecast, Forecast } from '../../forecast/index.ts';
import type { Obstacle } from '../../rules/index.ts';
import type { Clause } from '../../world/index.ts';
import { Button } from '../components/Controls.tsx';
import { SeatMark } from '../components/SeatMark.tsx';
import { Term } from '../practice/Term.tsx';
import { ClauseList } from '../table/Clauses.tsx';
import { useWriting } from '../table/draft.tsx';
import { seatsByOrder } from '../table/names.ts';
import { signedPoints } from '../table/reading.ts';
import { useSitting } from '../table/sitting.tsx';
import { capital, Data, Part, points } from './parts.tsx';

/** A draft to be placed; number 0 is the own text that nobody has seen yet. */
export interface Asked {
  readonly no: number;
  readonly by: number;
  readonly clauses: readonly Clause[];
}

interface Props {
  forecast: Forecast;
  asked: readonly Asked[];
  /** In the order of `asked`. While a new answer is reckoned the last one may be shorter. */
  drafts: readonly DraftForecast[];
  close: () => void;
}

/** The Nash package, the edge on which nothing is left for both, and how far the drafts are from it. */
export function Packages({ forecast, asked, drafts, close }: Props) {
  const { info, update, seat: own, say, names } = useSitting();
  const { load } = useWriting();
  const principals = seatsByOrder(info.case).filter((seat) => info.case.seats[seat].role === 'principal');
  const [one, other] = [principals[0]!, principals[1]!];
  const { nash, pareto, binding } = forecast;
  const placed = asked.flatMap((draft, k) => (drafts[k] ? [{ draft, at: drafts[k] }] : []));
  const label = ({ no, by }: Asked): string =>
    no === 0
      ? say('forecast.packages.yours')
      : say('forecast.packages.draft', { no: names.draft(no), seat: names.seatShort(by) });
  const text = (clauses: readonly Clause[]): string => names.list(clauses.map((clause) => names.clause(clause)));
  return (
    <Part id="packages" title={say('forecast.packages.title')}>
      <p>
        {say('forecast.packages.zone', { count: forecast.zone })}
        {binding ? (
          <>
            {' '}
            {say('forecast.packages.in-way')} {obstacleText(binding)}.
          </>
        ) : null}
      </p>
      {nash ? (
        <div className="packages">
          <div className="packages-plane">
            <p className="small">
              {say('forecast.packages.about', { one: names.seatShort(one), other: names.seatShort(other) })}
            </p>
            <Plane
              edge={pareto.map((candidate) => [candidate.nets[one]!, candidate.nets[other]!])}
              nash={[nash.nets[one]!, nash.nets[other]!]}
              drafts={placed.map(({ draft, at }) => ({
                sign: draft.no === 0 ? '✎' : String(names.draft(draft.no)),
                at: [at.nets[one]!, at.nets[other]!],
              }))}
              seats={[one, other]}
              says={say('forecast.packages.says', {
                ...{ count: pareto.length, one: names.seatShort(one), other: names.seatShort(other) },
                ...{ byOne: signedPoints(nash.nets[one]!), byOther: signedPoints(nash.nets[other]!) },
              })}
            />
          </div>
          <div className="packages-nash">
            <h4>
              <span className="plane-sign plane-nash" aria-hidden="true">
                ★
              </span>{' '}
              <Term of="nash">{say('forecast.packages.nash')}</Term>
            </h4>
            <ClauseList clauses={nash.clauses} />
            <p>
              {principals.map((seat) => (
                <span key={seat} className="packages-gain">
                  <SeatMark of={info.case} seat={seat} small /> {names.seatShort(seat)}{' '}
                  <strong className="numeral">{signedPoints(nash.nets[seat]!)}</strong>
                </span>
              ))}
            </p>
            {update.view.stage === 'talks' ? (
              <Button
                small
                onPress={() => {
                  load(nash.clauses, 0);
                  close();
                }}
              >
                {say('forecast.packages.take')}
              </Button>
            ) : null}
          </div>
        </div>
      ) : null}
      <h4>
        <Term of="distance">{say('forecast.packages.drafts')}</Term>
      </h4>
      {placed.length === 0 ? <p className="empty">{say('forecast.packages.no-drafts')}</p> : null}
      <ul className="placed">
        {placed.map(({ draft, at }) => (
          <li key={draft.no}>
            <span className="plane-sign plane-draft" aria-hidden="true">
              {draft.no === 0 ? '✎' : names.draft(draft.no)}
            </span>
            <div>
              <p>
                <strong>{capital(label(draft))}</strong> <span className="small">{text(draft.clauses)}</span>
              </p>
              <p className="small">
                {at.distance === null
                  ? say('forecast.packages.distance-none')
                  : at.distance < 0.05
                    ? say('forecast.packages.distance-0')
                    : say('forecast.packages.distance', { points: points(at.distance) })}{' '}
                {at.obstacles.length === 0
                  ? say('forecast.packages.passes')
                  : say('forecast.packages.fails', { what: names.list(at.obstacles.map(obstacleText)) })}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {pareto.length > 0 || placed.length > 0 ? (
        <Data
          label={say('forecast.panel.numbers')}
          of={{
            caption: say('forecast.packages.title'),
            head: [
              say('forecast.packages.package'),
              ...principals.map((seat) => say('forecast.packages.gain-of', { seat: names.seatShort(seat) })),
              say('forecast.distance'),
            ],
            rows: [
              ...placed.map(({ draft, at }): [string, ...string[]] => [
                capital(label(draft)),
                ...principals.map((seat) => points(at.nets[seat]!)),
                at.distance === null ? '–' : points(at.distance),
              ]),
              ...pareto.map((candidate): [string, ...string[]] => [
                `${candidate === nash || candidate.clauses.join(';') === nash?.clauses.join(';') ? `★ ${say('forecast.packages.nash')}. ` : ''}${text(candidate.clauses)}`,
                ...principals.map((seat) => points(candidate.nets[seat]!)),
                points(0),
              ]),
            ],
          }}
        />
      ) : null}
    </Part>
  );

  /** What stands in the way, as far as this seat may know. */
  function obstacleText(obstacle: Obstacle): string {
    const seat = names.seatShort(obstacle.seat);
    if (obstacle.is === 'line')
      return say(obstacle.seat === own ? 'forecast.packages.line-own' : 'forecast.packages.line', {
        seat,
        issue: names.issue(info.case.reds[obstacle.red].issue),
      });
    if (obstacle.is === 'veto') return say('forecast.packages.veto', { body: names.body(obstacle.body) });
    return say(`forecast.packages.${obstacle.is}`, { seat });
  }
}

type Point = readonly [x: number, y: number];

interface PlaneProps {
  edge: readonly Point[];
  nash: Point;
  drafts: readonly { readonly sign: string; readonly at: Point }[];
  seats: readonly [one: number, other: number];
  says: string;
}

/** The two parties' gains as a plane. A picture only: its numbers stand in the table below. */
function Plane({ edge, nash, drafts, seats, says }: PlaneProps) {
  const { info, say, names } = useSitting();
  const all = [[0, 0] as Point, nash, ...edge, ...drafts.map(({ at }) => at)];
  const spans = ([0, 1] as const).map((axis) => {
    const values = all.map((point) => point[axis]);
    const low = Math.min(...values);
    const high = Math.max(...values);
    const air = Math.max(high - low, 4) * 0.12;
    return [low - air, high + air] as const;
  });
  const share = (value: number, axis: 0 | 1): number => (value - spans[axis]![0]) / (spans[axis]![1] - spans[axis]![0]);
  const at = ([x, y]: Point): CSSProperties => ({ '--x': share(x, 0), '--y': share(y, 1) }) as CSSProperties;
  // Drafts at one place share a sign.
  const signs = new Map<string, { sign: string; at: Point }>();
  for (const draft of drafts) {
    const key = draft.at.map((x) => x.toFixed(2)).join();
    const there = signs.get(key);
    signs.set(key, { sign: there ? `${there.sign}, ${draft.sign}` : draft.sign, at: draft.at });
  }
  const line = [...edge]
    .sort((a, b) => a[0] - b[0])
    .map(([x, y]) => `${100 * share(x, 0)},${100 - 100 * share(y, 1)}`)
    .join(' ');
  return (
    <figure className="plane">
      <div className="plane-field" role="img" aria-label={says}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <line className="plane-zero" x1={100 * share(0, 0)} x2={100 * share(0, 0)} y1={0} y2={100} />
          <line className="plane-zero" x1={0} x2={100} y1={100 - 100 * share(0, 1)} y2={100 - 100 * share(0, 1)} />
          <polyline className="plane-edge" points={line} />
        </svg>
        {edge.map((point, k) => (
          <span key={`${point.join()}-${k}`} className="plane-point" style={at(point)} />
        ))}
        <span className="plane-sign plane-nash" style={at(nash)}>
          ★
        </span>
        {[...signs.values()].map(({ sign, at: point }) => (
          <span key={sign} className="plane-sign plane-draft" style={at(point)}>
            {sign}
          </span>
        ))}
      </div>
      <figcaption className="plane-axes small" aria-hidden="true">
        <span>
          ↑ <SeatMark of={info.case} seat={seats[1]} small />{' '}
          {say('forecast.packages.gain-of', { seat: names.seatShort(seats[1]) })}
        </span>
        <span>
          <SeatMark of={info.case} seat={seats[0]} small />{' '}
          {say('forecast.packages.gain-of', { seat: names.seatShort(seats[0]) })} →
        </span>
      </figcaption>
    </figure>
  );
}
