import type { Case } from '../../../world/index.ts';
import type { Draw } from '../Chart.tsx';
import { spread } from '../data/series.ts';
import { colour, DASHES, FAINT, frame, HAIR, INK, type Line, letters, rounds } from './common.ts';

/** One issue: its ladder with names, what was in force, what seats declared, and what they really wanted at the right edge. */
export interface IssueRows {
  readonly issue: number;
  /** Option number after each round. */
  readonly force: readonly number[];
  /** Seats that declared something: option numbers, −1 where nothing was declared yet. */
  readonly declared: readonly Line[];
  /** Seat → drawn ideal, 0–100. */
  readonly ideals: readonly { readonly seat: number; readonly x: number }[];
}

export const issuePlot =
  (c: Case, rows: IssueRows, optionName: (option: number) => string, start: string): Draw =>
  (canvas) => {
    const { Plot, height, font } = canvas;
    const { options } = c.issues[rows.issue];
    const x = (option: number): number => options[option].x;
    const last = rows.force.length - 1;
    const low = Math.min(...options.map((o) => o.x));
    const high = Math.max(...options.map((o) => o.x));
    const pad = (high - low) * 0.06;
    const gap = ((high - low + 2 * pad) * (font + 5)) / (height - 40);
    const ends = spread(
      rows.ideals.map((i) => i.x),
      gap,
      low,
      high,
    );
    // Lines that declare the same would lie on each other: each seat's is set off by a hair.
    const offset = (k: number): number => (k - (rows.declared.length - 1) / 2) * 3.5;
    return Plot.plot({
      ...frame(canvas),
      marginTop: font + 10,
      marginLeft: 6,
      marginRight: 34,
      marginBottom: 26,
      x: { type: 'linear', domain: [0, last], axis: null },
      y: { domain: [low - pad, high + pad], axis: null },
      marks: [
        Plot.ruleY(
          options.map((o) => o.x),
          { stroke: HAIR },
        ),
        rounds(canvas, last, start),
        ...rows.declared.map(({ seat, values }, k) =>
          Plot.lineY(
            values.map((option, at) => ({ at, value: option < 0 ? Number.NaN : x(option) })),
            {
              x: 'at',
              y: 'value',
              curve: 'step-after',
              dy: offset(k),
              stroke: colour(c, seat, '-text'),
              strokeWidth: 2,
              strokeDasharray: DASHES[c.seats[seat].order % 6] === 'none' ? '5 2' : DASHES[c.seats[seat].order % 6],
            },
          ),
        ),
        Plot.lineY(
          rows.force.map((option, at) => ({ at, value: x(option) })),
          { x: 'at', y: 'value', curve: 'step-after', stroke: INK, strokeWidth: 4, strokeLinejoin: 'round' },
        ),
        Plot.text(
          options.map((o, option) => ({ x: o.x, name: optionName(option) })),
          {
            x: 0,
            y: 'x',
            text: 'name',
            dx: 2,
            dy: -8,
            textAnchor: 'start',
            lineAnchor: 'bottom',
            fill: FAINT,
            stroke: 'var(--sheet)',
            strokeWidth: 4,
            fontSize: font,
          },
        ),
        ...rows.declared.map(({ seat, values }, k) =>
          Plot.text([values[last]], {
            x: () => last - (last * (0.1 + 0.13 * k)) / 2,
            y: (option: number) => (option < 0 ? Number.NaN : x(option)),
            dy: offset(k),
            text: () => c.seats[seat].letter,
            fill: colour(c, seat, '-text'),
            stroke: 'var(--sheet)',
            strokeWidth: 5,
            fontWeight: 600,
            fontSize: font,
          }),
        ),
        ...letters(
          canvas,
          c,
          rows.ideals.map(({ seat }, k) => ({ seat, y: ends[k] })),
          last,
        ),
      ],
    });
  };
