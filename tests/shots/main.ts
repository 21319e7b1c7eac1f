import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Context, ExitCode } from '../../src/cli/command.ts';
import { ensureBrowser } from '../../src/cli/testing/chrome.ts';
import { RESOLVE, serveClass } from '../browser/class.ts';
import { launchBrowser, SIZES } from '../browser/launch.ts';
import type { Journey, Screen } from './journey.ts';
import { JOURNEYS } from './screens.ts';
import { type Shot, sheet } from './sheet.ts';

export interface Wanted {
  /** Parts of screen names; none: all. */
  readonly only: readonly string[];
  readonly sizes: readonly string[];
  readonly themes: readonly string[];
}

type Size = keyof typeof SIZES;
const THEMES = ['day', 'night'] as const;
type Theme = (typeof THEMES)[number];

/** Journeys at a time: a page waits more than it works. */
const BESIDE = 3;

/** Longest picture in CSS pixels: browsers draw no longer ones. */
const LONGEST = 15_000;

/** Takes the pictures, writes the sheet that shows them all, and says where it is. */
export async function runShots(context: Context, wanted: Wanted): Promise<ExitCode> {
  const sizes = chosen(Object.keys(SIZES) as Size[], wanted.sizes);
  const themes = chosen([...THEMES], wanted.themes);
  const named = (name: string) => wanted.only.length === 0 || wanted.only.some((part) => name.includes(part));
  const journeys = JOURNEYS.filter(({ screens }) => screens.some(([name]) => named(name)));
  if (!sizes || !themes || journeys.length === 0) {
    context.err(`demarche: there is no such picture. Sizes: ${Object.keys(SIZES).join(', ')}. Themes: day, night.`);
    context.err(`Screens: ${JOURNEYS.flatMap(({ screens }) => screens.map(([name]) => name)).join(', ')}.`);
    return 2;
  }
  const program = await ensureBrowser(context);
  if (!program) return 1;
  process.env.CHROME_PATH = program;
  await context.build('web');
  const folder = join(context.root, 'shots');
  if (wanted.only.length + wanted.sizes.length + wanted.themes.length === 0)
    rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  const [browser, app] = [await launchBrowser([RESOLVE]), await serveClass({ seed: 5 })];
  const shots: Shot[] = [];
  const lost: string[] = [];
  const work = journeys.flatMap((journey) => sizes.map((size) => ({ journey, size })));
  const one = async () => {
    for (let next = work.shift(); next; next = work.shift()) {
      const { journey, size } = next;
      const traveller = new Traveller(browser, app.url, journey, size, themes, folder);
      await traveller.go(named, (line) => context.err(line));
      shots.push(...traveller.shots);
      lost.push(...traveller.lost);
    }
  };
  try {
    await Promise.all(Array.from({ length: BESIDE }, one));
  } finally {
    await browser.close();
    await app.close();
  }
  const order = JOURNEYS.flatMap(({ screens }) => screens.map(([name]) => name));
  const page = join(folder, 'index.html');
  writeFileSync(page, sheet([...shots].sort((a, b) => order.indexOf(a.screen) - order.indexOf(b.screen))));
  for (const line of lost) context.err(line);
  context.out(`${shots.length} pictures; see ${relative(context.cwd, page)}`);
  return lost.length === 0 ? 0 : 1;
}

function chosen<T extends string>(all: readonly T[], asked: readonly string[]): readonly T[] | undefined {
  if (asked.some((one) => !(all as readonly string[]).includes(one))) return undefined;
  return asked.length === 0 ? all : all.filter((one) => asked.includes(one));
}

const isPage = (shown: unknown): shown is Page => typeof shown === 'object' && shown !== null && 'screenshot' in shown;

/** Goes through one journey at one size. */
class Traveller {
  readonly shots: Shot[] = [];
  /** What could not be reached, in words. */
  readonly lost: string[] = [];
  readonly #devices = new Map<string, { context: BrowserContext; page: Page }>();

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly journey: Journey,
    private readonly size: Size,
    private readonly themes: readonly Theme[],
    private readonly folder: string,
  ) {}

  async go(named: (name: string) => boolean, say: (line: string) => void): Promise<void> {
    const { screens } = this.journey;
    const last = screens.findLastIndex(([name]) => named(name));
    for (const screen of screens.slice(0, last + 1)) {
      say(`${this.size}: ${screen[0]}`);
      if (!(await this.#take(screen, named(screen[0])))) break;
    }
    for (const { context } of this.#devices.values()) await context.close();
  }

  /** False when nothing that follows can be reached either. */
  async #take([name, get]: Screen, wanted: boolean): Promise<boolean> {
    const page = await this.#device('first');
    try {
      const narrow = this.size === 'phone';
      const shown = await get({ page, url: this.url, narrow, device: (other) => this.#device(other) });
      if (wanted) await this.#shoot(isPage(shown) ? shown : page, name);
      return true;
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
      this.lost.push(`${this.size}: ${name} was not reached: ${why}`);
      await this.#shoot(page, `${name}-not-reached`);
      // Pages by their address do not stand on the one before.
      return this.journey.name === 'pages';
    }
  }

  async #device(name: string): Promise<Page> {
    const known = this.#devices.get(name);
    if (known) return known.page;
    const { motion, before, without } = this.journey;
    const context = await this.browser.newContext({
      viewport: SIZES[this.size],
      reducedMotion: motion ? 'no-preference' : 'reduce',
      hasTouch: this.size === 'phone',
      deviceScaleFactor: this.size === 'phone' ? 2 : 1,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    if (before) await page.addInitScript(before);
    if (without) await page.route(without, (route) => route.abort());
    this.#devices.set(name, { context, page });
    await page.goto(this.url);
    return page;
  }

  /** In each theme, from top to bottom. */
  async #shoot(page: Page, screen: string): Promise<void> {
    // What scrolls inside the window would be cut off: the window grows as long as the paper is.
    const more = await page.evaluate<number>(
      `(() => { const main = document.querySelector('.parts-alone > main'); return main ? main.scrollHeight - main.clientHeight : 0; })()`,
    );
    const { width, height } = SIZES[this.size];
    if (more > 0) await page.setViewportSize({ width, height: Math.min(height + more, LONGEST) });
    for (const theme of this.themes) {
      await page.emulateMedia({ colorScheme: theme === 'night' ? 'dark' : 'light' });
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      // The map draws itself anew in the other colours.
      await page.waitForTimeout(250);
      const file = `${screen}.${this.size}.${theme}.png`;
      await page.screenshot({ path: join(this.folder, file), fullPage: true });
      this.shots.push({ screen, size: this.size, theme, file });
    }
    if (more > 0) await page.setViewportSize({ width, height });
  }
}
