import type { Page } from 'playwright-core';
import { act, hostRoom, inPhase, joinRoom } from '../browser/class.ts';
import { beginGame, beginTogether, giveFirstOrder, playTo, sitDown } from '../browser/table.ts';
import type { Desk, Get, Journey } from './journey.ts';

/** Every screen there is. A new one is one line: its name, and the way there from the line above it. */
export const JOURNEYS: readonly Journey[] = [
  {
    name: 'pages',
    screens: [
      ['home', to('')],
      ['scenarios', to('new')],
      ['seats', to('new/tariff-standoff-2019')],
      ['seats-dossiers', opened('details')],
      ['seats-hotseat', pressed('radio', 'Several of us, passing the screen around')],
      ['campaign-begin', toFirst('new', '.page a[href*="new-campaign"]')],
      ['documents', to('documents')],
      ['documents-positions', to('documents/tariff-standoff-2019/positions')],
      ['documents-contradictions', to('documents/tariff-standoff-2019/contradictions')],
      ['help', to('help')],
      ['settings', to('settings')],
      ['join', to('join')],
      ['host', to('host')],
      ['error-no-room', to('join/CCCCCC')],
      ['error-no-game', to('game/none')],
      ['error-not-a-save', notASave],
    ],
  },
  {
    name: 'solo',
    screens: [
      ['briefing', ({ page }) => beginGame(page, { seat: 'Kosovo', seed: 5, level: 'Full' })],
      ['talks', until('talks', 1)],
      ['map-legend', legend],
      ['situation', part('Situation')],
      ['forecasts', inSheet('Open the forecasts')],
      ['issue', draft],
      ['draft', part('Talks')],
      ['orders', until('orders', 1)],
      ['orders-chosen', ({ page }) => giveFirstOrder(page)],
      ['aftermath', until('aftermath', 1)],
      ['map-moves', pressed('button', 'Show all')],
      ['causes', inSheet(/Why\?.*Tension|Tension.*Why\?/)],
      ['causes-formula', ({ page }) => page.getByRole('dialog').locator('summary').first().click()],
      ['menu', inSheet('Menu')],
      ['talks-later', until('talks', 3)],
      ['documents-at-table', firstOf('.citation a, a.citation, .cite a, a[href*="/documents/"]')],
      ['debrief', ended],
      ['debrief-all-open', opened('.debrief details')],
      ['home-saves', to('')],
    ],
  },
  {
    name: 'mediator',
    screens: [
      ['briefing-mediator', ({ page }) => beginGame(page, { seat: 'European Union', seed: 2 })],
      ['talks-essential', until('talks', 1)],
      ['talks-suggestion', pressed('button', 'Take this text')],
      ['talks-tabled', pressed('button', 'Put this text on the table')],
      ['talks-reject', inSheet('Menu')],
    ],
  },
  {
    name: 'counter',
    screens: [['counter-offer', counter]],
  },
  {
    name: 'svg',
    // A browser without any canvas: the map falls back to SVG.
    before: 'HTMLCanvasElement.prototype.getContext = () => null;',
    screens: [
      ['map-svg', ({ page }) => beginGame(page, { seat: 'Serbia', seed: 5 })],
      ['map-svg-talks', mapAt('talks')],
      ['map-svg-moves', mapAt('aftermath')],
    ],
  },
  {
    name: 'without-map',
    without: /Stage-[^/]*\.js/,
    screens: [
      [
        'map-failed',
        async ({ page }) => {
          await beginGame(page, { seat: 'Serbia', seed: 5 });
          await playTo(page, 'talks');
        },
      ],
    ],
  },
  {
    name: 'practice',
    screens: [
      [
        'practice',
        async ({ page }) => {
          await page.getByRole('button', { name: 'Practice (3 minutes)' }).click();
          await page.locator('.table').waitFor();
        },
      ],
      ['practice-talks', until('talks', 1)],
      ['practice-orders', until('orders', 1)],
      ['practice-aftermath', until('aftermath', 1)],
      ['practice-end', ended],
    ],
  },
  {
    name: 'hotseat',
    screens: [
      ['hotseat-curtain', ({ page }) => beginTogether(page, 'tariff-standoff-2019', ['Kosovo', 'Serbia'])],
      [
        'hotseat-briefing',
        async ({ page }) => {
          await sitDown(page);
        },
      ],
      ['hotseat-talks', turns('talks', 1)],
      ['hotseat-orders', turns('orders', 1)],
      ['hotseat-paper', turns('aftermath', 1)],
      ['hotseat-debrief', turns('debrief')],
    ],
  },
  {
    name: 'campaign',
    screens: [
      ['campaign-seats', toFirst('new', '.page a[href*="new-campaign"]')],
      [
        'campaign-briefing',
        async ({ page }) => {
          await page.getByRole('button', { name: 'Take the seat' }).click();
          await page.locator('.table').waitFor();
        },
      ],
      ['campaign-part-over', ended],
      ['campaign-between', pressed('button', 'Go on with the campaign')],
      ['home-campaign', to('')],
    ],
  },
  {
    name: 'class',
    screens: [
      ['class-desk-empty', openRoom],
      ['class-seats', ({ device, url }) => device('a').then((page) => pick(page, url))],
      ['class-waiting', ({ device }) => device('a').then((page) => join(page, 'Kosovo', 'Ana'))],
      [
        'class-desk',
        async ({ device }) => {
          await join(await device('b'), 'Serbia', 'Besa');
          await join(await device('wall'), 'Only watch');
        },
      ],
      ['class-briefing', startLesson],
      ['class-talks', together('talks')],
      ['class-wall', wall],
      ['class-orders', together('orders')],
      ['class-aftermath', together('aftermath')],
      ['class-wall-news', wall],
      ['class-desk-lesson', async () => undefined],
      ['class-debrief', lessonOver],
      ['class-desk-debrief', async () => undefined],
      ['class-wall-debrief', wall],
    ],
  },
];

