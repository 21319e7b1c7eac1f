import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withApp } from './app.ts';

/**
 * "The first real choice within two minutes of opening, without a manual", reckoned and not timed: a machine's clock says nothing
 * about people. Somebody who was never here does what each screen says is next, at the level and with the seat that are chosen
 * already, and reads what the next step asks for: what the screen is, what it says to do, and everything that belongs to the choice
 * that it wants. What can wait (the paper, the whole brief, the other columns of the table) is not read.
 */
const WORDS_A_MINUTE = 200;
/** To find a button and press it, in seconds. */
const A_PRESS = 2;
const MINUTES = 2;

const app = withApp();

/** What an eye reads there: without what is said to ears only, signs, and the way to a source that stands behind a sentence. */
const SEEN = (root: Element): string => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    const skipped = at?.closest('.visually-hidden, .cite-link, [aria-hidden="true"], summary');
    if (at?.checkVisibility() && !skipped) words.push(walker.currentNode.textContent ?? '');
  }
  return words.join(' ');
};
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Somebody on the way, and what it has cost so far. */
class Newcomer {
  presses = 0;
  readonly read: { readonly what: string; readonly words: number }[] = [];

  constructor(private readonly page: Page) {}

  /** Reads everything that is to be seen of these. */
  async reads(what: string, selector: string): Promise<void> {
    const texts = this.page.locator(selector);
    await texts.first().waitFor();
    const seen = await Promise.all((await texts.all()).map((one) => one.evaluate(SEEN)));
    this.read.push({ what, words: wordsIn(seen.join(' ')) });
  }

  async press(button: Locator): Promise<void> {
    this.presses += 1;
    await button.first().click();
  }

  get minutes(): number {
    const words = this.read.reduce((sum, one) => sum + one.words, 0);
    return words / WORDS_A_MINUTE + (this.presses * A_PRESS) / 60;
  }
}

describe('the first real choice', () => {
  it('comes within two minutes of opening, without a manual', async () => {
    const { page, troubles } = await app.open();
    const one = new Newcomer(page);
    const button = (name: string | RegExp) => page.getByRole('button', { name });

    const begin = page.locator('.hero .button-main');
    await begin.waitFor();
    await one.reads('home', '.hero-text > :not(.actions), .hero .button-main');
    await one.press(begin);
    await one.reads('seats', '.setup-head h1, .setup-head .lead, .seat-cards, .setup-go');
    await one.press(button(/^Take the seat/));
    await one.reads('briefing', '.now-line, .brief-head, .goals');
    await one.press(button('Begin the talks'));
    await one.reads('talks', '.table[data-phase="talks"] .now-line > p, .suggestions');
    await one.press(button('Take this text'));
    await one.reads('draft', '.builder > :not(.suggestions)');
    await one.press(button('Put this text on the table'));
    // The choice has been made: the text lies there for the other three.
    await page.locator('[data-draft]').first().waitFor();

    const told = one.read.map(({ what, words }) => `${what} ${words}`).join(', ');
    expect(one.presses).toBeLessThanOrEqual(5);
    expect(one.minutes, `${one.minutes.toFixed(2)} minutes: ${told} words`).toBeLessThanOrEqual(MINUTES);
    // Nothing is so short because nothing was found.
    for (const { what, words } of one.read) expect(words, what).toBeGreaterThan(15);
    expect(troubles).toEqual([]);
  });
});
