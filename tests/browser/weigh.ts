import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { beginGame } from './table.ts';

/** KB (1024 bytes) of gzipped scripts, page and worker together, before the table is usable. */
export const FIRST_LOAD_BUDGET = 250;

export interface Script {
  readonly name: string;
  readonly kb: number;
}

/** Opens a game in a fresh profile and weighs, gzipped, each script that was loaded until the table is usable. */
export async function weighFirstLoad(browser: Browser, url: string): Promise<Script[]> {
  const context = await browser.newContext();
  const scripts = new Map<string, Promise<Buffer>>();
  context.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.set(response.url(), response.body());
  });
  const page = await context.newPage();
  await page.goto(url);
  await beginGame(page, { seat: 'Kosovo' });
  const weighed = await Promise.all(
    [...scripts].map(async ([at, body]) => ({
      name: new URL(at).pathname.split('/').pop() ?? at,
      kb: gzipSync(await body).length / 1024,
    })),
  );
  await context.close();
  return weighed;
}
