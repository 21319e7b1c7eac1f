import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { loadScenario } from '../../src/scenario/index.ts';
import { type RoomsOptions, startServer } from '../../src/server/index.ts';
import { makeSay } from '../../src/words/index.ts';
import type { App } from './app.ts';
import { ROOT, type Served } from './launch.ts';
import { giveFirstOrder } from './table.ts';

/** A class in a browser, for tests: the pages and the rooms on one port, as `npm start` serves them. */

/** Where a class plays: plain http, at a name of the network. Browsers switch off much there that works at localhost. */
export const NAME = 'teacher-laptop.test';
export const RESOLVE = `--host-resolver-rules=MAP ${NAME} 127.0.0.1`;
const SCENARIO = 'tariff-standoff-2019';

export async function serveClass(more: Partial<RoomsOptions> = {}): Promise<Served> {
  const compiled = loadScenario(join(ROOT, 'scenarios', SCENARIO));
  if (!compiled.ok) throw new Error(`${SCENARIO} does not compile`);
  const { case: c, texts } = compiled.bundle;
  const started = await startServer({
    folder: join(ROOT, 'dist/web'),
    port: 0,
    host: '127.0.0.1',
    rooms: {
      scenario: (id) => (id === c.id ? { case: c, say: () => makeSay('en', texts.en ?? {}) } : undefined),
      ...more,
    },
  });
  if (!started.ok) throw new Error(started.fault.code);
  const { server } = started;
  return { url: `http://${NAME}:${server.port}/`, close: () => server.close() };
}

export interface Device {
  readonly page: Page;
  /** What a person would call broken. A request that a reload or a closed page cut off is none. */
  readonly troubles: () => readonly string[];
  /** Websockets that were opened. */
  readonly sockets: string[];
}

/** One more device of the class, in a profile of its own. */
export async function device(app: App, options: BrowserContextOptions = {}): Promise<Device> {
  const { page, troubles } = await app.open('', options);
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  return {
    page,
    sockets,
    troubles: () => troubles.filter((what) => !/^failed: .*ERR_ABORTED/.test(what)),
  };
}

/** Opens a room as a teacher does, and gives its code. */
export async function hostRoom(page: Page, { clock = false } = {}): Promise<string> {
  await page.getByRole('link', { name: 'Host a class' }).click();
  await page.getByRole('heading', { name: 'Host a class' }).waitFor();
  const scenario = page.getByLabel('Which scenario?');
  await page.getByRole('button', { name: 'Open the room' }).waitFor();
  if (await scenario.count()) await scenario.selectOption(SCENARIO);
  await page.getByRole('button', { name: 'Open the room' }).waitFor();
  if (clock) await page.getByText('With a clock').click();
  await page.getByRole('button', { name: 'Open the room' }).click();
  const code = page.locator('.desk-code');
  await code.waitFor();
  return (await code.innerText()).replace(/\s/g, '');
}

/** Joins as a student does: types the code, takes a seat. */
export async function joinRoom(page: Page, code: string, seat: string, name = ''): Promise<void> {
  await page.getByRole('link', { name: 'Join a table' }).click();
  await page.getByLabel('Code of the room').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Find the room' }).click();
  await page.getByRole('radio', { name: seat, exact: true }).check({ force: true });
  if (seat !== 'Only watch') await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: /^(Take the seat|Watch$)/ }).click();
  await page.getByRole('heading', { name: /^You (have a seat|are watching)/ }).waitFor();
}

/** Waits until the table of this page is in a phase. */
export const inPhase = (page: Page, phase: string): Promise<void> =>
  page.locator(`.table[data-phase="${phase}"]`).waitFor({ timeout: 30_000 });

/** Does what a seat has to do in the present phase, without waiting for the others. */
export async function act(page: Page, phase: string): Promise<void> {
  if (phase === 'briefing')
    await page
      .getByRole('button', { name: /^(Begin the talks|On to the talks)/ })
      .first()
      .click();
  if (phase === 'talks') await page.getByRole('button', { name: 'End my talks' }).click();
  if (phase === 'orders') {
    await giveFirstOrder(page);
    await page.getByRole('button', { name: /^Seal/ }).click();
  }
}
