import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { botChance, randomClauses } from '../../src/bots/index.ts';
import { copyWorld } from '../../src/rules/copy.ts';
import { apply, GUARANTEE_MAX, hashGame, legal, scores } from '../../src/rules/index.ts';
import type { Case, Command, Duty, Fault, Game, MoveChoice, Order } from '../../src/world/index.ts';
import { CASES, PART } from './cases.ts';
import { walk } from './steps.ts';

const copy = (game: Game): Game => ({ ...game, world: copyWorld(game.world) });
const tryOn = (game: Game, command: Command): Fault | null => apply(copy(game), command);

/** Every way to order a move that is said to be open. */
function ordersFor(c: Case, game: Game, seat: number, choice: MoveChoice): Order[] {
  const { move } = choice;
  if (choice.bodies) return choice.bodies.map((body) => ({ move, body }));
  if (!choice.issues) return [{ move }];
  return choice.issues.flatMap((issue) =>
    c.issues[issue].options.flatMap((_, option): Order[] => {
      const same = game.world.declared[seat * c.issues.length + issue] === option;
      const plain: Order[] = same ? [] : [{ move, issue, option }];
      if (!choice.pledge) return plain;
      const min: Order[] = option > 0 ? [{ move, issue, option, pledge: 'min' }] : [];
      const last = c.issues[issue].options.length - 1;
      const max: Order[] = option < last ? [{ move, issue, option, pledge: 'max' }] : [];
      return [...plain, ...min, ...max];
    }),
  );
}

const sealing = (seat: number, moves: readonly Order[], duties: readonly Duty[]): Command => ({
  do: 'seal',
  seat,
  moves,
  duties,
  because: 'a reason',
});

/** What legal() offers and apply() refuses, or the other way round. */
function mismatches(game: Game, seat: number): string[] {
  const c = game.case;
  const may = legal(game, seat);
  const out: string[] = [];
  const check = (what: string, command: Command, want: string) => {
    const got = tryOn(game, command)?.code ?? '';
    if (got !== want) out.push(`round ${game.world.round} ${what}: offered as '${want}', answered '${got}'`);
  };
  for (const d of game.world.drafts) {
    const has = (list: readonly number[]) => list.includes(d.no);
    const answered = (command: Command) => tryOn(game, command) === null;
    if (has(may.sign) !== answered({ do: 'sign', seat, draft: d.no })) out.push(`sign ${d.no}`);
    if (has(may.withdraw) !== answered({ do: 'withdraw', seat, draft: d.no })) out.push(`withdraw ${d.no}`);
    if (has(may.reject) !== answered({ do: 'reject', seat, draft: d.no, reason: 'other' })) out.push(`reject ${d.no}`);
  }
  if (game.world.stage === 'talks') {
    const chance = botChance(game.world.round, seat, 1, 9);
    const tries = Array.from({ length: 40 }, () => randomClauses(c, game.world.now, chance));
    const faults = tries.map((clauses) => tryOn(game, { do: 'table', seat, clauses })?.code ?? '');
    if (may.table.why !== '' && faults.some((code) => code !== may.table.why)) out.push(`table ${may.table.why}`);
    const aboutText = ['', 'forbidden-by-mandate', 'same-as-before', 'not-near-frontier'];
    if (may.table.why === '' && faults.some((code) => !aboutText.includes(code))) out.push(`table: ${faults}`);
  }
  for (const choice of may.moves) {
    if (may.seal && choice.why === '') {
      const ways = ordersFor(c, game, seat, choice);
      if (ways.length === 0) out.push(`${c.moves[choice.move].id} is offered without a way to order it`);
      for (const order of ways) check(c.moves[choice.move].id, sealing(seat, [order], []), '');
    } else if (may.seal) check(c.moves[choice.move].id, sealing(seat, [{ move: choice.move }], []), choice.why);
  }
  for (const duty of may.duties)
    for (const act of duty.acts) if (may.seal) check(`duty ${act}`, sealing(seat, [], [{ no: duty.no, act }]), '');
  if ((tryOn(game, sealing(seat, [], [])) === null) !== may.seal) out.push('seal');
  if ((tryOn(game, { do: 'unseal', seat }) === null) !== may.unseal) out.push('unseal');
  return out;
}

