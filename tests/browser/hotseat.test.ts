import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withApp } from './app.ts';
import { axeFaults } from './judge.ts';

import { beginGame, beginTogether, moment, playTo, playTogether, sitDown } from './table.ts';

const app = withApp();

/** All that is on the page, seen or not, and all that assistive technology is told. */
async function everything(page: Page): Promise<string> {
  const tree = await page.locator('body').ariaSnapshot();
  return `${await page.content()}\n${tree}`;
}

describe('one screen for several people', () => {
  it('hides behind the curtain what the one before knew, in the page and in its accessibility tree', async () => {
    const { page, troubles } = await app.open();
    await beginTogether(page, 'tariff-standoff-2019', ['Kosovo', 'Serbia']);
    const secrets = new Map<string, string[]>();
    for (let k = 0; k < 2; k += 1) {
      const seat = await sitDown(page);
      const own = [
        await page.locator('.brief .secret p').first().innerText(),
        (await page.locator('.brief .prose').innerText()).slice(0, 60),
      ];
      expect(own[0]!.length).toBeGreaterThan(8);
      secrets.set(seat, own);
      await page.getByRole('button', { name: 'Begin the talks' }).first().click();
      if (k === 0) {
        await page.locator('.curtain').waitFor();
        const seen = await everything(page);
        for (const secret of own) expect(seen).not.toContain(secret);
        expect(await axeFaults(page)).toEqual([]);
      }
    }
    expect([...secrets.keys()].sort()).toEqual(['kosovo', 'serbia']);
    await page.locator('.table[data-phase="talks"]').waitFor();

    await page.locator('.stage-picture[data-drawn="yes"]').waitFor();
    // A reload in the middle of a turn: the curtain is closed again, and nobody's papers lie open.
    await page.reload();
    await page.locator('.curtain').waitFor();
    const seen = await everything(page);
    for (const own of secrets.values()) for (const secret of own) expect(seen).not.toContain(secret);
    expect(troubles).toEqual([]);
  });

  it('goes round until the paper is read together, and on to the next round', async () => {
    const { page, troubles } = await app.open();
    await beginTogether(page, 'tariff-standoff-2019', ['Kosovo', 'Serbia', 'European Union']);
    // To the result two people go together in a campaign.
    await playTogether(page, 2);
    expect(await moment(page)).toEqual({ phase: 'talks', round: 2 });
    expect(troubles).toEqual([]);
  });

  it('hands the screen to whoever a draft waits for, and back', async () => {
    const { page, troubles } = await app.open();
    await beginTogether(page, 'flexibility-2025', ['Kosovo', 'Serbia', 'European Union', 'United States']);
    // Everybody reads; then a mediator puts a text on the table.
    for (let k = 0; k < 4; k += 1) {
      await sitDown(page);
      await page.getByRole('button', { name: 'Begin the talks' }).first().click();
    }
    await page.locator('.table[data-phase="talks"]').waitFor();
    for (let k = 0; k < 4; k += 1) {
      if ((await page.getByRole('button', { name: 'Take this text' }).count()) > 0) break;
      await page.getByRole('button', { name: 'End my talks' }).click();
      await sitDown(page);
      await page.locator('.table[data-phase="talks"]').waitFor();
    }
    await page.getByRole('button', { name: 'Take this text' }).first().click();
    await page.getByRole('button', { name: 'Put this text on the table' }).click();
    await page.getByRole('button', { name: 'Hand the screen to Kosovo' }).click();
    await page.locator('.curtain[data-curtain="kosovo"]').getByText('A draft waits for Kosovo').waitFor();
    expect(await sitDown(page)).toBe('kosovo');
    await page.getByRole('button', { name: 'Sign', exact: true }).first().click();
    await page.getByRole('button', { name: 'Hand the screen to Serbia' }).click();
    expect(await sitDown(page)).toBe('serbia');
    expect(await page.getByRole('button', { name: 'Sign', exact: true }).count()).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
  });
});

describe('taking back', () => {
  it('undoes the last step of the talks, also twice, and the game goes on and stands after a reload', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'United States', seed: 3 });
    await playTo(page, 'talks', 1);
    for (let k = 0; k < 2; k += 1) {
      await page.getByRole('button', { name: 'Take this text' }).first().click();
      await page.getByRole('button', { name: 'Put this text on the table' }).click();
      await page.getByRole('button', { name: 'Take it back' }).click();
      await page.getByRole('button', { name: 'Take it back' }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Take this text' }).first().waitFor();
    }
    await page.reload();
    await page.locator('.table[data-phase="talks"]').waitFor();
    await playTo(page, 'talks', 2);
    expect(troubles).toEqual([]);
  });
});
