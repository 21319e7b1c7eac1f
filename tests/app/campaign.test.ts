import { describe, expect, it } from 'vitest';
import { chainsOf, tensionCourse, touchedIn, trustCourse, verdictOf } from '../../src/app/campaign/arc.ts';
import type { Part } from '../../src/app/campaign/parts.ts';
import { botByName } from '../../src/bots/index.ts';
import { playOn } from '../../src/lab/index.ts';
import { carriedInto, copyWorld, partOf, start } from '../../src/rules/index.ts';
import { loadCampaign, loadScenario } from '../../src/scenario/index.ts';
import type { Game, World } from '../../src/world/index.ts';

const loaded = loadCampaign('scenarios/campaigns/tariffs-to-transaction');
if (!loaded.ok) throw new Error('the campaign has faults');
const { campaign } = loaded.bundle;
const bundles = campaign.parts.map(({ scenario }) => {
  const one = loadScenario(`scenarios/${scenario}`);
  if (!one.ok) throw new Error(`${scenario} has faults`);
  return one.bundle;
});
const cases = bundles.map((bundle) => bundle.case);

/** All parts played by bots, as the browser reads them again. */
function played(): Part[] {
  const parts: Part[] = [];
  let before: Game | null = null;
  cases.forEach((c, k) => {
    const carried = carriedInto(campaign, 'double-lesson', k + 1, c, before);
    const game = start(partOf(c, carried), { seed: 3 + k, preset: 'campaign' });
    const closed: World[] = [];
    const bots = c.seats.map(() => botByName('dealmaker'));
    // Options, trust and tension change in resolutions only: the World at the start of a round has them as at its close.
    closed.push(copyWorld(game.world));
    playOn(game, {
      seed: k,
      bots,
      watch: { resolved: (g) => g.world.stage !== 'over' && closed.push(copyWorld(g.world)) },
    });
    const final = game.world;
    parts.push({
      no: k + 1,
      scenario: c.id,
      date: c.date,
      info: { case: c, lang: 'en', texts: bundles[k].texts.en, sources: {} },
      game: null,
      played: { case: game.case, carried, final: game, opened: { closed, final, truth: game.truth }, talks: [] },
    });
    before = game;
  });
  return parts;
}

describe('the arc of a campaign', () => {
  it('follows each question through the documents under the name it has there', () => {
    const chains = chainsOf(campaign, cases);
    expect(chains).toContainEqual(['recognition', 'recognition', 'dialogue', 'recognition', 'recognition']);
    expect(chains).toContainEqual(['russia', 'energy', 'russia', null, null]);
    expect(chains).toContainEqual(['border', 'border', null, null, null]);
    for (const chain of chains) expect(chain.filter((id) => id !== null).length).toBeGreaterThan(1);
    // Every issue is in at most one of them.
    cases.forEach((_, part) => {
      const ids = chains.map((chain) => chain[part]).filter((id) => id !== null);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('tells numbers, verdicts and contradictions of every part', () => {
    const parts = played();
    for (const { played: one } of parts) {
      const { rounds } = one!.carried;
      expect(tensionCourse(one!)).toHaveLength(rounds + 1);
      expect(tensionCourse(one!)[0]).toBeCloseTo(one!.case.tension.start, 9);
      for (const value of trustCourse(one!, 'serbia', 'kosovo')) {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(100);
      }
      const verdict = verdictOf(one!);
      expect(verdict.ending).not.toBeNull();
      expect(Object.keys(verdict.seats)).toEqual(one!.case.seats.map(({ id }) => id));
    }
    const touched = touchedIn(parts);
    expect(touched.length).toBeGreaterThan(0);
    expect(new Set(touched.map(({ id }) => id)).size).toBe(touched.length);
    for (const { parts: nos } of touched) expect([...nos].sort()).toEqual(nos);
  });

  it('takes up a part only where the one before it ended', () => {
    const [first, second] = cases;
    expect(() => carriedInto(campaign, 'quick', 2, second, null)).toThrow(RangeError);
    expect(() => carriedInto(campaign, 'quick', 1, second, null)).toThrow(RangeError);
    expect(() => carriedInto(campaign, 'never', 1, first, null)).toThrow(RangeError);
  });
});
