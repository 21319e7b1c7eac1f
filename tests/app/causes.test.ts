import { describe, expect, it } from 'vitest';
import { domainOf, type Fall, roundsOf, saysOf, scoped, type Teller, total } from '../../src/app/table/causes/fall.ts';
import { ledgerFall } from '../../src/app/table/causes/ledger.ts';
import { packageFall } from '../../src/app/table/causes/package.ts';
import { scoreFall, standingFall } from '../../src/app/table/causes/standing.ts';
import { makeNames } from '../../src/app/table/names.ts';
import { trust } from '../../src/app/table/reading.ts';
import { assess } from '../../src/forecast/index.ts';
import { batna, draftsFrom, seen } from '../../src/rules/index.ts';
import { openSession, type Update } from '../../src/session/index.ts';
import { hasMessage, makeSay } from '../../src/words/index.ts';
import { played, scenario } from '../lab/played.ts';
import { playOn } from '../session/setup.ts';

const MINI = 'tests/fixtures/mini';
const { case: c, texts } = scenario(MINI);
const say = makeSay('en', texts.en);
const info = { case: c, lang: 'en', texts: texts.en ?? {}, sources: {} };
const teller = (update: Update, seat: number): Teller => ({
  ...{ info, update, seat, say },
  names: makeNames(c, say, 'en', update.talks),
});

/** What every seat saw at the first update of each round and at the end, in wild games in which everything happens. */
function looks(seed: number): { seat: number; update: Update }[] {
  const session = openSession({
    ...{ case: c, seed, preset: c.presets[0]!.id, level: 'full' },
    players: c.seats.map(() => 'person' as const),
  });
  const out: { seat: number; update: Update }[] = [];
  const told = new Set<string>();
  c.seats.forEach((_, seat) => {
    session.watch(seat, (update) => {
      const key = `${seat} ${update.flow.round} ${update.flow.phase}`;
      if (told.has(key)) return;
      told.add(key);
      out.push({ seat, update });
    });
  });
  playOn(session, seed, 6000);
  return out;
}
const all = [1, 2, 3, 4, 5, 6].flatMap(looks);

/** A number that the table shows, and the waterfall that must explain it. */
function numbersOf(seat: number, update: Update): [what: string, shown: number, fall: Fall | null][] {
  const t = teller(update, seat);
  const { view } = update;
  const own = c.seats[seat]!;
  const ledger = (what: string, shown: number): [string, number, Fall | null] => [what, shown, ledgerFall(t, what)];
  return [
    ledger('tension', view.tension),
    ledger('approval', view.support[seat]!),
    ledger('capital', Math.max(0, update.legal?.capital ?? view.capital)),
    ledger('guarantee', 100 * view.guarantee.reduce((sum, g) => sum + g, 0)),
    ledger(`received/${own.id}`, view.received[seat]!),
    ledger(`suffered/${own.id}`, view.suffered[seat]!),
    ...own.bodies.map((b) => ledger(`approval/${c.bodies[b]!.id}`, view.approval[b]!)),
    ...c.seats.flatMap((one, from) =>
      c.seats
        .map((other, to) => ledger(`trust/${one.id}/${other.id}`, 100 * trust(c, view, from, to)))
        .filter((_, to) => to !== from),
    ),
    ...view.offers
      .filter((o) => o.state === 'standing' || o.state === 'owed')
      .map((o) => ledger(`offer/${o.no}`, o.points)),
    ['standing', batna(seen(c, view), seat), standingFall(t)],
  ];
}

/** Thousands of numbers are looked at: `expect` is asked only about those that are wrong, since asking takes its time. */
const holds = (fall: Fall, shown: number, what: string): void => {
  const { to, from, causes } = fall;
  if (!(Math.abs(to.value - shown) < 5e-7)) expect(to.value, what).toBeCloseTo(shown, 6);
  // Changes too small to be written are left out of the list.
  const left = Math.abs(from.value + total(causes) - shown);
  if (!(left < 0.3)) expect(left, what).toBeLessThan(0.3);
};

/** No text may have lost its words or its parameters. */
const textsOf = (fall: Fall): string[] => [
  fall.title,
  saysOf(fall, say),
  ...[fall.from, fall.to, ...(fall.also ?? [])].map(({ name }) => name),
  ...fall.causes.flatMap(({ name, why }) => [name, why.filled, ...why.inputs.flat()]),
  ...(fall.also ?? []).map(({ why }) => why?.filled ?? ''),
  ...fall.marks.map(({ name }) => name),
];

