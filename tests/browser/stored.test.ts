import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withApp } from './app.ts';
import { problems } from './judge.ts';
import { openSave, playedSession } from './saves.ts';
import { beginGame, playTo } from './table.ts';

const app = withApp();

/** The game at this page as a file. */
async function saved(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Menu' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText('Save to a file', { exact: true }).click(),
  ]);
  return readFileSync((await download.path())!, 'utf8');
}

/** The same file as another version of the program would have written its first line. */
function forged(text: string, change: Record<string, unknown>): string {
  const end = text.indexOf('\n');
  return JSON.stringify({ ...JSON.parse(text.slice(0, end)), ...change }) + text.slice(end);
}

const openText = (page: Page, text: string) => openSave(page, app.url, text);

const toFirstPage = (page: Page) => page.getByRole('button', { name: 'To the first page' }).click();

describe('a game that cannot be played on', () => {
  it('says why, shows its stored rounds, and can be saved and deleted', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Kosovo', seed: 3 });
    await playTo(page, 'talks', 3);
    const own = await page.locator('.brief .secret p').allInnerTexts();
    const text = await saved(page);

    // From a file.
    await openText(page, forged(text, { rules: 0 }));
    const past = page.locator('.stored[data-stored="rules-differ"]');
    await past.getByText(/played by rules of version 0; this app has version \d+/).waitFor();
    expect(await past.locator('.stored-round').count()).toBe(2);
    expect(await past.locator('.stored-round .news-list > li').count()).toBeGreaterThan(4);
    expect(await past.locator('.stored-course tbody tr').count()).toBeGreaterThan(8);
    expect(await past.getByText('What was agreed').count()).toBe(1);
    expect(await page.getByText('⟦').count()).toBe(0);
    // Only what everybody could see: nothing of a brief, no way to act.
    for (const secret of own) expect(await page.content()).not.toContain(secret);
    expect(await page.locator('.table').count()).toBe(0);
    expect(await problems(page, 'stored rounds')).toEqual([]);

    // What is saved from here is the very file.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save to a file' }).click(),
    ]);
    expect(readFileSync((await download.path())!, 'utf8')).toBe(forged(text, { rules: 0 }));

    // It stands in the list as what it is, after a reload too, and is not what one goes on with.
    await toFirstPage(page);
    const line = page.locator('.games a', { hasText: 'to look at: from another version' });
    await line.waitFor();
    await line.click();
    await past.waitFor();
    await page.reload();
    await past.waitFor();
    await page.getByRole('button', { name: 'Delete from this device' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'Games on this device' }).waitFor();
    expect(await line.count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('is met in the storage of this device too, after the app was renewed', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Serbia', seed: 3 });
    await playTo(page, 'talks', 2);
    const address = page.url();
    await page.goto(`${app.url}#/help`);
    await page.getByRole('heading', { name: 'Help' }).waitFor();
    // The first piece of the journal begins with its header.
    await page.evaluate(
      () =>
        new Promise<void>((done, failed) => {
          const opening = indexedDB.open('demarche');
          opening.onerror = () => failed(opening.error);
          opening.onsuccess = () => {
            const store = opening.result.transaction('lines', 'readwrite').objectStore('lines');
            const reading = store.openCursor();
            reading.onsuccess = () => {
              const cursor = reading.result!;
              const piece = cursor.value as { text: string };
              const writing = cursor.update({ ...piece, text: piece.text.replace(/"rules":\d+/, '"rules":0') });
              writing.onsuccess = () => {
                opening.result.close();
                done();
              };
            };
          };
        }),
    );
    await page.goto(address);
    await page.locator('.stored[data-stored="rules-differ"] .stored-round').first().waitFor();
    await toFirstPage(page);
    await page.locator('.games', { hasText: 'to look at' }).waitFor();
    expect(await page.getByRole('link', { name: /^Continue/ }).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('is shown without its scenario, and refused where nothing of it was stored or the file is broken', async () => {
    const { page, troubles } = await app.open();
    const game = { seat: 'kosovo', seed: 3 } as const;
    const young = playedSession({ ...game, at: { phase: 'briefing', round: 1 } }).save();
    const text = playedSession({ ...game, at: { phase: 'talks', round: 2 } }).save();
    const unknown = { scenario: 'two-valleys', hash: 'a'.repeat(64), bundle: undefined };

    await openText(page, forged(text, unknown));
    await page.locator('.stored[data-stored="scenario-differs"]').getByText('“two-valleys”').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Two valleys');
    expect(await page.getByText('⟦').count()).toBe(0);

    await openText(page, forged(text, { hash: 'b'.repeat(64), bundle: undefined }));
    await page.locator('.stored[data-stored="scenario-changed"]').waitFor();

    for (const refused of [forged(young, { rules: 0 }), forged(text, { rules: 0 }).slice(0, -400).concat('}\n')]) {
      await openText(page, refused);
      await page.getByRole('dialog', { name: 'This file cannot be opened' }).waitFor();
    }
    expect(troubles).toEqual([]);
  });
});
