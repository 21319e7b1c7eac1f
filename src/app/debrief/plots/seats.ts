import type { Case } from '../../../world/index.ts';
import type { Draw } from '../Chart.tsx';
import { spread } from '../data/series.ts';
import { colour, DASHES, frame, hundred, type Line, letters, points } from './common.ts';

/** Lines of several seats on a scale from 0 to 100, each with its letter at the end. */
export const seatsPlot =
  (c: Case, lines: readonly Line[], level: { at: number; text: string } | null, start: string, steps = false): Draw =>
  (canvas) => {
    const { Plot, height, font } = canvas;
    const last = Math.max(...lines.map((l) => l.values.length)) - 1;
    const ends = spread(
      lines.map((l) => l.values[last]),
      (100 * (font + 5)) / (height - 40),
      3,
      97,
    );
    return Plot.plot({
      ...frame(canvas),
      marginTop: 8,
      marginLeft: 30,
      marginRight: 34,
      marginBottom: 26,
      x: { type: 'linear', domain: [0, last], axis: null },
      y: { domain: [0, 100], axis: null },
      marks: [
        ...hundred(canvas, last, start),
        ...(level
          ? [
              Plot.ruleY([level.at], { stroke: 'var(--bad)', strokeDasharray: '5 4' }),
              Plot.text([level], {
                x: 0,
                y: 'at',
                text: 'text',
                dx: 4,
                dy: -7,
                textAnchor: 'start',
                fill: 'var(--bad)',
                fontSize: font,
              }),
            ]
          : []),
        ...lines.map(({ seat, values }) =>
          Plot.lineY(points(values), {
            x: 'at',
            y: 'value',
            curve: steps ? 'step-after' : 'linear',
            stroke: colour(c, seat, '-text'),
            strokeWidth: 2.5,
            strokeDasharray: DASHES[c.seats[seat].order % 6],
            strokeLinecap: 'butt',
          }),
        ),
        ...lines.map(({ seat, values }, k) =>
          Plot.link([{ from: values[last], to: ends[k] }], {
            x1: last,
            x2: last,
            y1: 'from',
            y2: 'to',
            dx: 3,
            stroke: colour(c, seat, '-text'),
            strokeOpacity: 0.6,
          }),
        ),
        ...letters(
          canvas,
          c,
          lines.map(({ seat }, k) => ({ seat, y: ends[k] })),
          last,
        ),
      ],
    });
  };
