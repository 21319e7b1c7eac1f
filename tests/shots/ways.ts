import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { beginTogether, giveFirstOrder, moment, playTo, sitDown, TURN, untilAfter } from '../browser/table.ts';
import { type Desk, type Get, holds } from './journey.ts';

/** Ways to the screens of one device. Each waits for what it wants to see, never for a time. */

type Kind = 'button' | 'link' | 'radio' | 'text';

/** A page by its address. */
export function to(at: string): Get {
  return async ({ page, url }) => {
    await page.goto(`${url}#/${at}`);
    await page.locator('main h1').first().waitFor();
  };
}

export function toFirst(at: string, selector: string): Get {
  return async (desk) => {
    await to(at)(desk);
    await desk.page.locator(selector).first().click();
    await desk.page.locator('.setup-go, main h1').first().waitFor();
  };
}

export function pressed(kind: Kind, name: string | RegExp): Get {
  return async ({ page }) => {
    if (kind === 'radio') await page.getByRole('radio', { name }).first().check({ force: true });
    else await (kind === 'text' ? page.getByText(name) : page.getByRole(kind, { name })).first().click();
  };
}

export function firstOf(selector: string): Get {
  return async ({ page }) => page.locator(selector).filter({ visible: true }).first().click();
}

/** Everything that is folded there. */
export function opened(selector: string): Get {
  return async ({ page }) => {
    await page.locator(selector).first().waitFor({ state: 'attached' });
    await page.evaluate(`for (const one of document.querySelectorAll('${selector}')) one.open = true;`);
  };
}

/** A sheet over the table; one that is open goes before. */
export function inSheet(name: string | RegExp): Get {
  return async ({ page }) => {
    await closeSheet(page);
    await page.getByRole('button', { name }).filter({ visible: true }).first().click();
    await page.getByRole('dialog').waitFor();
  };
}

async function closeSheet(page: Page): Promise<void> {
  if ((await page.getByRole('dialog').count()) === 0) return;
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** On a narrow screen a part of the table lies behind its own button. */
export function part(name: string): Get {
  return async ({ page, narrow }) => {
    await closeSheet(page);
    if (narrow) await page.locator('.part-nav').getByRole('button', { name }).click();
  };
}

export function until(phase: string, round?: number): Get {
  return async (desk) => {
    await closeSheet(desk.page);
    if (desk.narrow && (await desk.page.locator('.part-nav').count())) await toWork(desk.page);
    await playTo(desk.page, phase, round);
    if (phase === 'talks' || phase === 'aftermath') await drawn(desk);
  };
}

const toWork = (page: Page): Promise<void> => page.locator('.part-nav button').first().click();

/** The map has been drawn, where it is open. */
async function drawn({ page }: Desk): Promise<void> {
  if ((await page.locator('.stage-open').count()) > 0)
    await page.locator('.stage-picture[data-drawn="yes"]').waitFor({ timeout: 60_000 });
}

export function mapAt(phase: string): Get {
  return async (desk) => {
    await playTo(desk.page, phase);
    await unfoldMap(desk);
  };
}

/** On a phone the map is folded away until somebody wants it. */
async function unfoldMap(desk: Desk): Promise<void> {
  const fold = desk.page.getByRole('button', { name: 'The region' });
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  await drawn(desk);
  await desk.page.locator('.stage').scrollIntoViewIfNeeded();
}

export async function legend(desk: Desk): Promise<void> {
  await unfoldMap(desk);
  const words = desk.page.locator('.stage-words');
  await words.locator('summary').click();
  await words.locator('.stage-legend').waitFor();
}

export async function ended({ page }: Desk): Promise<void> {
  await closeSheet(page);
  if (page.url().includes('/documents')) await page.goBack();
  await playTo(page, 'debrief');
  await page.getByRole('heading', { name: 'How each seat did' }).waitFor();
}

/** An issue opened, and a clause chosen in it and in the next. */
export async function draft(desk: Desk): Promise<void> {
  await part('Issues')(desk);
  const { page } = desk;
  for (const k of [2, 3]) {
    const issue = page.locator(`.issue-list > li:nth-child(${k})`);
    await issue.locator('.issue-open').click();
    await issue.locator('.choice:not([data-selected]) .choice-button').first().click();
  }
}

/** One of two people tables a text and hands the screen over; the other takes the text up and changes it. */
export async function counter(desk: Desk): Promise<void> {
  const { page, narrow } = desk;
  // Direct talks are open in this scenario from the start.
  await beginTogether(page, 'the-deal-2025', ['Kosovo', 'Serbia']);
  for (let k = 0; k < 2; k += 1) {
    await sitDown(page);
    await page.getByRole('button', { name: 'Begin the talks' }).first().click();
  }
  await page.locator('.table[data-phase="talks"]').waitFor();
  await draft(desk);
  if (narrow) await toWork(page);
  await page.getByRole('button', { name: 'Table this draft' }).click();
  await page.getByRole('button', { name: /^Hand the screen to (Kosovo|Serbia)/ }).click();
  await sitDown(page);
  await page
    .getByRole('button', { name: /^Counter/ })
    .first()
    .click();
  if (narrow) await page.locator('.part-nav').getByRole('button', { name: 'Issues' }).click();
  const moved = page.locator('.issue-moved').first();
  await moved.locator('.issue-open').click();
  await moved.locator('.choice:not([data-selected]) .choice-button').last().click();
  if (narrow) await toWork(page);
  await page.locator('.builder').evaluate((builder) => builder.scrollIntoView());
}

export async function notASave({ page, url }: Desk): Promise<void> {
  await page.goto(`${url}#/`);
  const file = { name: 'holiday.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear diary\n') };
  await page.getByTestId('open-file').setInputFiles(file);
  await page.getByRole('dialog').waitFor();
}

