import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { namedBy } from './src/app/scenarios/naming.ts';
import { citedBy } from './src/app/scenarios/sources.ts';
import type { ScenarioFileInApp, ScenarioListing } from './src/app/scenarios/types.ts';
import { compileFolder, type Files, formatFault, readFiles, roomOf } from './src/scenario/index.ts';
import { makeSay } from './src/words/index.ts';

const ID = 'virtual:scenarios';

/**
 * Compiles the shipped scenarios while the app is built, so that neither YAML nor its checks travel to the browser. Each becomes
 * one JSON file that is fetched when it is chosen; `virtual:scenarios` is the list of them.
 * @param dir folder of scenario folders, from the project's root
 */
export function shippedScenarios(dir = 'scenarios'): Plugin {
  let serving = false;
  const root = resolve(dir);
  return {
    name: 'demarche:scenarios',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const files = compileAll(root, (text) => this.warn(text));
      const emit = (name: string, source: string): string =>
        serving
          ? JSON.stringify(`./@scenarios/${name}`)
          : `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source })}`;
      const list = files.map(({ listing, file, bundle, room }): string => {
        const url = emit(`${listing.id}.json`, JSON.stringify(file));
        const text = emit(`${listing.id}.bundle.json`, bundle);
        const documents = emit(`${listing.id}.room.json`, room);
        return `{ ...${JSON.stringify(listing)}, url: ${url}, bundleUrl: ${text}, roomUrl: ${documents} }`;
      });
      return `export const SHIPPED = [${list.join(',\n')}];`;
    },
    configureServer(server) {
      server.watcher.add(root);
      server.middlewares.use((request, response, next) => {
        const [, id, what] = /\/@scenarios\/([a-z0-9-]+)(\.bundle|\.room)?\.json$/.exec(request.url ?? '') ?? [];
        const found = id ? compileAll(root, () => {}).find((one) => one.listing.id === id) : undefined;
        if (!found) return next();
        response.setHeader('content-type', 'application/json');
        response.end(what === '.bundle' ? found.bundle : what === '.room' ? found.room : JSON.stringify(found.file));
      });
    },
  };
}

interface Compiled {
  readonly listing: ScenarioListing;
  readonly file: ScenarioFileInApp;
  readonly bundle: string;
  /** JSON of the document room. */
  readonly room: string;
}

/** The scenario's own text as saves carry it: JSON of file name → text. */
function bundleOf(files: Files): string {
  const texts = [...files].filter(([name]) => name.endsWith('.yaml'));
  return JSON.stringify(Object.fromEntries(texts.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])));
}

/** A scenario with faults is left out and said so: it must not keep the others from being played. */
function compileAll(root: string, warn: (text: string) => void): Compiled[] {
  const folders = existsSync(root)
    ? readdirSync(root).filter((name) => existsSync(join(root, name, 'scenario.yaml')))
    : [];
  const all = folders.sort().flatMap((name): Compiled[] => {
    const files = readFiles(join(root, name));
    const result = compileFolder(files);
    if (!result.ok) {
      const first = result.faults.slice(0, 5).map((fault) => formatFault(fault, makeSay('en')));
      warn(`${name} has faults and is left out; see \`npx demarche check scenarios/${name}\`.\n${first.join('\n')}`);
      return [];
    }
    const { case: c, texts, templates, meta } = result.bundle;
    const lang = texts.en ? 'en' : (Object.keys(texts)[0] ?? 'en');
    const said = texts[lang] ?? {};
    const one: Compiled = {
      listing: {
        id: c.id,
        hash: c.hash,
        date: c.date,
        lang,
        title: said.title ?? c.id,
        summary: said.summary ?? '',
      },
      file: { case: c, texts, named: namedBy(templates, meta.naming), sources: citedBy(meta) },
      bundle: bundleOf(files),
      room: JSON.stringify(roomOf(result.bundle)),
    };
    return [one];
  });
  // In the order of history.
  return all.sort((a, b) => (a.listing.date < b.listing.date ? -1 : 1));
}
