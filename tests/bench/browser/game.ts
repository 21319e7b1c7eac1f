import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { findBrowser } from '../../../src/cli/testing/chrome.ts';
import { launchBrowser, SIZES, serveApp } from '../../browser/launch.ts';
import type { BenchHost } from '../line.ts';
import { type LongTask, recordTasks } from './trace.ts';
import { WATCH } from './watch.ts';

/** How much slower than this machine the browser runs: a cheap laptop of a school. */
export const SLOWER = 4;
const SCENARIO = 'tariff-standoff-2019';

export interface Measured {
  /** Milliseconds from navigation until the first page can be used. */
  readonly home: number;
  /** Milliseconds from navigation, over the choice of the seat, until the first step at the table can be taken. */
  readonly table: number;
  /** Milliseconds from navigation back to a game in its talks until these can be ended. */
  readonly back: number;
  readonly tasks: readonly LongTask[];
  readonly rounds: number;
  /** MB of the page's JavaScript heap after the game, garbage collected. */
  readonly heap: number;
  /** MB of the page's process after the game (its share of memory); undefined where the system does not tell. */
  readonly process: number | undefined;
}

let measured: Promise<Measured> | undefined;

/** Plays one whole game in a slowed browser, once for all lines; undefined where there is no browser. */
export async function measureGame(bench: BenchHost): Promise<Measured | undefined> {
  if (!findBrowser(process.env)) {
    bench.note('needs Chromium, Chrome or Edge');
    return undefined;
  }
  measured ??= (async () => {
    await bench.buildWeb();
    const [browser, app] = [await launchBrowser(['--js-flags=--expose-gc']), await serveApp()];
    try {
      const home = await timeHome(browser, app.url);
      const table = await timeTable(browser, app.url);
      return { home, table, ...(await play(browser, app.url)) };
    } finally {
      await browser.close();
      await app.close();
    }
  })();
  return measured;
}

interface Slow {
  readonly page: Page;
  readonly cdp: CDPSession;
  close(): Promise<void>;
}

async function openSlow(browser: Browser, url: string): Promise<Slow> {
  const context = await browser.newContext({ viewport: SIZES.chromebook });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(WATCH);
  await page.goto(url, { waitUntil: 'commit' });
  return { page, cdp, close: () => context.close() };
}

async function timeHome(browser: Browser, url: string): Promise<number> {
  const { page, close } = await openSlow(browser, url);
  const at = await page.evaluate<number>(`bench.usable('a.button', 'New game')`);
  await close();
  return at;
}

/** The seat is taken by the page itself as soon as it can be: no human time in between. */
async function timeTable(browser: Browser, url: string): Promise<number> {
  const { page, close } = await openSlow(browser, `${url}#/new/${SCENARIO}`);
  await page.evaluate(`bench.usable('.setup-go .button', '', true)`);
  const at = await page.evaluate<number>(`bench.usable('.table[data-phase="briefing"] .phase-end .button', '')`);
  await close();
  return at;
}

/** A hand that presses by coordinates: real input, and nothing searched in the page but the one element. */
class Hand {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses an element, if it is there; `what` is the name of the action in the report. */
  async press(what: string, selector: string, text = ''): Promise<boolean> {
    const at = await this.#page.evaluate<[number, number] | null>(
      `bench.at(${JSON.stringify(selector)}, ${JSON.stringify(text)})`,
    );
    if (!at) return false;
    await this.#mark(what);
    await this.#page.mouse.click(at[0], at[1]);
    await this.rest();
    return true;
  }

  has(selector: string): Promise<boolean> {
    return this.#page.evaluate(`bench.has(${JSON.stringify(selector)}, '')`);
  }

  /** Presses, and waits for what has to come of it. */
  async must(what: string, selector: string, text: string, then: string): Promise<void> {
    const pressable = `bench.has(${JSON.stringify(selector)}, ${JSON.stringify(text)})`;
    await this.until(pressable);
    // What comes in at the same moment can move the button away from under the hand: then once more, as a person would.
    for (let tries = 0; tries < 5 && !(await this.#page.evaluate(then)); tries += 1) {
      await this.press(what, selector, text);
      await this.until(then, 15_000).catch(() => undefined);
    }
    await this.until(then);
    await this.rest();
  }

  async type(what: string, selector: string, text: string): Promise<void> {
    await this.press(what, selector);
    await this.#mark(`${what}: typing`);
    await this.#page.keyboard.type(text, { delay: 30 });
    await this.rest();
  }

  async key(what: string, key: string): Promise<void> {
    await this.#mark(what);
    await this.#page.keyboard.press(key);
    await this.rest();
  }

  async scroll(what: string, selector: string): Promise<void> {
    await this.#mark(what);
    await this.#page.evaluate(
      `document.querySelector(${JSON.stringify(selector)})?.scrollIntoView({ block: 'start' }) ?? undefined`,
    );
    await this.rest();
  }

  /** Asked from outside: the page's policy lets nobody evaluate words in it. */
  async until(condition: string, patience = 60_000): Promise<void> {
    for (const since = Date.now(); !(await this.#page.evaluate(condition)); await this.#page.waitForTimeout(200))
      if (Date.now() - since > patience) throw new Error(`this never came: ${condition}`);
  }

  async rest(): Promise<void> {
    await this.#page.evaluate('bench.rest()');
  }

  async #mark(name: string): Promise<void> {
    await this.#page.evaluate(`void bench.mark(${JSON.stringify(name)})`);
  }
}

