import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type Served, SIZES, serveApp } from './launch.ts';
import { beginGame, playPhase, playTo } from './table.ts';

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

/** What axe finds wrong, in both themes, and whether the screen fits 320 px without scrolling sideways. */
async function problems(page: Page, screen: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['night', 'day']) {
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    const axe = new AxeBuilder({ page });
    // The themes differ in their colours only.
    if (theme === 'night') axe.withRules(['color-contrast']);
    else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations)
      for (const node of nodes) found.push(`${screen}, ${theme}: ${id} at ${node.target.join(' ')}`);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
  if (width > 320) found.push(`${screen}: ${width} px wide at 320`);
  await page.setViewportSize(SIZES.chromebook);
  return found;
}

describe('access', () => {
  it('has no fault that axe can find on any screen, in both themes, and reflows at 320 px', async () => {
    // Without motion: a colour that is just changing would be measured halfway.
    const { page, troubles, close } = await openPage(browser, app.url, { reducedMotion: 'reduce' });
    const found: string[] = [];
    const look = async (screen: string) => found.push(...(await problems(page, screen)));

    await look('home');
    for (const at of ['help', 'settings', 'new']) {
      await page.goto(`${app.url}#/${at}`);
      await page.locator('main h1').waitFor();
      await look(at);
    }
    await beginGame(page, { seat: 'United States', seed: 3, level: 'Full' });
    await look('briefing');
    await playPhase(page);
    await page.getByRole('button', { name: 'Take this text' }).first().click();
    await page.locator('.issue-open').first().click();
    await look('talks');
    await playTo(page, 'orders');
    await page.locator('.moves').first().getByRole('checkbox').first().check({ force: true });
    await look('orders');
    await page.locator('.moves').first().getByRole('checkbox').first().uncheck({ force: true });
    await playTo(page, 'aftermath');
    await look('aftermath');
    await page
      .getByRole('button', { name: /Why\?.*Tension|Tension.*Why\?/ })
      .first()
      .click();
    await page.getByRole('dialog').locator('summary').first().click();
    await look('ledger');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('dialog').waitFor();
    await look('menu');
    await page.keyboard.press('Escape');
    await playTo(page, 'debrief');
    await page.getByRole('heading', { name: 'How each seat did' }).waitFor();
    await look('result');
    await page.goto(app.url);
    await page.getByRole('heading', { name: 'Games on this device' }).waitFor();
    await look('home with a game');

    expect(found).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('can be played with the keyboard alone, from the first page to the first seal', async () => {
    const { page, troubles, close } = await openPage(browser, app.url);
    await page.getByRole('heading', { name: 'Demarche' }).waitFor();
    await reach(page, 'New game');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).nth(0).waitFor();
    if (await page.getByRole('heading', { name: 'Choose a scenario' }).isVisible()) {
      await reach(page, 'Tariff standoff');
      await page.keyboard.press('Enter');
    }
    await page.getByRole('radio', { name: 'Kosovo' }).waitFor();
    await reach(page, 'Kosovo');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: 'European Union' }).isChecked()).toBe(true);
    await reach(page, 'Take the seat of European Union');
    await page.keyboard.press('Enter');
    await page.locator('.table[data-phase="briefing"]').waitFor();
    await reach(page, 'Begin the talks');
    await page.keyboard.press('Enter');
    await page.locator('.table[data-phase="talks"]').waitFor();
    // The focus went with the phase: it stands in the work, not on a button that is gone.
    expect(await page.evaluate('document.activeElement?.id')).toBe('work');
    await reach(page, 'Take this text');
    await page.keyboard.press('Enter');
    await reach(page, 'Put this text on the table');
    await page.keyboard.press('Enter');
    // The others may have answered at once.
    await page.locator('[data-draft]').first().waitFor();
    await reach(page, 'End my talks');
    await page.keyboard.press('Enter');
    await page.locator('.table[data-phase="orders"]').waitFor();
    await reach(page, 'Set up a fact-checking desk');
    await page.keyboard.press('Space');
    await reach(page, 'Why these orders? One sentence.');
    await page.keyboard.type('To calm people before the summer.');
    await reach(page, 'Seal this order');
    await page.keyboard.press('Enter');
    await page.locator('.table[data-phase="aftermath"]').waitFor();
    expect(troubles).toEqual([]);
    await close();
  });
});

/**
 * The names of the focused control, run in the page. A column that scrolls can be focused too, and holds all the words there
 * are: it does not count.
 */
const FOCUSED = `(() => {
  const at = document.activeElement;
  if (!at?.matches('a, button, input, textarea, summary')) return [];
  const byId = (at.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
  const labels = [...(at.labels ?? []), ...byId].map((label) => label?.textContent);
  return [at.getAttribute('aria-label'), at.innerText, ...labels].filter((name) => typeof name === 'string');
})()`;

/** Presses Tab until the focused control has this name; a person would not go round the page twice. */
async function reach(page: Page, name: string): Promise<void> {
  for (let k = 0; k < 150; k += 1) {
    await page.keyboard.press('Tab');
    const names = (await page.evaluate(FOCUSED)) as string[];
    if (names.some((one) => one.includes(name))) return;
  }
  throw new Error(`the keyboard does not lead to “${name}”`);
}
