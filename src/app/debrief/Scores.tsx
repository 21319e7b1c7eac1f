import type { SeatScore } from '../../session/index.ts';
import { Icon } from '../components/Icon.tsx';
import { SeatMark } from '../components/SeatMark.tsx';
import { Citation } from '../table/Citation.tsx';
import { scoreFall } from '../table/causes/standing.ts';
import { seatsByOrder } from '../table/names.ts';
import { round1 } from '../table/reading.ts';
import { Waterfall } from '../table/Waterfall.tsx';
import { whyOf } from './data/why.ts';
import { useDebrief } from './opened.tsx';

/** How each seat did, what the number is made of, which goals were met and why; and what all achieved together. */
export function Scores() {
  const { info, update, seat, opened, say } = useDebrief();
  const { scores } = update;
  if (!scores) return null;
  const ordered = seatsByOrder(info.case).map((s) => scores.find((x) => x.seat === s)!);
  const { performedShare, tension } = opened.joint;
  return (
    <>
      <p className="small">{say('app.result.scores-about')}</p>
      <ul className="scores">
        {ordered.map((score) => (
          <li key={score.seat} className={score.seat === seat ? 'score score-own' : 'score'}>
            <Score score={score} />
          </li>
        ))}
      </ul>
      <p className="together">
        <strong>{say('debrief.scores.together')}</strong>{' '}
        {say('debrief.scores.tension', { from: Math.round(info.case.tension.start), to: Math.round(tension) })}{' '}
        {performedShare === null
          ? say('debrief.scores.no-promises')
          : say('debrief.scores.kept', { share: Math.round(performedShare * 100) })}
      </p>
    </>
  );
}

/** What the value at the end is made of, in points. */
const partsOf = (score: SeatScore) =>
  [
    ['utility', score.utility],
    ['pain', -score.pain],
    ['received', score.received],
    ['paid', -score.paid / 2],
    ['suffered', -score.suffered],
    ['taken-back', -score.takenBack],
  ] as const;

function Score({ score }: { score: SeatScore }) {
  const debriefed = useDebrief();
  const { info, say, names, seat } = debriefed;
  return (
    <>
      <div className="score-head">
        <SeatMark of={info.case} seat={score.seat} />
        <h3>
          {names.seat(score.seat)} {score.seat === seat ? <span className="tag">{say('app.you')}</span> : null}
        </h3>
        <span className="figure numeral">{score.judged ? Math.round(score.score * 100) : '–'}</span>
      </div>
      <span className={`score-bar seat-${info.case.seats[score.seat].order % 6}`} aria-hidden="true">
        <span style={{ '--x': score.judged ? score.score : 0 } as React.CSSProperties} />
      </span>
      {score.judged ? null : <p className="small">{say('app.result.not-judged')}</p>}
      <details data-screen>
        <summary>{say('app.result.parts')}</summary>
        <Waterfall fall={scoreFall(debriefed, debriefed.opened, score)} say={say} />
        <p className="formula small">
          {say('app.result.formula', {
            value: figure(score.value),
            batna: figure(score.batna),
            best: figure(score.best),
            score: Math.round(score.score * 100),
          })}
        </p>
      </details>
      <ul className="goal-list" aria-label={say('app.mandate.goals')}>
        {score.goals.map(({ goal, met }) => (
          <Goal key={goal} no={goal} met={met} />
        ))}
      </ul>
    </>
  );
}

const figure = (x: number): string => String(round1(x)).replace('-', '−');
const signed = (x: number): string => `${x >= 0 ? '+' : '−'}${Math.abs(round1(x))}`;

/** On paper: the parts of all scores in one table, and why each goal was met or not. */
export function ScoresOnPaper() {
  const { info, update, say, names } = useDebrief();
  const { scores } = update;
  if (!scores) return null;
  const ordered = seatsByOrder(info.case).map((s) => scores.find((x) => x.seat === s)!);
  const row = (name: string, cells: readonly string[], className = '') => (
    <tr key={name} className={className}>
      <th scope="row">{name}</th>
      {cells.map((cell, k) => (
        <td key={ordered[k]!.seat} className="numeral">
          {cell}
        </td>
      ))}
    </tr>
  );
  return (
    <section className="on-paper">
      <h2>{say('app.result.parts')}</h2>
      <table className="figures wide">
        <thead>
          <tr>
            <th />
            {ordered.map(({ seat }) => (
              <th key={seat} scope="col">
                {names.seat(seat)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {partsOf(ordered[0]!).map(([part], k) =>
            row(
              say(`app.result.part-${part}`),
              ordered.map((score) => signed(partsOf(score)[k]![1])),
            ),
          )}
          {row(
            say('app.result.part-value'),
            ordered.map((score) => figure(score.value)),
            'total',
          )}
          {row(
            say('app.result.part-batna'),
            ordered.map((score) => figure(score.batna)),
          )}
          {row(
            say('app.result.part-best'),
            ordered.map((score) => figure(score.best)),
          )}
          {row(
            say('debrief.scores.score'),
            ordered.map((score) => (score.judged ? String(Math.round(score.score * 100)) : '–')),
            'total',
          )}
        </tbody>
      </table>
      <p className="formula small">{say('debrief.scores.formula')}</p>
      <ul className="reasons">
        {ordered.map((score) => (
          <li key={score.seat}>
            <h4>
              <SeatMark of={info.case} seat={score.seat} small /> {names.seat(score.seat)}
            </h4>
            <ul>
              {score.goals.map(({ goal, met }) => (
                <li key={goal} className={met ? 'goal-met' : 'goal-missed'}>
                  <strong>{say(met ? 'app.result.met' : 'app.result.missed')}</strong> {names.goal(goal)}
                  <Reasons no={goal} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A goal, whether it was met, and by what; its source when somebody asks. */
function Goal({ no, met }: { no: number; met: boolean }) {
  const { info, say, names } = useDebrief();
  return (
    <li className={met ? 'goal-met' : 'goal-missed'}>
      <Icon name={met ? 'check' : 'no'} className="vote-sign" />
      <details data-folded>
        <summary>
          <span className="visually-hidden">{say(met ? 'app.result.met' : 'app.result.missed')} </span>
          {names.goal(no)}{' '}
          {info.case.goals[no].secret ? <span className="tag">{say('app.mandate.secret')}</span> : null}
        </summary>
        <Reasons no={no} />
      </details>
    </li>
  );
}

/** What a goal asked for, what the game came to, and what the goal rests on. */
function Reasons({ no }: { no: number }) {
  const { info, opened, say, names } = useDebrief();
  const goal = info.case.goals[no];
  const why = whyOf({ case: info.case, truth: opened.truth, world: opened.final }, say, names, goal.when);
  return (
    <ul className="why small">
      {why.any ? <li>{say('debrief.scores.any')}</li> : null}
      {why.parts.map((part) => (
        <li key={part.asked}>
          {say(
            part.was ? 'debrief.scores.asked-was' : part.met ? 'debrief.scores.asked-yes' : 'debrief.scores.asked-no',
            { asked: part.asked, was: part.was },
          )}
        </li>
      ))}
      <li>
        <Citation of={`goals/${goal.id}`} />
      </li>
    </ul>
  );
}
