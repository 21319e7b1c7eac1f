/** What the drawings of the debrief share. Colours are the tokens of the page, so that day, night and paper need no redrawing. */
import type { Case } from '../../../world/index.ts';
import type { Canvas } from '../Chart.tsx';

/** Its rules for the picture's own text stand in the page's policy by their hash; see server/csp.ts. */
export const CLASS = 'plot-picture';
export const INK = 'var(--ink)';
export const FAINT = 'var(--ink-2)';
export const HAIR = 'var(--line)';

/** Told apart without colour: each seat has a dash of its own, and its letter at the end of the line. */
export const DASHES = ['none', '7 3', '2 3', '9 3 2 3', '4 4', '12 3'];

/** One seat's line. */
export interface Line {
  readonly seat: number;
  readonly values: readonly number[];
}

export interface Point {
  readonly at: number;
  readonly value: number;
}

export const points = (values: readonly number[]): Point[] => values.map((value, at) => ({ at, value }));
export const colour = (c: Case, seat: number, kind: '' | '-on' | '-text'): string =>
  `var(--seat-${c.seats[seat].order % 6}${kind})`;

/** Marks for the rounds along the foot: the start, then a number each. */
export function rounds({ Plot, font }: Canvas, last: number, start: string) {
  return Plot.axisX(
    Array.from({ length: last + 1 }, (_, k) => k),
    {
      tickFormat: (k: number) => (k === 0 ? start : String(k)),
      tickSize: 4,
      label: null,
      color: FAINT,
      fontSize: font,
    },
  );
}

/** A seat's letter on its colour, as everywhere in the game: round for mediators, square for principals. */
export function letters({ Plot, font }: Canvas, c: Case, places: readonly { seat: number; y: number }[], x: number) {
  const size = Math.max(8, font * 0.62);
  return places.flatMap(({ seat, y }) => [
    Plot.dot([{ x, y }], {
      x: 'x',
      y: 'y',
      dx: size + 6,
      r: size,
      symbol: c.seats[seat].role === 'mediator' ? 'circle' : 'square',
      fill: colour(c, seat, ''),
      stroke: 'none',
    }),
    Plot.text([{ x, y }], {
      x: 'x',
      y: 'y',
      dx: size + 6,
      text: () => c.seats[seat].letter,
      fill: colour(c, seat, '-on'),
      fontWeight: 600,
      fontSize: font,
    }),
  ]);
}

/** Size, class and type of every picture. */
export const frame = ({ width, height, font }: Canvas) => ({
  className: CLASS,
  width,
  height,
  style: { fontSize: `${font}px`, fontFamily: 'inherit', background: 'none', overflow: 'visible' },
});

const HUNDRED = [0, 25, 50, 75, 100];

/** Rounds along the foot, 0 to 100 at the side. */
export function hundred(canvas: Canvas, last: number, start: string) {
  const { Plot, font } = canvas;
  return [
    Plot.ruleY(HUNDRED, { stroke: HAIR }),
    Plot.axisY(HUNDRED, { tickSize: 0, label: null, color: FAINT, fontSize: font }),
    rounds(canvas, last, start),
  ];
}
