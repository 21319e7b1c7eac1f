import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { CampaignFileInApp, CampaignListing } from './src/app/campaign/types.ts';
import { formatFault, loadCampaign, loadScenario } from './src/scenario/index.ts';
import { makeSay } from './src/words/index.ts';

const ID = 'virtual:campaigns';

/**
 * Compiles the shipped campaigns while the app is built, each into one JSON file that is fetched when it is chosen;
 * `virtual:campaigns` is the list of them.
 * @param dir folder of campaign folders, from the project's root
 */
export function shippedCampaigns(dir = 'scenarios/campaigns'): Plugin {
  let serving = false;
  const root = resolve(dir);
  return {
    name: 'demarche:campaigns',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const list = compileAll(root, (text) => this.warn(text)).map(({ listing, file }): string => {
        const source = JSON.stringify(file);
        const name = `${listing.id}.campaign.json`;
        const url = serving
          ? JSON.stringify(`./@campaigns/${name}`)
          : `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source })}`;
        return `{ ...${JSON.stringify(listing)}, url: ${url} }`;
      });
      return `export const CAMPAIGNS = [${list.join(',\n')}];`;
    },
    configureServer(server) {
      server.watcher.add(root);
      server.middlewares.use((request, response, next) => {
        const [, id] = /\/@campaigns\/([a-z0-9-]+)\.campaign\.json$/.exec(request.url ?? '') ?? [];
        const found = id ? compileAll(root, () => {}).find((one) => one.listing.id === id) : undefined;
        if (!found) return next();
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(found.file));
      });
    },
  };
}

interface Compiled {
  readonly listing: CampaignListing;
  readonly file: CampaignFileInApp;
}

/** A campaign with faults, or with a scenario that has some, is left out and said so. */
function compileAll(root: string, warn: (text: string) => void): Compiled[] {
  const folders = existsSync(root)
    ? readdirSync(root).filter((name) => existsSync(join(root, name, 'campaign.yaml')))
    : [];
  return folders.sort().flatMap((name): Compiled[] => {
    const leftOut = (what: readonly string[]): Compiled[] => {
      warn(`The campaign ${name} has faults and is left out.\n${what.slice(0, 5).join('\n')}`);
      return [];
    };
    const loaded = loadCampaign(join(root, name));
    if (!loaded.ok) return leftOut(loaded.faults.map((fault) => formatFault(fault, makeSay('en'))));
    const { campaign, texts } = loaded.bundle;
    const lang = texts.en ? 'en' : (Object.keys(texts)[0] ?? 'en');
    const parts: CampaignListing['parts'][number][] = [];
    for (const { scenario, date } of campaign.parts) {
      const one = loadScenario(join(root, '..', scenario));
      if (!one.ok) return leftOut(one.faults.map((fault) => formatFault(fault, makeSay('en'))));
      const said = one.bundle.texts[lang] ?? one.bundle.texts.en ?? {};
      parts.push({ scenario, date, title: said.title ?? scenario });
    }
    const said = texts[lang] ?? {};
    const listing = { id: campaign.id, lang, title: said.title ?? campaign.id, summary: said.summary ?? '', parts };
    return [{ listing, file: { campaign, texts } }];
  });
}
