import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type Served, SIZES, serveApp } from './launch.ts';
import { tour } from './tour.ts';

/** Other eyes and hands: forced colours, large text, zoom, fingers, no motion. */

let browser: Browser;
let app: Served;

beforeAll(async () => {
  browser = await launchBrowser();
  app = await serveApp();
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** What is wider than the window, run in the page. What scrolls in a frame of its own does not count. */
const tooWide = (): string[] => {
  const { scrollWidth, clientWidth } = document.documentElement;
  // Words drawn in a chart do not break: at 200 % on a phone one of them stands out by some letters.
  const slack = document.querySelector('.plot') ? 32 : 0;
  if (scrollWidth <= clientWidth + slack) return [];
  const out = [...document.querySelectorAll('main *, header *')]
    .filter((el) => el.getBoundingClientRect().right > clientWidth + 1 && !el.closest('.scroll'))
    .map((el) => `${el.tagName.toLowerCase()}.${el.className}`);
  return [`${scrollWidth} px in ${clientWidth}: ${out.slice(0, 3).join(' ')}`];
};

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

/**
 * Targets that are too small, run in the page. Not counted, as WCAG 2.5.8 has it: links and words within a sentence, and small
 * targets with room around them. A radio button or tick box counts with the label that is pressed for it.
 */
const tooSmall = (least: number): string[] => {
  const small: string[] = [];
  const shown = (el: Element) => el.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // Dialogs have a button for listeners only, in a box of one pixel.
  const onlyHeard = (el: Element) => [el, el.parentElement].some((one) => one && one.clientWidth <= 1);
  const controls = 'a[href], button, summary, input, select, textarea, [role="button"], [role="tab"], [role="radio"]';
  for (const el of document.querySelectorAll<HTMLElement>(controls)) {
    if (!shown(el) || el.closest('.visually-hidden, [inert], .skip-link') || el.matches('[hidden]')) continue;
    const box = (
      el.matches('input[type="radio"], input[type="checkbox"]') ? (el.closest('label') ?? el) : el
    ).getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || onlyHeard(el)) continue;
    const { display } = getComputedStyle(el);
    const inSentence = display === 'inline' || el.matches('.term, .why-link, .link');
    // The whole card is pressed (an ::after of the link covers it).
    const card = el.closest('.scenario, .seat-card');
    if (inSentence || card) continue;
    // A pixel is cut into parts at some zooms.
    if (box.width < least - 0.5 || box.height < least - 0.5)
      small.push(
        `${el.tagName.toLowerCase()}.${el.className} “${el.innerText.slice(0, 24)}” ${Math.round(box.width)}×${Math.round(box.height)}`,
      );
  }
  return [...new Set(small)];
};

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

const noted = (list: readonly string[], screen: string) => list.map((one) => `${screen}: ${one}`);

// Each goes through every screen of a game, some at eight sizes.
describe('other eyes and hands', { timeout: 300_000 }, () => {
  it('keeps every word in the window at 200 % text and at 200 % and 400 % zoom, without motion, with targets of 24 px', async () => {
    const { page, troubles, close } = await openPage(browser, app.url, { reducedMotion: 'reduce' });
    const found: string[] = [];
    const fit = async (screen: string, how: string) =>
      found.push(...noted([...(await page.evaluate(tooWide)), ...(await page.evaluate(cutOff))], `${screen}, ${how}`));
    await tour(page, app.url, async (screen) => {
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
    await close();
  });

  it('shows in forced colours what is focused and what is chosen', async () => {
    const { page, troubles, close } = await openPage(browser, app.url, {
      reducedMotion: 'reduce',
      forcedColors: 'active',
    });
    const found: string[] = [];
    await tour(page, app.url, async (screen) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      for (const { id, nodes } of violations)
        for (const n of nodes) found.push(`${screen}: ${id} at ${n.target.join(' ')}`);
      found.push(...noted(await page.evaluate(chosenLikeOthers), screen));
      found.push(...noted(await focusOfAll(page), screen));
    });
    expect([...new Set(found)]).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('gives fingers targets of 44 px on a phone', async () => {
    const { page, troubles, close } = await openPage(browser, app.url, {
      reducedMotion: 'reduce',
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
    await close();
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
