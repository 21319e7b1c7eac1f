import type { Draw } from '../Chart.tsx';
import { FAINT, frame, HAIR, INK } from './common.ts';

/** Two distributions over the same bins, one above the other, with what really happened as a line through both. */
export const twoPlot =
  (
    rows: readonly {
      readonly name: string;
      readonly counts: readonly number[];
      readonly mean: number;
      readonly strong: boolean;
    }[],
    size: number,
    happened: number,
    words: { readonly happened: string },
  ): Draw =>
  (canvas) => {
    const { Plot, font } = canvas;
    const top = Math.max(1, ...rows.flatMap((r) => r.counts));
    const count = rows[0].counts.length;
    return Plot.plot({
      ...frame(canvas),
      marginTop: font + 10,
      marginLeft: 4,
      marginRight: 4,
      marginBottom: 26,
      x: { type: 'linear', domain: [0, size * count], axis: null },
      y: { domain: [0, rows.length], axis: null, reverse: true },
      marks: [
        Plot.axisX(
          Array.from({ length: 6 }, (_, k) => (k * size * count) / 5),
          { tickSize: 4, label: null, color: FAINT, fontSize: font },
        ),
        ...rows.flatMap((row, k) => [
          Plot.ruleY([k + 1], { stroke: HAIR }),
          Plot.rect(
            row.counts.map((n, bin) => ({ from: bin * size, to: (bin + 1) * size, tall: (0.74 * n) / top })),
            {
              x1: 'from',
              x2: 'to',
              y1: () => k + 1,
              y2: (d: { tall: number }) => k + 1 - d.tall,
              inset: 1,
              fill: row.strong ? 'var(--accent)' : 'var(--line-2)',
            },
          ),
          Plot.text([row.name], {
            // On the side where the line of what happened is not.
            x: () => (happened < (size * count) / 2 ? size * count : 0),
            y: () => k + 0.06,
            text: (d: string) => d,
            textAnchor: happened < (size * count) / 2 ? 'end' : 'start',
            lineAnchor: 'top',
            fill: INK,
            fontWeight: 600,
            stroke: 'var(--sheet)',
            strokeWidth: 4,
            fontSize: font,
          }),
          Plot.dot([row.mean], {
            x: (d: number) => d,
            y: () => k + 1,
            symbol: 'triangle',
            r: 5,
            dy: 6,
            fill: INK,
          }),
        ]),
        Plot.ruleX([happened], { stroke: 'var(--bad)', strokeWidth: 2, strokeDasharray: '6 3' }),
        Plot.text([words.happened], {
          x: () => happened,
          frameAnchor: 'top',
          dy: -4,
          lineAnchor: 'bottom',
          textAnchor: happened > (size * count) / 2 ? 'end' : 'start',
          text: (d: string) => d,
          fill: 'var(--bad)',
          fontSize: font,
        }),
      ],
    });
  };
