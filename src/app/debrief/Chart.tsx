import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useDebrief } from './opened.tsx';

export type PlotLibrary = typeof import('@observablehq/plot');

/** What a drawing needs to know of the page it stands on. */
export interface Canvas {
  readonly Plot: PlotLibrary;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Size of small print in CSS pixels, as the reader set it. */
  readonly font: number;
}
export type Draw = (canvas: Canvas) => SVGSVGElement | HTMLElement;

let library: Promise<PlotLibrary> | null = null;
/** Loaded when the first chart is drawn. A failed load is tried again by the next one. */
function loadPlot(): Promise<PlotLibrary> {
  library ??= import('@observablehq/plot');
  library.catch(() => {
    library = null;
  });
  return library;
}

let line = Promise.resolve();
/** Charts are drawn one after another, each a task of its own: all at once they would hold up a slow machine. */
function inTurn(): Promise<void> {
  line = line.then(() => new Promise((done) => setTimeout(done)));
  return line;
}

/** Rows of numbers behind a chart: a head, and lines with a name each. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly [name: string, ...values: (string | number)[]])[];
}

interface Props {
  title: ReactNode;
  /** What the chart shows, in a sentence: it is the chart for whoever does not see it. */
  says: string;
  draw: Draw;
  /** CSS pixels at the default text size. */
  height: number;
  table?: Table;
  /** Heading level of the title. */
  small?: boolean;
}

/** A chart with its title, a sentence that says what it shows, and the numbers behind it. Redrawn when its width changes. */
export function Chart({ title, says, draw, height, table, small }: Props) {
  const { say } = useDebrief();
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    let gone = false;
    let drawn = 0;
    const redraw = (Plot: PlotLibrary) => {
      const width = Math.floor(box.clientWidth);
      if (gone || width < 40 || width === drawn) return;
      drawn = width;
      const font = Number.parseFloat(getComputedStyle(box).fontSize) || 13;
      const svg = draw({ Plot, width, height: Math.round((height * Math.max(font, 13)) / 13), font });
      svg.setAttribute('role', 'img');
      svg.setAttribute('aria-labelledby', id);
      svg.removeAttribute('aria-label');
      // The parts of a picture have no names of their own.
      for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
      box.replaceChildren(svg);
    };
    let watch: ResizeObserver | null = null;
    loadPlot().then(
      async (Plot) => {
        await inTurn();
        if (gone) return;
        watch = new ResizeObserver(() => redraw(Plot));
        watch.observe(box);
        redraw(Plot);
      },
      // Without the library the sentence and the table still tell everything.
      () => {},
    );
    return () => {
      gone = true;
      watch?.disconnect();
    };
  }, [draw, height, id]);
  return (
    <figure className={small ? 'chart chart-small' : 'chart'}>
      <figcaption>
        {title}
        <p className="small" id={id}>
          {says}
        </p>
      </figcaption>
      <div className="plot" ref={frame} style={{ '--height': height } as React.CSSProperties} />
      {table ? (
        <details data-screen>
          <summary>{say('debrief.charts.numbers')}</summary>
          <Numbers of={table} title={says} />
        </details>
      ) : null}
    </figure>
  );
}

export function Numbers({ of, title }: { of: Table; title: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with keys
    <section className="scroll" tabIndex={0} aria-label={title}>
      <table className="figures numbers stacks">
        <thead>
          <tr>
            {of.head.map((name, k) => (
              <th key={`${k}-${name}`} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map(([name, ...values]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, k) => (
                <td key={k} className="numeral" data-label={of.head[k + 1]}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
