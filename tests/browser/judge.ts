import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { SIZES } from './launch.ts';

/** What a machine can say of a screen for people who see, read or point otherwise: WCAG 2.2 A and AA, and reflow. */

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Sets day or night by hand, as the setting does. */
export const setTheme = (page: Page, theme: string): Promise<void> =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);

/** What axe finds on a page as it stands, or in one `part` of it (a selector); each fault in a line. */
export async function axeFaults(page: Page, part?: string, colours = false): Promise<string[]> {
  // There are no frames from elsewhere, for which axe would open a second page each time; and only faults are told in detail.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (part) axe.include(part);
  if (colours) axe.withRules(['color-contrast']);
  else axe.withTags(WCAG);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}`));
}

/** What is wider than a window of 320 px: the page, and each `box` (a selector) than its own frame. Chromebook size after it. */
export async function reflowFaults(page: Page, ...boxes: readonly string[]): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 });
  const found = await page.evaluate(
    (selectors) =>
      selectors.flatMap((selector) => {
        const box = document.querySelector(selector);
        if (!box) return [`no ${selector}`];
        return box.scrollWidth > box.clientWidth ? [`${selector}: ${box.scrollWidth} px in ${box.clientWidth}`] : [];
      }),
    ['html', ...boxes],
  );
  await page.setViewportSize(SIZES.chromebook);
  return found;
}

/** All of it in both themes, which differ in nothing but their colours; `screen` names the place in each line. */
export async function problems(page: Page, screen: string, ...boxes: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const theme of ['night', 'day']) {
    await setTheme(page, theme);
    found.push(...(await axeFaults(page, undefined, theme === 'night')).map((fault) => `${theme}: ${fault}`));
  }
  found.push(...(await reflowFaults(page, ...boxes)));
  return found.map((fault) => `${screen}, ${fault}`);
}

/** What is wider than the window, run in the page. What scrolls in a frame of its own does not count. */
export const tooWide = (): string[] => {
  const { scrollWidth, clientWidth } = document.documentElement;
  // Words drawn in a chart do not break: at 200 % on a phone one of them stands out by some letters.
  const slack = document.querySelector('.plot') ? 32 : 0;
  if (scrollWidth <= clientWidth + slack) return [];
  const out = [...document.querySelectorAll('main *, header *')]
    .filter((el) => el.getBoundingClientRect().right > clientWidth + 1 && !el.closest('.scroll'))
    .map((el) => `${el.tagName.toLowerCase()}.${el.className}`);
  return [`${scrollWidth} px in ${clientWidth}: ${out.slice(0, 3).join(' ')}`];
};

/**
 * Targets that are too small, run in the page. Not counted, as WCAG 2.5.8 has it: links and words within a sentence, and small
 * targets with room around them. A radio button or tick box counts with the label that is pressed for it.
 */
export const tooSmall = (least: number): string[] => {
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

/** Faults, each with the screen it was found on. */
export const noted = (list: readonly string[], screen: string) => list.map((one) => `${screen}: ${one}`);
