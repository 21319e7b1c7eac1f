import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withApp } from './app.ts';

import { moment, untilAfter } from './table.ts';

/** A whole game without a pointer: from the first page to the questions of the debrief. */

const app = withApp();

/** The names of the focused control, run in the page. A part that scrolls can be focused too, and holds all the words there are. */
const focused = (): { names: string[]; disabled: boolean } => {
  const at = document.activeElement as HTMLElement | null;
  if (!at?.matches('a, button, input, textarea, summary')) return { names: [], disabled: false };
  const byId = (at.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
  const labels = [...((at as HTMLInputElement).labels ?? []), ...byId].map((label) => label?.textContent);
  return {
    names: [at.getAttribute('aria-label'), at.innerText, ...labels].filter((name) => typeof name === 'string'),
    disabled: at.matches('[disabled], [aria-disabled="true"]'),
  };
};

/** Presses Tab until the focused control has this name; nobody would go round the page twice. */
async function reach(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let k = 0; k < 200; k += 1) {
    await page.keyboard.press('Tab');
    const { names } = await page.evaluate(focused);
    if (names.some((one) => (typeof name === 'string' ? one.includes(name) : name.test(one)))) return;
    passed.push(names[0] ?? '');
  }
  throw new Error(`the keyboard does not lead to “${name}” past ${passed.slice(-40).join(' | ')}`);
}

/** After a key did something, the focus stands somewhere: at the control, in the work that came, in the dialog that opened. */
async function heldAfter(page: Page, key: string, where: string): Promise<void> {
  await page.keyboard.press(key);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'BODY'), {
      timeout: 3_000,
      message: `the focus is lost after ${key} at ${where}`,
    })
    .not.toBe('BODY');
}

async function press(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await reach(page, name);
  await heldAfter(page, key, String(name));
}

/** One phase as somebody plays it who knows the keys: signs what lies there, tables once, gives an order with a reason. */
async function playPhase(page: Page): Promise<void> {
  const at = await moment(page);
  if (at.phase === 'briefing') await press(page, /^(Begin the talks|On to the talks)/);
  if (at.phase === 'talks') {
    const sign = page.getByRole('button', { name: 'Sign', exact: true });
    for (let left = await sign.count(); left > 0; left = await sign.count()) {
      await press(page, /^Sign$/);
      await expect.poll(() => sign.count()).toBeLessThan(left);
    }
    if (at.round === 1) {
      await press(page, 'Take this text');
      await press(page, 'Put this text on the table');
      // The others may have answered at once.
      await page.locator('[data-draft]').first().waitFor();
    }
    await press(page, 'End my talks');
  }
  if (at.phase === 'orders') {
    // In some rounds it costs more than there is, and one seals without an order.
    const shuttle = page.getByRole('checkbox', { name: 'Shuttle between the capitals' });
    if ((await shuttle.count()) > 0 && (await shuttle.isEnabled()))
      await press(page, 'Shuttle between the capitals', 'Space');
    await reach(page, /Why these orders/);
    await page.keyboard.type('To hear what each can bear.');
    await press(page, /^Seal/);
  }
  if (at.phase === 'aftermath') await press(page, /^(On to round|See the result)/);
  await untilAfter(page, at);
  // The new phase has the focus in its work, not on a button that is gone.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
}

it('is played with the keyboard alone, from the first page to the answers at the end, and no focus is ever lost', {
  timeout: 300_000,
}, async () => {
  const { page, troubles } = await app.open();
  await page.getByRole('heading', { name: 'Demarche' }).waitFor();
  await press(page, 'New game');
  await page.getByRole('heading', { name: 'Choose a scenario' }).waitFor();
  await press(page, 'Tariff standoff');
  await page.getByRole('radio', { name: 'Kosovo', exact: true }).waitFor();
  await reach(page, 'Kosovo');
  for (let k = 0; k < 3; k += 1) await heldAfter(page, 'ArrowRight', 'the seats');
  expect(await page.getByRole('radio', { name: 'United States', exact: true }).isChecked()).toBe(true);
  await press(page, 'More choices');
  await reach(page, 'Number of the game');
  await page.keyboard.type('3');
  await press(page, 'Take the seat of United States');
  await page.locator('.table[data-phase="briefing"]').waitFor();

  // What is asked about on the way opens and closes, and the focus comes back to where it was asked.
  await press(page, 'Menu');
  await page.getByRole('dialog').waitFor();
  await heldAfter(page, 'Escape', 'the menu');
  expect((await page.evaluate(focused)).names.join()).toContain('Menu');
  await press(page, /Why\? Tension/);
  await page.getByRole('dialog').waitFor();
  await heldAfter(page, 'Escape', 'the causes');
  expect((await page.evaluate(focused)).names.join()).toContain('Tension');

  for (let step = 0; step < 60; step += 1) {
    if ((await moment(page)).phase === 'debrief') break;
    await playPhase(page);
  }
  await page.getByRole('heading', { name: 'How each seat did' }).waitFor();
  await press(page, 'Reflection');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('reflection-title');
  const inAnswer = () =>
    page.evaluate(() => Boolean(document.activeElement?.matches('[data-part="reflection"] textarea')));
  for (let k = 0; k < 5 && !(await inAnswer()); k += 1) await page.keyboard.press('Tab');
  expect(await inAnswer()).toBe(true);
  await page.keyboard.type('We began too late.');
  await page.getByText('Kept on this device.').waitFor();
  expect(await page.locator('[data-part="reflection"] textarea').first().inputValue()).toBe('We began too late.');
  expect(troubles).toEqual([]);
});
