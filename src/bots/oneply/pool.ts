/**
 * Working lists that are used again: a typed array is dear to make (its memory lies outside the heap), and every round of every game
 * needs some thirty. What was lent out holds anything until it is written.
 */
export class Lent {
  private readonly floats: Float64Array[] = [];
  private readonly ints: Int32Array[] = [];
  private readonly bytes: Uint8Array[] = [];
  /** Whether everything was given back. */
  returned = false;

  /** A list of at least n numbers. */
  numbers(n: number): Float64Array {
    const list = free(freeFloats, n) ?? new Float64Array(rounded(n));
    this.floats.push(list);
    return list;
  }

  /** A list of at least n whole numbers. */
  places(n: number): Int32Array {
    const list = free(freeInts, n) ?? new Int32Array(rounded(n));
    this.ints.push(list);
    return list;
  }

  /** A list of at least n bytes; the first n are 0. */
  marks(n: number): Uint8Array {
    const list = free(freeBytes, n)?.fill(0, 0, n) ?? new Uint8Array(rounded(n));
    this.bytes.push(list);
    return list;
  }

  /** Gives everything back. Nobody may look at it any more. */
  giveBack(): void {
    this.returned = true;
    for (const list of this.floats) keep(freeFloats, list);
    for (const list of this.ints) keep(freeInts, list);
    for (const list of this.bytes) keep(freeBytes, list);
    this.floats.length = 0;
    this.ints.length = 0;
    this.bytes.length = 0;
  }
}

/** Few sizes, so that lists fit again although grids differ a little. */
const rounded = (n: number): number => Math.ceil((n + 1) / 64) * 64;

type Lists<T> = Map<number, T[]>;
const freeFloats: Lists<Float64Array> = new Map();
const freeInts: Lists<Int32Array> = new Map();
const freeBytes: Lists<Uint8Array> = new Map();
/** More than any two rounds need; the rest is left to the collector. */
const MOST = 200;

const free = <T>(lists: Lists<T>, n: number): T | undefined => lists.get(rounded(n))?.pop();

function keep<T extends { readonly length: number }>(lists: Lists<T>, list: T): void {
  const same = lists.get(list.length);
  if (!same) lists.set(list.length, [list]);
  else if (same.length < MOST) same.push(list);
}
