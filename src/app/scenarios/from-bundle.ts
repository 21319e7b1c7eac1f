/** Compiles a scenario that a save brought along. Loaded only then: YAML and its checks are large. */
import { compileFolder, roomOf } from '../../scenario/index.ts';
import type { Room } from '../../world/index.ts';
import type { GameInfo } from '../game-info.ts';
import { infoOf } from './index.ts';
import { namedBy } from './naming.ts';
import { citedBy } from './sources.ts';

/** @param bundle JSON of file name → text. `null` when it is none, or the scenario in it has faults. */
export function compileBundle(bundle: string, language: string): GameInfo | null {
  const compiled = compileFolder(filesOf(bundle));
  if (!compiled.ok) return null;
  const { case: c, texts, templates, meta } = compiled.bundle;
  const lang = texts[language] ? language : texts.en ? 'en' : (Object.keys(texts)[0] ?? 'en');
  return infoOf({ case: c, texts, named: namedBy(templates, meta.naming), sources: citedBy(meta) }, lang);
}

/** The document room of a scenario that a save brought along; `null` where it has faults. */
export function roomOfBundle(bundle: string): Room | null {
  const compiled = compileFolder(filesOf(bundle));
  return compiled.ok ? roomOf(compiled.bundle) : null;
}

function filesOf(bundle: string): Map<string, Uint8Array> {
  try {
    const value: unknown = JSON.parse(bundle);
    if (value === null || typeof value !== 'object') return new Map();
    const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return new Map(texts.map(([name, text]) => [name, new TextEncoder().encode(text)]));
  } catch {
    return new Map();
  }
}
