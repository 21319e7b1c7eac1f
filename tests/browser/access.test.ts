import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withApp } from './app.ts';
import { noted, problems, tooSmall, tooWide } from './judge.ts';
import { SIZES } from './launch.ts';
import { tour } from './tour.ts';

/** Every screen of a game, judged for everybody: by axe in both themes, narrow, zoomed, with large text, without motion. */

const app = withApp();

/** Text that its own box cuts off, run in the page. */
const cutOff = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, p, li, dt, dd, label')]
    .filter((el) => {
      if (el.clientWidth === 0 || el.closest('.visually-hidden, .scroll, svg, .stage')) return false;
      const { overflowX, overflowY } = getComputedStyle(el);
      const hides = (value: string) => value === 'hidden' || value === 'clip';
      return (
        (hides(overflowX) && el.scrollWidth > el.clientWidth + 1) ||
        (hides(overflowY) && el.scrollHeight > el.clientHeight + 1)
      );
    })
    .map((el) => `cut off: ${el.tagName.toLowerCase()}.${el.className} ${el.innerText.slice(0, 30)}`);

/** What moves although no motion was asked for, run in the page. */
const moving = (): string[] =>
  document
    .getAnimations()
    .filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration) > 0)
    .map((one) => `moves: ${((one.effect as KeyframeEffect).target as Element | null)?.className}`);

/** Sets the browser's own size of text, in px. */
async function browserText(page: Page, standard: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard } });
  await session.detach();
}

it('has no fault of axe in both themes, keeps every word in the window at 200 % text and at 200 % and 400 % zoom, has targets of 24 px', {
  timeout: 300_000,
}, async () => {
  const { page, troubles } = await app.open();
  const found: string[] = [];
  const fit = async (screen: string, how: string) =>
    found.push(...noted([...(await page.evaluate(tooWide)), ...(await page.evaluate(cutOff))], `${screen}, ${how}`));
  await tour(page, app.url, async (screen) => {
    found.push(...(await problems(page, screen)));
    found.push(...noted(await page.evaluate(tooSmall, 24), screen));
    found.push(...noted(await page.evaluate(moving), screen));
    // Zoom makes the window small: half and a quarter of a laptop's 1366 × 768.
    for (const size of [
      { width: 683, height: 384 },
      { width: 341, height: 192 },
    ]) {
      await page.setViewportSize(size);
      await fit(screen, `window of ${size.width} px`);
    }
    for (const [name, size] of Object.entries(SIZES)) {
      await page.setViewportSize(size);
      // The reader's own size, as the browser's settings give it: twice the usual 16 px.
      await browserText(page, 32);
      await fit(screen, `200 % text, ${name}`);
      await browserText(page, 16);
      // The size chosen in the game.
      await page.evaluate(() => document.documentElement.setAttribute('data-text-size', 'huge'));
      await fit(screen, `very large text, ${name}`);
      await page.evaluate(() => document.documentElement.setAttribute('data-text-size', 'normal'));
    }
    await page.setViewportSize(SIZES.chromebook);
  });
  expect(found).toEqual([]);
  expect(troubles).toEqual([]);
});
