/** English. One file per area; ids begin with the area's name. */
import { app } from './app.ts';
import { appTable } from './app-table.ts';
import { bots } from './bots.ts';
import { campaign } from './campaign.ts';
import { causes } from './causes.ts';
import { check } from './check.ts';
import { debrief } from './debrief.ts';
import { documents } from './documents.ts';
import { faults } from './faults.ts';
import { forecast } from './forecast.ts';
import { help } from './help.ts';
import { hotseat } from './hotseat.ts';
import { ledger } from './ledger.ts';
import { net } from './net.ts';
import { news } from './news.ts';
import { play } from './play.ts';
import { playHelp } from './play-help.ts';
import { practice } from './practice.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { stage } from './stage.ts';
import { stored } from './stored.ts';
import { theatre } from './theatre.ts';

/** What the browser shows. */
export const onScreen: Readonly<Record<string, string>> = /* @__PURE__ */ Object.assign(
  {},
  app,
  appTable,
  bots,
  faults,
  help,
  hotseat,
  ledger,
  news,
  practice,
  session,
  settings,
  stage,
  theatre,
);

/** Everything: with the words of the terminal and of authors' tools, which a browser need not load. */
export const en: Readonly<Record<string, string>> = /* @__PURE__ */ Object.assign(
  {},
  onScreen,
  campaign,
  causes,
  debrief,
  documents,
  net,
  stored,
  check,
  forecast,
  play,
  playHelp,
);
