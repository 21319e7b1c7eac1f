/** Small things that several forecasts share. */
import type { ReactNode } from 'react';

/** Points with one decimal, with a real minus. */
export const points = (x: number): string => (Math.round(x * 10) / 10).toFixed(1).replace('-', '−');
/** A place on the scale 0–100, as whole as it is meant. */
export const place = (x: number): string => String(Math.round(x));

/** Labels of lines stand in lower case in the catalogue; at the head of something they begin with a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export interface TableOf {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly [name: string, ...values: string[]])[];
  readonly foot?: readonly string[];
}

/** The numbers behind a picture, folded away. */
export function Data({ of, label, about }: { of: TableOf; label: string; about?: string }) {
  return (
    <details className="forecast-data">
      <summary>{label}</summary>
      {about ? <p className="small">{about}</p> : null}
      <Plain of={of} />
    </details>
  );
}

export function Plain({ of }: { of: TableOf }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with keys
    <section className="scroll" tabIndex={0} aria-label={of.caption}>
      <table className={of.head.length > 4 ? 'figures forecast-figures stacks' : 'figures forecast-figures'}>
        <caption className="visually-hidden">{of.caption}</caption>
        <thead>
          <tr>
            {of.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map(([name, ...values], row) => (
            <tr key={`${name}-${row}`}>
              <th scope="row">{name}</th>
              {values.map((value, k) => (
                <td key={of.head[k + 1]} className="numeral" data-label={of.head[k + 1]}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {of.foot ? (
          <tfoot>
            <tr>
              {of.foot.map((value, k) =>
                k === 0 ? (
                  <th key={of.head[0]} scope="row">
                    {value}
                  </th>
                ) : (
                  <td key={of.head[k]} className="numeral" data-label={value ? of.head[k] : undefined}>
                    {value}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}

/** A part of the panel with its heading. */
export function Part({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section className="forecast-part" aria-labelledby={`forecast-${id}`} data-part={id}>
      <h3 id={`forecast-${id}`}>{title}</h3>
      {children}
    </section>
  );
}
