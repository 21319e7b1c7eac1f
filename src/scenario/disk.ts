/** The Node door: reads scenario folders from the disk. In a browser these functions throw; nothing else here needs Node. */
import { type Compiled, compileFolder } from './bundle.ts';
import { type CompiledCampaign, compileCampaign } from './campaign/compile.ts';
import { SCENARIOS } from './campaign/read.ts';
import { MAX_BYTES } from './document.ts';
import type { Files } from './folder.ts';
import { MAX_ART_BYTES } from './limits.ts';

interface Entry {
  readonly name: string;
  isDirectory(): boolean;
  isFile(): boolean;
}
interface Disk {
  readdirSync(path: string, options: { withFileTypes: true }): Entry[];
  readFileSync(path: string): Uint8Array;
  statSync(path: string): { size: number };
  existsSync(path: string): boolean;
}

/** Asked for at run time, so that a bundle for the browser neither needs nor carries a stand-in for `node:fs`. */
function disk(): Disk {
  const host = (globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } }).process;
  const fs = host?.getBuiltinModule?.('node:fs');
  if (!fs) throw new Error('reading a folder needs Node; in a browser hand the files to compileFolder');
  return fs as Disk;
}

/**
 * Every file of a scenario folder, and the bibliography beside it. Of a file that is too large only so much is held as shows
 * that it is: the loader then refuses it unread.
 * @param bibliography path of sources.yaml, where it is neither in the folder nor beside it
 * @throws the error of `node:fs` when the folder cannot be read
 */
export function readFiles(dir: string, bibliography?: string): Files {
  const fs = disk();
  const files = new Map<string, Uint8Array>();
  const take = (name: string, path: string) => {
    const { size } = fs.statSync(path);
    const most = Math.max(MAX_BYTES, MAX_ART_BYTES);
    // A stand-in of the same length: its size is all that will be looked at.
    files.set(name, size > most ? new Uint8Array(size) : fs.readFileSync(path));
  };
  const walk = (prefix: string, depth: number) => {
    for (const entry of fs.readdirSync(`${dir}/${prefix}`, { withFileTypes: true })) {
      const name = `${prefix}${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory() && depth < 3) walk(`${name}/`, depth + 1);
      else if (entry.isFile()) take(name, `${dir}/${name}`);
    }
  };
  walk('', 0);
  const beside = bibliography ?? `${dir}/../sources.yaml`;
  if (!files.has('sources.yaml') && fs.existsSync(beside)) take('../sources.yaml', beside);
  return files;
}

/** Reads, checks and compiles the scenario in `dir`. */
export const loadScenario = (dir: string): Compiled => compileFolder(readFiles(dir));

/**
 * The files of the campaign in `dir`, with the bibliography and the scenarios two folders further up, under the names by which
 * `checkCampaign` and `compileCampaign` know them.
 * @throws the error of `node:fs` when the folder cannot be read
 */
export function readCampaignFiles(dir: string): Files {
  const fs = disk();
  const files = new Map<string, Uint8Array>();
  const take = (name: string) => {
    const path = `${dir}/${name}`;
    if (!fs.existsSync(path)) return;
    const { size } = fs.statSync(path);
    files.set(name, size > MAX_BYTES ? new Uint8Array(size) : fs.readFileSync(path));
  };
  take('campaign.yaml');
  const texts = fs.existsSync(`${dir}/text`) ? fs.readdirSync(`${dir}/text`, { withFileTypes: true }) : [];
  for (const entry of texts) if (entry.isFile() && entry.name.endsWith('.yaml')) take(`text/${entry.name}`);
  take(`${SCENARIOS}sources.yaml`);
  for (const entry of fs.readdirSync(`${dir}/${SCENARIOS}`, { withFileTypes: true }))
    if (entry.isDirectory()) take(`${SCENARIOS}${entry.name}/scenario.yaml`);
  return files;
}

/** Reads, checks and compiles the campaign in `dir`. */
export const loadCampaign = (dir: string): CompiledCampaign => compileCampaign(readCampaignFiles(dir));