/** Numbers that left their range. */
function outOfRange(game: Game): string[] {
  const { case: c, world: w } = game;
  const out: string[] = [];
  const within = (what: string, list: readonly number[], low: number, high: number) => {
    for (const x of list) if (!(x >= low && x <= high)) out.push(`${what} ${x}`);
  };
  const whole = (what: string, list: readonly number[]) => {
    for (const x of list) if (!Number.isInteger(x)) out.push(`${what} ${x}`);
  };
  const most = Number.MAX_SAFE_INTEGER;
  within('tension', [w.tension], 0, 100);
  within('approval', w.approval, 0, 100);
  within('hurt', w.hurt, 0, 100);
  within('capital', w.capital, 0, 99);
  within('budget', w.budget, 0, most);
  within('alpha', w.trustA, 0, most);
  within('beta', w.trustB, 0, most);
  within('guarantee', [w.guarantee.reduce((a, b) => a + b, 0)], 0, GUARANTEE_MAX + 1e-12);
  for (const list of ['received', 'paid', 'suffered', 'takenBack', 'performed', 'breached', 'falls'] as const)
    within(list, w[list], 0, most);
  within('gMin', w.gMin, -10, 0);
  within('gMax', w.gMax, 0, 10);
  for (const list of ['gate', 'goal', 'instruction', 'consulted', 'amended', 'passed', 'oneOrder'] as const)
    for (const x of w[list]) if (x !== 0 && x !== 1) out.push(`${list} ${x}`);
  whole('capital', w.capital);
  w.now.forEach((option, d) => {
    if (!c.issues[d].options[option]) out.push(`option ${option} on ${c.issues[d].id}`);
  });
  for (const o of w.offers)
    within('offer', [o.points, o.delivered, o.due, o.tranches - o.delivered - o.due], -1e-9, most);
  const numbers = [...w.drafts, ...w.obligations, ...w.offers].map((x) => x.no);
  if (new Set(numbers).size !== numbers.length) out.push('a number was given twice');
  for (const s of scores(game)) {
    within('score', [s.score], 0, 1);
    within('value', [s.value], -1000, 1000);
  }
  return out;
}

describe.each([...CASES, ['mini as a part of a campaign', PART] as const])('the rulebook on %s', (_, c) => {
  it('accepts what it offers, and offers all that it accepts', () => {
    const found: string[] = [];
    for (let seed = 20; seed < 24; seed++)
      walk(c, seed, (game) => {
        for (let seat = 0; seat < c.seats.length; seat++) found.push(...mismatches(game, seat));
      });
    expect(found.slice(0, 5)).toEqual([]);
  });

  it('keeps every number in its range', () => {
    const found: string[] = [];
    for (let seed = 100; seed < 160; seed++) walk(c, seed, (game) => found.push(...outOfRange(game)));
    expect(found.slice(0, 5)).toEqual([]);
  });

  it('refuses anything else with a code, and leaves the world as it was', () => {
    const moments: Game[] = [];
    walk(c, 7, (game, step) => {
      if (step % 7 === 0) moments.push(copy(game));
    });
    const hashes = moments.map(hashGame);
    const names = ['table', 'sign', 'reject', 'counter', 'withdraw', 'seal', 'unseal', 'close-talks', 'resolve', 'x'];
    const small = fc.oneof(fc.integer({ min: -2, max: 9 }), fc.constant(undefined), fc.double(), fc.string());
    const clauses = fc.oneof(fc.array(fc.oneof(fc.tuple(small, small), small), { maxLength: 5 }), fc.anything());
    const order = fc.record(
      { move: small, issue: small, option: small, pledge: small, body: small },
      { requiredKeys: [] },
    );
    const command = fc.record(
      {
        do: fc.constantFrom(...names),
        seat: small,
        draft: small,
        clauses,
        reason: small,
        moves: fc.oneof(fc.array(fc.oneof(order, fc.anything()), { maxLength: 6 }), fc.anything()),
        duties: fc.oneof(fc.array(fc.record({ no: small, act: small }), { maxLength: 3 }), fc.anything()),
        because: small,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.nat(moments.length - 1), fc.oneof(command, fc.anything()), (k, input) => {
        const game = moments[k];
        const tried = copy(game);
        const fault = apply(tried, input as Command);
        // What was accepted by luck is no refusal; everything refused has a code and changed nothing.
        if (fault === null) return;
        expect(fault.code).toMatch(/^[a-z-]+$/);
        expect(hashGame(tried)).toBe(hashes[k]);
      }),
      { numRuns: 1500, seed: 1 },
    );
  });

  it('does not care who seals first', () => {
    for (let seed = 40; seed < 46; seed++) {
      const before: Game[] = [];
      let round = 0;
      walk(c, seed, (game) => {
        const { world: w } = game;
        if (w.stage === 'orders' && w.sealed.every((x) => x !== null) && w.round > round) {
          round = w.round;
          before.push(copy(game));
        }
      });
      for (const game of before) {
        const orders = game.world.sealed.map((x) => x!);
        const hashes = new Set<string>();
        const S = c.seats.length;
        for (let first = 0; first < S; first++)
          for (const step of [1, S - 1]) {
            const again = copy(game);
            for (let s = 0; s < S; s++) again.world.sealed[s] = null;
            for (let k = 0; k < S; k++) {
              const seat = (first + k * step) % S;
              const { moves, duties } = orders[seat];
              // Nor in which order a seat wrote its orders down.
              expect(apply(again, sealing(seat, [...moves].reverse(), [...duties].reverse()))).toBeNull();
            }
            apply(again, { do: 'resolve' });
            hashes.add(hashGame(again));
          }
        expect(hashes.size).toBe(1);
      }
    }
  });

  it('plays the same game from the same seed', () => {
    for (let seed = 0; seed < 5; seed++)
      expect(hashGame(walk(c, seed, () => {}))).toBe(hashGame(walk(c, seed, () => {})));
  });
});