type Kind = 'button' | 'link' | 'radio' | 'text';

/** A page by its address. */
function to(at: string): Get {
  return async ({ page, url }) => {
    await page.goto(`${url}#/${at}`);
    await page.locator('main h1').first().waitFor();
  };
}

function toFirst(at: string, selector: string): Get {
  return async (desk) => {
    await to(at)(desk);
    await desk.page.locator(selector).first().click();
    await desk.page.locator('.setup-go, main h1').first().waitFor();
  };
}

function pressed(kind: Kind, name: string | RegExp): Get {
  return async ({ page }) => {
    if (kind === 'radio') await page.getByRole('radio', { name }).first().check({ force: true });
    else await (kind === 'text' ? page.getByText(name) : page.getByRole(kind, { name })).first().click();
  };
}

function firstOf(selector: string): Get {
  return async ({ page }) => page.locator(selector).filter({ visible: true }).first().click();
}

/** Everything that is folded there. */
function opened(selector: string): Get {
  return async ({ page }) => {
    await page.locator(selector).first().waitFor({ state: 'attached' });
    await page.evaluate(`for (const one of document.querySelectorAll('${selector}')) one.open = true;`);
  };
}

/** A sheet over the table; one that is open goes before. */
function inSheet(name: string | RegExp): Get {
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
function part(name: string): Get {
  return async ({ page, narrow }) => {
    await closeSheet(page);
    if (narrow) await page.locator('.part-nav').getByRole('button', { name }).click();
  };
}

function until(phase: string, round?: number): Get {
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
    await page.locator('.stage-picture[data-drawn="yes"]').waitFor({ timeout: 20_000 });
}

function mapAt(phase: string): Get {
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

async function legend(desk: Desk): Promise<void> {
  await unfoldMap(desk);
  await desk.page.getByText('What the map shows').click();
}

async function ended({ page }: Desk): Promise<void> {
  await closeSheet(page);
  if (page.url().includes('/documents')) await page.goBack();
  await playTo(page, 'debrief');
  await page.getByRole('heading', { name: 'How each seat did' }).waitFor();
  await page.waitForTimeout(2500);
}

/** An issue opened, and a clause chosen in it and in the next. */
async function draft(desk: Desk): Promise<void> {
  await part('Issues')(desk);
  const { page } = desk;
  for (const k of [2, 3]) {
    const issue = page.locator(`.issue-list > li:nth-child(${k})`);
    await issue.locator('.issue-open').click();
    await issue.locator('.choice:not([data-selected]) .choice-button').first().click();
  }
}

/** One of two people tables a text and hands the screen over; the other takes the text up and changes it. */
async function counter(desk: Desk): Promise<void> {
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

async function notASave({ page, url }: Desk): Promise<void> {
  await page.goto(`${url}#/`);
  const file = { name: 'holiday.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear diary\n') };
  await page.getByTestId('open-file').setInputFiles(file);
  await page.getByRole('dialog').waitFor();
}

/** Round after round of one screen for several, until somebody sits in that phase. */
function turns(phase: string, round?: number): Get {
  return async ({ page }) => {
    for (let k = 0; k < 120; k += 1) {
      await page.locator('.curtain, .table').first().waitFor();
      if ((await page.locator('.curtain').count()) > 0) await sitDown(page);
      const table = page.locator('.table');
      const [now, at] = [await table.getAttribute('data-phase'), Number(await table.getAttribute('data-round'))];
      if (now === phase && (round === undefined || at === round)) return;
      if (now === 'orders') {
        await giveFirstOrder(page);
        await page.getByRole('button', { name: /^Seal/ }).click();
      } else
        await page
          .getByRole('button', { name: /^(Begin the talks|End my talks|On to round|See the result)/ })
          .first()
          .click();
      await page.waitForTimeout(150);
    }
    throw new Error(`never came to ${phase}`);
  };
}

/** Codes of the rooms, by the page of the desk that opened them. */
const codes = new WeakMap<Page, string>();
let latest = '';

async function openRoom({ page, url }: Desk): Promise<void> {
  await page.goto(`${url}#/`);
  latest = await hostRoom(page);
  codes.set(page, latest);
}

async function pick(page: Page, url: string): Promise<Page> {
  await page.goto(`${url}#/join/${latest}`);
  await page.getByRole('radio').first().waitFor();
  return page;
}

async function join(page: Page, seat: string, name?: string): Promise<Page> {
  await page.goto(new URL('#/', page.url()).href);
  await joinRoom(page, latest, seat, name);
  return page;
}

async function startLesson({ page, device }: Desk): Promise<Page> {
  await page.getByRole('button', { name: 'Start the game' }).click();
  const [a, b] = [await device('a'), await device('b')];
  await Promise.all([inPhase(a, 'briefing'), inPhase(b, 'briefing')]);
  return a;
}

const BEFORE: Readonly<Record<string, string>> = { talks: 'briefing', orders: 'talks', aftermath: 'orders' };

function together(phase: string): Get {
  return async ({ device }) => {
    const [a, b] = [await device('a'), await device('b')];
    for (const one of [a, b]) await act(one, BEFORE[phase]!);
    await Promise.all([inPhase(a, phase), inPhase(b, phase)]);
    return a;
  };
}

async function wall({ device }: Desk): Promise<Page> {
  return device('wall');
}

/** The desk ends every phase until nothing is left. */
async function lessonOver({ page, device }: Desk): Promise<Page> {
  const a = await device('a');
  for (let k = 0; k < 60 && (await a.locator('.table').getAttribute('data-phase')) !== 'debrief'; k += 1) {
    await page.getByRole('button', { name: 'End this phase now' }).click();
    await page.waitForTimeout(400);
  }
  await a.getByRole('heading', { name: 'How each seat did' }).waitFor();
  await a.waitForTimeout(2500);
  return a;
}
