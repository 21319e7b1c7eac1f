import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withApp } from './app.ts';
import { problems } from './judge.ts';
import { openPage, type WatchedPage } from './launch.ts';
import { openPlayed } from './saves.ts';
import { beginGame, playTo } from './table.ts';

const app = withApp();
/** One game, played once from the first page to its end; each test looks at its debrief. */
let game: WatchedPage;

beforeAll(async () => {
  game = await openPage(app.browser, app.url, { reducedMotion: 'reduce' });
  await beginGame(game.page, { seat: 'Serbia', seed: 5, level: 'Full' });
  await playTo(game.page, 'debrief');
  await game.page.getByRole('heading', { name: 'How each seat did' }).waitFor();
}, 240_000);

afterAll(async () => {
  await game?.close();
});

const part = (page: Page, id: string) => page.locator(`[data-part="${id}"]`);

/** Presses the way to the last questions in the moment in which it is there, and counts the fields it leads to; run in the page. */
const LEAP = `new MutationObserver((_, observer) => {
  const way = [...document.querySelectorAll('.contents button')].find((one) => one.textContent === 'Reflection');
  if (!way) return;
  observer.disconnect();
  way.click();
  window.atOnce = document.querySelectorAll('[data-part="reflection"] textarea').length;
}).observe(document, { childList: true, subtree: true });`;

describe('the debrief', () => {
  it('opens the story: every round, with everybody’s orders and reasons', async () => {
    const { page } = game;
    const story = part(page, 'story');
    const rounds = story.locator('.story-round');
    const played = await rounds.count();
    expect(played).toBeGreaterThan(1);
    for (let k = 1; k < played; k += 1) await rounds.nth(k).locator('summary').first().click();
    expect(await story.locator('.opened-orders > li').count()).toBe(4 * played);
    expect(await story.locator('.because').count()).toBeGreaterThan(played);
    expect(await page.locator('.turn-ending').count()).toBe(1);
    expect(await page.locator('.debrief').innerText()).not.toContain('⟦');
  });

  it('finds where agreement was possible, in a worker, and says what it is doing', async () => {
    const agreement = part(game.page, 'agreement');
    await agreement.locator('.zone').first().waitFor({ timeout: 60_000 });
    expect(await agreement.locator('.zone').count()).toBe(
      await part(game.page, 'story').locator('.story-round').count(),
    );
    for (const text of await agreement.locator('.zone-size strong').allInnerTexts()) expect(text).toContain('possible');
  });

  it('draws every chart under the strict policy, with its numbers behind it', async () => {
    const { page } = game;
    const charts = part(page, 'charts');
    await charts.scrollIntoViewIfNeeded();
    const count = await charts.locator('figure').count();
    expect(count).toBe(2 + 4 + 7);
    for (let k = 0; k < count; k += 1) await charts.locator('figure').nth(k).locator('svg[role=img]').waitFor();
    for (const svg of await charts.locator('svg').all()) {
      const said = await svg.evaluate(
        (el) => document.getElementById(el.getAttribute('aria-labelledby') ?? '')?.innerText,
      );
      expect(said?.length).toBeGreaterThan(10);
    }
    await charts.getByText('The numbers').first().click();
    const rounds = await part(page, 'story').locator('.story-round').count();
    expect(await charts.locator('.numbers').first().locator('td').count()).toBe(rounds + 1);
    // A policy breach would have been reported in the console; and Plot's own rules are in force.
    expect(
      await charts
        .locator('svg')
        .first()
        .evaluate((el) => getComputedStyle(el).display),
    ).toBe('block');
    expect(game.troubles).toEqual([]);
  });

  it('plays another choice 200 times, can be stopped, and shows both beside what happened', async () => {
    const { page } = game;
    const what = part(page, 'what-if');
    const go = what.getByRole('button', { name: 'Play it 200 times' });
    expect(await go.isDisabled()).toBe(true);
    await what.getByRole('radio', { name: '2', exact: true }).check({ force: true });
    const ordered = what.locator('.move', { hasText: 'was ordered' }).getByRole('checkbox').first();
    await ordered.uncheck({ force: true });
    await what
      .getByText(/^Not: /)
      .first()
      .waitFor();
    await go.click();
    await what.getByRole('button', { name: 'Stop' }).click();
    await go.waitFor();
    expect(await what.locator('.if-result').count()).toBe(0);
    await go.click();
    await what.locator('.if-result').waitFor({ timeout: 100_000 });
    await what.locator('.if-result svg').nth(1).waitFor();
    const counts = await what.locator('.bars').first().locator('tbody td').allInnerTexts();
    expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(400);
    expect(await what.getByText('It is no prophecy.').count()).toBe(1);
    expect(await what.locator('.bars .tag').allInnerTexts()).toEqual(['happened', 'happened']);
    expect(game.troubles).toEqual([]);
  });

  // Some thousand elements, twice.
  const AXE_TIME = { timeout: 300_000 };
  it('has no fault that axe can find with everything open, in both themes, and fits 320 px', AXE_TIME, async () => {
    const { page } = game;
    await page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLDetailsElement>('.debrief details')) one.open = true;
    });
    expect(await problems(page, 'debrief')).toEqual([]);
  });

  it('leads to each part with the keyboard', async () => {
    const { page } = game;
    const link = page
      .getByRole('navigation', { name: 'Parts of the debrief' })
      .getByRole('button', { name: 'Promises' });
    await link.focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('promises-title');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.activeElement?.closest('[data-part]')?.getAttribute('data-part')),
    ).toMatch(/promises|what-if/);
  });

  it('has the part whole to which somebody leaps while the others are still coming', async () => {
    const { page } = await app.open();
    await page.addInitScript(LEAP);
    await openPlayed(page, app.url, { seat: 'serbia', seed: 5 });
    await expect.poll(() => page.evaluate('window.atOnce'), { timeout: 20_000 }).not.toBeUndefined();
    expect(await page.evaluate('window.atOnce')).toBeGreaterThan(0);
  });

  it('gives the numbers as CSV, and prints: what is folded is opened, what only works on a screen is left out', async () => {
    const { page } = game;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Numbers as CSV' }).click(),
    ]);
    const rows: string[][] = parse(readFileSync((await download.path())!), { bom: true });
    const rounds = await part(page, 'story').locator('.story-round').count();
    expect(rows).toHaveLength(rounds + 2);
    expect(rows[0]).toContain('Tension');
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);

    await page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLDetailsElement>('.story-round')) one.open = false;
    });
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(4);
    // With another choice played out; without one it is a page less.
    expect(pages).toBeLessThanOrEqual(10);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.on-paper').isVisible()).toBe(true);
    expect(await page.locator('.contents').isVisible()).toBe(false);
    expect(await page.locator('.if-maker').isVisible()).toBe(false);
    expect(await page.locator('.if-result').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    // Folded again after printing.
    expect(await page.locator('.story-round[open]').count()).toBe(0);
    expect(game.troubles).toEqual([]);
  });

  it('keeps the answers with the game on this device', async () => {
    const { page } = game;
    const first = part(page, 'reflection').getByRole('textbox').first();
    await first.fill('Nobody asked at home in time.');
    await part(page, 'reflection').getByText('Kept on this device.').waitFor();
    await page.reload();
    await part(page, 'reflection').waitFor();
    // The field is there before what was stored in it.
    const kept = () => part(page, 'reflection').getByRole('textbox').first().inputValue();
    await expect.poll(kept, { timeout: 10_000 }).toBe('Nobody asked at home in time.');
    expect(game.troubles).toEqual([]);
  });
});
