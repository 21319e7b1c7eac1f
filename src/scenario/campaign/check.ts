/** Checks of a campaign: its own file, its texts, and that each scenario hands on what the next one knows. */

import { nearest } from '../../words/index.ts';
import { type FileFault, sortFaults } from '../fault.ts';
import { type Files, isBroken } from '../folder.ts';
import { IntlMessageFormat } from '../icu.ts';
import { shapeFaults } from '../shape.ts';
import type { Spot } from '../spot.ts';
import { countWords } from '../words.ts';
import { checkHandovers } from './handover.ts';
import { type CampaignFolder, readCampaignFolder } from './read.ts';
import { campaign } from './schema.ts';

/** Words of the paragraph between two parts. */
const BETWEEN_MAX = 160;

/** Reads and checks. Never throws; all faults of the campaign's own files, sorted by file and place. */
export function checkCampaign(files: Files): FileFault[] {
  return faultsOf(readCampaignFolder(files));
}

/** All faults of a folder that was read. */
export function faultsOf(folder: CampaignFolder): FileFault[] {
  const faults = [...folder.faults];
  const { campaign: root } = folder;
  if (root && !isBroken(root)) {
    faults.push(...shapeFaults(root, campaign));
    faults.push(...checkParts(folder, root), ...checkPresets(folder, root), ...checkGrounds(folder, root));
    faults.push(...checkHandovers(folder));
  }
  for (const texts of folder.texts) faults.push(...texts.faults);
  if (root && !isBroken(root)) faults.push(...checkTexts(folder, root));
  return sortFaults(faults);
}

function checkParts(folder: CampaignFolder, root: Spot): FileFault[] {
  const faults: FileFault[] = [];
  const seen = new Map<string, number>();
  let last = { date: '', id: '' };
  let seats: string | null = null;
  root
    .at('parts')
    .items()
    .forEach((part, k) => {
      const spot = part.at('scenario');
      const id = spot.text();
      if (id === undefined) return;
      if (k === 0 && part.at('rests-on').exists) faults.push(part.at('rests-on').fault('S804', {}, { atKey: true }));
      if (k > 0 && !part.at('rests-on').exists) faults.push(part.fault('S805', { id }, { atKey: true }));
      if (seen.has(id)) faults.push(spot.fault('S802', { id, part: seen.get(id)! }));
      else seen.set(id, k + 1);
      const of = folder.scenarios.get(id);
      if (!of) {
        const known = folder.known.join(', ') || '–';
        faults.push(spot.fault('S801', { id, known }, { near: nearest(id, folder.known) }));
        return;
      }
      const date = of.at('date').text() ?? '';
      if (date < last.date) faults.push(spot.fault('S803', { id, date, before: last.id, earlier: last.date }));
      last = { date, id };
      const own = of.at('seats').keys().sort().join(', ');
      seats ??= own;
      if (own !== seats) faults.push(spot.fault('S806', { id, seats: own, first: seats }));
    });
  return faults;
}

function checkPresets(folder: CampaignFolder, root: Spot): FileFault[] {
  const faults: FileFault[] = [];
  const parts = folder.order.length;
  for (const [, preset] of root.at('presets').entries()) {
    const [rounds, own] = [preset.at('rounds'), preset.at('own')];
    if (rounds.exists === own.exists) faults.push(preset.fault('S807', {}, { atKey: true }));
    const count = rounds.items().length;
    if (Array.isArray(rounds.value) && count !== parts) faults.push(rounds.fault('S808', { count, parts }));
    const id = own.text();
    if (id === undefined) continue;
    for (const scenario of folder.order) {
      const known = folder.scenarios.get(scenario)?.at('presets').keys();
      if (known && !known.includes(id))
        faults.push(own.fault('S809', { id, scenario, known: known.join(', ') }, { near: nearest(id, known) }));
    }
  }
  return faults;
}

/** The paragraphs that the years between rest on exist. */
function checkGrounds(folder: CampaignFolder, root: Spot): FileFault[] {
  const sources = folder.bibliography?.at('sources');
  if (!sources || isBroken(folder.bibliography)) return [];
  const faults: FileFault[] = [];
  for (const part of root.at('parts').items())
    for (const ground of part.at('rests-on').items()) {
      const cited = ground.at('stated').exists ? ground.at('stated') : ground.at('inferred');
      const id = cited.at('source').text();
      if (id === undefined) continue;
      const known = sources.keys();
      if (!known.includes(id)) {
        faults.push(cited.at('source').fault('S211', { id, known: known.join(', ') }, { near: nearest(id, known) }));
        continue;
      }
      const [paragraph, count] = [cited.at('paragraph').number(), sources.at(id, 'paragraphs').number()];
      const furniture = sources.at(id, 'furniture').items();
      if (paragraph === undefined || count === undefined) continue;
      if (paragraph > count) faults.push(cited.at('paragraph').fault('S212', { paragraph, source: id, count }));
      else if (furniture.some((one) => one.number() === paragraph))
        faults.push(cited.at('paragraph').fault('S213', { paragraph, source: id }));
    }
  return faults;
}

/** Ids of all texts that a campaign needs; `reflection.<n>` may go on from 1. */
export const neededCampaignTexts = (folder: CampaignFolder, root: Spot): string[] => [
  ...['title', 'summary', 'lead', 'reflection.1'],
  ...folder.order.slice(1).map((id) => `between.${id}`),
  ...root
    .at('presets')
    .keys()
    .map((id) => `preset.${id}`),
];

function checkTexts(folder: CampaignFolder, root: Spot): FileFault[] {
  const faults: FileFault[] = [];
  const needed = neededCampaignTexts(folder, root);
  for (const spot of root.at('languages').items()) {
    const lang = spot.text();
    if (lang !== undefined && !folder.texts.some((one) => one.lang === lang)) faults.push(spot.fault('S407', { lang }));
  }
  for (const { root: file, texts } of folder.texts) {
    const missing = new Set(needed.filter((id) => !texts.has(id)));
    for (const [id, spot] of texts) {
      const text = spot.text();
      if (!needed.includes(id) && !/^reflection\.[a-z0-9-]+$/.test(id)) {
        const near = nearest(id, missing);
        if (near !== undefined) missing.delete(near);
        faults.push(spot.fault('S402', { id }, { near, atKey: true }));
      }
      if (text === undefined) continue;
      if (text.trim() === '') faults.push(spot.fault('S411', { id }, { atKey: true }));
      const count = id.startsWith('between.') ? countWords(text) : 0;
      if (count > BETWEEN_MAX) faults.push(spot.fault('S406', { id, count, most: BETWEEN_MAX }, { atKey: true }));
      const problem = unreadable(text);
      if (problem) faults.push(spot.fault('S403', { id, problem }));
    }
    for (const id of missing) faults.push(file.fault('S401', { id }, { atKey: true }));
  }
  return faults;
}

/** Why a text is no message; '' when it is one. */
function unreadable(text: string): string {
  try {
    new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0]!.toLowerCase().replace(/_/g, ' ') : 'unreadable';
  }
}
