/** What a journal's header says of a campaign: its form only. Whether the ids exist, the rulebook's `carriedMisfit` says. */
import type { Carried } from '../world/index.ts';

type Row = Readonly<Record<string, unknown>>;
const isRow = (x: unknown): x is Row => typeof x === 'object' && x !== null && !Array.isArray(x);
const isName = (x: unknown): boolean => typeof x === 'string' && /^[a-z][a-z0-9-]{0,47}$/.test(x);
const isWithin = (low: number, high: number) => (x: unknown) => typeof x === 'number' && x >= low && x <= high;
const isCount = (low: number, high: number) => (x: unknown) => Number.isInteger(x) && isWithin(low, high)(x);
/** More than any scenario has; a file from somewhere must not keep the rulebook busy. */
const LIST_MAX = 64;
const isList = (good: (x: unknown) => boolean) => (x: unknown) =>
  Array.isArray(x) && x.length <= LIST_MAX && x.every(good);

type Shape = Readonly<Record<string, (x: unknown) => boolean>>;
/** Exactly these keys, each with a good value. */
const isShaped = (shape: Shape) => (x: unknown) =>
  isRow(x) &&
  Object.keys(x).length === Object.keys(shape).length &&
  Object.entries(shape).every(([key, good]) => Object.hasOwn(x, key) && good(x[key]));

const clause: Shape = { issue: isName, option: isName };
const isClause = isShaped(clause);
const CARRIED: Readonly<Record<keyof Carried, (x: unknown) => boolean>> = {
  campaign: isName,
  part: isCount(1, LIST_MAX),
  parts: isCount(1, LIST_MAX),
  rounds: isCount(1, 20),
  onward: isList(isName),
  options: isList(isShaped({ ...clause, was: isClause })),
  trust: isList(isShaped({ from: isName, to: isName, performed: isWithin(0, 200), breached: isWithin(0, 200) })),
  tension: isWithin(-100, 100),
  obligations: isList(
    isShaped({
      ...clause,
      deal: isCount(1, LIST_MAX),
      parties: isList(isName),
      due: isCount(1, LIST_MAX),
      was: isClause,
    }),
  ),
  lapsed: isList(isClause),
};

export const isCarried = (x: unknown): x is Carried => isShaped(CARRIED)(x);