describe('the causes of a number', () => {
  it('add up to it, for every number of the ledger, each seat, each phase', () => {
    expect(all.length).toBeGreaterThan(200);
    for (const { seat, update } of all)
      for (const [what, shown, fall] of numbersOf(seat, update)) {
        if (fall === null) expect(fall, what).not.toBeNull();
        holds(fall!, shown, `${what} in round ${update.flow.round}, ${update.flow.phase}`);
      }
  });

  it('leave nothing over but what the ends of the scale cut off', () => {
    for (const { seat, update } of all)
      for (const [what, , fall] of numbersOf(seat, update)) {
        let at = fall!.from.value;
        for (const cause of fall!.causes) {
          at += cause.by;
          if (cause.name !== say('causes.rest')) continue;
          const ends = Math.min(Math.abs(at), Math.abs(100 - at));
          expect(ends, `${what} in round ${cause.round}: ${cause.by} left over at ${at}`).toBeLessThan(0.1);
        }
      }
  });

  it('are told in words, by rules that have a page, from citations that exist', () => {
    const problems = new Set<string>();
    for (const { seat, update } of all) {
      const falls = numbersOf(seat, update).map(([, , fall]) => fall!);
      for (const fall of falls) {
        for (const text of textsOf(fall)) if (/⟦|undefined|NaN/.test(text)) problems.add(text);
        for (const { why } of fall.causes) {
          for (const part of ['name', 'formula', 'about'])
            if (!hasMessage('en', `rule.${why.rule}.${part}`)) problems.add(`rule.${why.rule}.${part}`);
          for (const key of why.cites) if (!c.cites[key]) problems.add(key);
        }
        for (const key of fall.from.cites ?? []) if (!c.cites[key]) problems.add(key);
      }
    }
    expect([...problems]).toEqual([]);
  });

  it('can be looked at round by round, each beginning where the last one ended', () => {
    for (const { seat, update } of all.filter(({ update }) => update.flow.phase === 'debrief'))
      for (const [what, , fall] of numbersOf(seat, update)) {
        let at = fall!.from.value;
        for (const round of roundsOf(fall!)) {
          const part = scoped(fall!, round, say);
          expect(part.from.value, what).toBeCloseTo(at, 6);
          at += total(part.causes);
          const [low, high] = domainOf(part);
          for (const { value } of [part.from, part.to]) {
            expect(value).toBeGreaterThanOrEqual(low);
            expect(value).toBeLessThanOrEqual(high);
          }
        }
      }
  });

  it('take tension apart into the usual level and the deeds of seats by name', () => {
    const names = new Set(
      all.flatMap(({ seat, update }) => ledgerFall(teller(update, seat), 'tension')!.causes.map(({ name }) => name)),
    );
    expect(names).toContain(say('causes.tension.calm'));
    expect([...names].some((name) => c.moves.some((move) => name.includes(say(`move.${move.id}.name`))))).toBe(true);
  });

  it('are none for what has no size', () => {
    const { seat, update } = all[0]!;
    for (const what of [`option/${c.issues[0]!.id}`, `vote/${c.bodies[0]!.id}`, 'gate/x', 'nothing'])
      expect(ledgerFall(teller(update, seat), what)).toBeNull();
  });
});

describe('the causes of a package’s numbers', () => {
  const talks = all.filter(({ update }) => update.flow.phase === 'talks');

  it('add up to gain, confidence, yes-votes and each body’s net gain', () => {
    for (const { seat, update } of talks) {
      const t = teller(update, seat);
      const drafts = draftsFrom(c, update.view.now);
      for (const clauses of [drafts[0]!, drafts[drafts.length >> 1]!, drafts.at(-1)!]) {
        const a = assess(c, update.view, seat, clauses);
        holds(packageFall(t, 'gain', clauses)!, a.net, 'gain');
        holds(packageFall(t, 'home', clauses)!, 100 * a.share, 'home');
        for (const { body, net } of a.votes) holds(packageFall(t, `vote/${c.bodies[body]!.id}`, clauses)!, net, 'vote');
        const confidence = packageFall(t, 'confidence', clauses);
        if (c.seats[seat]!.role === 'mediator') expect(confidence).toBeNull();
        else {
          holds(confidence!, 100 * a.confidence, 'confidence');
          expect(confidence!.also![0]!.value).toEqual(a.needed > 1 ? Number.NaN : 100 * a.needed);
        }
        for (const what of ['gain', 'home', 'confidence']) {
          const fall = packageFall(t, what, clauses);
          if (fall) expect(textsOf(fall).filter((text) => /⟦|undefined|NaN/.test(text))).toEqual([]);
          for (const { why } of fall?.causes ?? [])
            for (const key of why.cites) expect(Object.keys(c.cites)).toContain(key);
        }
      }
    }
  });

  it('are none without a package, or for a body that does not exist', () => {
    const { seat, update } = talks[0]!;
    expect(packageFall(teller(update, seat), 'gain', [])).toBeNull();
    expect(packageFall(teller(update, seat), 'vote/nobody', draftsFrom(c, update.view.now)[0]!)).toBeNull();
  });
});

describe('the causes of a score', () => {
  it('lead from the value at the start to the one at the end', () => {
    for (const game of [played(MINI, 1), ...[1, 2, 3].map((seed) => played(MINI, seed, true))])
      for (const score of game.scores ?? []) {
        const fall = scoreFall(teller(game, score.seat), game.opened, score);
        expect(fall.from.value).toBeCloseTo(score.batna, 6);
        holds(fall, score.value, 'score');
        expect(textsOf(fall).filter((text) => /⟦|undefined|NaN/.test(text))).toEqual([]);
      }
  });
});
