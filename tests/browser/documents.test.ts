import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { touchedBy } from '../../src/app/debrief/data/touched.ts';
import type { Session, Update } from '../../src/session/index.ts';
import { scenario } from '../lab/played.ts';
import { withApp } from './app.ts';
import { axeFaults, problems } from './judge.ts';
import { openSave, playedSession } from './saves.ts';
import { beginGame, playTo } from './table.ts';

const app = withApp();

/** What the focused control is called, and where the focus is. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    return { text: at?.innerText ?? '', path: at?.dataset.path ?? '', class: at?.className ?? '' };
  });

/** Presses Tab until the focus is on what `selector` finds. */
async function reach(page: Page, selector: string, most = 120): Promise<void> {
  for (let k = 0; k < most; k += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector)) return;
  }
  throw new Error(`the keyboard does not lead to ${selector}`);
}

/** An id of a document beside a paragraph number, as journals have it: nobody should read it. */
const RAW = /[a-z]+-20\d\d(?: ¶|, paragraph )\d/;

describe('the document room', () => {
  it('is open to readers without a game, by keyboard from the list of scenarios', async () => {
    const { page, troubles } = await app.open('#/new');
    await page.getByRole('heading', { name: 'Choose a scenario' }).waitFor();
    await reach(page, 'a[href="#/documents"]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Document room' }).waitFor();
    await reach(page, 'a[href="#/documents/tariff-standoff-2019"]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await reach(page, '.catalogue a[href$="/moscow-times-2019"]');
    await page.keyboard.press('Enter');
    await page.locator('.room[data-page="moscow-times-2019"]').waitFor();
    expect(await focused(page)).toMatchObject({ class: 'room-title' });

    // A paragraph in our own words, what rests on it, and on to where a number belongs.
    const twelve = page.locator('.paragraph', { has: page.locator('#at-moscow-times-2019-12') });
    expect(await twelve.locator('.paragraph-says').innerText()).toContain('Interpol');
    await twelve.locator('summary').press('Enter');
    expect(await twelve.locator('.number').count()).toBeGreaterThan(20);
    await twelve.locator('.number[data-path="positions/kosovo/tariffs/declared"] .number-issue').press('Enter');
    await page.locator('.room[data-page="issues"]').waitFor();
    expect(await focused(page)).toMatchObject({ path: 'positions/kosovo/tariffs/declared' });
    // And from the number to its paragraph.
    await page.locator('.number-marked .cite-link').press('Enter');
    await page.locator('.paragraph-here #at-moscow-times-2019-12').waitFor();
    expect(await focused(page)).toMatchObject({ path: 'positions/kosovo/tariffs/declared' });
    expect(await page.locator('.paragraph-here .rests').getAttribute('open')).not.toBeNull();
    await page.goBack();
    await page.locator('.room[data-page="issues"]').waitFor();
    expect(troubles).toEqual([]);
  });

  it('shows every coded number of each scenario on the page of its grade', async () => {
    const { page, troubles } = await app.open();
    for (const id of ['tariff-standoff-2019', 'the-deal-2025']) {
      const { case: c, meta } = scenario(`scenarios/${id}`);
      const found: string[] = [];
      for (const at of [...Object.keys(meta.sources), 'assumed']) {
        await page.goto(`${app.url}#/documents/${id}/${at}`);
        await page.locator(`.room[data-page="${at}"]`).waitFor();
        // Closed lists are in the page too.
        found.push(
          ...(await page
            .locator('.number')
            .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.path ?? ''))),
        );
      }
      expect(found.sort()).toEqual(Object.keys(c.cites).sort());
      const shares = await page.goto(`${app.url}#/documents/${id}`).then(() => page.locator('.shares').innerText());
      const stated = Object.values(c.cites).filter(({ grade }) => grade === 'stated').length;
      expect(shares).toContain(`All coded numbers (${found.length})`);
      expect(shares).toContain(`stated ${stated} (`);
    }
    expect(troubles).toEqual([]);
  });

  it('has no fault that axe can find on any of its pages, in both themes, and fits 320 px', {
    timeout: 240_000,
  }, async () => {
    const { page, troubles } = await app.open();
    const found: string[] = [];
    await page.goto(`${app.url}#/documents`);
    await page.getByRole('heading', { name: 'Document room' }).waitFor();
    found.push(...(await problems(page, 'choice')));
    const pages = ['overview', 'moscow-times-2019/14', 'positions', 'issues', 'contradictions', 'assumed', 'model'];
    for (const at of pages) {
      await page.goto(`${app.url}#/documents/tariff-standoff-2019/${at}`);
      await page.locator(`.room[data-page="${at.split('/')[0]}"]`).waitFor();
      const text = (await page.locator('main').textContent()) ?? '';
      expect(text).not.toContain('⟦');
      expect(RAW.exec(text)).toBeNull();
      // The longest lists are made of the same lines as the others, and axe takes its time.
      if (at !== 'issues' && at !== 'assumed') found.push(...(await problems(page, at)));
    }
    expect(found).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('says so where there is no such scenario', async () => {
    const { page } = await app.open('#/documents/nowhere');
    await page.getByRole('alert').getByText('There is no such scenario here.').waitFor();
  });
});

