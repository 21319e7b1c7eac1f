import { wrap } from '../help.ts';

/**
 * Plain linear text: no colour, no columns, no boxes, nothing that is redrawn. Every line fits the width, and a list line begins with
 * a hyphen, so that a screen reader and a narrow terminal read the same thing in the same order.
 */
export interface Paper {
  readonly width: number;
  /** A blank line and a title. */
  head(text: string): void;
  /** A paragraph; line ends in the text begin new ones. */
  say(text: string, indent?: number): void;
  /** A line of a list: `- text`, its further lines under the text. */
  item(text: string, depth?: number): void;
  gap(): void;
}

/** @param told what becomes of each sentence before it is wrapped, e.g. documents by their names instead of ids */
export function makePaper(
  out: (text: string) => void,
  width: number,
  told: (text: string) => string = (text) => text,
): Paper {
  // Two blank lines in a row tell nothing more than one.
  let blank = true;
  const put = (text: string) => {
    out(text);
    blank = text === '';
  };
  const gap = () => {
    if (!blank) put('');
  };
  return {
    width,
    gap,
    head(text) {
      gap();
      put(wrap(told(text.trim()), width));
    },
    say(text, indent = 0) {
      for (const part of told(text.trim()).split(/\n+/)) put(wrap(part.trim(), width, ' '.repeat(indent)));
    },
    item(text, depth = 0) {
      const margin = ' '.repeat(depth * 2 + 2);
      const lines = wrap(told(text.trim()), width, margin);
      put(`${' '.repeat(depth * 2)}- ${lines.slice(margin.length)}`);
    },
  };
}

/** A number of the game as people write it: at most one decimal, a real minus sign. */
export function figure(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return rounded < 0 ? `−${-rounded}` : String(rounded + 0);
}

/** The same with its sign: +3.1, −2, 0. */
export const signed = (value: number): string =>
  (figure(value).startsWith('−') || figure(value) === '0' ? '' : '+') + figure(value);

/** A share of 0–1 in percent. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`;
