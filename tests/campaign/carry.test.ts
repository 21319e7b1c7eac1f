import { describe, expect, it } from 'vitest';
import { attachBots, botByName } from '../../src/bots/index.ts';
import { playGame } from '../../src/lab/index.ts';
import { apply, carryOver, hashGame, onwardOf, partOf, scores, start, trustOf } from '../../src/rules/index.ts';
import { makeJournal, openSession, parseJournal, replay } from '../../src/session/index.ts';
import { makeSay } from '../../src/words/index.ts';
import type { Carried, CarryRule, Case, Game, Legacy } from '../../src/world/index.ts';
import { NO_LEGACY } from '../../src/world/index.ts';
import { mini, options } from '../session/setup.ts';

/** Mini into itself: every issue goes on under its own name. */
const rule: CarryRule = {
  trust: true,
  tension: true,
  obligations: true,
  options: mini.issues.map(({ id, options: ladder }) => ({
    issue: id,
    into: id,
    map: Object.fromEntries(ladder.map((o) => [o.id, o.id])),
  })),
};
const part = (legacy: Legacy, more: Partial<Carried> = {}): Carried => ({
  ...legacy,
  campaign: 'twice',
  part: 2,
  parts: 2,
  rounds: mini.presets[0].rounds,
  onward: onwardOf(rule),
  ...more,
});
const NAMES = ['dealmaker', 'by-the-book'] as const;
const bots = (c: Case) => c.seats.map((_, s) => botByName(NAMES[s % 2])!);
const played = (seed: number, carried?: Carried): Game =>
  playGame(carried ? partOf(mini, carried) : mini, { seed, bots: bots(mini) }).game;
/** The seeds whose games make the trade that each law is about. */
const seeds = Array.from({ length: 40 }, (_, k) => k + 1);

/** A case in which no event ever happens. */
const quiet: Case = { ...mini, events: mini.events.map((e) => ({ ...e, weight: 0 })), deadlines: [], quiet: 1 };
function idle(game: Game): Game {
  while (game.world.stage !== 'over') {
    apply(game, { do: 'close-talks' });
    apply(game, { do: 'resolve' });
  }
  return game;
}

