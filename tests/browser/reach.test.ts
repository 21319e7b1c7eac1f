import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withApp } from './app.ts';
import { colourFaults, noted, tooSmall, tooWide } from './judge.ts';
import { SIZES } from './launch.ts';
import { tour } from './tour.ts';

/** Other eyes and hands: forced colours, and fingers on a phone. */

const app = withApp();

/** Whether the focused control shows it: a line around itself or around the card or label that stands for it. Run in the page. */
const focusShown = (): string => {
  const at = document.activeElement;
  if (!at || at === document.body) return '';
  const lined = (el: Element | null | undefined): boolean => {
    if (!el) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(el);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  };
  const around = [at, at.parentElement, at.closest('label'), at.closest('.choice-button'), at.closest('.seat-card')];
  // A screen takes the focus when it opens, and says so to listeners; nothing is pressed there.
  if (at.id === 'work' || at.getAttribute('tabindex') === '-1' || around.some(lined)) return '';
  return `${at.tagName.toLowerCase()}.${at.className} ${(at as HTMLElement).innerText?.slice(0, 30)}`;
};

// Each goes through every screen of a game.
describe('other eyes and hands', { timeout: 300_000 }, () => {
  it('shows in forced colours what is focused and what is chosen', async () => {
    const { page, troubles } = await app.open('', {
      forcedColors: 'active',
    });
    const found: string[] = [];
    await tour(page, app.url, async (screen) => {
      // Colours only: the rest is the same document, which is judged elsewhere.
      found.push(...noted(await colourFaults(page), screen));
      found.push(...noted(await page.evaluate(chosenLikeOthers), screen));
      found.push(...noted(await focusOfAll(page), screen));
    });
    expect([...new Set(found)]).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('gives fingers targets of 44 px on a phone', async () => {
    const { page, troubles } = await app.open('', {
      viewport: SIZES.phone,
      hasTouch: true,
      isMobile: true,
    });
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
    const found: string[] = [];
    await tour(page, app.url, async (screen) => {
      found.push(...noted(await page.evaluate(tooSmall, 44), screen));
      found.push(...noted(await page.evaluate(tooWide), screen));
    });
    expect(found).toEqual([]);
    expect(troubles).toEqual([]);
  });
});

/** Chosen dots and boxes that look like those beside them, run in the page. */
const chosenLikeOthers = (): string[] => {
  const looks = (el: Element) => {
    const { backgroundColor, borderTopColor, boxShadow } = getComputedStyle(el);
    return `${backgroundColor} ${borderTopColor} ${boxShadow}`;
  };
  const chosen = [...document.querySelectorAll('[data-selected] .dot, [data-selected] .box')];
  const others = new Set([...document.querySelectorAll('.dot, .box')].filter((el) => !chosen.includes(el)).map(looks));
  return chosen.filter((el) => others.has(looks(el))).map((el) => `chosen and not seen: ${el.className}`);
};

/** Goes through a screen with the Tab key, at most once round, and says where the focus cannot be seen. */
async function focusOfAll(page: Page): Promise<string[]> {
  const hidden: string[] = [];
  for (let k = 0; k < 70; k += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focusShown);
    if (at !== '') hidden.push(`focus not seen: ${at}`);
    if (k > 3 && (await page.evaluate(() => document.activeElement === document.body))) break;
  }
  return hidden;
}
