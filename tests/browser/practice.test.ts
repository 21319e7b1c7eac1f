import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withApp } from './app.ts';
import { problems } from './judge.ts';
import { SIZES } from './launch.ts';

const app = withApp();

const option = async (page: Page, issue: string, name: RegExp) => {
  await page.locator(`[data-issue="${issue}"] .issue-open`).click();
  await page.locator(`[data-issue="${issue}"] .choice-button`).filter({ hasText: name }).click();
};

/** Follows the coach from the first page to the result. */
async function follow(page: Page, narrow: boolean, look: (screen: string) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Practice (3 minutes)' }).click();
  await page.locator('.table[data-phase="briefing"]').waitFor();
  await page.locator('.coach').getByText('You play Alder').waitFor();
  await look('briefing');
  await page.getByRole('button', { name: 'Begin the talks' }).first().click();
  await page.locator('.table[data-phase="talks"]').waitFor();
  if (narrow) await page.getByRole('button', { name: 'To the issues' }).click();
  expect(await page.locator('[data-coached]').getAttribute('data-issue')).toBe('toll');
  await option(page, 'toll', /^Half/);
  await page.locator('.coach:visible').getByText('Give something that costs you little').waitFor();
  await option(page, 'gate', /^Open by day/);
  if (narrow) await page.getByRole('button', { name: 'To my draft' }).click();
  await page.locator('.coach:visible').getByText('Three numbers, all green').waitFor();
  await look('talks');
  await page.getByRole('button', { name: 'Table this draft' }).click();
  await page.locator('.coach:visible').getByText('Birch has signed').waitFor();
  await page.getByRole('button', { name: 'End my talks' }).click();
  await page.locator('.table[data-phase="orders"]').waitFor();
  await page.getByRole('checkbox', { name: /Send bread across/ }).check({ force: true });
  await page.getByLabel('Why these orders?').fill('Neighbours should eat together.');
  await page.getByRole('button', { name: 'Seal this order' }).click();
  await page.locator('.coach').getByText('Both villages voted yes').waitFor();
  await look('aftermath');
  await page.getByRole('button', { name: 'On to round 2' }).first().click();
  await page.getByRole('button', { name: 'End my talks' }).click();
  await page.locator('.coach:visible').getByText('your promise is due').waitFor();
  await page.getByRole('button', { name: 'Seal without orders' }).click();
  await page.getByRole('button', { name: 'See the result' }).first().click();
  await page.getByRole('heading', { name: 'Good neighbours' }).first().waitFor();
  await page.getByRole('button', { name: 'Now a real one' }).click();
  await page.getByRole('heading', { name: 'Choose a scenario' }).waitFor();
}

describe('the practice round', () => {
  it('leads a newcomer through every step, and stays out of the list of scenarios', async () => {
    const { page, troubles } = await app.open();
    const found: string[] = [];
    await follow(page, false, async (screen) => {
      found.push(...(await problems(page, screen)));
    });
    expect(found).toEqual([]);
    expect(await page.getByRole('link', { name: 'The footbridge' }).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('does so on a phone', async () => {
    const { page, troubles } = await app.open('', { viewport: SIZES.phone });
    await follow(page, true, async () => {});
    expect(troubles).toEqual([]);
  });
});

describe('terms', () => {
  it('explain themselves by keyboard, by pointing and by tap; Escape closes them', async () => {
    const { page, troubles } = await app.open('', { hasTouch: true });
    await page.getByRole('button', { name: 'Practice (3 minutes)' }).click();
    await page.locator('.table[data-phase="briefing"]').waitFor();
    const word = page.getByRole('button', { name: 'Capital', exact: true });
    const bubble = page.locator('.bubble');
    const about = /What you can spend in a round/;

    await word.hover();
    await bubble.getByText(about).waitFor();
    // The pointer may go to the explanation and rest there.
    await bubble.hover();
    await page.waitForTimeout(400);
    expect(await bubble.count()).toBe(1);
    await page.mouse.move(10, 500);
    await bubble.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Support', exact: true }).focus();
    for (let k = 0; k < 3 && !(await word.evaluate((at) => at.matches(':focus'))); k += 1)
      await page.keyboard.press('Tab');
    await bubble.getByText(about).waitFor();
    // Listeners are told without any bubble: the explanation is the word's description.
    const described = await word.evaluate(
      (at) => document.getElementById(at.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(described).toMatch(about);
    await page.keyboard.press('Escape');
    await bubble.waitFor({ state: 'detached' });

    await word.tap();
    await bubble.getByText(about).waitFor();
    await page.getByRole('heading', { name: 'The footbridge' }).tap();
    await bubble.waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
  });
});
