import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withApp } from './app.ts';
import { problems } from './judge.ts';
import { openPlayed } from './saves.ts';
import { beginGame, playTo } from './table.ts';

const app = withApp();

const dialog = (page: Page): Locator => page.getByRole('dialog');

/** First step: the number leads to its causes. Second step: a cause leads to formula, inputs and source. */
async function twoSteps(page: Page, number: Locator, value: RegExp): Promise<string> {
  await number.click();
  await dialog(page).locator('.fall').waitFor();
  expect(await dialog(page).locator('.fall-head .figure').innerText()).toMatch(value);
  const causes = dialog(page).locator('.fall-cause');
  expect(await causes.count()).toBeGreaterThan(0);
  await causes.last().locator('summary').click();
  const detail = await causes.last().innerText();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  return detail;
}

describe('from a number to its causes', () => {
  it('lead two steps, for every number of the table', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Kosovo', seed: 7, level: 'Full' });
    await playTo(page, 'talks', 3);
    const bar = page.locator('.bar .figure-button');
    expect(await twoSteps(page, bar.nth(0), /^\d+\.\d$/)).toMatch(/With the numbers[\s\S]*Formula[\s\S]*Sources/);
    await twoSteps(page, bar.nth(1), /^\d+\.\d$/);
    expect(await twoSteps(page, bar.nth(2), /^\d$/)).toContain('0.5 +');
    expect(await twoSteps(page, page.locator('.relations .figure-button').first(), /%$/)).toContain('α');
    for (const body of await page.locator('.bodies .figure-button').all()) await twoSteps(page, body, /^\d+\.\d$/);
    await twoSteps(page, page.locator('[aria-labelledby="side-standing"] .figure-button'), /^−?\d+\.\d$/);
    for (const offer of await page.locator('.promises .why-link').all()) {
      await offer.click();
      await dialog(page).locator('.fall').waitFor();
      await page.keyboard.press('Escape');
    }
    // A package's numbers: own gain, confidence had and needed, the home front, each body.
    await page.locator('.issue-open').nth(0).click();
    await page.locator('.issue').nth(0).getByRole('radio').first().check({ force: true });
    const assessment = page.locator('.builder .assessment');
    const shown = (await assessment.locator('.figure').first().innerText()).split('\n')[0]!;
    await twoSteps(page, assessment.locator('.figure-button').nth(0), new RegExp(`^\\${shown}$`));
    await assessment.locator('.figure-button').nth(1).click();
    await dialog(page).getByText('Confidence needed').first().click();
    expect(await dialog(page).locator('.fall-also').innerText()).toMatch(/With the numbers/);
    await page.keyboard.press('Escape');
    await twoSteps(page, assessment.locator('.figure-button').nth(2), /%$/);
    await twoSteps(page, assessment.locator('.why-link').first(), /^[+−±]\d+\.\d$/);

    await bar.nth(0).click();
    await dialog(page).getByText('Since the start', { exact: true }).click();
    expect(await dialog(page).locator('.fall-round').count()).toBe(2);
    await dialog(page).locator('.fall-cause summary').nth(2).click();
    expect(await problems(page, 'causes', '.dialog-body')).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('open by keyboard, and the focus comes back to the number', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Serbia', seed: 3 });
    await playTo(page, 'talks', 2);
    await page.locator('.bar .figure-button').first().focus();
    await page.keyboard.press('Enter');
    await dialog(page).locator('.fall').waitFor();
    await dialog(page).locator('.fall-cause summary').nth(1).focus();
    await page.keyboard.press('Enter');
    await dialog(page).locator('.fall-cause[open]').getByText('With the numbers').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.className')).toContain('figure-button');
    expect(troubles).toEqual([]);
  });

  it('explain each score in the debrief', async () => {
    const { page, troubles } = await app.open();
    await openPlayed(page, app.url, { seat: 'kosovo', seed: 7 });
    await page.getByRole('heading', { name: 'How each seat did' }).waitFor();
    for (const score of await page.locator('.score').all()) {
      await score.getByText('How this number comes about').click();
      expect(await score.locator('.fall-stand').count()).toBe(2);
      await score.locator('.fall-cause summary').first().click();
      expect(await score.locator('.fall').innerText()).toMatch(/With the numbers/);
    }
    expect(await problems(page, 'scores', '.scores')).toEqual([]);
    expect(troubles).toEqual([]);
  }, 240_000);
});
