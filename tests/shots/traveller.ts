import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { SIZES } from '../browser/launch.ts';
import { holds, type Journey, type Screen } from './journey.ts';
import type { Shot } from './sheet.ts';

export type Size = keyof typeof SIZES;
export const THEMES = ['day', 'night'] as const;
export type Theme = (typeof THEMES)[number];

/** What is longer than this goes on in the next picture, in CSS pixels: a longer one nobody can read. */
const LONGEST = 1_800;

/** More pictures of one screen than this say nothing new. */
const MOST = 12;

/** After so many screens of one journey in a row that could not be reached, the others cannot be either. */
const PATIENCE = 3;

/** A machine that does other things as well may take so long, in milliseconds. */
const STEP_MS = 40_000;
const PICTURE_MS = 60_000;

export interface Journeying {
  readonly browser: Browser;
  readonly url: string;
  readonly themes: readonly Theme[];
  /** Where the pictures go. */
  readonly folder: string;
  /** Whether a screen is wanted. */
  readonly named: (name: string) => boolean;
}

/** Goes through one journey at one size. What goes wrong is kept in `lost`; it never throws. */
export class Traveller {
  readonly shots: Shot[] = [];
  /** What could not be reached or taken, in words. */
  readonly lost: string[] = [];
  readonly #devices = new Map<string, { context: BrowserContext; page: Page }>();

  constructor(
    private readonly world: Journeying,
    private readonly journey: Journey,
    private readonly size: Size,
  ) {}

