import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../../src/rules/index.ts';
import { memoryStore } from '../../src/server/index.ts';
import type { Peer } from '../../src/server/room.ts';
import { makeRooms } from '../../src/server/rooms.ts';
import { isCode, type Parcel, type Player, readParcel, type Update } from '../../src/session/index.ts';
import { inSet } from '../../src/world/index.ts';
import { dice, someOrders, someTalk } from '../session/setup.ts';
import {
  type Client,
  closeAll,
  connect,
  mini,
  openRoom,
  plan,
  type Served,
  scenario,
  serve,
  until,
} from './rooms-setup.ts';

let served: Served;
beforeAll(async () => {
  served = await serve({ seed: 7 });
});
afterEach(closeAll);
afterAll(() => served.close());

const LAST = mini.seats.length - 1;

/** A room with people in the first two seats, started; the rest are bots. */
async function started(url = served.url) {
  const { host, code, token } = await openRoom(url);
  const [a, b] = [await connect(url), await connect(url)];
  const first = await a.join(code, 0);
  const second = await b.join(code, 1);
  if (!first.ok || !second.ok) throw new Error('not joined');
  expect(await host.run({ do: 'start' }, 'go')).toEqual({ ok: true });
  await until(() => a.update && b.update && host.update);
  return { host, code, token, a, b, tokens: [first.token, second.token] };
}

const pointOf = (client: Client) => ({ phase: client.update!.flow.phase, round: client.update!.flow.round });
const phase = (client: Client) => client.update?.flow.phase;

describe('a room', () => {
  it('is opened with a code that can be read out, and is told on the server', async () => {
    const { host, code } = await openRoom(served.url);
    expect(isCode(code)).toBe(true);
    expect(served.codes).toContain(code);
    const look = await host.ask('look', { code: ` ${code.toLowerCase().slice(0, 3)}-${code.toLowerCase().slice(3)} ` });
    expect(look).toMatchObject({ ok: true, room: { code, stage: 'open', scenario: mini.id, hash: mini.hash } });
  });

  it.each([
    ['no-such-scenario', { scenario: 'none' }],
    ['no-such-scenario', { preset: 'none' }],
    ['no-such-seat', { seats: ['person'] }],
    ['malformed', { seats: mini.seats.map(() => 'bot:none') }],
    ['malformed', { level: 'easy' }],
    ['malformed', { timed: 1 }],
  ])('is refused as %s', async (refused, more) => {
    const client = await connect(served.url);
    expect(await client.ask('open', { ...plan(), ...more })).toEqual({ ok: false, refused });
  });

  it('shows who sits where to everybody in it, and keeps a seat whose device is gone', async () => {
    const { host, code } = await openRoom(served.url);
    const a = await connect(served.url);
    await a.join(code, 0, { name: '  Ana\u202e\n Marić, the one with the very long name ' });
    await until(() => host.rooms.at(-1)?.seats[0].here);
    expect(host.rooms.at(-1)!.seats[0]).toEqual({
      by: 'person',
      taken: true,
      name: 'Ana Marić, the one with',
      here: true,
    });
    a.close();
    await until(() => host.rooms.at(-1)?.seats[0].here === false);
    expect(host.rooms.at(-1)!.seats[0].taken).toBe(true);
  });

  it('gives a seat to one person: another is refused, the same token sits down again', async () => {
    const { code } = await openRoom(served.url);
    const [a, b] = [await connect(served.url), await connect(served.url)];
    const joined = await a.join(code, 0);
    if (!joined.ok) throw new Error(joined.refused);
    expect(joined.token.length).toBeGreaterThanOrEqual(24);
    expect(await b.join(code, 0)).toEqual({ ok: false, refused: 'seat-taken' });
    expect(await b.join(code, 0, { token: 'x'.repeat(24) })).toEqual({ ok: false, refused: 'wrong-token' });
    expect(await b.join(code, 1, { token: joined.token })).toEqual({ ok: false, refused: 'wrong-token' });
    a.close();
    expect(await b.join(code, 0, { token: joined.token })).toMatchObject({ ok: true, token: joined.token });
  });

  it('takes a seat back before the start, and only then', async () => {
    const { host, code } = await openRoom(served.url);
    const [a, b] = [await connect(served.url), await connect(served.url)];
    await a.join(code, 0);
    expect(await a.ask('leave', {})).toEqual({ ok: true });
    expect(await b.join(code, 0)).toMatchObject({ ok: true });
    await host.run({ do: 'start' }, 'go');
    expect(await b.ask('leave', {})).toEqual({ ok: false, refused: 'started' });
  });

  it('starts with bots in the empty seats, and not without a person', async () => {
    const { host, code } = await openRoom(served.url);
    expect(await host.run({ do: 'start' }, 'go')).toEqual({ ok: false, refused: 'nobody-here' });
    const a = await connect(served.url);
    await a.join(code, 0);
    expect(await host.run({ do: 'start' }, 'again')).toEqual({ ok: true });
    await until(() => a.update);
    expect(phase(a)).toBe('briefing');
    expect(host.rooms.at(-1)!.seats.map(({ by }) => by)).toEqual(
      mini.seats.map((_, k) => (k === 0 ? 'person' : 'bot')),
    );
    expect(await host.run({ do: 'start' }, 'twice')).toEqual({ ok: false, refused: 'started' });
    const late = await connect(served.url);
    expect(await late.join(code, LAST)).toEqual({ ok: false, refused: 'seat-taken' });
  });
});

