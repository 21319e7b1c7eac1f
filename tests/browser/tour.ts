import type { Page } from 'playwright-core';
import { openPlayed } from './saves.ts';
import { beginGame, playPhase, playTo } from './table.ts';

/** Goes through every screen of a game that one person plays, and lets `look` judge each. */
export async function tour(page: Page, url: string, look: (screen: string) => Promise<void>): Promise<void> {
  await look('home');
  for (const at of ['help', 'settings', 'new', 'join', 'host']) {
    await page.goto(`${url}#/${at}`);
    await page.locator('main h1').waitFor();
    await look(at);
  }
  await page.goto(`${url}#/new/tariff-standoff-2019`);
  await page.getByRole('button', { name: 'Take the seat' }).waitFor();
  await look('seats');
  await beginGame(page, { seat: 'United States', seed: 3, level: 'Full' });
  await look('briefing');
  await playPhase(page);
  const narrow = page.locator('.part-nav');
  const turnTo = async (part: string) => {
    if (await narrow.isVisible()) await narrow.getByRole('button', { name: part }).click();
  };
  await page.getByRole('button', { name: 'Take this text' }).first().click();
  await turnTo('Issues');
  await page.locator('.issue-open').first().click();
  await look('talks: issues');
  if (await narrow.isVisible()) {
    await turnTo('Talks');
    await look('talks');
    await turnTo('Situation');
    await look('talks: situation');
  }
  await turnTo('Talks');
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
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('dialog').waitFor();
  await look('menu');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The rounds between look like these: its end comes from a game that was played without a browser.
  await openPlayed(page, url, { seat: 'us', seed: 3 });
  await page.getByRole('heading', { name: 'How each seat did' }).waitFor();
  await look('result');
  await page.goto(url);
  await page.getByRole('heading', { name: 'Games on this device' }).waitFor();
  await look('home with a game');
}
