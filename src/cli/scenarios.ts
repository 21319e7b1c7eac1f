import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** A scenario folder, by an absolute path, and the one file asked about where a file was named. */
export interface Found {
  readonly dir: string;
  readonly only?: string;
  /** The folder is a campaign, not a scenario. */
  readonly campaign?: true;
}

const isScenario = (dir: string): boolean => existsSync(join(dir, 'scenario.yaml'));
const isCampaign = (dir: string): boolean => existsSync(join(dir, 'campaign.yaml'));

/** The campaigns that belong to a folder of scenarios: those in its folder `campaigns`. */
export const campaignsIn = (dir: string): string[] => foldersIn(join(dir, 'campaigns'), isCampaign);

/** The folders under `dir` that are scenarios, sorted by name; empty where there is no such folder. */
export const scenariosIn = (dir: string): string[] => foldersIn(dir, isScenario);

function foldersIn(dir: string, wanted: (dir: string) => boolean): string[] {
  if (!existsSync(dir)) return [];
  const inside = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return inside
    .map((entry) => join(dir, entry.name))
    .filter(wanted)
    .sort();
}

/** Scenarios that a path means: a scenario's folder, a folder of scenarios, or a file of a scenario. */
export function findScenarios(path: string): Found[] | 'no-such-path' | 'no-scenario' {
  if (!existsSync(path)) return 'no-such-path';
  if (statSync(path).isDirectory()) {
    if (isScenario(path)) return [{ dir: path }];
    const found = scenariosIn(path).map((dir) => ({ dir }));
    return found.length > 0 ? found : 'no-scenario';
  }
  for (let dir = dirname(path), i = 0; i < 4; i += 1, dir = dirname(dir)) {
    if (isScenario(dir)) return [{ dir, only: path }];
  }
  // A bibliography serves the scenarios beside it.
  const beside = basename(path) === 'sources.yaml' ? scenariosIn(dirname(path)) : [];
  return beside.length > 0 ? beside.map((dir) => ({ dir, only: path })) : 'no-scenario';
}

/** As `findScenarios`, and campaigns too: a campaign's folder or a file in it, or a folder of them. */
export function findToCheck(path: string): Found[] | 'no-such-path' | 'no-scenario' {
  const campaign = (dir: string): Found => ({ dir, campaign: true });
  if (existsSync(path) && statSync(path).isDirectory()) {
    if (isCampaign(path)) return [campaign(path)];
    const inside = [...foldersIn(path, isCampaign), ...campaignsIn(path)].map(campaign);
    const found = findScenarios(path);
    return typeof found === 'string' ? (inside.length > 0 ? inside : found) : [...found, ...inside];
  }
  for (const dir of [dirname(path), dirname(dirname(path))])
    if (existsSync(path) && isCampaign(dir)) return [{ ...campaign(dir), only: path }];
  return findScenarios(path);
}

/** A scenario by its id among the shipped ones, or by path. */
export function scenarioByName(name: string, root: string, cwd: string): string | undefined {
  const shipped = join(root, 'scenarios', name);
  if (/^[a-z0-9-]+$/.test(name) && isScenario(shipped)) return shipped;
  const found = findScenarios(resolve(cwd, name));
  return typeof found === 'string' || found.length !== 1 ? undefined : found[0]!.dir;
}

/** A campaign by its id among the shipped ones, or by path. */
export function campaignByName(name: string, root: string, cwd: string): string | undefined {
  const shipped = join(root, 'scenarios', 'campaigns', name);
  if (/^[a-z0-9-]+$/.test(name) && isCampaign(shipped)) return shipped;
  const path = resolve(cwd, name);
  return existsSync(path) && isCampaign(path) ? path : undefined;
}

/** File name → bytes of all plain files of a folder, or null where it is none. Documents are short; anything huge is left out. */
export function readFolderOf(dir: string): Map<string, Uint8Array> | null {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return null;
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isFile() && statSync(path).size <= 4 << 20) files.set(entry.name, readFileSync(path));
  }
  return files;
}

/** How a file of a scenario is shown: as the user would type it. */
export const shownPath = (cwd: string, dir: string, file: string): string => relative(cwd, join(dir, file)) || file;
