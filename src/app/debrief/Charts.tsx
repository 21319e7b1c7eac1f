import { useMemo } from 'react';
import { CRISIS, FALL_BELOW, INCIDENT } from '../../rules/index.ts';
import { SeatMark } from '../components/SeatMark.tsx';
import { byOrder, seatsByOrder } from '../table/names.ts';
import { Chart, type Table } from './Chart.tsx';
import { declaredSeries, optionSeries, shapeOf, supportSeries, tensionSeries, trustSeries } from './data/series.ts';
import { byWeight, turningPoints } from './data/story.ts';
import { useDebrief } from './opened.tsx';
import type { Line } from './plots/common.ts';
import { issuePlot } from './plots/issue.ts';
import { seatsPlot } from './plots/seats.ts';
import { tensionPlot } from './plots/tension.ts';

/** Tension, support, trust and positions over the rounds. */
export function Charts() {
  const { say } = useDebrief();
  return (
    <>
      <p className="small">{say('debrief.charts.about')}</p>
      <Key />
      <div className="charts charts-wide">
        <Tension />
        <Support />
      </div>
      <h3>{say('debrief.charts.trust')}</h3>
      <p className="small">{say('debrief.charts.trust-about')}</p>
      <Trust />
      <h3>{say('debrief.charts.positions')}</h3>
      <p className="small">{say('debrief.charts.positions-about')}</p>
      <Positions />
    </>
  );
}

/** Whose letter is whose: the only key the charts need. */
function Key() {
  const { info, names } = useDebrief();
  return (
    <ul className="chart-key">
      {seatsByOrder(info.case).map((s) => (
        <li key={s}>
          <SeatMark of={info.case} seat={s} small /> {names.seat(s)}
        </li>
      ))}
    </ul>
  );
}

/** Column heads of every table behind a chart. */
function useHead(): readonly string[] {
  const { opened, say } = useDebrief();
  return [
    '',
    say('debrief.charts.start'),
    ...opened.closed.map((_, k) => say('debrief.charts.after', { round: k + 1 })),
  ];
}

/** What lines of several seats say, in words and in numbers. */
function useTold(lines: readonly Line[]): { parts: string; table: Table } {
  const { say, names } = useDebrief();
  const head = useHead();
  const parts = lines.map(({ seat, values }) =>
    say('debrief.charts.seat-says', {
      seat: names.seat(seat),
      first: Math.round(values[0]),
      last: Math.round(values[values.length - 1]),
    }),
  );
  return {
    parts: names.list(parts),
    table: { head, rows: lines.map(({ seat, values }) => [names.seat(seat), ...whole(values)]) },
  };
}

const whole = (values: readonly number[]): number[] => values.map(Math.round);

function Tension() {
  const { info, update, opened, say } = useDebrief();
  const head = useHead();
  const values = useMemo(() => tensionSeries(opened), [opened]);
  const draw = useMemo(() => {
    const marks = turningPoints(info.case, opened, update.news, 30)
      .sort(byWeight)
      .filter(({ kind }) => !kind.startsWith('tension') && kind !== 'ending')
      .map(({ round, kind }) => ({ round, text: say(`debrief.mark.${kind}`) }))
      .filter((m, k, all) => all.findIndex((o) => o.round === m.round && o.text === m.text) === k);
    const levels = [
      { at: CRISIS, text: say('debrief.charts.crisis', { level: CRISIS }) },
      { at: INCIDENT, text: say('debrief.charts.incident', { level: INCIDENT }) },
    ];
    return tensionPlot(values, levels, marks, say('debrief.charts.start'));
  }, [info, opened, update.news, values, say]);
  const shape = shapeOf(values);
  const says = say('debrief.charts.tension-says', {
    first: Math.round(shape.first),
    last: Math.round(shape.last),
    low: Math.round(shape.low),
    high: Math.round(shape.high),
    step: Math.round(Math.abs(shape.step)),
    way: shape.step > 0 ? 'up' : 'down',
    round: shape.at,
  });
  const table: Table = { head, rows: [[say('app.tension'), ...whole(values)]] };
  return <Chart title={<h3>{say('app.tension')}</h3>} says={says} draw={draw} height={260} table={table} />;
}

