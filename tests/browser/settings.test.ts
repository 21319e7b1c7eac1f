import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withApp } from './app.ts';
import { axeFaults } from './judge.ts';

import { playTo } from './table.ts';

const app = withApp();

const choose = (page: Page, group: string, name: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).check({ force: true });

describe('settings', () => {
  it('change what is read, seen and heard, and stay', async () => {
    const { page, troubles } = await app.open();
    await page.addInitScript(`
      window.tones = 0;
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...when) { window.tones += 1; return start.apply(this, when); };
    `);
    await page.reload();
    await page.goto(`${app.url}#/settings`);
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(await page.getByRole('radiogroup').count()).toBe(9);
    await choose(page, 'Light', 'Night');
    await choose(page, 'Size of the text', 'Large');
    await choose(page, 'Seats are marked with', 'Flags');
    await choose(page, 'Place names', 'Serbian');
    await choose(page, 'The line between Serbia and Kosovo', 'Not drawn');
    await choose(page, 'Motion', 'Less');
    expect(await page.getByRole('button', { name: 'Hear one' }).count()).toBe(0);
    await choose(page, 'Sound', 'On');
    await page.getByRole('button', { name: 'Hear one' }).click();
    expect(Number(await page.evaluate('window.tones'))).toBeGreaterThan(0);
    expect(await axeFaults(page)).toEqual([]);

    await page.reload();
    expect(await page.evaluate('({ ...document.documentElement.dataset })')).toEqual({
      theme: 'night',
      textSize: 'large',
      motion: 'less',
    });
    await page.goto(`${app.url}#/new/tariff-standoff-2019`);
    await page.getByRole('button', { name: /Take the seat of Kosovo/ }).click();
    await page.locator('.table[data-phase="briefing"]').waitFor();
    expect(await page.locator('.brief').innerText()).toContain('Priština');
    await page.locator('.bar .seat-mark-flag img').first().waitFor();
    // The names of the seats are still there for who listens.
    expect(await page.locator('.bar-seats').innerText()).toContain('Serbia');
    await playTo(page, 'talks', 1);
    await page.locator('.stage-picture[data-drawn="yes"]').waitFor();
    await page.getByText('What the map shows').click();
    expect(await page.locator('.stage-legend').innerText()).not.toContain('Line between Serbia and Kosovo');
    expect(await page.locator('.stage-words').innerText()).toContain('Priština');
    expect(troubles).toEqual([]);
  });

  it('load no flag and no sound for those who did not ask', async () => {
    const { page, troubles } = await app.open();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(`${app.url}#/new/tariff-standoff-2019`);
    await page.getByRole('button', { name: /Take the seat of Kosovo/ }).click();
    await playTo(page, 'talks', 1);
    expect(loaded.filter((url) => /flags-|sound-/.test(url))).toEqual([]);
    expect(await page.locator('.seat-mark-flag').count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