describe('at the table', () => {
  it('lies over the game: from a number to its paragraph and back, by keyboard, and the game stays', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'United States', seed: 3, level: 'Full' });
    await playTo(page, 'talks', 1);
    await page.getByRole('button', { name: 'Take this text' }).first().click();
    const draft = await page.locator('.issue-moved').count();
    expect(draft).toBeGreaterThan(0);
    const table = page.url();
    const card = page.locator('[data-issue="recognition"]');
    await card.locator('.issue-open').press('Enter');
    await reach(page, '[data-issue="recognition"] .known .cite-link');
    expect(await axeFaults(page, '[data-issue="recognition"]')).toEqual([]);
    const { text } = await focused(page);
    expect(text).toMatch(/^(Moscow Times, 2019, ¶\d+|assumption)$/);

    // There: the paragraph in our own words, the number marked and focused.
    const open = async () => {
      await page.keyboard.press('Enter');
      await page.locator('.room .number-marked').waitFor();
      await page.waitForFunction(() => document.activeElement?.matches('.number-marked'));
    };
    await open();
    expect(await page.getByRole('dialog').locator('.paragraph-here .paragraph-says').innerText()).not.toBe('');
    // On to another page and back by Escape: one step, and the focus is where it was.
    await page.locator('.catalogue a[href$="/assumed"]').press('Enter');
    await page.locator('.room[data-page="assumed"]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.room').waitFor({ state: 'detached' });
    await page.waitForFunction((url) => location.href === url, table);
    await page.waitForFunction(() => document.activeElement?.matches('.cite-link'));
    expect((await focused(page)).text).toBe(text);
    expect(await page.locator('.issue-moved').count()).toBe(draft);

    // Back in the browser does the same, one page at a time.
    await open();
    await page.locator('.catalogue a[href$="/model"]').press('Enter');
    await page.locator('.room[data-page="model"]').waitFor();
    await page.goBack();
    await page.locator('.room[data-page="moscow-times-2019"]').waitFor();
    await page.goBack();
    await page.locator('.room').waitFor({ state: 'detached' });
    expect(page.url()).toBe(table);
    expect(await page.locator('.issue-moved').count()).toBe(draft);

    // From a paragraph to the card of the issue.
    await page.waitForFunction(() => document.activeElement?.matches('.cite-link'));
    await open();
    const paths = await page
      .locator('.paragraph-here .number:has(.number-back)')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.path ?? ''));
    const path = paths.find((one) => /^positions\/\w+\/(?!recognition\/)/.test(one))!;
    const issue = path.split('/')[2]!;
    await page.locator(`.paragraph-here .number[data-path="${path}"] .number-back`).press('Enter');
    await page.waitForFunction((id) => document.activeElement?.closest(`[data-issue="${id}"]`) !== null, issue);
    expect(await page.locator(`[data-issue="${issue}"] .issue-open`).getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.issue-moved').count()).toBe(draft);
    expect(page.url()).toBe(table);
    expect(troubles).toEqual([]);
  });

  it('comes back after a reload, and opens from the menu, the ledger, the brief; axe finds nothing', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Kosovo', seed: 3 });
    const table = page.url();
    // The brief: a goal and its paragraph.
    await page.locator('.brief .goals .cite-link').first().press('Enter');
    await page.locator('.room .number-marked').waitFor();
    expect(await page.locator('.number-back').count()).toBe(0);
    await page.reload();
    await page.locator('.room .number-marked').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.room').waitFor({ state: 'detached' });
    expect(page.url()).toBe(table);

    await playTo(page, 'talks', 1);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Document room' }).click();
    await page.locator('.room[data-page="overview"]').waitFor();
    expect(await problems(page, 'over the table')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.locator('.room').waitFor({ state: 'detached' });

    // The address of a page alone, in a fresh page: the game with the room over it.
    await page.goto('about:blank');
    await page.goto(`${table}/documents/moscow-times-2019/14`);
    await page.locator('.paragraph-here #at-moscow-times-2019-14').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction((url) => location.href === url, table);
    await page.locator('.table[data-phase="talks"]').waitFor();
    expect(troubles).toEqual([]);
  });
});

