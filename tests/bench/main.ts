/// <reference types="vite/types/importMeta.d.ts" />
import { availableParallelism, loadavg } from 'node:os';
import type { Context, ExitCode } from '../../src/cli/command.ts';
import { type BenchLine, isKept } from './line.ts';

export interface Measured {
  /** null: not measured here. */
  readonly value: number | null;
  readonly unit: string;
  readonly budget: number;
  readonly ok: boolean | null;
}

/** What is measured: the engine and the commands, or a whole game in a slowed browser. */
export type Kind = 'engine' | 'browser';

/** Every file in lines/ is a line: adding one needs no other change. Loaded one by one, so that lines do not disturb each other. */
const FILES: Readonly<Record<Kind, Record<string, () => Promise<BenchLine>>>> = {
  engine: import.meta.glob<BenchLine>('./lines/*.ts', { import: 'default' }),
  browser: import.meta.glob<BenchLine>('./browser/lines/*.ts', { import: 'default' }),
};

/** Runs the lines whose name contains one of `only` (all when empty), prints a table or JSON. */
export async function runBench(
  context: Context,
  json: boolean,
  only: readonly string[],
  kind: Kind = 'engine',
): Promise<ExitCode> {
  const results: Record<string, Measured> = {};
  const notes: string[] = [];
  for (const path of Object.keys(FILES[kind]).sort()) {
    const line = await FILES[kind][path]!();
    if (only.length > 0 && !only.some((part) => line.name.includes(part))) continue;
    context.err(`measuring ${line.name} …`);
    const value = await line.run({
      root: context.root,
      buildWeb: () => context.build('web'),
      note: (text) => notes.push(`${line.name}: ${text}`),
    });
    results[line.name] = {
      value: value === undefined ? null : round(value),
      unit: line.unit,
      budget: line.budget,
      ok: value === undefined ? null : isKept(line, value),
    };
    if (!json) context.out(tableRow(line, results[line.name]!));
  }
  // The first minute's average: what ran beside the measuring.
  if (loadavg()[0]! > availableParallelism() + 1)
    notes.push('the machine was busy with other things: these numbers are too bad');
  if (json) context.out(JSON.stringify(results, null, 2));
  else for (const note of notes) context.out(`  ${note}`);
  if (Object.keys(results).length === 0) {
    context.err('demarche: no line of the bench has such a name.');
    return 2;
  }
  return Object.values(results).every(({ ok }) => ok !== false) ? 0 : 1;
}

function tableRow(line: BenchLine, { value, ok }: Measured): string {
  const sign = line.better === 'more' ? '≥' : '≤';
  const budget = `${sign} ${line.budget.toLocaleString('en')} ${line.unit}`;
  const verdict = ok === null ? '?   ' : ok ? 'ok  ' : 'OVER';
  const number = value === null ? 'not measured' : value.toLocaleString('en');
  return `${verdict} ${line.name.padEnd(32)} ${number.padStart(12)} ${line.unit.padEnd(10)} ${budget}`;
}

/** Four significant digits: more would be noise. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