describe('a game in a room', () => {
  it('is played by two people and two bots through a whole round', async () => {
    const { a, b, host } = await started();
    expect(a.update!.view.who).toBe(0);
    expect(b.update!.view.who).toBe(1);
    expect(host.update!.view.who).toBe(-1);
    for (const [seat, client] of [a, b].entries()) await client.send({ do: 'ready', seat }, 'r1');
    await until(() => phase(a) === 'talks' && phase(b) === 'talks');
    for (const [seat, client] of [a, b].entries()) await client.send({ do: 'ready', seat }, 'r2');
    await until(() => phase(a) === 'orders' && phase(b) === 'orders');
    for (const [seat, client] of [a, b].entries())
      expect(
        await client.send({ do: 'seal', seat, moves: [], duties: [], because: 'We wait for a better moment.' }, 's'),
      ).toEqual({ id: 's', ok: true });
    await until(() => phase(a) === 'aftermath' && phase(b) === 'aftermath' && phase(host) === 'aftermath');
    expect(a.update!.news.length).toBeGreaterThan(0);
  });

  it('answers a repeated id as before and does it once', async () => {
    const { a, b } = await started();
    const first = await a.send({ do: 'ready', seat: 0 }, 'same');
    const again = await a.send({ do: 'unready', seat: 0 }, 'same');
    expect([first, again]).toEqual([
      { id: 'same', ok: true },
      { id: 'same', ok: true },
    ]);
    expect(b.update!.flow.ready & 1).toBe(1);
    const faulty = await a.send({ do: 'sign', seat: 0, draft: 4711 }, 'bad');
    expect(await a.send({ do: 'ready', seat: 0 }, 'bad')).toEqual(faulty);
  });

  it('does not carry what was meant for one phase into the next', async () => {
    const { a, b, host } = await started();
    const before = pointOf(a);
    await host.run({ do: 'advance' }, 'n1', pointOf(host));
    await until(() => phase(a) === 'talks');
    expect(await a.send({ do: 'ready', seat: 0 }, 'late', before)).toEqual({
      id: 'late',
      ok: false,
      fault: { code: 'wrong-stage' },
    });
    expect(b.update!.flow.ready & 1).toBe(0);
    // Two presses on "advance" by people who saw the same phase end one phase.
    expect(await host.run({ do: 'advance' }, 'n2', before)).toEqual({ ok: false, refused: 'passed' });
    expect(await host.run({ do: 'advance' }, 'n1', pointOf(host))).toEqual({ ok: true });
    expect(phase(a)).toBe('talks');
  });

  it('numbers the updates of each seat, sends what is new, and everything at a wish', async () => {
    const { a, b } = await started();
    for (const client of [a, b]) await client.send({ do: 'ready', seat: client === a ? 0 : 1 }, 'r');
    await until(() => phase(a) === 'talks');
    const { parcels } = a;
    expect(parcels[0].after).toBe(0);
    for (let k = 1; k < parcels.length; k += 1) expect(parcels[k].after).toBe(parcels[k - 1].no);
    const known = a.update;
    const answer = await a.ask('sync', {});
    if (!answer.ok || !answer.parcel) throw new Error('no parcel');
    expect(answer.parcel.after).toBe(0);
    expect(a.update).toEqual(known);
  });

  it('lets a watcher see what is public, and do nothing', async () => {
    const { code } = await started();
    const watcher = await connect(served.url);
    expect(await watcher.join(code, -1)).toMatchObject({ ok: true, token: '' });
    expect(watcher.update!.view.who).toBe(-1);
    expect(watcher.update!.legal).toBeNull();
    expect(await watcher.send({ do: 'ready', seat: 0 }, 'x')).toEqual({ ok: false, refused: 'not-joined' });
    expect(await watcher.run({ do: 'advance' }, 'x', pointOf(watcher))).toEqual({ ok: false, refused: 'not-host' });
  });

  it('refuses to act for another seat', async () => {
    const { a } = await started();
    expect(await a.send({ do: 'ready', seat: 1 }, 'x')).toMatchObject({ ok: false, fault: { code: 'not-your-move' } });
  });

  it('gives a lost seat to another device, and a bot’s seat to somebody who is late', async () => {
    const { host, code, a, tokens } = await started();
    expect(await host.run({ do: 'free', seat: 0 }, 'f')).toEqual({ ok: true });
    await until(() => a.away.length === 1);
    const other = await connect(served.url);
    expect(await other.join(code, 0, { token: tokens[0] })).toEqual({ ok: false, refused: 'wrong-token' });
    expect(await other.join(code, 0)).toMatchObject({ ok: true });
    expect(other.update!.view.who).toBe(0);
    expect(await a.send({ do: 'ready', seat: 0 }, 'x')).toEqual({ ok: false, refused: 'not-joined' });
    expect(await host.run({ do: 'player', seat: LAST, player: 'person' }, 'p')).toEqual({ ok: true });
    const late = await connect(served.url);
    expect(await late.join(code, LAST)).toMatchObject({ ok: true });
    expect(await host.run({ do: 'player', seat: LAST, player: 'bot:dealmaker' }, 'q')).toEqual({ ok: true });
    await until(() => late.away.length === 1);
  });

  it('gives the desk back to its token only', async () => {
    const { host, code, token } = await started();
    host.close();
    const other = await connect(served.url);
    expect(await other.ask('host', { code, token: `${token}x` })).toEqual({ ok: false, refused: 'wrong-token' });
    expect(await other.run({ do: 'pause' }, 'x')).toEqual({ ok: false, refused: 'not-host' });
    expect(await other.ask('host', { code, token })).toMatchObject({ ok: true, room: { stage: 'playing' } });
    expect(other.update!.view.who).toBe(-1);
  });
});