/** The contradictions that every reader should be able to meet, and between which documents they lie. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  borders: ['moscow-times-2019', 'state-2021'],
  path: ['state-2021', 'nss-2025'],
  recognition: ['state-2021', 'rutte-2025'],
  broker: ['state-2021', 'nss-2025'],
};

interface Saved {
  readonly scenario: string;
  readonly text: string;
  readonly touched: readonly string[];
}

/** A whole game between bots, but for one seat that puts a text on the border on the table as soon as it may. */
function playedWith(id: string, who: string, seed: number): Saved {
  const { case: c } = scenario(`scenarios/${id}`);
  const border = c.issues.findIndex((one) => one.id === 'border');
  let said = 0;
  const act = (session: Session, seat: number) => {
    if (session.phase !== 'talks' || border < 0) return;
    said += 1;
    session.ask({ do: 'table', seat, clauses: [[border, 1]] }, seat, `t${said}`);
  };
  const session = playedSession({ scenario: id, seat: who, seed, act });
  const update = session.update(c.seats.findIndex((one) => one.id === who)) as Required<Update>;
  const touched = touchedBy(c, update.opened, update.talks).map((one) => c.contradictions[one.contradiction]!.id);
  return { scenario: id, text: session.save(), touched };
}

/** Few games that touch all of them together; other bots may need other seeds, so a handful are tried. */
function gamesTouchingAll(): Saved[] {
  const games: Saved[] = [];
  const left = new Set(Object.keys(NAMED));
  for (let seed = 1; seed <= 8 && left.size > 0; seed += 1)
    for (const who of ['us', 'serbia', 'eu']) {
      if (left.size === 0) break;
      const game = playedWith('back-to-the-table-2021', who, seed);
      if (!game.touched.some((id) => left.has(id))) continue;
      games.push(game);
      for (const id of game.touched) left.delete(id);
    }
  return games;
}

describe('the contradictions between the documents', () => {
  it('are each named in a debrief, with both sides linked to their paragraphs', { timeout: 240_000 }, async () => {
    const games = gamesTouchingAll();
    const { page, troubles } = await app.open();
    const seen = new Set<string>();
    for (const game of games) {
      const { case: c } = scenario(`scenarios/${game.scenario}`);
      await openSave(page, app.url, game.text);
      const part = page.locator('[data-part="documents"]');
      await part.waitFor({ timeout: 60_000 });
      for (const id of game.touched.filter((one) => NAMED[one] && !seen.has(one))) {
        seen.add(id);
        const sides = c.contradictions.find((one) => one.id === id)!.sources;
        expect(sides.map(([source]) => source)).toEqual(expect.arrayContaining([...NAMED[id]!]));
        const named = part.locator(`[data-contradiction="${id}"]`);
        expect(await named.locator('h3').innerText()).not.toContain('⟦');
        const links = named.locator('.cited a.cite-link');
        expect(await links.count()).toBe(sides.length);
        for (const [k, [source, paragraph]] of sides.entries()) {
          await links.nth(k).press('Enter');
          const here = page.locator(`.paragraph-here #at-${source}-${paragraph}`);
          await here.waitFor();
          expect((await here.innerText()).length).toBeGreaterThan(40);
          // The paragraph knows of the contradiction too.
          expect(await page.locator('.paragraph-here .paragraph-against a').count()).toBeGreaterThan(0);
          await page.keyboard.press('Escape');
          await page.locator('.room').waitFor({ state: 'detached' });
        }
      }
      // Everybody's reasons and the story name documents as people do, and link them.
      await page.evaluate(() => {
        for (const one of document.querySelectorAll<HTMLDetailsElement>('.debrief details')) one.open = true;
      });
      const story = page.locator('[data-part="story"]');
      expect(RAW.exec(await page.locator('.debrief').innerText())).toBeNull();
      expect(await story.locator('.because a.cite-link').count()).toBeGreaterThan(3);
      expect(await axeFaults(page, '[data-part="documents"]')).toEqual([]);
    }
    expect([...seen].sort()).toEqual(Object.keys(NAMED).sort());
    expect(troubles).toEqual([]);
  });
});