  async go(): Promise<void> {
    const { named } = this.world;
    const { screens, name } = this.journey;
    const last = screens.findLastIndex(([screen]) => named(screen));
    let failed = 0;
    for (const [k, screen] of screens.slice(0, last + 1).entries()) {
      failed = (await this.#take(screen, named(screen[0]))) ? 0 : failed + 1;
      // Pages by their address do not stand on the one before.
      if (failed < PATIENCE || name === 'pages') continue;
      for (const [left] of screens.slice(k + 1, last + 1)) this.lost.push(`${this.size}: ${left} was given up`);
      break;
    }
    for (const { context } of this.#devices.values()) await context.close().catch(() => undefined);
  }

  async #take([name, get]: Screen, wanted: boolean): Promise<boolean> {
    try {
      const page = await this.#device('first');
      const narrow = this.size === 'phone';
      const desk = { page, url: this.world.url, narrow, device: (other: string) => this.#device(other) };
      const shown = await get(desk).catch((error: unknown) => {
        // A journey can begin twice; a machine under load drops a press now and then.
        if (name === this.journey.screens[0]?.[0]) return get(desk);
        throw error;
      });
      if (wanted)
        await (isPart(shown) ? this.#shoot(page, name, shown) : this.#shoot(isPage(shown) ? shown : page, name));
      return true;
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n').slice(0, 4).join(' · ') : String(error);
      this.lost.push(`${this.size}: ${name} was not reached: ${why}`);
      const page = this.#devices.get('first')?.page;
      // What stands there instead may say why.
      await page?.screenshot({ path: join(this.world.folder, `${name}-not-reached.${this.size}.png`) }).catch(() => {});
      return false;
    }
  }

  async #device(name: string): Promise<Page> {
    const known = this.#devices.get(name);
    if (known) return known.page;
    const { motion, before, without } = this.journey;
    const context = await this.world.browser.newContext({
      viewport: SIZES[this.size],
      reducedMotion: motion ? 'no-preference' : 'reduce',
      hasTouch: this.size === 'phone',
      deviceScaleFactor: this.size === 'phone' ? 2 : 1,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_MS);
    if (before) await page.addInitScript(before);
    if (without) await page.route(without, (route) => route.abort());
    this.#devices.set(name, { context, page });
    await page.goto(this.world.url);
    return page;
  }

  /** In each theme, from top to bottom, on the same page; with a part of it, that part alone. */
  async #shoot(page: Page, screen: string, only?: Locator): Promise<void> {
    const { width, height } = SIZES[this.size];
    await settled(page);
    // A little longer than the window: the window grows, and the map with it. Much longer: several pictures.
    let tall: number = height;
    for (let grown = 0; grown < 3; grown += 1) {
      const long = Math.min(await page.evaluate<number>(LENGTH), LONGEST);
      if (long <= tall) break;
      tall = long;
      await page.setViewportSize({ width, height: tall });
      await settled(page);
    }
    await only?.evaluate((part) => part.setAttribute('data-shot', ''));
    const [from, parts] = await page.evaluate<Slices>(SLICES);
    await only?.evaluate((part) => part.removeAttribute('data-shot'));
    for (const theme of this.world.themes) {
      await page.emulateMedia({ colorScheme: theme === 'night' ? 'dark' : 'light' });
      await page.locator(`html[data-theme="${theme}"]`).waitFor();
      for (let part = 0; part < parts; part += 1) {
        if (only || parts > 1) await page.evaluate(scrollTo(from, part));
        await settled(page);
        const file = `${screen}.${this.size}.${theme}${parts > 1 ? `.${part + 1}` : ''}.png`;
        const path = join(this.world.folder, file);
        await page.screenshot({ path, timeout: PICTURE_MS, ...(parts > 1 ? { scale: 'css' } : {}) });
        this.shots.push({ screen, size: this.size, theme, file });
      }
    }
    if (only || parts > 1) await page.evaluate(scrollTo(0, 0));
    if (tall > height) await page.setViewportSize({ width, height });
  }
}

const isPage = (shown: unknown): shown is Page => typeof shown === 'object' && shown !== null && 'goto' in shown;
const isPart = (shown: unknown): shown is Locator => typeof shown === 'object' && shown !== null && 'page' in shown;

/** Where the table stands still and the paper in it scrolls, that scrolls; else the page. */
const SCROLLER = `(() => {
  const main = document.querySelector('.parts-alone > main');
  return main && main.scrollHeight > main.clientHeight + 1 ? main : document.scrollingElement;
})()`;
const LENGTH = `(() => { const at = ${SCROLLER}; return at.scrollHeight + innerHeight - at.clientHeight; })()`;
/** Where the pictures begin (at the marked part, if there is one), and how many it takes from there. */
type Slices = [from: number, parts: number];
const SLICES = `(() => {
  const at = ${SCROLLER};
  const part = document.querySelector('[data-shot]');
  const [top, tall] = part
    ? [part.getBoundingClientRect().top - (at === document.scrollingElement ? 0 : at.getBoundingClientRect().top) + at.scrollTop, part.offsetHeight]
    : [0, at.scrollHeight];
  return [top, Math.min(${MOST}, Math.max(1, Math.ceil((tall - 4) / at.clientHeight)))];
})()`;
const scrollTo = (from: number, part: number): string =>
  `(() => { const at = ${SCROLLER}; at.scrollTo({ top: ${from} + ${part} * at.clientHeight, behavior: 'instant' }); })()`;

/** Nothing is on its way any more: fonts, parts that are loaded late, charts, the map. */
async function settled(page: Page): Promise<void> {
  await holds(page, STILL);
  // What hangs on the size or on the theme is drawn by the next frames.
  await page.evaluate(
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done()))))`,
  );
}

const STILL = `(() => {
  const seen = (one) => one.checkVisibility() && one.clientWidth >= 40;
  const some = (selector, test = seen) => [...document.querySelectorAll(selector)].some(test);
  return document.fonts.status === 'loaded'
    && !some('.loading, .forecast-wait, .looking')
    && !some('.debrief-part', (part) => part.children.length < 2)
    && !some('.plot', (plot) => seen(plot) && plot.children.length === 0)
    && !some('.stage-open .stage-waiting, .stage-open .stage-picture[data-drawn="not-yet"]');
})()`;