describe('the clock', () => {
  it('runs by the second, stops, goes on, is extended, and ends a phase', () => {
    let time = 0;
    const rooms = makeRooms({ scenario, seed: 7, now: () => time });
    const opened = rooms.open(plan({ timed: true }));
    if (!opened.ok) throw new Error(opened.refused);
    const { room } = opened;
    let update: Update | null = null;
    const peer: Peer = {
      push(what, content) {
        if (what === 'update') update = readParcel(update, content as Parcel);
      },
    };
    const flow = () => update!.flow;
    /** What somebody who comes back is told. */
    const shown = () => {
      const answer = room.sync(peer);
      return answer.ok ? answer.parcel?.flow.clock?.left : undefined;
    };
    const pass = (seconds: number) => {
      for (let k = 0; k < seconds; k += 1) {
        time += 1000;
        rooms.tick(1000);
      }
    };
    const { briefing, talks } = mini.presets[0].seconds;
    room.join(peer, { seat: 0, name: '' });
    room.run({ id: '1', act: { do: 'start' } });
    expect(flow().clock).toEqual({ left: briefing, paused: false });
    pass(3);
    // Nothing new happened, so nothing was sent; who asks again must still be told the time of now.
    expect(flow().clock!.left).toBe(briefing);
    expect(shown()).toBe(briefing - 3);
    room.run({ id: '2', act: { do: 'pause' } });
    expect(flow().clock).toEqual({ left: briefing - 3, paused: true });
    pass(10);
    expect(shown()).toBe(briefing - 3);
    room.run({ id: '3', act: { do: 'resume' } });
    room.run({ id: '4', act: { do: 'extend', seconds: 30 } });
    expect(flow().clock).toEqual({ left: briefing + 27, paused: false });
    // A laptop that slept for an hour ends no phase.
    rooms.tick(3_600_000);
    expect(shown()).toBe(briefing + 22);
    expect(flow().phase).toBe('briefing');
    pass(briefing + 22);
    expect(flow().phase).toBe('talks');
    expect(flow().clock).toEqual({ left: talks, paused: false });
    room.run({ id: '5', act: { do: 'untime' } });
    expect(flow().clock).toBeNull();
    pass(talks + 5);
    expect(flow().phase).toBe('talks');
  });

  it('is left out where the host chose none', async () => {
    const { a } = await started();
    expect(a.update!.flow.clock).toBeNull();
  });

  it('forgets rooms that nobody came back to', () => {
    let time = 0;
    const store = memoryStore();
    const rooms = makeRooms({ scenario, store, now: () => time });
    const opened = rooms.open(plan());
    if (!opened.ok) throw new Error(opened.refused);
    time += 3_600_000;
    rooms.tick(1000);
    expect(rooms.size).toBe(1);
    time += 2 * 3_600_000;
    rooms.tick(1000);
    expect(rooms.size).toBe(0);
    expect([...store.load()]).toEqual([]);
  });
});

