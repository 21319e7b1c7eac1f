/** A campaign's folder as the loader sees it, with the scenarios it names beside it. */
import { readDocument } from '../document.ts';
import { type FileFault, makeFault } from '../fault.ts';
import type { Files } from '../folder.ts';
import { Spot } from '../spot.ts';
import { readTexts, type Texts } from '../texts.ts';

/** Where the scenarios stand, seen from a campaign's folder (`scenarios/campaigns/<id>/`). */
export const SCENARIOS = '../../';

export interface CampaignFolder {
  readonly campaign: Spot | null;
  /** Ids of the parts in their order, as far as they can be read. */
  readonly order: readonly string[];
  /** The scenario files of the parts, as far as they can be read; what is wrong inside them is told when they are checked. */
  readonly scenarios: ReadonlyMap<string, Spot>;
  /** Ids of all scenarios that stand where the campaign looks for them. */
  readonly known: readonly string[];
  readonly bibliography: Spot | null;
  readonly texts: readonly Texts[];
  readonly faults: readonly FileFault[];
}

const SCENARIO = new RegExp(`^${SCENARIOS.replaceAll('.', '\\.')}([^/]+)/scenario\\.yaml$`);

/**
 * @param files `campaign.yaml`, `text/<language>.yaml`, and from further up `../../sources.yaml` and
 * `../../<scenario>/scenario.yaml`
 */
export function readCampaignFolder(files: Files): CampaignFolder {
  const faults: FileFault[] = [];
  const read = (file: string, own: boolean): Spot | null => {
    const bytes = files.get(file);
    if (!bytes) {
      faults.push(makeFault({ file, offset: 0 }, 'S003', { file }));
      return null;
    }
    const result = readDocument(file, bytes);
    if (own) faults.push(...result.faults);
    return result.source ? Spot.root(result.source) : null;
  };
  const campaign = read('campaign.yaml', true);
  const bibliography = read(`${SCENARIOS}sources.yaml`, false);
  const known: string[] = [];
  const texts: Texts[] = [];
  for (const file of [...files.keys()].sort()) {
    const lang = /^text\/([^/]+)\.yaml$/.exec(file)?.[1];
    const root = lang === undefined ? null : read(file, true);
    if (lang !== undefined && root) texts.push(readTexts(lang, root));
    const id = SCENARIO.exec(file)?.[1];
    if (id !== undefined) known.push(id);
  }
  const order = (campaign?.at('parts').items() ?? []).flatMap((part) => part.at('scenario').text() ?? []);
  const scenarios = new Map<string, Spot>();
  for (const id of new Set(order)) {
    const spot = known.includes(id) ? read(`${SCENARIOS}${id}/scenario.yaml`, false) : null;
    if (spot) scenarios.set(id, spot);
  }
  return { campaign, order, scenarios, known, bibliography, texts, faults };
}
