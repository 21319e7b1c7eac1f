import { basename, dirname, join } from 'node:path';
import { type Bundle, compileFolder, loadScenario, readFiles } from '../../scenario/index.ts';
import { nearest } from '../../words/index.ts';
import type { Context } from '../command.ts';
import { scenarioByName, scenariosIn } from '../scenarios.ts';

export interface Found {
  readonly bundle: Bundle;
  /** The scenario's own text, where a save must carry it because it is not one of those shipped. */
  readonly carried: string | undefined;
}

/** A scenario by the id of a shipped one or by its folder; a sentence says what is wrong. */
export function loadNamed(named: string, context: Context): Found | string {
  const folder = scenarioByName(named, context.root, context.cwd);
  if (folder === undefined) {
    const ids = scenariosIn(join(context.root, 'scenarios')).map((dir) => basename(dir));
    const hint = nearest(named, ids);
    return `there is no scenario \`${named}\`. ${hint ? `Did you mean \`${hint}\`?` : `There are: ${ids.join(', ') || 'none'}; or name a folder.`}`;
  }
  const compiled = loadScenario(folder);
  if (!compiled.ok) return `the scenario ${named} has faults. \`npx demarche check ${named}\` shows them.`;
  const isShipped = dirname(folder) === join(context.root, 'scenarios');
  return { bundle: compiled.bundle, carried: isShipped ? undefined : carriedText(folder) };
}

/** The files of a scenario as one text, as the header of a save carries them: texts only. */
function carriedText(folder: string): string {
  const text = new TextDecoder();
  const files = [...readFiles(folder)].filter(([name]) => name.endsWith('.yaml'));
  return JSON.stringify(Object.fromEntries(files.map(([name, bytes]) => [name, text.decode(bytes)])));
}

/** The scenario that a save carries or names. */
export function loadSaved(carried: string | undefined, id: string, context: Context): Found | string {
  if (carried === undefined) return loadNamed(id, context);
  const files = new Map<string, Uint8Array>();
  try {
    const entries: [string, unknown][] = Object.entries(JSON.parse(carried));
    for (const [name, text] of entries) if (typeof text === 'string') files.set(name, new TextEncoder().encode(text));
  } catch {}
  const compiled = compileFolder(files);
  return compiled.ok ? { bundle: compiled.bundle, carried } : 'the scenario that the file carries has faults.';
}
