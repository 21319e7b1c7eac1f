import { afterEach, describe, expect, it } from 'vitest';
import { withApp } from './app.ts';
import { act, type Device, device, hostRoom, inPhase, joinRoom, NAME, RESOLVE, serveClass } from './class.ts';

const codes: string[] = [];
const app = withApp({
  flags: [RESOLVE],
  serve: () => serveClass({ seed: 5, opened: (code) => codes.push(code) }),
});
const devices: Device[] = [];

afterEach(async () => {
  const all = devices.splice(0);
  const troubles = all.flatMap((one) => one.troubles());
  expect(troubles).toEqual([]);
});
async function open(): Promise<Device> {
  const one = await device(app);
  devices.push(one);
  return one;
}

/** A room with two students in it, each on an own device, started. */
async function lesson(options: { clock?: boolean } = {}) {
  const [host, a, b] = [await open(), await open(), await open()];
  const code = await hostRoom(host.page, options);
  await joinRoom(a.page, code, 'Kosovo', 'Ana');
  await joinRoom(b.page, code, 'Serbia', 'Boris');
  await host.page.getByText('Ana', { exact: true }).waitFor();
  await host.page.getByRole('button', { name: 'Start the game' }).click();
  await Promise.all([inPhase(a.page, 'briefing'), inPhase(b.page, 'briefing')]);
  return { host, a, b, code };
}

const seatName = (one: Device): Promise<string> => one.page.locator('.bar-name').innerText();

describe('two browsers at one table', () => {
  it('play a round over plain http at a name of the network, and a reload keeps the seat', async () => {
    const { host, a, b, code } = await lesson();
    expect(codes.at(-1)).toBe(code);
    expect(await a.page.evaluate('isSecureContext')).toBe(false);
    const mine = await seatName(a);
    expect(mine).not.toBe(await seatName(b));

    await act(a.page, 'briefing');
    await host.page.getByText('Waiting for Serbia.').waitFor();
    await act(b.page, 'briefing');
    await Promise.all([inPhase(a.page, 'talks'), inPhase(b.page, 'talks')]);

    // In the middle of the talks one device is started anew.
    await a.page.reload();
    await inPhase(a.page, 'talks');
    expect(await seatName(a)).toBe(mine);

    for (const phase of ['talks', 'orders']) {
      await Promise.all([inPhase(a.page, phase), inPhase(b.page, phase)]);
      await act(a.page, phase);
      await act(b.page, phase);
    }
    await Promise.all([inPhase(a.page, 'aftermath'), inPhase(b.page, 'aftermath')]);
    await host.page.getByText('What happened').first().waitFor();
    for (const one of [a, b, host]) expect(one.sockets.some((url) => url.startsWith(`ws://${NAME}:`))).toBe(true);

    // The desk, too, is the same after a reload.
    await host.page.reload();
    await host.page.getByRole('button', { name: 'End this phase now' }).click();
    await Promise.all([inPhase(a.page, 'briefing'), inPhase(b.page, 'briefing')]);
  });

  it('also where nothing but plain requests gets through', async () => {
    const { a, b } = await (async () => {
      const [host, a, b] = [await open(), await open(), await open()];
      for (const one of [a, b]) {
        // A filter that lets no websocket through.
        await one.page.addInitScript(`window.WebSocket = class {
          constructor() { setTimeout(() => this.onerror?.(new Event('error')), 10); }
          close() {}
        };`);
        await one.page.reload();
      }
      const code = await hostRoom(host.page);
      await joinRoom(a.page, code, 'Kosovo');
      await joinRoom(b.page, code, 'Serbia');
      await host.page.getByRole('button', { name: 'Start the game' }).click();
      return { a, b };
    })();
    for (const phase of ['briefing', 'talks', 'orders']) {
      await Promise.all([inPhase(a.page, phase), inPhase(b.page, phase)]);
      await act(a.page, phase);
      await act(b.page, phase);
    }
    await Promise.all([inPhase(a.page, 'aftermath'), inPhase(b.page, 'aftermath')]);
    expect([...a.sockets, ...b.sockets]).toEqual([]);
  });

  it('say so when the connection is lost, keep what is done meanwhile, and come back', async () => {
    const { a, b } = await lesson();
    await a.page.context().setOffline(true);
    const status = a.page.getByRole('status').filter({ hasText: 'Connection lost' });
    await status.waitFor({ timeout: 40_000 });
    await act(a.page, 'briefing');
    await act(b.page, 'briefing');
    await a.page.context().setOffline(false);
    await Promise.all([inPhase(a.page, 'talks'), inPhase(b.page, 'talks')]);
    await status.waitFor({ state: 'detached' });
    // Being offline is what this test does to it; the browser says so in its console.
    expect(a.troubles().filter((what) => !what.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    devices.splice(devices.indexOf(a), 1);
  });

  it('show the table on a wall, with the clock running', async () => {
    const { host, code, a } = await lesson({ clock: true });
    const wall = await open();
    await wall.page.goto(`${app.url}#/join/${code}`);
    await wall.page.getByRole('radio', { name: 'Only watch' }).check({ force: true });
    await wall.page.getByRole('button', { name: 'Watch' }).click();
    const clock = wall.page.locator('.watch .clock');
    await clock.waitFor();
    const first = await clock.innerText();
    await wall.page.locator('.watch .clock').filter({ hasNotText: first }).waitFor();
    await host.page.getByRole('button', { name: 'Stop the clock' }).click();
    await wall.page.getByText('paused').waitFor();
    await a.page.getByText('paused').waitFor();
    await host.page.getByRole('button', { name: 'No more clock' }).click();
    await clock.waitFor({ state: 'detached' });
  });

  it('load nothing of the network before somebody joins', async () => {
    const one = await open();
    const seen: string[] = [];
    one.page.on('request', (request) => seen.push(request.url()));
    const scripts: Promise<string>[] = [];
    one.page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.text());
    });
    await one.page.reload();
    await one.page.getByRole('heading').first().waitFor();
    await one.page.waitForLoadState('networkidle');
    expect(seen.filter((url) => url.includes('/socket.io/'))).toEqual([]);
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of await Promise.all(scripts)) expect(script).not.toContain('EIO');
    await one.page.goto(`${app.url}#/join/CCCCCC`);
    await one.page.getByText('There is no room with this code').waitFor();
    expect((await Promise.all(scripts)).some((script) => script.includes('EIO'))).toBe(true);
  });
});