describe('what is carried over', () => {
  it('is nothing after a part in which nobody did anything', () => {
    const { world, case: c } = idle(start(quiet, { seed: 3 }));
    const legacy = carryOver(c, world, quiet, rule);
    expect({ ...legacy, options: [] }).toEqual(NO_LEGACY);
    for (const { issue, option } of legacy.options) {
      const of = mini.issues.find(({ id }) => id === issue)!;
      expect(of.options[of.now].id).toBe(option);
    }
  });

  it('is half of what play added to trust and tension, beyond what fades by itself', () => {
    const c: Case = { ...quiet, trust: quiet.trust.map((counts, k) => (k === 1 ? ([3, 2] as const) : counts)) };
    const { world } = idle(start(c, { seed: 3 }));
    expect(carryOver(c, world, c, rule).trust).toEqual([]);
    world.trustA[1] += 2;
    world.trustB[1] += 1;
    world.tension -= 7;
    const [from, to] = mini.seats;
    const { trust, tension } = carryOver(c, world, c, rule);
    expect(trust).toEqual([{ from: from.id, to: to.id, performed: 1, breached: 0.5 }]);
    expect(tension).toBe(-3.5);
  });

  it('makes the same game as a plain start when it is nothing', () => {
    const rounds = mini.presets[0].rounds;
    for (const seed of [1, 2, 3]) {
      const plain = start(mini, { seed, preset: mini.presets[0].id });
      const first = start(mini, { seed, preset: 'campaign', carried: part(NO_LEGACY, { part: 1, rounds }) });
      expect(hashGame(first)).toBe(hashGame(plain));
    }
  });

  it('stays a difference to the document over several parts, and fades', () => {
    const grudge: Legacy = {
      ...NO_LEGACY,
      tension: 8,
      trust: [{ from: 'upland', to: 'valley', performed: 0, breached: 2 }],
    };
    const known = mini.seats.map(({ id }) => id);
    const two = { ...grudge.trust[0], from: known[0], to: known[1] };
    const carried = part({ ...grudge, trust: [two] });
    const { world, case: c } = idle(start(quiet, { seed: 3, carried, preset: 'campaign' }));
    const legacy = carryOver(c, world, quiet, rule);
    expect(legacy.trust).toHaveLength(1);
    expect(legacy.trust[0].breached).toBeGreaterThan(0);
    expect(legacy.trust[0].breached).toBeLessThan(1);
    expect(legacy.tension).toBeGreaterThan(0);
    expect(legacy.tension).toBeLessThan(4);
  });

  it('puts options, trust and tension where the next game starts, and scores count from there', () => {
    const issue = mini.issues[0];
    const last = issue.options.length - 1;
    const [a, b] = mini.seats;
    const legacy: Legacy = {
      ...NO_LEGACY,
      options: [
        { issue: issue.id, option: issue.options[last].id, was: { issue: issue.id, option: issue.options[last].id } },
      ],
      trust: [{ from: a.id, to: b.id, performed: 3, breached: 0 }],
      tension: -5,
    };
    const plain = start(mini, { seed: 4 });
    const game = start(mini, { seed: 4, carried: part(legacy), preset: 'campaign' });
    expect(game.world.now[0]).toBe(last);
    expect(game.world.tension).toBe(plain.world.tension - 5);
    expect(trustOf(game, 0, 1)).toBeGreaterThan(trustOf(plain, 0, 1));
    expect(game.truth).toEqual(plain.truth);
    expect(scores(game).map(({ batna }) => batna)).not.toEqual(scores(plain).map(({ batna }) => batna));
    for (const one of scores(game)) expect(one.value).toBeCloseTo(one.batna, 9);
  });
});

describe('clauses left open', () => {
  const open = seeds.flatMap((seed) => {
    const first = played(seed, part(NO_LEGACY, { part: 1, rounds: 2 }));
    const legacy = carryOver(first.case, first.world, mini, rule);
    return legacy.obligations.length > 0 ? [{ seed, first, legacy }] : [];
  });

  it('stay open when the next part takes them up, and only then', () => {
    expect(open.length).toBeGreaterThan(0);
    for (const seed of seeds) {
      const alone = played(seed, part(NO_LEGACY, { part: 2, rounds: 2, onward: [] }));
      expect(alone.world.obligations.filter(({ state }) => state === 'open')).toEqual([]);
    }
  });

  it('are owed from the first round, and do not close the table', () => {
    for (const { seed, legacy } of open) {
      const game = start(mini, { seed, carried: part(legacy, { onward: [] }), preset: 'campaign' });
      const { obligations } = game.world;
      expect(obligations).toHaveLength(legacy.obligations.length);
      expect(Math.min(...obligations.map(({ due }) => due))).toBe(1);
      for (const o of obligations) expect(o.deal).toBeLessThan(0);
      const end = idle(game).world;
      expect(end.obligations.every(({ state }) => state === 'performed')).toBe(true);
    }
  });

  it('lapse by name where the next part has no such issue', () => {
    const { first } = open[0];
    const none = carryOver(first.case, first.world, mini, { ...rule, options: [] });
    expect(none.obligations).toEqual([]);
    expect(none.lapsed.length).toBeGreaterThan(0);
  });
});

