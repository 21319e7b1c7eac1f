/** Files of a campaign in, a Campaign with its texts out. */
import type { Campaign, CarryRule, Cite } from '../../world/index.ts';
import { type FileFault, sortFaults } from '../fault.ts';
import type { Files } from '../folder.ts';
import { sorted } from '../numbers.ts';
import { type ScenarioFile, scenario } from '../schema.ts';
import { parseOnce, shapeFaults } from '../shape.ts';
import { faultsOf } from './check.ts';
import { readCampaignFolder } from './read.ts';
import { type CampaignFile, campaign } from './schema.ts';

export interface CampaignBundle {
  readonly campaign: Campaign;
  /** Language → text id → ICU message. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export type CompiledCampaign =
  | { readonly ok: true; readonly bundle: CampaignBundle; readonly warnings: readonly FileFault[] }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** Reads, checks and compiles. Never throws. A scenario of it that is no scenario is a fault too. */
export function compileCampaign(files: Files): CompiledCampaign {
  const folder = readCampaignFolder(files);
  const shapes = [...folder.scenarios.values()].flatMap((spot) => shapeFaults(spot, scenario));
  const faults = sortFaults([...faultsOf(folder), ...shapes]);
  if (faults.some(({ level }) => level === 'error') || !folder.campaign) return { ok: false, faults };
  const file = parseOnce(campaign, folder.campaign.value).data!;
  const scenarios = new Map([...folder.scenarios].map(([id, spot]) => [id, parseOnce(scenario, spot.value).data!]));
  const texts = folder.texts.map(({ lang, texts: found }) => [
    lang,
    Object.fromEntries([...found].map(([id, spot]) => [id, spot.text() ?? ''])),
  ]);
  const bundle = { campaign: make(file, scenarios), texts: Object.fromEntries(texts) };
  return { ok: true, bundle, warnings: faults };
}

function make(file: CampaignFile, scenarios: ReadonlyMap<string, ScenarioFile>): Campaign {
  const parts = file.parts.map((part) => {
    const of = scenarios.get(part.scenario)!;
    return {
      scenario: part.scenario,
      date: of.date,
      rule: ruleOf(of),
      restsOn: (part['rests-on'] ?? []).map(citeOf),
    };
  });
  const presets = sorted(Object.keys(file.presets)).map((id) => {
    const { minutes, rounds, own } = file.presets[id]!;
    const each = file.parts.map((part, k) =>
      own === undefined
        ? Array.isArray(rounds)
          ? rounds[k]!
          : (rounds ?? 1)
        : scenarios.get(part.scenario)!.presets[own]!.rounds,
    );
    return { id, minutes, rounds: each };
  });
  return { id: file.id, parts, presets: presets.sort((a, b) => a.minutes - b.minutes) };
}

const ruleOf = ({ carries }: ScenarioFile): CarryRule => ({
  trust: carries?.trust ?? false,
  tension: carries?.tension ?? false,
  obligations: carries?.obligations ?? false,
  options: Object.entries(carries?.options ?? {}).map(([issue, { into, map }]) => ({ issue, into, map })),
});

type Ground = NonNullable<CampaignFile['parts'][number]['rests-on']>[number];

function citeOf(ground: Ground): Cite {
  if ('stated' in ground) return { grade: 'stated', ...ground.stated };
  if ('inferred' in ground) return { grade: 'inferred', ...ground.inferred };
  return { grade: 'assumption', because: ground.assumption };
}