describe('what crosses the wire', () => {
  /** Numbers as they would stand in JSON, four of a row at once: single small numbers stand everywhere. */
  const windows = (row: readonly number[]): string[] =>
    Array.from({ length: Math.max(0, row.length - 3) }, (_, k) => JSON.stringify(row.slice(k, k + 4)).slice(1, -1));

  it('holds no secret of another seat: drawn values, cards, sealed orders, reasons, tokens, the seed', async () => {
    const store = memoryStore();
    const seed = 1_234_567_891;
    // A faster clock for the limits: these people never sleep.
    const own = await serve({ seed, store, now: () => performance.now() * 50 });
    const { host, code, token } = await openRoom(own.url);
    const people = await Promise.all(mini.seats.map(() => connect(own.url)));
    const tokens: string[] = [];
    for (const [seat, client] of people.entries()) {
      const joined = await client.join(code, seat);
      if (joined.ok) tokens.push(joined.token);
    }
    await host.run({ do: 'start' }, 'go');
    await until(() => people.every(({ update }) => update));
    const roll = dice(3);
    const said: { seat: number; text: string; round: number }[] = [];
    /** Frames of the debrief, where everything is open, are not scanned. */
    const seen: string[][] = people.map(() => []);
    const collect = () => {
      for (const [seat, client] of people.entries()) seen[seat].push(...client.frames.splice(0));
    };
    let step = 0;
    for (; step < 400; step += 1) {
      if (people.some((client) => phase(client) === 'debrief')) break;
      collect();
      for (const [seat, client] of people.entries()) {
        const { view, legal, flow } = client.update!;
        if (flow.phase === 'debrief' || !legal) continue;
        if (flow.phase === 'talks' && roll(3) > 0) {
          const command = someTalk(roll, view, legal, seat);
          if (command) await client.send(command, `t${step}`);
        } else if (flow.phase === 'orders' && legal.seal) {
          const text = `Secret reason of seat ${seat} in round ${flow.round}.`;
          said.push({ seat, text, round: flow.round });
          await client.send({ ...someOrders(roll, view, legal, seat), because: text }, `o${step}`);
        } else if ((flow.waiting & (1 << seat)) !== 0) await client.send({ do: 'ready', seat }, `r${step}`);
      }
    }
    expect(people.some((client) => phase(client) === 'debrief')).toBe(true);
    expect(said.length).toBeGreaterThanOrEqual(mini.seats.length * 2);

    const { record, journal } = [...store.load()][0]!;
    expect(journal).toContain(String(seed));
    const { truth } = start(mini, { seed, preset: mini.presets[0].id });
    const I = mini.issues.length;
    const D = mini.seats.length;
    const { final } = people[0].update!.opened!;
    const learned = (seat: number, place: number): boolean => inSet(final.revealed[place], seat);
    let scanned = 0;
    let rows = 0;
    for (const [seat, frames] of seen.entries()) {
      const all = frames.join('\n');
      scanned += all.length;
      // The scan finds what is there: the seat's own secrets do arrive.
      for (const one of [tokens[seat], ...said.filter((one) => one.seat === seat).map(({ text }) => text)])
        expect(all).toContain(one);
      const secrets = [
        '"journal"',
        String(seed),
        String(truth.salt),
        token,
        record.host,
        ...record.seats.map((one) => one.token),
      ];
      secrets.push(...tokens.filter((_, other) => other !== seat));
      secrets.push(...said.filter((one) => one.seat !== seat).map(({ text }) => text));
      for (let decider = 0; decider < D + mini.bodies.length; decider += 1) {
        const of = decider < D ? decider : mini.bodies[decider - D].seat;
        if (of === seat) continue;
        const issues = Array.from({ length: I }, (_, issue) => of * I + issue);
        // What this seat came to know by playing is no secret any more.
        if (!issues.some((place) => learned(seat, place))) {
          secrets.push(...windows(truth.ideal.slice(decider * I, (decider + 1) * I)));
          rows += 1;
        }
        if (decider < D)
          secrets.push(
            ...truth.weight
              .slice(of * I, (of + 1) * I)
              .map(String)
              .filter((w) => w.length > 6),
          );
      }
      for (const secret of secrets) expect(all.includes(secret), `${secret} in a message to seat ${seat}`).toBe(false);
      // Nothing but rooms, updates and answers; and updates of this seat.
      for (const frame of frames) {
        const event = /^42\["(\w+)"/.exec(frame)?.[1];
        if (event) expect(['room', 'update']).toContain(event);
        for (const [, who] of frame.matchAll(/"view":\{"who":(-?\d+)/g)) expect(Number(who)).toBe(seat);
      }
    }
    expect(scanned).toBeGreaterThan(20_000);
    expect(rows).toBeGreaterThan(8);
    // The same by meaning: a view names no value that the world does not hold as known to its seat.
    for (const [seat, { parcels }] of people.entries()) {
      for (const { view, flow } of parcels) {
        if (flow.phase === 'debrief') continue;
        view.ideal.forEach((value, place) => {
          const of = place < D * I ? Math.floor(place / I) : mini.bodies[Math.floor(place / I) - D].seat;
          if (of !== seat && value !== -1) expect(place < D * I && learned(seat, place)).toBe(true);
        });
        view.goal.forEach((value, goal) => {
          if (mini.goals[goal].seat !== seat) expect(value).toBe(-1);
        });
        for (const { seenBy } of view.drafts) expect(inSet(seenBy, seat)).toBe(true);
        view.weight.forEach((value, place) => {
          if (Math.floor(place / I) !== seat) expect(value).toBe(-1);
        });
      }
    }
    await own.close();
  }, 60_000);
});

describe('the store', () => {
  it('has every act before it is acknowledged, and a restarted server goes on from it', async () => {
    const store = memoryStore();
    const first = await serve({ seed: 7, store });
    const { host, code, token } = await openRoom(first.url);
    const a = await connect(first.url);
    const joined = await a.join(code, 0);
    if (!joined.ok) throw new Error(joined.refused);
    await host.run({ do: 'start' }, 'go');
    await until(() => a.update);
    expect(await a.send({ do: 'ready', seat: 0 }, 'before')).toMatchObject({ ok: true });
    expect([...store.load()][0]!.journal).toContain('"id":"before"');
    const known = a.update!;
    await first.close();

    const second = await serve({ store });
    const again = await connect(second.url);
    expect(await again.join(code, 0, { token: joined.token })).toMatchObject({ ok: true });
    expect(again.update!.view).toEqual(known.view);
    expect(phase(again)).toBe('talks');
    // What was acknowledged before is not done a second time.
    expect(await again.send({ do: 'ready', seat: 0 }, 'before')).toMatchObject({ ok: true });
    expect(again.update!.flow.ready & 1).toBe(0);
    const desk = await connect(second.url);
    expect(await desk.ask('host', { code, token })).toMatchObject({ ok: true });
    await second.close();
  });

  it('that fails refuses what it could not keep, and the game stays as it was', async () => {
    const store = memoryStore();
    let full = false;
    const failing = {
      ...store,
      append(code: string, lines: string) {
        if (full) throw new Error('disk full');
        store.append(code, lines);
      },
    };
    const own = await serve({ seed: 7, store: failing });
    const { host, code } = await openRoom(own.url);
    const a = await connect(own.url);
    await a.join(code, 0);
    await host.run({ do: 'start' }, 'go');
    await until(() => a.update);
    full = true;
    expect(await a.send({ do: 'ready', seat: 0 }, 'x')).toEqual({ ok: false, refused: 'not-stored' });
    expect(own.troubles).toHaveLength(1);
    full = false;
    expect(await a.send({ do: 'ready', seat: 0 }, 'x')).toEqual({ id: 'x', ok: true });
    await own.close();
  });

  it('that fails under a bot neither ends the server nor the game: the bot asks again', async () => {
    const store = memoryStore();
    let failures = 0;
    const failing = {
      ...store,
      append(code: string, lines: string) {
        if (failures < 2 && lines.includes('"id":"bot-')) {
          failures += 1;
          throw new Error('disk busy');
        }
        store.append(code, lines);
      },
    };
    const own = await serve({ seed: 7, store: failing });
    const seats = mini.seats.map((_, k): Player => (k === 0 ? 'person' : 'bot:dealmaker'));
    const { host, code } = await openRoom(own.url, { seats });
    const a = await connect(own.url);
    await a.join(code, 0);
    await host.run({ do: 'start' }, 'go');
    await until(() => a.update);
    for (const id of ['read', 'talked']) {
      const { phase } = a.update!.flow;
      expect(await a.send({ do: 'ready', seat: 0 }, id)).toMatchObject({ ok: true });
      await until(() => a.update!.flow.phase !== phase);
    }
    expect(failures).toBe(2);
    expect(own.troubles.map(String)).toEqual(['Error: disk busy', 'Error: disk busy']);
    expect(a.update!.flow.phase).toBe('orders');
    await own.close();
  });
});
