/** A number and its causes, put together for a waterfall. Pure: words come from `say`, numbers from the view and the ledger. */
import type { Update } from '../../../session/index.ts';
import type { Say } from '../../../words/index.ts';
import type { GameInfo } from '../../game-info.ts';
import type { Names } from '../names.ts';

/** What telling causes needs of a table. */
export interface Teller {
  readonly info: GameInfo;
  readonly update: Update;
  readonly seat: number;
  readonly say: Say;
  readonly names: Names;
}

/** The second step: by which rule, with which numbers, resting on what. */
export interface Why {
  /** Id of a rule (`rule.<id>.name` …). */
  readonly rule: string;
  /** The formula with its numbers filled in. */
  readonly filled: string;
  readonly inputs: readonly (readonly [name: string, value: string])[];
  /** Keys of Case.cites. */
  readonly cites: readonly string[];
}

/** The first step: one thing that moved the number. */
export interface Cause {
  readonly name: string;
  readonly by: number;
  /** 0: before the first round, or no matter of rounds. */
  readonly round: number;
  readonly why: Why;
}

/** A value the number had. */
export interface Stand {
  readonly name: string;
  readonly value: number;
  readonly why?: Why;
  readonly cites?: readonly string[];
}

/** All but `whole` are written with one decimal; `gain` with its sign; `percent` runs from 0 to 100. */
export type Unit = 'points' | 'gain' | 'percent' | 'whole';

export interface Fall {
  readonly title: string;
  readonly unit: Unit;
  /** Whether a rise is good for whoever reads it. */
  readonly rise: 'good' | 'bad';
  readonly from: Stand;
  readonly causes: readonly Cause[];
  readonly to: Stand;
  /** Thresholds on the same scale. */
  readonly marks: readonly { readonly name: string; readonly at: number }[];
  /** Other numbers that belong to it, told below. */
  readonly also?: readonly Stand[];
}

/** Keys under which something is cited: what a file leaves out, such as trust between two seats, stands at a default. */
export const cited = ({ info }: Teller, keys: readonly string[]): string[] =>
  keys.filter((key) => info.case.cites[key]);

/** Smaller changes are not worth a line: they would be written as 0.0. */
export const TINY = 0.005;

export const total = (list: readonly { readonly by: number }[]): number => list.reduce((all, { by }) => all + by, 0);

/** 12.3, −4, 0.24: at most two decimals below ten, one above. */
export function num(x: number): string {
  const scale = Math.abs(x) < 10 ? 100 : 10;
  const rounded = Math.round(x * scale) / scale;
  return String(rounded === 0 ? 0 : rounded).replace('-', '−');
}

export const sign = (x: number, unit: Unit = 'points'): string => {
  const size = Math.abs(x);
  const text = unit === 'whole' ? String(Math.round(size)) : size.toFixed(1);
  return `${Number(text) === 0 ? '±' : x > 0 ? '+' : '−'}${text}${unit === 'percent' ? ' %' : ''}`;
};

/** A value as it stands, e.g. `58.3`, `+9.0`, `62 %`, `5`. */
export function stand(x: number, unit: Unit): string {
  if (unit === 'gain') return sign(x);
  // A hair's breadth, so that the same value reached by two ways is not rounded to two numbers.
  const rounded = unit === 'whole' ? Math.round(x) : Math.round(x * 10 + 1e-6) / 10;
  const text = unit === 'whole' ? String(rounded) : (rounded === 0 ? 0 : rounded).toFixed(1);
  return `${text.replace('-', '−')}${unit === 'percent' ? ' %' : ''}`;
}

/** The causes of one round, or of all; the start is what the rounds before came to. */
export function scoped(fall: Fall, round: number | 'all', say: Say): Fall {
  if (round === 'all') return fall;
  const before = fall.causes.filter((cause) => cause.round < round);
  const causes = fall.causes.filter((cause) => cause.round === round);
  const value = fall.from.value + total(before);
  const last = !fall.causes.some((cause) => cause.round > round);
  return {
    ...fall,
    from: before.length === 0 ? fall.from : { name: say('causes.before-round', { round }), value },
    causes,
    to: last ? fall.to : { name: say('causes.after-round', { round }), value: value + total(causes) },
  };
}

/** Rounds in which something moved the number, oldest first. */
export const roundsOf = (fall: Fall): number[] =>
  [...new Set(fall.causes.map((cause) => cause.round))].sort((a, b) => a - b);

/** The whole in one sentence: it is the picture for whoever does not see it. */
export function saysOf(fall: Fall, say: Say): string {
  const [most] = [...fall.causes].sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  return say('causes.says', {
    title: fall.title,
    from: stand(fall.from.value, fall.unit),
    to: stand(fall.to.value, fall.unit),
    count: fall.causes.length,
    most: most ? say('causes.most', { name: most.name, by: sign(most.by, fall.unit) }) : '',
  });
}

/** The ends of a scale on which all running values and near thresholds have room. */
export function domainOf(fall: Fall): readonly [low: number, high: number] {
  const values = [fall.from.value, fall.to.value];
  let at = fall.from.value;
  for (const { by } of fall.causes) {
    at += by;
    values.push(at);
  }
  let low = Math.min(...values);
  let high = Math.max(...values);
  const spread = Math.max(high - low, fall.unit === 'whole' ? 2 : 4);
  // A threshold that is not far away belongs into the picture.
  for (const { at: mark } of fall.marks) {
    if (mark < low && low - mark <= spread) low = mark;
    if (mark > high && mark - high <= spread) high = mark;
  }
  const air = Math.max(high - low, spread) * 0.06;
  return [low - air, high + air];
}
