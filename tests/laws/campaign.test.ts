import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attachBots } from '../../src/bots/index.ts';
import { playCampaign } from '../../src/lab/index.ts';
import { carriedInto, carriedMisfit, hashGame, view } from '../../src/rules/index.ts';
import { loadCampaign } from '../../src/scenario/index.ts';
import { openSession, parseJournal, replay } from '../../src/session/index.ts';
import { makeSay } from '../../src/words/index.ts';
import type { Carried, Game, World } from '../../src/world/index.ts';
import { CASES } from './cases.ts';

const ROOT = 'scenarios/campaigns';
const CAMPAIGNS = readdirSync(ROOT).map((id) => {
  const loaded = loadCampaign(`${ROOT}/${id}`);
  if (!loaded.ok) throw new Error(`${id} has faults`);
  const { campaign } = loaded.bundle;
  const cases = campaign.parts.map(({ scenario }) => CASES.find(([name]) => name === scenario)![1]);
  return [id, campaign, cases] as const;
});

describe.each(CAMPAIGNS)('the campaign %s', (_, campaign, cases) => {
  it('is played whole by bots of every temperament, a hundred times, without a fault', () => {
    let owed = 0;
    let moved = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const preset = campaign.presets[seed % 2].id;
      const parts = playCampaign(campaign, cases, { seed, preset, bots: 'mixed', history: true });
      parts.forEach(({ carried, record }, k) => {
        expect(record.refusals).toBe(0);
        expect(record.game.world.stage).toBe('over');
        expect(carriedMisfit(cases[k], carried)).toBe('');
        // What stays open at the end is taken up by the next part, and after the last nothing is left open.
        const open = record.game.world.obligations.filter(({ state }) => state === 'open');
        for (const o of open) expect(carried.onward).toContain(cases[k].issues[o.issue].id);
        owed += carried.obligations.length;
        moved += record.game.case.issues.some((issue, d) => issue.now !== cases[k].issues[d].now) ? 1 : 0;
      });
    }
    // History is no decoration: clauses and options do go on.
    expect(owed).toBeGreaterThan(10);
    expect(moved).toBeGreaterThan(50);
  });

  it('makes each part again from its own journal, and the next from its end', () => {
    let before: Game | null = null;
    const names = ['dealmaker', 'by-the-book', 'hardliner'] as const;
    for (const [k, c] of cases.entries()) {
      const carried: Carried = carriedInto(campaign, 'double-lesson', k + 1, c, before);
      const players = c.seats.map((_seat, s) => `bot:${names[s % 3]}` as const);
      const session = openSession({ case: c, seed: 40 + k, preset: '', level: 'full', players, carried });
      attachBots(session, { say: makeSay('en', {}) });
      for (let step = 0; step < 100 && session.phase !== 'debrief'; step += 1) session.advance();
      const parsed = parseJournal(session.save());
      if (!parsed.ok) throw new Error(parsed.fault.code);
      expect(parsed.journal.header.carried).toEqual(carried);
      const again = replay(c, parsed.journal);
      if (!again.ok) throw new Error(again.fault.code);
      expect(hashGame(again.replay.final)).toBe(hashGame(session.game()));
      before = again.replay.final;
    }
  });

  it('carries nothing but what a spectator knows', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const [{ record }] = playCampaign(campaign, cases, {
        seed,
        preset: 'double-lesson',
        bots: 'mixed',
        history: true,
      });
      const { game } = record;
      const { now, trustA, trustB, tension, obligations, round } = view(game, -1);
      const known = { now, trustA, trustB, tension, obligations, round } as unknown as World;
      const carried = (world: World) => carriedInto(campaign, 'double-lesson', 2, cases[1], { case: game.case, world });
      expect(carried(known)).toEqual(carried(game.world));
    }
  });
});
