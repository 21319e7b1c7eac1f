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

/** What axe finds on a page as it stands, or in one `part` of it (a selector), but for the colours; each fault in a line. */
export async function axeFaults(page: Page, part?: string): Promise<string[]> {
  const axe = judge(page).withTags(WCAG).disableRules('color-contrast');
  return linesOf(await (part ? axe.include(part) : axe).analyze());
}

/**
 * Texts with too little contrast in the present theme. Axe looks for what lies behind each text point by point, some seconds on a
 * long page: of texts that have the same colours, size and place in the design it is shown two.
 */
export async function colourFaults(page: Page, part = 'body'): Promise<string[]> {
  const texts = await page.evaluate(markTexts, part);
  const found =
    texts === 0 ? [] : linesOf(await judge(page).include('[data-judged]').withRules('color-contrast').analyze());
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('[data-judged]')) one.removeAttribute('data-judged');
  });
  return found;
}

// There are no frames from elsewhere, for which axe would open a second page each time; and only faults are told in detail.
const judge = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

const linesOf = ({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}`));

/** Marks the texts to be judged, run in the page; returns how many. */
const markTexts = (part: string): number => {
  const OF_A_KIND = 2;
  const kinds = new Map<string, number>();
  const behind = (el: Element | null): string => {
    if (!el) return '';
    const { backgroundColor, backgroundImage } = getComputedStyle(el);
    const clear = /^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor) && backgroundImage === 'none';
    return clear ? behind(el.parentElement) : `${backgroundColor} ${backgroundImage}`;
  };
  const hasText = (el: Element): boolean =>
    el.matches('input, textarea, select') ||
    [...el.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  let marked = 0;
  for (const el of document.querySelectorAll(`${part}, ${part} *`)) {
    if (!hasText(el) || !el.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const { color, opacity, fontSize, fontWeight } = getComputedStyle(el);
    const places = [el, el.parentElement, el.parentElement?.parentElement];
    const kind = [color, opacity, fontSize, fontWeight, behind(el), ...places.map((at) => at?.className)].join('|');
    const before = kinds.get(kind) ?? 0;
    kinds.set(kind, before + 1);
    if (before >= OF_A_KIND) continue;
    el.setAttribute('data-judged', '');
    marked += 1;
  }
  return marked;
};

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

/** All of it, the colours in both themes; `screen` names the place in each line. */
export async function problems(page: Page, screen: string, ...boxes: readonly string[]): Promise<string[]> {
  const found = await axeFaults(page);
  for (const theme of ['night', 'day']) {
    await setTheme(page, theme);
    found.push(...(await colourFaults(page)).map((fault) => `${theme}: ${fault}`));
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