function Support() {
  const { info, opened, say } = useDebrief();
  const c = info.case;
  const lines = useMemo(
    () => seatsByOrder(c).map((seat) => ({ seat, values: supportSeries(c, opened, seat) })),
    [c, opened],
  );
  const draw = useMemo(
    () =>
      seatsPlot(
        c,
        lines,
        { at: FALL_BELOW, text: say('debrief.charts.fall', { level: FALL_BELOW }) },
        say('debrief.charts.start'),
      ),
    [c, lines, say],
  );
  const { parts, table } = useTold(lines);
  return (
    <Chart
      title={<h3>{say('debrief.charts.support')}</h3>}
      says={say('debrief.charts.support-says', { parts })}
      draw={draw}
      height={260}
      table={table}
    />
  );
}

function Trust() {
  const { info } = useDebrief();
  return (
    <div className="charts charts-trust">
      {seatsByOrder(info.case).map((from) => (
        <TrustOf key={from} from={from} />
      ))}
    </div>
  );
}

function TrustOf({ from }: { from: number }) {
  const { info, opened, say, names } = useDebrief();
  const c = info.case;
  const lines = useMemo(
    () =>
      seatsByOrder(c)
        .filter((to) => to !== from)
        .map((seat) => ({ seat, values: trustSeries(c, opened, from, seat) })),
    [c, opened, from],
  );
  const draw = useMemo(() => seatsPlot(c, lines, null, say('debrief.charts.start')), [c, lines, say]);
  const { parts, table } = useTold(lines);
  return (
    <Chart
      small
      title={
        <h4>
          <SeatMark of={c} seat={from} small /> {say('debrief.charts.trusts', { seat: names.seat(from) })}
        </h4>
      }
      says={say('debrief.charts.trust-says', { parts })}
      draw={draw}
      height={180}
      table={table}
    />
  );
}

function Positions() {
  const { info } = useDebrief();
  return (
    <div className="charts charts-issues">
      {byOrder(info.case.issues).map((issue) => (
        <Issue key={issue} issue={issue} />
      ))}
    </div>
  );
}

function Issue({ issue }: { issue: number }) {
  const { info, opened, say, names } = useDebrief();
  const c = info.case;
  const head = useHead();
  const rows = useMemo(
    () => ({
      issue,
      force: optionSeries(opened, issue),
      declared: seatsByOrder(c)
        .map((seat) => ({ seat, values: declaredSeries(c, opened, seat, issue) }))
        .filter(({ values }) => values.some((option) => option >= 0)),
      ideals: seatsByOrder(c).map((seat) => ({ seat, x: opened.truth.ideal[seat * c.issues.length + issue] })),
    }),
    [c, opened, issue],
  );
  const draw = useMemo(
    () => issuePlot(c, rows, (option) => names.option(issue, option), say('debrief.charts.start')),
    [c, rows, names, issue, say],
  );
  const first = rows.force[0];
  const last = rows.force[rows.force.length - 1];
  const moved = rows.force.some((o) => o !== first);
  const option = (o: number): string => (o < 0 ? '–' : names.option(issue, o));
  const table: Table = {
    head,
    rows: [
      [say('app.key.now'), ...rows.force.map(option)],
      ...rows.declared.map(({ seat, values }): [string, ...string[]] => [
        say('debrief.charts.declares', { seat: names.seat(seat) }),
        ...values.map(option),
      ]),
    ],
  };
  return (
    <Chart
      small
      title={<h4>{names.issue(issue)}</h4>}
      says={say(
        first !== last
          ? 'debrief.charts.issue-says'
          : moved
            ? 'debrief.charts.issue-back'
            : 'debrief.charts.issue-same',
        {
          first: names.option(issue, first),
          last: names.option(issue, last),
        },
      )}
      draw={draw}
      height={200}
      table={table}
    />
  );
}
