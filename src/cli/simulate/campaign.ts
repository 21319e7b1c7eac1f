/** A campaign between bots, part by part, with history and without. */
import { dirname, join } from 'node:path';
import { type CampaignReport, type Mix, type PartReport, reportCampaign } from '../../lab/index.ts';
import { loadCampaign, loadScenario } from '../../scenario/index.ts';
import { makeSay, type Say } from '../../words/index.ts';
import type { Case } from '../../world/index.ts';
import type { Context, ExitCode } from '../command.ts';

export interface CampaignRun {
  readonly dir: string;
  readonly games: number;
  readonly seed: number;
  readonly bots: Mix;
  /** Missing: the first of the campaign. */
  readonly preset: string | undefined;
  readonly json: boolean;
}

/** Exit code 1 when a bot was refused a command: then something is wrong with the rules or the bots. */
export function simulateCampaign(run: CampaignRun, context: Context): ExitCode {
  const wrong = (text: string): ExitCode => {
    context.err(`demarche: ${text}`);
    return 2;
  };
  const loaded = loadCampaign(run.dir);
  if (!loaded.ok) return wrong(`the campaign has faults. \`npx demarche check ${run.dir}\` shows them.`);
  const { campaign, texts } = loaded.bundle;
  const presets = campaign.presets.map(({ id }) => id);
  const preset = run.preset ?? presets[0]!;
  if (!presets.includes(preset))
    return wrong(`the campaign has no preset \`${preset}\`. There are: ${presets.join(', ')}.`);
  const cases: Case[] = [];
  for (const { scenario } of campaign.parts) {
    const one = loadScenario(join(dirname(dirname(run.dir)), scenario));
    if (!one.ok) return wrong(`the scenario ${scenario} has faults. \`npx demarche check\` shows them.`);
    cases.push(one.bundle.case);
  }
  const { games, seed, bots } = run;
  const report = reportCampaign(campaign, cases, { games, seed, bots, preset });
  if (run.json) context.out(JSON.stringify({ campaign: campaign.id, preset, seed, bots, ...report }, null, 2));
  else for (const line of lines(report, { ...run, preset }, makeSay('en', texts.en ?? {}))) context.out(line);
  return report.refusals > 0 ? 1 : 0;
}

const COLUMNS = ['deal', 'kept', 'broken', 'from', 'to', 'moved', 'owed', 'trust'] as const;

function lines(report: CampaignReport, { games, seed, bots, preset }: CampaignRun, say: Say): string[] {
  const out = [say('campaign.simulate.title', { title: say('title'), preset: preset ?? '', games, bots, seed }), ''];
  const seats = Object.keys(report.withHistory[0]!.scores);
  for (const [id, parts] of [
    ['with', report.withHistory],
    ['without', report.without],
  ] as const) {
    out.push(say(`campaign.simulate.${id}`));
    out.push(
      `  ${''.padEnd(30)}${COLUMNS.map((c) => say(`campaign.simulate.${c}`).padStart(7)).join('')}   ${seats.join(' / ')}`,
    );
    for (const part of parts) out.push(`  ${part.scenario.padEnd(30)}${cells(part).join('')}   ${scoresOf(part)}`);
    out.push('');
  }
  out.push(say('campaign.simulate.other', { share: report.otherEnding.toFixed(2) }));
  out.push(say('campaign.simulate.refused', { count: report.refusals }));
  return out;
}

const cells = (p: PartReport): string[] =>
  [
    p.dealShare.toFixed(2),
    p.performed.toFixed(2),
    p.breached.toFixed(2),
    p.tensionStart.toFixed(1),
    p.tensionEnd.toFixed(1),
    p.moved.toFixed(2),
    p.owed.toFixed(2),
    p.trust.toFixed(1),
  ].map((cell) => cell.padStart(7));

const scoresOf = (p: PartReport): string =>
  Object.values(p.scores)
    .map((score) => score.toFixed(2))
    .join(' / ');
