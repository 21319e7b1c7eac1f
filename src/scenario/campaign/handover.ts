/** Whether what each scenario hands on (its `carries`) fits the scenario that follows it in the campaign. */

import { nearest } from '../../words/index.ts';
import type { FileFault } from '../fault.ts';
import type { Spot } from '../spot.ts';
import type { CampaignFolder } from './read.ts';

export function checkHandovers(folder: CampaignFolder): FileFault[] {
  return folder.order.slice(1).flatMap((id, k) => {
    const [from, to] = [folder.scenarios.get(folder.order[k]!), folder.scenarios.get(id)];
    return from && to ? checkHandover(from, to, id) : [];
  });
}

const ladderOf = (scenario: Spot, issue: string): string[] => {
  const options = scenario.at('issues', issue, 'options').entries();
  return options.sort(([, a], [, b]) => (a.at('x').number() ?? 0) - (b.at('x').number() ?? 0)).map(([id]) => id);
};

/** Faults stand in the scenario that hands on: its file has the maps. */
function checkHandover(from: Spot, to: Spot, next: string): FileFault[] {
  const faults: FileFault[] = [];
  const carries = from.at('carries');
  if (!carries.exists) return [from.fault('S810', { next }, { level: 'warning' })];
  const taken = new Map<string, string>();
  const list = (ids: readonly string[]) => ids.join(', ') || '–';
  for (const [issue, one] of carries.at('options').entries()) {
    const issues = from.at('issues').keys();
    if (!issues.includes(issue)) {
      faults.push(one.fault('S202', { id: issue, known: list(issues) }, { near: nearest(issue, issues), atKey: true }));
      continue;
    }
    const into = one.at('into').text();
    if (into === undefined) continue;
    const known = to.at('issues').keys();
    if (!known.includes(into)) {
      const params = { id: into, next, known: list(known) };
      faults.push(one.at('into').fault('S811', params, { near: nearest(into, known) }));
      continue;
    }
    if (taken.has(into)) faults.push(one.at('into').fault('S812', { id: into, first: taken.get(into)! }));
    else taken.set(into, issue);
    faults.push(...checkMap(one.at('map'), { from, to, issue, into, next }));
  }
  return faults;
}

interface Pair {
  readonly from: Spot;
  readonly to: Spot;
  readonly issue: string;
  readonly into: string;
  readonly next: string;
}

/** Every option goes on, to one that exists, in the order of the ladders, and what nobody moved becomes the next start. */
function checkMap(map: Spot, { from, to, issue, into, next }: Pair): FileFault[] {
  const faults: FileFault[] = [];
  const [mine, theirs] = [ladderOf(from, issue), ladderOf(to, into)];
  for (const id of mine) if (!map.at(id).exists) faults.push(map.fault('S813', { id, issue }, { atKey: true }));
  for (const [id, spot] of map.entries()) {
    if (!mine.includes(id)) {
      const params = { id, issue, known: mine.join(', ') };
      faults.push(spot.fault('S203', params, { near: nearest(id, mine), atKey: true }));
    }
    const target = spot.text();
    if (target !== undefined && !theirs.includes(target)) {
      const params = { id: target, issue: into, next, known: theirs.join(', ') };
      faults.push(spot.fault('S814', params, { near: nearest(target, theirs) }));
    }
  }
  let highest = -1;
  for (const id of mine) {
    const at = theirs.indexOf(map.at(id).text() ?? '');
    if (at >= 0 && at < highest) faults.push(map.at(id).fault('S815', { id, issue, higher: theirs[highest]! }));
    highest = Math.max(highest, at);
  }
  const start = from.at('issues', issue, 'now', 'option').text() ?? '';
  const first = to.at('issues', into, 'now', 'option').text();
  const goes = map.at(start).text();
  if (goes !== undefined && first !== undefined && goes !== first && theirs.includes(goes))
    faults.push(map.at(start).fault('S816', { start, goes, first, next }));
  return faults;
}
