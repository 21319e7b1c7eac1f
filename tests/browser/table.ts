import type { Page } from 'playwright-core';

/** What a person does at the table, for tests: by roles and names, as assistive technology finds them. */

export interface Game {
  readonly seat: string;
  readonly seed?: number;
  readonly level?: 'Essential' | 'Full';
}

/** From anywhere to the briefing of a new game. */
export async function beginGame(page: Page, { seat, seed, level }: Game): Promise<void> {
  await page.goto(new URL('#/new/tariff-standoff-2019', page.url()).href);
  await page.getByRole('radio', { name: seat, exact: true }).check({ force: true });
  if (level) await page.getByRole('radio', { name: level, exact: true }).check({ force: true });
  if (seed !== undefined) {
    await page.getByText('More choices').click();
    await page.getByLabel('Number of the game').fill(String(seed));
  }
  await page.getByRole('button', { name: 'Take the seat' }).click();
  await page.locator('.table[data-phase="briefing"]').waitFor();
}

export interface Moment {
  readonly phase: string;
  readonly round: number;
}

export async function moment(page: Page): Promise<Moment> {
  const table = page.locator('.table');
  const [phase, round] = await Promise.all([table.getAttribute('data-phase'), table.getAttribute('data-round')]);
  return { phase: phase ?? '', round: Number(round) };
}

/** Waits until the game stands elsewhere than at `from`. */
export async function untilAfter(page: Page, from: Moment): Promise<Moment> {
  await page
    .locator(`.table:not([data-phase="${from.phase}"]), .table:not([data-round="${from.round}"])`)
    .waitFor({ timeout: 20_000 });
  return moment(page);
}

/** Does the least that ends the present phase; in talks signs what lies there, in orders gives the first simple order. */
export async function playPhase(page: Page): Promise<Moment> {
  const at = await moment(page);
  if (at.phase === 'briefing') await page.getByRole('button', { name: 'Begin the talks' }).first().click();
  if (at.phase === 'talks') {
    const sign = page.getByRole('button', { name: 'Sign', exact: true });
    for (let left = await sign.count(); left > 0; left = await sign.count()) {
      await sign.first().click();
      // A signed draft has no such button any more; a draft that came meanwhile has one.
      const since = Date.now();
      while ((await sign.count()) >= left && Date.now() - since < 2_000) await page.waitForTimeout(20);
    }
    await page.getByRole('button', { name: 'End my talks' }).click();
  }
  if (at.phase === 'orders') {
    await giveFirstOrder(page);
    await page.getByRole('button', { name: /^Seal/ }).click();
  }
  if (at.phase === 'aftermath')
    await page
      .getByRole('button', { name: /^(On to round|See the result)/ })
      .first()
      .click();
  return untilAfter(page, at);
}

/** The first order that needs no further choice, with a reason. */
export async function giveFirstOrder(page: Page): Promise<void> {
  const boxes = page.locator('.moves').first().getByRole('checkbox');
  for (let k = 0; k < (await boxes.count()); k += 1) {
    if (await boxes.nth(k).isDisabled()) continue;
    await boxes.nth(k).check({ force: true });
    if ((await page.locator('.parameters').count()) === 0) break;
    await boxes.nth(k).uncheck({ force: true });
  }
  await page.getByLabel('Why these orders?').fill('It is the next step of our plan.');
}

/** Plays until the game stands at `phase` (of `round`). */
export async function playTo(page: Page, phase: string, round?: number): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    const at = await moment(page);
    // What the catalogue lacks is shown in such brackets.
    const missing = /⟦[^⟧]*⟧/.exec(await page.locator('body').innerText());
    if (missing) throw new Error(`no words for ${missing[0]}`);
    if (at.phase === phase && (round === undefined || at.round === round)) return;
    await playPhase(page);
  }
  throw new Error(`never came to ${phase}`);
}

/** A new game in which people sit on these seats. */
export async function beginTogether(page: Page, scenario: string, seats: readonly string[]): Promise<void> {
  await page.goto(new URL(`#/new/${scenario}`, page.url()).href);
  await sitTogether(page, seats);
}

/** From a page where seats are chosen, of a scenario or of a campaign, to the first curtain. */
export async function sitTogether(page: Page, seats: readonly string[]): Promise<void> {
  await page.getByRole('radio', { name: 'Several of us, passing the screen around' }).check({ force: true });
  const boxes = page.getByRole('group', { name: 'Seats that people play' }).getByRole('checkbox');
  for (let k = 0; k < (await boxes.count()); k += 1) {
    const label = await boxes
      .nth(k)
      .evaluate((box) => (box as unknown as { labels: { innerText: string }[] }).labels[0]?.innerText ?? '');
    await boxes.nth(k).setChecked(
      seats.some((seat) => label.includes(seat)),
      { force: true },
    );
  }
  await page.getByRole('button', { name: `Begin with ${seats.length} players` }).click();
  await page.locator('.curtain').waitFor();
}

/** Behind the curtain it says for whom; that person sits down. */
export async function sitDown(page: Page): Promise<string> {
  await page.locator('.curtain').waitFor();
  const seat = (await page.locator('.curtain').getAttribute('data-curtain')) ?? '';
  await page.getByRole('button', { name: /^I am / }).click();
  await page.locator('.table').waitFor();
  return seat;
}

/** Whose turn it is, in which phase and round; run in the page. */
export const TURN = `(() => {
  const table = document.querySelector('.table');
  if (!table || document.querySelector('.curtain')) return 'elsewhere';
  const names = [...document.querySelectorAll('.bar-name')].map((name) => name.innerText);
  return [table.dataset.round, table.dataset.phase, names.join()].join(' ');
})()`;

/** Goes round at one screen until the game is over, or until `round` begins: nobody says anything, everybody gives one order. */
export async function playTogether(page: Page, round?: number): Promise<void> {
  for (let step = 0; step < 160; step += 1) {
    await page.locator('.curtain, .table').first().waitFor();
    if ((await page.locator('.curtain').count()) > 0) {
      await sitDown(page);
      continue;
    }
    const table = page.locator('.table');
    const phase = await table.getAttribute('data-phase');
    if (phase === 'debrief') return;
    if (round !== undefined && Number(await table.getAttribute('data-round')) >= round) return;
    const turn = await page.evaluate(TURN);
    if (phase === 'aftermath') {
      // The paper is read together: it shows nobody's secrets.
      if ((await table.getAttribute('data-shared')) === null) throw new Error('the paper is not shared');
      await page
        .getByRole('button', { name: /^(On to round|See the result)/ })
        .first()
        .click();
    } else if (phase === 'briefing') await page.getByRole('button', { name: 'Begin the talks' }).first().click();
    else if (phase === 'talks') await page.getByRole('button', { name: 'End my talks' }).click();
    else {
      await giveFirstOrder(page);
      await page.getByRole('button', { name: /^Seal/ }).click();
    }
    // Until another turn, phase or curtain is there. Asked in one go: a table that goes in between would be waited for.
    const since = Date.now();
    while ((await page.evaluate(TURN)) === turn) {
      if (Date.now() - since > 10_000) throw new Error(`nothing follows after ${turn}`);
      await page.waitForTimeout(50);
    }
  }
  throw new Error('the game never ended');
}
