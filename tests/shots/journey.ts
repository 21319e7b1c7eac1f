import type { Page } from 'playwright-core';

/** What a journey goes through: a first page, and more of them where several people sit at several devices. */
export interface Desk {
  readonly page: Page;
  readonly url: string;
  /** Where one screen has many columns, a part of them at a time: the screen of a phone. */
  readonly narrow: boolean;
  /** Another device in an empty profile, the same for the same name. */
  device(name: string): Promise<Page>;
}

/** The way to a screen. Where it ends in a page, that one is taken, where it ends in a part, that part alone; else the journey's first page. */
export type Get = (desk: Desk) => Promise<unknown>;

/** A screen: its name, and what has to be done to get there from the screen before it in the journey. */
export type Screen = readonly [name: string, get: Get];

/** Screens that follow one another, each from the one before; journeys run beside each other in profiles of their own. */
export interface Journey {
  readonly name: string;
  readonly screens: readonly Screen[];
  /** A script for every page of this journey, before its first line. */
  readonly before?: string;
  /** Requests that are cut off. */
  readonly without?: RegExp;
  /** By default less motion is asked for, so that nothing is caught half way. */
  readonly motion?: boolean;
}

/** How long a page may take to come to rest, in milliseconds. */
const REST_MS = 40_000;

/** Waits until an expression is true in the page. (The game's policy bars what Playwright has for this: it evaluates text there.) */
export async function holds(page: Page, expression: string): Promise<void> {
  const since = Date.now();
  while (!(await page.evaluate<boolean>(expression))) {
    if (Date.now() - since > REST_MS) throw new Error(`never came true: ${expression}`);
    await page.waitForTimeout(30);
  }
}
