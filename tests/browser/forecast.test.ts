import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FORECAST_SEED } from '../../src/app/worker/forecast-protocol.ts';
import { type Forecast, forecastFor } from '../../src/forecast/index.ts';
import { parseJournal, resumeSession } from '../../src/session/index.ts';
import type { Case } from '../../src/world/index.ts';
import { scenario } from '../lab/played.ts';
import { withApp } from './app.ts';
import { problems } from './judge.ts';
import { beginGame, playPhase, playTo } from './table.ts';

const app = withApp();

const door = (page: Page) => page.getByRole('button', { name: 'Open the forecasts' });

/** The saved game as text, as the menu hands it out. */
async function saved(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Menu' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save to a file' }).click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
}

/** What src/forecast says for the seat in a saved game. */
function expected(text: string, seatId: string): { c: Case; forecast: Forecast } {
  const parsed = parseJournal(text);
  if (!parsed.ok) throw new Error(parsed.fault.code);
  const { case: c } = scenario('scenarios/tariff-standoff-2019');
  const resumed = resumeSession(c, parsed.journal);
  if (!resumed.ok) throw new Error(resumed.fault.code);
  const seat = c.seats.findIndex(({ id }) => id === seatId);
  return { c, forecast: forecastFor(c, resumed.session.update(seat).view, { seed: FORECAST_SEED }) };
}

const points = (x: number): string => (Math.round(x * 10) / 10).toFixed(1);

/** Rows of a table in the panel, cell by cell. */
const rows = (page: Page, table: string): Promise<string[][]> =>
  page.evaluate(
    `[...document.querySelector(${JSON.stringify(table)}).tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))`,
  );

describe('the forecasts at the table', () => {
  it('are the numbers of src/forecast for the same view, and looking changes nothing', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Serbia', seed: 11, level: 'Full' });
    await playTo(page, 'talks', 2);
    const before = await saved(page);
    const { c, forecast } = expected(before, 'serbia');

    await door(page).click();
    await page.locator('.chance').waitFor();
    expect(await page.locator('.chance-share').innerText()).toBe(`${Math.round(100 * forecast.deal.share)} %`);
    const shown = await rows(page, '[data-part="issues"] > .forecast-data table');
    const byOrder = c.issues.map((_, no) => no).sort((a, b) => c.issues[a]!.order - c.issues[b]!.order);
    expect(shown.map((row) => row.slice(1))).toEqual(
      byOrder.map((issue) => {
        const { compromise, band, unweighted, median } = forecast.issues[issue]!;
        return [points(compromise), band.map(points).join('–'), points(unweighted), points(median)];
      }),
    );
    for (const issue of byOrder) {
      const odds = await rows(page, `[data-part="issues"] [data-issue="${c.issues[issue]!.id}"] .odds`);
      expect(odds.map((row) => row.at(-1))).toEqual(
        forecast.issues[issue]!.odds.map((p) => `${Math.round(100 * p)} %`),
      );
    }
    const trades = await rows(page, '[data-part="swaps"] .forecast-data table').catch(() => []);
    expect(trades.map((row) => row.at(-1))).toEqual(forecast.swaps.flatMap(({ gain }) => [points(gain), points(gain)]));
    if (forecast.nash) expect(await page.locator('.packages-nash .clause').count()).toBe(forecast.nash.clauses.length);
    await page.keyboard.press('Escape');
    expect(await saved(page)).toBe(before);
    expect(troubles).toEqual([]);
  });

  it('have no fault that axe can find in both themes, reflow at 320 px, and work by keyboard', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Kosovo', seed: 7, level: 'Full' });
    await playPhase(page);
    await door(page).focus();
    await page.keyboard.press('Enter');
    await page.locator('.chance').waitFor();
    // The historical rounds are folded away twice, behind their warning.
    const history = page.locator('[data-part="history"]');
    expect(await history.getByRole('table').count()).toBe(0);
    await history.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await page.getByText('Warning. The rounds rebuild').waitFor();
    expect(await history.getByRole('table').count()).toBe(0);
    await history.locator('summary').nth(1).focus();
    await page.keyboard.press('Enter');
    expect(await history.getByRole('table').count()).toBe(2);
    // Each line explains itself where it stands.
    const term = page.locator('.lean-key').getByRole('button', { name: 'weighted median' });
    await term.focus();
    const explained = await page.evaluate(
      'document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent',
    );
    expect(explained).toContain('half of all weight');
    // Escape closes the explanation first, and only then the sheet.
    await page.keyboard.press('Escape');
    expect(await page.locator('.chance').count()).toBe(1);
    await page.evaluate('document.querySelectorAll(".forecast details").forEach((one) => { one.open = true; })');
    expect(await problems(page, 'forecasts', '.dialog-body')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.forecast').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Open the forecasts');
    expect(troubles).toEqual([]);
  });

  it('are left out on the essential level, like the value without a deal', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Kosovo', seed: 7, level: 'Essential' });
    await playPhase(page);
    await page.getByRole('heading', { name: 'At home' }).waitFor();
    expect(await door(page).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Without a deal' }).count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
