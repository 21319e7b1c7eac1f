import type { Draw } from '../Chart.tsx';
import { FAINT, frame, hundred, INK, type Point, points } from './common.ts';

/** Something that happened in a round, written above the chart. */
export interface Mark {
  readonly round: number;
  readonly text: string;
}

/** Rows of words above a chart; what finds no room in them is left out. */
const ROWS = 4;

/** Puts each mark into the lowest row where it does not run into another one. The first ones count for more. */
function stack(marks: readonly Mark[], step: number, font: number, last: number): (Mark & { row: number })[] {
  const taken: [from: number, to: number][][] = [];
  return marks.flatMap((mark) => {
    const wide = mark.text.length * font * 0.52 + 10;
    const to = mark.round * step + (mark.round === last ? 16 : wide / 2);
    const from = to - wide;
    for (let row = 0; row < ROWS; row += 1) {
      taken[row] ??= [];
      if (taken[row].some((other) => from < other[1] && to > other[0])) continue;
      taken[row].push([from, to]);
      return [{ ...mark, row }];
    }
    return [];
  });
}

/** Tension over the rounds, with its thresholds, and what happened when. */
export const tensionPlot =
  (
    values: readonly number[],
    levels: readonly { at: number; text: string }[],
    marks: readonly Mark[],
    start: string,
  ): Draw =>
  (canvas) => {
    const { Plot, width, font } = canvas;
    const last = values.length - 1;
    const stacked = stack(marks, (width - 74) / last, font, last);
    const rows = Math.max(0, ...stacked.map((m) => m.row + 1));
    return Plot.plot({
      ...frame(canvas),
      marginTop: 8 + rows * (font + 4),
      marginLeft: 30,
      marginRight: 44,
      marginBottom: 26,
      x: { type: 'linear', domain: [0, last], axis: null },
      y: { domain: [0, 100], axis: null },
      marks: [
        ...hundred(canvas, last, start),
        ...levels.map(({ at }) => Plot.ruleY([at], { stroke: 'var(--bad)', strokeDasharray: '5 4' })),
        ...levels.map((level) => {
          // Where the line is farther away, and on the other side of the level, the words do not lie on it.
          const first = Math.abs(values[0] - level.at) >= Math.abs(values[last] - level.at);
          const below = (first ? values[0] : values[last]) > level.at;
          return Plot.text([level], {
            x: first ? 0 : last,
            y: 'at',
            text: 'text',
            dx: first ? 4 : -4,
            dy: below ? font * 0.7 : -font * 0.55,
            textAnchor: first ? 'start' : 'end',
            fill: 'var(--bad)',
            stroke: 'var(--sheet)',
            strokeWidth: 4,
            fontSize: font,
          });
        }),
        Plot.ruleX(
          [...new Set(stacked.map((m) => m.round))].map((round) => ({ round })),
          { x: 'round', stroke: FAINT, strokeDasharray: '1 4' },
        ),
        ...stacked.map((m) =>
          Plot.text([m], {
            x: 'round',
            frameAnchor: 'top',
            text: 'text',
            dy: -6 - m.row * (font + 3),
            lineAnchor: 'bottom',
            textAnchor: m.round === last ? 'end' : 'middle',
            dx: m.round === last ? 16 : 0,
            fill: INK,
            fontWeight: 600,
            fontSize: font,
          }),
        ),
        Plot.lineY(points(values), { x: 'at', y: 'value', stroke: 'var(--accent)', strokeWidth: 3 }),
        Plot.dot(points(values), {
          x: 'at',
          y: 'value',
          r: 4.5,
          fill: 'var(--sheet)',
          stroke: 'var(--accent)',
          strokeWidth: 2.5,
        }),
        Plot.text([{ at: last, value: values[last] }], {
          x: 'at',
          y: 'value',
          text: (d: Point) => String(Math.round(d.value)),
          dx: 10,
          textAnchor: 'start',
          fill: INK,
          fontWeight: 600,
          fontSize: font + 2,
        }),
      ],
    });
  };
