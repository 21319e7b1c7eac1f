import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, type Served, serveApp } from './launch.ts';
import { FIRST_LOAD_BUDGET, weighFirstLoad } from './weigh.ts';

let browser: Browser;
let app: Served;

beforeAll(async () => {
  browser = await launchBrowser();
  app = await serveApp();
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

it(`loads at most ${FIRST_LOAD_BUDGET} KB of scripts until the table is usable`, async () => {
  const scripts = await weighFirstLoad(browser, app.url);
  // Page and worker are there at least, or nothing was measured.
  expect(scripts.some(({ name }) => /^host-/.test(name))).toBe(true);
  const all = scripts.reduce((sum, { kb }) => sum + kb, 0);
  expect(all, scripts.map(({ name, kb }) => `${name} ${kb.toFixed(1)} KB`).join('\n')).toBeLessThanOrEqual(
    FIRST_LOAD_BUDGET,
  );
});
