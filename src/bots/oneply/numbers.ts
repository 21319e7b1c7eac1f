import type { Grid } from '../../rules/index.ts';
import type { Case, View } from '../../world/index.ts';
import type { Bare, Offered } from './bare.ts';
import type { Mine } from './mine.ts';
import { Pool, type Space } from './pool.ts';

/** Drafts in listing order: the first `n` of `list`, which may be longer. */
export interface Places {
  readonly list: Int32Array;
  n: number;
}

/** One judge's numbers by draft of the grid; written only for drafts of the short list, and for a mediator only where it signs. */
export interface Column {
  readonly net: Float64Array; // N (M6)
  readonly surplus: Float64Array; // U⁺ − D; principals only
  readonly loss: Float64Array; // M4
  readonly line: Uint8Array; // CLEAR, AMENDABLE or ABSOLUTE
  readonly likely: Float64Array; // chance that the seat signs; 1 where it need not
  readonly q: number; // confidence (M5)
}

/**
 * The packages within reach, and what each seat gains by public numbers: those to which at most one seat cannot be expected to agree
 * as things stand (it may know better itself, or be won over). All seats reckon the same one from what they know of each other, so
 * it is kept for all of them; nothing private is in it. A package is named by its number in the grid.
 */
export interface Landscape {
  readonly grid: Grid;
  readonly all: Places; // the short list
  readonly waiting: readonly Places[]; // seat → what only this seat stands in the way of
  readonly seats: readonly Column[]; // by seat, public numbers
  readonly principals: number; // the set of them: they sign everything
  readonly blocker: Uint8Array; // draft → FREE, or 1 + the one seat that will not sign as things stand; else it is not on the list
  readonly votes: readonly Uint8Array[]; // seat → draft → 0 not asked yet, 1 ratifies, 2 refuses
  readonly owns: (Own | undefined)[]; // seat → its own column, by what it knew when it last asked
  readonly space: LandscapeSpace;
  gone: boolean; // its space was given back
}

/** What a seat knows of itself: its true numbers instead of the public ones, written for drafts in `good` and `beyond` only. */
export interface Own {
  readonly ideal: View['ideal'];
  readonly net: Float64Array;
  readonly surplus: Float64Array;
  readonly loss: Float64Array;
  readonly others: Float64Array; // draft → chance that all other signatories sign
  readonly votes: Uint8Array;
  readonly good: Places; // drafts that need nobody but the seat itself, and that it would sign as far as gain and lines go
  readonly beyond: Places; // the same, once it had given one of its lines up …
  readonly red: Int32Array; // … draft → that line
  readonly best: Places; // good drafts with the largest gain × chance, best first; at most TOP
  readonly by: Means;
  readonly space: OwnSpace;
  gone: boolean; // its space was given back
}

/** What the seat's own numbers are reckoned from. */
export interface Means {
  readonly q: number;
  readonly ease: number;
  readonly offers: readonly Offered[];
  readonly mine: Mine;
}

const numbers = (room: number): Float64Array => new Float64Array(room);
const marks = (room: number): Uint8Array => new Uint8Array(room);
const places = (room: number): Places => ({ list: new Int32Array(room), n: 0 });

/** The lists that one landscape takes; `bare` is for what a revealed ideal makes of the drafts. */
export interface LandscapeSpace extends Space {
  readonly all: Places;
  readonly blocker: Uint8Array;
  readonly seats: readonly {
    readonly net: Float64Array;
    readonly surplus: Float64Array;
    readonly likely: Float64Array;
    readonly bare: Bare;
    readonly waiting: Places;
    readonly votes: Uint8Array;
  }[];
}

export const landscapeSpaces = (c: Case): Pool<LandscapeSpace> =>
  new Pool((room) => ({
    room,
    all: places(room),
    blocker: marks(room),
    seats: c.seats.map(() => ({
      net: numbers(room),
      surplus: numbers(room),
      likely: numbers(room),
      bare: { change: numbers(room), loss: numbers(room) },
      waiting: places(room),
      votes: marks(room),
    })),
  }));

/** So many of the best drafts a seat keeps in mind. */
export const TOP = 10;

/** The lists that one seat's own numbers take. */
export type OwnSpace = Space &
  Pick<Own, 'net' | 'surplus' | 'loss' | 'others' | 'votes' | 'good' | 'beyond' | 'red' | 'best'>;

export const ownSpaces: Pool<OwnSpace> = new Pool((room) => ({
  room,
  net: numbers(room),
  surplus: numbers(room),
  loss: numbers(room),
  others: numbers(room),
  votes: marks(room),
  good: places(room),
  beyond: places(room),
  red: new Int32Array(room),
  best: places(TOP),
}));
