import { beginGame, beginTogether, giveFirstOrder, playTo, sitDown } from '../browser/table.ts';
import { joined, lessonOver, openRoom, pick, startLesson, together, wall } from './class.ts';
import type { Journey } from './journey.ts';
import {
  arc,
  counter,
  draft,
  ended,
  firstOf,
  inSheet,
  legend,
  mapAt,
  notASave,
  opened,
  openOld,
  part,
  pressed,
  to,
  toFirst,
  turns,
  until,
  whatIf,
} from './ways.ts';

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
      ['debrief-what-if', whatIf],
      // Scores open to causes, each to its formula: a page of its own, see the screens on causes.
      ['debrief-all-open', opened('.debrief-part:not([data-part="scores"]) details, .goal-list details')],
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
    name: 'stored',
    screens: [
      [
        'stored-game',
        async ({ page }) => {
          await beginGame(page, { seat: 'Kosovo', seed: 3 });
          await playTo(page, 'talks', 3);
          await openOld(page);
        },
      ],
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
      ['campaign-arc', arc],
    ],
  },
  {
    name: 'class',
    screens: [
      ['class-desk-empty', openRoom],
      ['class-seats', pick],
      ['class-waiting', joined('a', 'Kosovo', 'Ana')],
      [
        'class-desk',
        async (desk) => {
          await joined('b', 'Serbia', 'Besa')(desk);
          await joined('wall', 'Only watch')(desk);
        },
      ],
      ['class-briefing', startLesson],
      ['class-talks', together('talks')],
      ['class-wall', wall('Talks')],
      ['class-orders', together('orders')],
      ['class-aftermath', together('aftermath')],
      ['class-wall-news', wall('What happened')],
      ['class-desk-lesson', async () => undefined],
      ['class-debrief', lessonOver],
      ['class-desk-debrief', async () => undefined],
      ['class-wall-debrief', wall()],
    ],
  },
];
