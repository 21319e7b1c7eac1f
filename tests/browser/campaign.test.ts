import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withApp } from './app.ts';
import { problems } from './judge.ts';
import { moment, playTogether, sitDown, sitTogether, untilAfter } from './table.ts';

const app = withApp();

const PARTS = [
  'Tariff standoff, 2019',
  'Back to the table, 2021',
  'Closer before membership, 2024',
  'Flexibility, 2025',
  'The deal, 2025',
];

/** What is wrong with a screen of the campaign, and what has no words. */
async function judged(page: Page, screen: string): Promise<string[]> {
  const missing = /⟦[^⟧]*⟧/.exec(await page.locator('body').innerText());
  return [...(await problems(page, screen)), ...(missing ? [`${screen}: no words for ${missing[0]}`] : [])];
}

/** Through a part as fast as one can: nothing is said, nothing is ordered, the bots do the rest. */
async function hurry(page: Page): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    const at = await moment(page);
    if (at.phase === 'debrief') return;
    const next = { briefing: 'Begin the talks', talks: 'End my talks' }[at.phase];
    const button = next
      ? page.getByRole('button', { name: next })
      : page.getByRole('button', { name: at.phase === 'orders' ? /^Seal/ : /^(On to round|See the result)/ });
    await button.first().click();
    await untilAfter(page, at);
  }
  throw new Error('the part never ended');
}

const onward = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Go on with the campaign' }).click();
  await page.locator('.campaign').waitFor();
};

