import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withApp } from './app.ts';
import { SIZES } from './launch.ts';
import { beginGame, playTo } from './table.ts';

const app = withApp();

const drawn = (page: Page) => page.locator('.stage-picture[data-drawn="yes"]').waitFor();

/** Counts the frames that the page asks for, from its beginning. */
const COUNT_FRAMES = `
  window.framesAsked = 0;
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => { window.framesAsked += 1; return ask(callback); };
`;

describe('the map at the table', () => {
  it('comes after the table, keeps its room, says what it shows, and rests', async () => {
    const { page, troubles } = await app.open('', { reducedMotion: 'no-preference' });
    await page.addInitScript(COUNT_FRAMES);
    await page.reload();
    await beginGame(page, { seat: 'Kosovo', seed: 5 });
    await playTo(page, 'talks', 1);
    const before = await page.locator('.stage').boundingBox();
    await drawn(page);
    expect(await page.locator('.stage').boundingBox()).toEqual(before);
    // The picture is nothing to listeners; its legend and its sentences are.
    expect(await page.locator('.stage-picture > [aria-hidden="true"]').count()).toBe(1);
    await page.getByText('What the map shows').click();
    const words = await page.locator('.stage-words').innerText();
    expect(words).toContain('Tension is 66 of 100');
    expect(words).toContain('KFOR');
    expect(words).toContain('Influence from Moscow');
    await page.waitForTimeout(1500);
    const frames = Number(await page.evaluate('window.framesAsked'));
    await page.waitForTimeout(1500);
    expect(Number(await page.evaluate('window.framesAsked')) - frames).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('is lit by what has the focus in the page, and lights what belongs to a place', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Kosovo', seed: 5 });
    await playTo(page, 'talks', 1);
    await drawn(page);
    await page.getByText('What the map shows').click();
    await page.locator('[data-issue="tariffs"] .issue-open').focus();
    await page.locator('.stage-words').getByText('Highlighted:').waitFor();
    expect(await page.locator('.stage-words').innerText()).toMatch(/Highlighted:.*Merdare/);

    const box = (await page.locator('.stage-picture').boundingBox())!;
    // Somewhere on the map is Belgrade: going over it in steps finds it.
    let lit = 0;
    for (let y = 20; y < box.height && lit === 0; y += 14)
      for (let x = 20; x < box.width && lit === 0; x += 14) {
        await page.mouse.move(box.x + x, box.y + y);
        lit = await page.locator('[data-lit]').count();
      }
    expect(lit).toBeGreaterThan(0);
    await page.mouse.move(box.x - 40, box.y - 40);
    await page.locator('[data-lit]').first().waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
  });

  it('shows the moves of a round: by itself, step by step, all at once; with less motion only when asked', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Kosovo', seed: 5 });
    await playTo(page, 'aftermath', 1);
    await drawn(page);
    const caption = page.locator('.stage-caption');
    expect(await caption.innerText()).toMatch(/happened in round 1: watch them/);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await caption.getByText(/^1 of \d+/).waitFor();
    const first = (await caption.innerText()).replace(/^1 of \d+\s*/, '');
    // What listeners hear is what is written, and the news say it too.
    await page.locator('[data-live="polite"]').getByText(first).waitFor({ state: 'attached' });
    expect(await page.locator('.news-list').innerText()).toContain(first);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await caption.getByText(/^2 of \d+/).waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await caption.getByText(/that all could see/).waitFor();

    const moving = await app.open('', { reducedMotion: 'no-preference' });
    await beginGame(moving.page, { seat: 'Kosovo', seed: 5 });
    await playTo(moving.page, 'aftermath', 1);
    await moving.page
      .locator('.stage-caption')
      .getByText(/^1 of \d+/)
      .waitFor();
    expect([...troubles, ...moving.troubles]).toEqual([]);
  });

  it('keeps its room in later rounds too, when it brings buttons along', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Kosovo', seed: 5 });
    await playTo(page, 'talks', 2);
    await drawn(page);
    const gone = page.locator('.stage-foot-waiting');
    let held: (() => void) | undefined;
    const wait = new Promise<void>((done) => {
      held = done;
    });
    await page.route(/Stage-[^/]*\.js/, async (route) => {
      await wait;
      await route.continue();
    });
    await page.reload();
    await gone.waitFor({ state: 'attached' });
    await page.evaluate('document.fonts.ready');
    const before = await page.locator('.stage').boundingBox();
    held?.();
    await drawn(page);
    expect(await page.locator('.stage').boundingBox()).toEqual(before);
    expect(troubles).toEqual([]);
  });

  it('is folded away on a phone until somebody wants it, and loads nothing before', async () => {
    const { page, troubles } = await app.open('', { viewport: SIZES.phone });
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await beginGame(page, { seat: 'Serbia', seed: 5 });
    await playTo(page, 'talks', 1);
    await page.waitForTimeout(1500);
    const fold = page.getByRole('button', { name: 'The region' });
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    expect(loaded.filter((url) => /Stage-|director|phaser/.test(url))).toEqual([]);
    await fold.click();
    await drawn(page);
    expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(390);
    expect(troubles).toEqual([]);
  });

  it('takes nothing along when its drawing cannot be loaded', async () => {
    const { page } = await app.open();
    await page.route(/Stage-[^/]*\.js/, (route) => route.abort());
    await beginGame(page, { seat: 'Kosovo', seed: 5 });
    await playTo(page, 'talks', 1);
    await page.getByText('The map cannot be shown here').waitFor();
    await playTo(page, 'aftermath', 1);
    expect(await page.locator('.front-page').count()).toBe(1);
  });
});