/** A game that another version of the program saved. */
export async function openOld(page: Page): Promise<void> {
  await inSheet('Menu')({ page } as Desk);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText('Save to a file', { exact: true }).click(),
  ]);
  const text = readFileSync((await download.path())!, 'utf8');
  const end = text.indexOf('\n');
  const old = JSON.stringify({ ...JSON.parse(text.slice(0, end)), rules: 0 }) + text.slice(end);
  await page.goto(new URL('#/', page.url()).href);
  await page
    .getByTestId('open-file')
    .setInputFiles({ name: 'old.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(old) });
  await page.locator('.stored').waitFor();
}

/** Another choice in a past round, and what 200 replays make of it. */
export async function whatIf({ page }: Desk): Promise<Locator> {
  const part = page.locator('.debrief-part[data-part="what-if"]');
  // The seat was given an order in every round: without it.
  await part.locator('.if-moves').getByRole('checkbox', { checked: true }).first().uncheck({ force: true });
  await part.locator('.if-go .button-main').click();
  await part.locator('.if-result').waitFor({ timeout: 90_000 });
  return part;
}

/** All parts of a campaign, as fast as one can: nothing is said, nothing is ordered. */
export async function arc({ page }: Desk): Promise<void> {
  await page.locator('a[href^="#/campaign/"]').first().click();
  const [part, over] = [page.getByRole('button', { name: /^Begin “/ }), page.getByText('The whole arc')];
  for (let k = 0; k < 6; k += 1) {
    await part.or(over).first().waitFor();
    if ((await over.count()) > 0) return;
    await part.click();
    await page.locator('.table[data-phase="briefing"]').waitFor();
    await hurry(page);
    await page.getByRole('button', { name: 'Go on with the campaign' }).click();
    await page.locator('.campaign').waitFor();
  }
  throw new Error('the campaign never ended');
}

async function hurry(page: Page): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const at = await moment(page);
    if (at.phase === 'debrief') return;
    const next = { briefing: 'Begin the talks', talks: 'End my talks' }[at.phase];
    await page
      .getByRole('button', { name: next ?? (at.phase === 'orders' ? /^Seal/ : /^(On to round|See the result)/) })
      .first()
      .click();
    await untilAfter(page, at);
  }
}

/** Round after round of one screen for several, until somebody sits in that phase. */
export function turns(phase: string, round?: number): Get {
  return async ({ page }) => {
    for (let k = 0; k < 200; k += 1) {
      await page.locator('.curtain, .table').first().waitFor();
      if ((await page.locator('.curtain').count()) > 0) {
        await sitDown(page);
        continue;
      }
      const { phase: now, round: at } = await moment(page);
      if (now === phase && (round === undefined || at === round)) return;
      const turn = await page.evaluate(TURN);
      if (now === 'orders') {
        await giveFirstOrder(page);
        await page.getByRole('button', { name: /^Seal/ }).click();
      } else
        await page
          .getByRole('button', { name: /^(Begin the talks|End my talks|On to round|See the result)/ })
          .first()
          .click();
      await holds(page, `${TURN} !== ${JSON.stringify(turn)}`);
    }
    throw new Error(`never came to ${phase}`);
  };
}