describe('a shorter calendar', () => {
  it('moves what the scenario dates by rounds in proportion, and never out of the game', () => {
    const c: Case = {
      ...mini,
      presets: [{ ...mini.presets[0], rounds: 6 }],
      endings: [],
      deadlines: [
        { id: 'a', when: { is: 'round', atLeast: 4 }, effects: [] },
        { id: 'b', when: { is: 'rounds-left', atMost: 2 }, effects: [] },
        { id: 'c', when: { is: 'rounds-left', atLeast: 2 }, effects: [] },
        { id: 'd', when: { is: 'not', of: { is: 'round', atMost: 2 } }, effects: [] },
      ],
    };
    const when = partOf(c, part(NO_LEGACY, { rounds: 2 })).deadlines.map((d) => d.when);
    expect(when).toEqual([
      { is: 'round', atLeast: 2 },
      { is: 'rounds-left', atMost: 0 },
      { is: 'rounds-left', atLeast: 1 },
      { is: 'not', of: { is: 'round', atMost: 1 } },
    ]);
    expect(partOf(c, part(NO_LEGACY, { rounds: 6 })).deadlines).toEqual(c.deadlines);
  });
});

describe('the journal of a part', () => {
  const legacy: Legacy = {
    ...NO_LEGACY,
    tension: 6,
    trust: [{ from: mini.seats[0].id, to: mini.seats[1].id, performed: 1.5, breached: 0.25 }],
  };
  function session() {
    const players = mini.seats.map((_, s) => (s % 2 ? ('bot:dealmaker' as const) : ('bot:by-the-book' as const)));
    const one = openSession(options({ players, carried: part(legacy, { rounds: 3 }), preset: '' }));
    attachBots(one, { say: makeSay('en', {}) });
    for (let k = 0; k < 100 && one.phase !== 'debrief'; k += 1) one.advance();
    return one;
  }

  it('needs nothing but the scenario to be played again', () => {
    const one = session();
    const parsed = parseJournal(one.save());
    if (!parsed.ok) throw new Error(parsed.fault.code);
    expect(makeJournal(parsed.journal)).toBe(one.save());
    const again = replay(mini, parsed.journal);
    if (!again.ok) throw new Error(again.fault.code);
    expect(hashGame(again.replay.final)).toBe(hashGame(one.game()));
    expect(again.replay.rounds).toHaveLength(3);
  });

  it('answers why a number does not stand where the document put it, before the first round', () => {
    const ledger = session()
      .update(0)
      .ledger.filter(({ round }) => round === 0);
    expect(ledger.map(({ what }) => what).sort()).toEqual(
      ['tension', `trust/${mini.seats[0].id}/${mini.seats[1].id}`].sort(),
    );
    for (const entry of ledger) expect(entry.cause).toEqual({ by: 'campaign', part: 1 });
    const { start: from } = mini.tension;
    expect(ledger.find(({ what }) => what === 'tension')).toMatchObject({ from, to: from + 6, rule: 'carried' });
  });

  it.each<[string, unknown]>([
    ['is of another form', { part: 2 }],
    ['has a key too many', { ...part(legacy), extra: 1 }],
    ['has a number out of range', part({ ...legacy, tension: 1000 })],
    ['has a list without end', part({ ...legacy, lapsed: new Array(65).fill({ issue: 'a', option: 'b' }) })],
  ])('is refused when what is carried %s', (_, carried) => {
    const [header, ...rest] = session().save().split('\n');
    const parsed = parseJournal([JSON.stringify({ ...JSON.parse(header), carried }), ...rest].join('\n'));
    expect(parsed).toMatchObject({ ok: false, fault: { code: 'header-broken', at: 'carried' } });
  });

  it('is refused when what is carried names things the scenario does not have', () => {
    const [header, ...rest] = session().save().split('\n');
    const carried = part({ ...legacy, options: [{ issue: 'nowhere', option: 'x', was: { issue: 'a', option: 'b' } }] });
    const parsed = parseJournal([JSON.stringify({ ...JSON.parse(header), carried }), ...rest].join('\n'));
    if (!parsed.ok) throw new Error(parsed.fault.code);
    expect(replay(mini, parsed.journal)).toMatchObject({
      ok: false,
      fault: { code: 'header-broken', at: 'carried/options/0/issue' },
    });
  });
});
