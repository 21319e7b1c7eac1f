import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Context, ExitCode } from '../../src/cli/command.ts';
import { ensureBrowser } from '../../src/cli/testing/chrome.ts';
import { RESOLVE, serveClass } from '../browser/class.ts';
import { launchBrowser, SIZES } from '../browser/launch.ts';
import { JOURNEYS } from './screens.ts';
import { type Shot, sheet } from './sheet.ts';
import { type Size, THEMES, Traveller } from './traveller.ts';

export interface Wanted {
  /** Parts of screen names; none: all. */
  readonly only: readonly string[];
  readonly sizes: readonly string[];
  readonly themes: readonly string[];
}

/** Journeys at a time: a page waits more than it works. */
const BESIDE = 3;

/** Takes the pictures, writes the sheet that shows them all, and says where it is. */
export async function runShots(context: Context, wanted: Wanted): Promise<ExitCode> {
  const sizes = chosen(Object.keys(SIZES) as Size[], wanted.sizes);
  const themes = chosen([...THEMES], wanted.themes);
  const named = (name: string) => wanted.only.length === 0 || wanted.only.some((part) => name.includes(part));
  const journeys = JOURNEYS.filter(({ screens }) => screens.some(([name]) => named(name)));
  if (!sizes || !themes || journeys.length === 0) {
    context.err(`demarche: there is no such picture. Sizes: ${Object.keys(SIZES).join(', ')}. Themes: day, night.`);
    context.err(`Screens: ${JOURNEYS.flatMap(({ screens }) => screens.map(([name]) => name)).join(', ')}.`);
    return 2;
  }
  const program = await ensureBrowser(context);
  if (!program) return 1;
  process.env.CHROME_PATH = program;
  await context.build('web');
  const folder = join(context.root, 'shots');
  if (wanted.only.length + wanted.sizes.length + wanted.themes.length === 0)
    rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  const [browser, app] = [await launchBrowser([RESOLVE]), await serveClass({ seed: 5 })];
  const world = { browser, url: app.url, themes, folder, named };
  const shots: Shot[] = [];
  const lost: string[] = [];
  // The longest first: nobody waits for the last of them alone.
  const work = journeys
    .flatMap((journey) => sizes.map((size) => ({ journey, size })))
    .sort((a, b) => b.journey.screens.length - a.journey.screens.length);
  const one = async () => {
    for (let next = work.shift(); next; next = work.shift()) {
      const { journey, size } = next;
      const since = Date.now();
      const traveller = new Traveller(world, journey, size);
      await traveller.go();
      shots.push(...traveller.shots);
      lost.push(...traveller.lost);
      const seconds = Math.round((Date.now() - since) / 1000);
      context.err(`${size}, ${journey.name}: ${traveller.shots.length} pictures in ${seconds} s`);
      for (const line of traveller.lost) context.err(`  ${line}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: BESIDE }, one));
  } finally {
    await browser.close();
    await app.close();
  }
  const order = JOURNEYS.flatMap(({ screens }) => screens.map(([name]) => name));
  const page = join(folder, 'index.html');
  writeFileSync(page, sheet([...shots].sort((a, b) => order.indexOf(a.screen) - order.indexOf(b.screen))));
  if (lost.length > 0) context.err(`demarche: ${lost.length} screens are missing:`);
  for (const line of lost) context.err(line);
  context.out(`${shots.length} pictures; see ${relative(context.cwd, page)}`);
  return lost.length === 0 ? 0 : 1;
}

function chosen<T extends string>(all: readonly T[], asked: readonly string[]): readonly T[] | undefined {
  if (asked.some((one) => !(all as readonly string[]).includes(one))) return undefined;
  return asked.length === 0 ? all : all.filter((one) => asked.includes(one));
}
