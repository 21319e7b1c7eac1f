import { defineConfig } from 'vitest/config';

const elsewhere = ['tests/laws/**', 'tests/browser/**', 'tests/bench/**'];

/** Three projects, run one after another by `demarche test`: fast cases, laws over everything, real browsers. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    // A forgotten `it.only` must not hide the rest.
    allowOnly: false,
    // By default one core is left free, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: elsewhere,
          // The program keeps no state outside of its caches: files may share what they import, which halves the time of a run.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'laws',
          include: ['tests/laws/**/*.test.ts'],
          // As above: each worker compiles the scenarios once.
          isolate: false,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // Two browsers at a time: a page waits more than it works, and more would starve the clocks that tests watch.
          maxWorkers: 2,
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