const phase = (name: string) => `document.querySelector('.table')?.dataset.phase === '${name}'`;

async function play(browser: Browser, url: string): Promise<Omit<Measured, 'home' | 'table'>> {
  const { page, cdp, close } = await openSlow(browser, `${url}#/`);
  const hand = new Hand(page);
  const stop = await recordTasks(browser);
  await hand.must('new game', 'a.button', 'New game', `bench.has('.scenario a', '')`);
  await hand.must('choose the scenario', `.scenario a[href*="${SCENARIO}"]`, '', `bench.has('.setup-go .button', '')`);
  await hand.press('full rules', '.choice-button', 'Full');
  await hand.must('take the seat', '.setup-go .button', '', phase('briefing'));
  let rounds = 0;
  for (let ended = false; !ended; ) {
    rounds += 1;
    if (await page.evaluate<boolean>(phase('briefing')))
      await hand.must('begin the talks', '.phase-end .button', '', phase('talks'));
    await talk(hand, page);
    await hand.must('end the talks', '.now-line .button, .phase-end .button', 'End my talks', phase('orders'));
    await order(hand);
    await hand.must('seal the orders', '.seal .button', '', phase('aftermath'));
    // The revealed moves play on the map by themselves; a person reads meanwhile.
    await page.waitForTimeout(3000);
    await look(hand);
    await hand.must('on to the next round', '.phase-end .button', '', `!(${phase('aftermath')})`);
    ended = await page.evaluate<boolean>(phase('debrief'));
  }
  await debrief(hand, page);
  const tasks = await stop();
  const memory = await weigh(browser, cdp);
  const back = await timeBack(page, hand, url);
  await close();
  return { tasks, rounds, back, ...memory };
}

/** A text of two clauses, its numbers looked into, and what lies there signed. */
async function talk(hand: Hand, page: Page): Promise<void> {
  for (const k of [1, 2]) {
    if (!(await hand.press('open an issue', `.issue-list > li:nth-child(${k + 1}) .issue-open`))) break;
    await hand.press(
      'choose a clause',
      `.issue-list > li:nth-child(${k + 1}) .choice:not([data-selected]) .choice-button`,
    );
  }
  if (await hand.press('why this gain', '.assessment .figure-button')) await hand.key('close', 'Escape');
  await hand.press('table the draft', '.builder-send .button-main');
  if (await hand.press('forecasts', '.forecast-door .button')) {
    await page.waitForTimeout(1500);
    await hand.key('close', 'Escape');
  }
  await hand.press('sign', '.draft .actions .button-main');
}

/** The first move that needs no further choice, and why. */
async function order(hand: Hand): Promise<void> {
  for (let k = 1; k < 6; k += 1) {
    const move = `.orders .sheet:has(#orders-title) > .moves > li:nth-child(${k}) .choice-button`;
    if (!(await hand.press('choose a move', move))) continue;
    if (!(await hand.has('.parameters'))) break;
    await hand.press('take the move back', move);
  }
  await hand.type('give the reason', '.seal textarea', 'It is the next step of our plan.');
}

/** Into the causes of a number, and to its formula. */
async function look(hand: Hand): Promise<void> {
  if (!(await hand.press('why this change', '.change'))) return;
  await hand.press('formula', '.dialog summary');
  await hand.key('close', 'Escape');
}

async function debrief(hand: Hand, page: Page): Promise<void> {
  await hand.until(`bench.has('[data-part]', '')`);
  await hand.rest();
  const parts = await page.evaluate<string[]>(
    `[...document.querySelectorAll('[data-part]')].map((one) => one.dataset.part)`,
  );
  for (const part of parts) {
    await hand.scroll(`debrief: ${part}`, `[data-part="${part}"]`);
    await page.waitForTimeout(1000);
  }
}

/** Leaves for the first page, begins a second game up to its talks, and comes back to it as after a closed lid. */
async function timeBack(page: Page, hand: Hand, url: string): Promise<number> {
  await page.goto(`${url}#/new/${SCENARIO}`);
  await hand.must('take the seat', '.setup-go .button', '', phase('briefing'));
  await hand.must('begin the talks', '.phase-end .button', '', phase('talks'));
  await page.reload({ waitUntil: 'commit' });
  return page.evaluate<number>(`bench.usable('.now-line .button, .phase-end .button', 'End my talks')`);
}

const MB = 1024 * 1024;

async function weigh(browser: Browser, cdp: CDPSession): Promise<{ heap: number; process: number | undefined }> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => shareOf(id));
  const known = pages.filter((share) => share !== undefined);
  return { heap: usedSize / MB, process: known.length > 0 ? Math.max(...known) : undefined };
}

/** MB of memory that a process has to itself and its part of what it shares (Linux only). */
function shareOf(pid: number): number | undefined {
  try {
    const kb = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return kb ? Number(kb) / 1024 : undefined;
  } catch {
    return undefined;
  }
}
