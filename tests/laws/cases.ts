import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { partOf } from '../../src/rules/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';
import type { Case } from '../../src/world/index.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Folders of every scenario the laws run over: the small one for tests and all that are shipped. */
export const FOLDERS: readonly string[] = process.env.MINI
  ? [`${ROOT}tests/fixtures/mini`]
  : [
      `${ROOT}tests/fixtures/mini`,
      ...readdirSync(`${ROOT}scenarios`, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && existsSync(`${ROOT}scenarios/${entry.name}/scenario.yaml`))
        .map((entry) => `${ROOT}scenarios/${entry.name}`),
    ];

/** @throws when a scenario does not compile: the laws then have nothing to say */
export function caseOf(folder: string): Case {
  const compiled = loadScenario(folder);
  if (!compiled.ok) throw new Error(`${folder} has ${compiled.faults.length} faults, e.g. ${compiled.faults[0]?.code}`);
  return compiled.bundle.case;
}

export const CASES: readonly (readonly [name: string, c: Case])[] = FOLDERS.map((folder) => {
  const c = caseOf(folder);
  return [c.id, c] as const;
});

const handedOn = (issue: string, option: string) => ({ issue, option, was: { issue, option } });

/** The small scenario as the second of three parts: an option, trust, tension and two open clauses come from the part before. */
export const PART: Case = partOf(caseOf(FOLDERS[0]), {
  campaign: 'laws',
  part: 2,
  parts: 3,
  rounds: 3,
  onward: ['status', 'tolls'],
  options: [handedOn('tolls', 'reduced')],
  trust: [{ from: 'north', to: 'south', performed: 1.25, breached: 0.5 }],
  tension: -4.5,
  obligations: [
    { ...handedOn('water', 'half'), deal: 1, parties: ['north', 'south'], due: 1 },
    { ...handedOn('status', 'joint'), deal: 1, parties: ['north', 'south'], due: 2 },
  ],
  lapsed: [{ issue: 'fund', option: 'paid' }],
});
