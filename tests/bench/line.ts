/** One line of the bench: a file in tests/bench/lines/ (or browser/lines/) with this as its default export. */
export interface BenchLine {
  /** Short and unique; the key in the JSON. */
  readonly name: string;
  /** Of value and budget: `rounds/s`, `ms`, `KB gz`. */
  readonly unit: string;
  readonly budget: number;
  /** Whether more or less than the budget is good. */
  readonly better: 'more' | 'less';
  /**
   * Measures and returns one number: warm up inside, repeat inside, take the median where noise matters. `undefined` when this
   * machine lacks what the line needs; a note says what.
   */
  run(bench: BenchHost): Promise<number | undefined>;
}

export interface BenchHost {
  /** The folder of the project. */
  readonly root: string;
  /** The folder of the built web app, for lines that weigh it. */
  buildWeb(): Promise<string>;
  /** A remark under the table, for facts that belong to the number ("drafts per round: 1.3"). */
  note(text: string): void;
}

export function isKept({ better, budget }: BenchLine, value: number): boolean {
  return better === 'more' ? value >= budget : value <= budget;
}

/** The median of `times` measurements in milliseconds, each of one call. */
export async function medianMs(times: number, work: () => Promise<unknown> | unknown): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const before = performance.now();
    await work();
    took.push(performance.now() - before);
  }
  return took.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}