describe('a campaign', () => {
  it('is played through in the quick preset, with reloads, to its arc, and travels as a file', {
    timeout: 300_000,
  }, async () => {
    const { page, troubles } = await app.open();
    const found: string[] = [];
    await page.goto(`${app.url}#/new`);
    await page.getByRole('link', { name: 'From tariffs to transaction' }).click();
    await page.getByRole('radio', { name: 'Kosovo', exact: true }).check({ force: true });
    expect(await page.locator('.campaign-step').count()).toBe(PARTS.length);
    found.push(...(await judged(page, 'new campaign')));
    await page.getByRole('button', { name: 'Take the seat' }).click();
    await page.locator('.table[data-phase="briefing"]').waitFor();

    for (const [k, title] of PARTS.entries()) {
      if (k === 1) {
        // In the middle of a part: the same place again, and why numbers stand where they stand.
        await page.getByRole('button', { name: 'Begin the talks' }).first().click();
        await page.locator('.table[data-phase="talks"]').waitFor();
        // Until the three bots have said what they had to say, and it is stored.
        await expect.poll(() => page.getByText('is done', { exact: true }).count(), { timeout: 20_000 }).toBe(3);
        await page.reload();
        await page.locator('.table[data-phase="talks"][data-round="1"]').waitFor();
        await page.getByRole('button', { name: 'Menu' }).click();
        await page.getByRole('button', { name: 'All changes so far' }).click();
        await page.getByRole('dialog').getByRole('heading', { name: 'Carried over' }).waitFor();
        await page.getByRole('dialog').getByText('Carried over from part 1 of the campaign').first().waitFor();
        await page.keyboard.press('Escape');
        const why = page.getByRole('button', { name: /Why\?.*Tension|Tension.*Why\?/ }).first();
        await why.click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText('Carried over from part 1 of the campaign').first().waitFor();
        expect(await dialog.innerText()).not.toMatch(/⟦/);
        await page.keyboard.press('Escape');
      }
      await hurry(page);
      await onward(page);
      if (k === PARTS.length - 1) break;

      await page.getByRole('heading', { name: 'The time between' }).waitFor();
      if (k === 0) {
        // Between two parts: a reload, the debrief behind the first one, and the first page lead back here.
        await page.reload();
        await page.getByRole('heading', { name: 'What goes on' }).waitFor();
        await page.getByRole('link', { name: `${title}: open its debrief` }).click();
        await page.getByRole('heading', { name: 'How each seat did' }).waitFor();
        await onward(page);
        await page.goto(app.url);
        await page.getByRole('link', { name: /From tariffs to transaction.*after part 1 of 5/s }).click();
        found.push(...(await judged(page, 'the time between')));

        const row = (name: string) => page.locator(`[data-row="${name}"]`);
        expect(await row('tension').innerText()).toMatch(/The document alone: 66\. Half of what play changed/);
        expect(await row('option/recognition').innerText()).toContain('Stands where the document puts it.');
        // The mandate changes as the documents do: of the border Washington says another thing.
        const border = page.locator('.mandate[data-seat="us"] tr', { hasText: 'Border' });
        expect(await border.innerText()).toContain('we do not rule them out');
        expect(await border.innerText()).toContain('a danger to stability');
        const own = page.locator('.mandate[data-seat="kosovo"]').getByRole('rowheader', { name: 'You may not' });
        expect(await own.count()).toBe(1);
      }
      await page.getByRole('button', { name: `Begin “${PARTS[k + 1]}”` }).click();
      await page.locator('.table[data-phase="briefing"]').waitFor();
      await page
        .getByText(PARTS[k + 1])
        .first()
        .waitFor();
    }

    await page.getByRole('heading', { name: 'The whole arc' }).waitFor();
    found.push(...(await judged(page, 'the arc')));
    expect(found).toEqual([]);
    const columns = page.locator('.arc-table').first().locator('thead th');
    expect(await columns.count()).toBe(PARTS.length + 1);
    const question = page.locator('.campaign-questions textarea').first();
    await question.fill('The one about the north.');
    await page.getByRole('status').getByText('Stored.').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'The whole arc' }).waitFor();
    expect(await question.inputValue()).toBe('The one about the north.');
    const arc = await page.locator('.campaign-arc .arc-table').allInnerTexts();

    // As a file to another device, which is here the same one.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the campaign as a file' }).click(),
    ]);
    const saved = readFileSync((await download.path())!);
    const address = page.url();
    await page.goto(app.url);
    const open = (buffer: Buffer) =>
      page.getByTestId('open-file').setInputFiles({ name: 'campaign.jsonl', mimeType: 'text/plain', buffer });
    const lines = saved.toString().trim().split('\n');
    await open(Buffer.from([lines[0], lines[1], lines[3]?.replace('"part":3', '"part":2')].join('\n')));
    await page.getByRole('dialog').getByText('cannot be played again').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    // A part that starts from something else than the part before it left.
    const tension = /\\"tension\\":(-?[\d.]+)/.exec(lines[2] ?? '')?.[0] ?? '';
    await open(Buffer.from([lines[0], lines[1], lines[2]?.replace(tension, '\\"tension\\":-50')].join('\n')));
    await page
      .getByRole('dialog')
      .getByText(/cannot be played again|The file was changed/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await open(saved);
    await page.getByRole('heading', { name: 'The whole arc' }).waitFor();
    expect(page.url()).not.toBe(address);
    expect(await page.locator('.campaign-arc .arc-table').allInnerTexts()).toEqual(arc);

    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'Campaigns on this device' }).waitFor();
    expect(await page.getByRole('link', { name: /all 5 parts played/ }).count()).toBe(1);
    expect(troubles).toEqual([]);
  });

  it('is played by two people at one screen, into its second part', { timeout: 120_000 }, async () => {
    const { page, troubles } = await app.open();
    await page.goto(`${app.url}#/new`);
    await page.getByRole('link', { name: 'From tariffs to transaction' }).click();
    await sitTogether(page, ['Kosovo', 'Serbia']);
    await playTogether(page);
    await onward(page);
    await page.getByRole('heading', { name: 'The time between' }).waitFor();
    await page.getByRole('button', { name: `Begin “${PARTS[1]}”` }).click();
    const first = await sitDown(page);
    await page.getByRole('button', { name: 'Begin the talks' }).first().click();
    expect([first, await sitDown(page)].sort()).toEqual(['kosovo', 'serbia']);
    expect(troubles).toEqual([]);
  });
});
