import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launchBrowser, openPage, type Served, serveApp, shoot, type WatchedPage } from './launch.ts';

/** A browser and the built pages for one file of tests. */
export interface App {
  readonly browser: Browser;
  readonly url: string;
  /** A page in a fresh profile at `at` of the app (`#/new`), closed with its test. Without motion, if nothing else is asked. */
  open(at?: string, options?: BrowserContextOptions): Promise<WatchedPage>;
}

export interface AppOptions {
  /** Further flags for the browser. */
  readonly flags?: readonly string[];
  readonly serve?: () => Promise<Served>;
}

/**
 * Starts browser and server before the tests of this file and ends them after it. Motion is off by default, as a page that
 * draws sixty pictures a second takes twice the time for the same game; tests about motion ask for it.
 */
export function withApp({ flags = [], serve = serveApp }: AppOptions = {}): App {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launchBrowser(flags), serve()]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  return {
    get browser() {
      return browser;
    },
    get url() {
      return served.url;
    },
    async open(at = '', options = {}) {
      const watched = await openPage(browser, `${served.url}${at}`, { reducedMotion: 'reduce', ...options });
      onTestFinished(async ({ task }) => {
        if (task.result?.state === 'fail') await report(watched, task.name);
        await watched.close();
      });
      return watched;
    },
  };
}

/** What the page showed when its test failed: a picture under shots/, and its words beside the error. */
async function report({ page, troubles }: WatchedPage, name: string): Promise<void> {
  if (page.isClosed()) return;
  const words = await page
    .locator('body')
    .innerText({ timeout: 5_000 })
    .catch(() => '(no text)');
  const file = `failed-${name.replace(/\W+/g, '-').slice(0, 60)}`;
  await shoot(page, file).catch(() => {});
  console.error(`${page.url()} when “${name}” failed (shots/${file}.png):\n${words.slice(0, 1_500)}`);
  if (troubles.length > 0) console.error(`troubles: ${troubles.join('\n')}`);
}
