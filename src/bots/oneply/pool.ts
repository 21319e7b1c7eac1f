/** Working space: its lists have at least `room` places each, and hold anything until they are written. */
export interface Space {
  readonly room: number;
}

/**
 * Spaces that are used again: typed arrays are dear to make (their memory lies outside the heap), and every round of every game needs
 * some thirty. Each space is lent as a whole, so that a round asks five times and not thirty.
 */
export class Pool<T extends Space> {
  private readonly free = new Map<number, T[]>();
  private readonly make: (room: number) => T;

  constructor(make: (room: number) => T) {
    this.make = make;
  }

  /** A space with at least n places in each list. */
  take(n: number): T {
    // Few sizes, so that spaces fit again although grids differ a little.
    const room = Math.ceil((n + 1) / 64) * 64;
    return this.free.get(room)?.pop() ?? this.make(room);
  }

  /** Gives a space back. Nobody may look at it any more. */
  give(space: T): void {
    const same = this.free.get(space.room);
    if (!same) this.free.set(space.room, [space]);
    else if (same.length < MOST) same.push(space);
  }
}

/** More than any two rounds need; the rest is left to the collector. */
const MOST = 20;
