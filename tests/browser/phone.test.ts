import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { withApp } from './app.ts';
import { SIZES } from './launch.ts';
import { moment, untilAfter } from './table.ts';

const app = withApp();

/** A finger: the control must be there to be touched, and nothing may lie over it. */
const tap = (what: Locator) => what.first().tap({ timeout: 15_000 });

it('is played on a phone with a finger, from the first page to the debrief', { timeout: 300_000 }, async () => {
  const { page, troubles } = await app.open('', {
    viewport: SIZES.phone,
    hasTouch: true,
    isMobile: true,
  });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const part = (name: string) => page.locator('.part-nav').getByRole('button', { name });
  await tap(page.getByRole('link', { name: 'New game' }));
  await tap(page.getByRole('link', { name: /Tariff standoff/ }));
  await tap(page.locator('.seat-card', { hasText: 'United States' }));
  await tap(page.getByText('More choices'));
  await page.getByLabel('Number of the game').fill('3');
  await tap(button('Take the seat of United States'));
  await page.locator('.table[data-phase="briefing"]').waitFor();
  for (let step = 0; step < 60; step += 1) {
    const at = await moment(page);
    if (at.phase === 'debrief') break;
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SIZES.phone.width);
    if (at.phase === 'briefing') await tap(button('Begin the talks'));
    if (at.phase === 'talks') {
      if (at.round === 1) {
        await tap(part('Issues'));
        await tap(page.locator('.issue-open'));
        await page.locator('.issue[data-expanded]').first().waitFor();
        await tap(part('Situation'));
        await page.locator('.part-situation').waitFor();
        await tap(part('Talks'));
        await tap(button('Take this text'));
        await tap(button('Put this text on the table'));
        await page.locator('[data-draft]').first().waitFor();
      }
      await tap(button('End my talks'));
    }
    if (at.phase === 'orders') {
      const shuttle = page.locator('.move', { hasText: 'Shuttle between the capitals' });
      if (at.round === 1) {
        await tap(shuttle.locator('label'));
        expect(await shuttle.getByRole('checkbox').isChecked()).toBe(true);
      }
      const reason = page.getByLabel('Why these orders?');
      await tap(reason);
      await reason.fill('To hear what each can bear.');
      await tap(button(/^Seal/));
    }
    if (at.phase === 'aftermath') await tap(button(/^(On to round|See the result)/));
    await untilAfter(page, at);
  }
  await page.getByRole('heading', { name: 'How each seat did' }).waitFor();
  expect(troubles).toEqual([]);
});
