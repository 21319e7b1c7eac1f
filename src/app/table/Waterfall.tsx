import '../styles/causes.css';
import { Fragment, type ReactNode } from 'react';
import type { Say } from '../../words/index.ts';
import { Citation } from './Citation.tsx';
import { type Cause, domainOf, type Fall, roundsOf, type Stand, saysOf, sign, stand, total } from './causes/fall.ts';
import { RuleDetail } from './RuleDetail.tsx';

interface Props {
  fall: Fall;
  say: Say;
  /** Heads the causes of each round with the round. */
  byRound?: boolean;
}

/**
 * A number and its causes as a waterfall: a list, each line with its bar on one scale. A bar begins where the one above ended; full bars
 * rise, hollow ones fall. Each cause opens to its formula with the numbers filled in, and its sources.
 */
export function Waterfall({ fall, say, byRound }: Props) {
  const scale = scaleOf(fall);
  let at = fall.from.value;
  const rows = fall.causes.map((cause) => {
    const from = at;
    at += cause.by;
    return { cause, from, to: at };
  });
  const rounds = byRound ? roundsOf(fall) : [];
  const heads = byRound && rounds.length > 1;
  return (
    <figure className="fall">
      <figcaption className="small">{saysOf(fall, say)}</figcaption>
      <Marks fall={fall} scale={scale} />
      <ol className="fall-rows">
        <StandRow of={fall.from} fall={fall} scale={scale} />
        {rows.map(({ cause, from, to }, k) => (
          <Fragment key={`${cause.name}-${k}`}>
            {heads && rows[k - 1]?.cause.round !== cause.round ? (
              <li className="fall-round">
                {cause.round === 0
                  ? say('causes.before')
                  : say('causes.round-from-to', {
                      round: cause.round,
                      from: stand(from, fall.unit),
                      to: stand(from + total(fall.causes.filter((other) => other.round === cause.round)), fall.unit),
                    })}
              </li>
            ) : null}
            <CauseRow cause={cause} from={from} to={to} fall={fall} scale={scale} />
          </Fragment>
        ))}
        <StandRow of={fall.to} fall={fall} scale={scale} />
      </ol>
      {fall.also?.map((also) => (
        <details key={also.name} className="fall-also">
          <summary>
            {also.name}
            <span className="numeral">{Number.isNaN(also.value) ? '–' : stand(also.value, fall.unit)}</span>
          </summary>
          {also.why ? <RuleDetail {...also.why} /> : null}
        </details>
      ))}
    </figure>
  );
}

/** A value as its place on the drawing, 0–100. */
type Scale = (value: number) => number;

function scaleOf(fall: Fall): Scale {
  const [low, high] = domainOf(fall);
  return (value) => (100 * (value - low)) / (high - low || 1);
}

const inside = (x: number): boolean => x >= 0 && x <= 100;

/** Thresholds, named above the drawing at their places. */
function Marks({ fall, scale }: { fall: Fall; scale: Scale }) {
  const marks = fall.marks.filter(({ at }) => inside(scale(at)));
  if (marks.length === 0) return null;
  return (
    <p className="fall-row fall-marks small">
      <span />
      <span className="fall-scale">
        {marks.map(({ name, at }) => (
          <span key={name} style={{ '--x': scale(at) / 100 } as React.CSSProperties}>
            {name} <span className="numeral">{stand(at, fall.unit)}</span>
          </span>
        ))}
      </span>
      <span />
    </p>
  );
}

/** The thresholds as lines through every row. */
function Lines({ fall, scale }: { fall: Fall; scale: Scale }) {
  return fall.marks
    .filter(({ at }) => inside(scale(at)))
    .map(({ name, at }) => <line key={name} className="fall-mark" x1={scale(at)} x2={scale(at)} y1={0} y2={24} />);
}

/** A drawing as high as its line, however many lines the words beside it take. */
function Bar({ children }: { children: ReactNode }) {
  return (
    <span className="fall-cell">
      <svg className="fall-bar" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
        {children}
      </svg>
    </span>
  );
}

function StandRow({ of, fall, scale }: { of: Stand; fall: Fall; scale: Scale }) {
  const x = scale(of.value);
  const row = (
    <>
      <span className="fall-name">{of.name}</span>
      <Bar>
        <Lines fall={fall} scale={scale} />
        <line className="fall-stand-line" x1={x} x2={x} y1={2} y2={22} />
      </Bar>
      <span className="fall-value numeral">{stand(of.value, fall.unit)}</span>
    </>
  );
  if (!of.cites?.length) return <li className="fall-row fall-stand">{row}</li>;
  return (
    <li>
      <details className="fall-cause">
        <summary className="fall-row fall-stand">{row}</summary>
        <ul className="fall-cites">
          {of.cites.map((key) => (
            <li key={key}>
              <Citation of={key} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

interface RowProps {
  cause: Cause;
  from: number;
  to: number;
  fall: Fall;
  scale: Scale;
}

function CauseRow({ cause, from, to, fall, scale }: RowProps) {
  const up = cause.by >= 0;
  const good = up === (fall.rise === 'good');
  const a = scale(Math.min(from, to));
  const b = scale(Math.max(from, to));
  return (
    <li>
      <details className="fall-cause">
        <summary className="fall-row">
          <span className="fall-name">{cause.name}</span>
          <Bar>
            <Lines fall={fall} scale={scale} />
            <line className="fall-link" x1={scale(from)} x2={scale(from)} y1={0} y2={6} />
            <line className="fall-link" x1={scale(to)} x2={scale(to)} y1={18} y2={24} />
            <rect
              className={`fall-step ${good ? 'is-better' : 'is-worse'} ${up ? 'is-rise' : 'is-fall'}`}
              x={a}
              y={6}
              width={Math.max(b - a, 0.4)}
              height={12}
            />
          </Bar>
          <span className={`fall-value numeral ${Math.abs(cause.by) < 0.05 ? '' : good ? 'better' : 'worse'}`}>
            {sign(cause.by, fall.unit)}
          </span>
        </summary>
        <RuleDetail {...cause.why} />
      </details>
    </li>
  );
}
