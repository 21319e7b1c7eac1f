import type { Page } from 'playwright-core';
import { act, hostRoom, inPhase, joinRoom } from '../browser/class.ts';
import { moment, untilAfter } from '../browser/table.ts';
import type { Desk, Get } from './journey.ts';

/** Ways to the screens of a class: the first page is the teacher's desk, the other devices are named. */

/** Codes of the rooms, by the page of the desk that opened them. */
const codes = new WeakMap<Page, string>();

export async function openRoom({ page, url }: Desk): Promise<void> {
  await page.goto(`${url}#/`);
  codes.set(page, await hostRoom(page));
}

export async function pick({ page: desk, url, device }: Desk): Promise<Page> {
  const page = await device('a');
  await page.goto(`${url}#/join/${codes.get(desk)}`);
  await page.getByRole('radio').first().waitFor();
  return page;
}

/** Sits down, or only watches, at the device of that name. */
export function joined(name: string, seat: string, as?: string): Get {
  return async ({ page: desk, url, device }) => {
    const page = await device(name);
    await page.goto(`${url}#/`);
    await joinRoom(page, codes.get(desk)!, seat, as);
    return page;
  };
}

export async function startLesson({ page, device }: Desk): Promise<Page> {
  await page.getByRole('button', { name: 'Start the game' }).click();
  const [a, b] = [await device('a'), await device('b')];
  await Promise.all([inPhase(a, 'briefing'), inPhase(b, 'briefing')]);
  return a;
}

const BEFORE: Readonly<Record<string, string>> = { talks: 'briefing', orders: 'talks', aftermath: 'orders' };

/** Both people do what ends the phase before. */
export function together(phase: string): Get {
  return async ({ device }) => {
    const [a, b] = [await device('a'), await device('b')];
    for (const one of [a, b]) await act(one, BEFORE[phase]!);
    await Promise.all([inPhase(a, phase), inPhase(b, phase)]);
    return a;
  };
}

/** The wall, once it shows that; without a title, whatever it ends with. */
export function wall(title?: string): Get {
  return async ({ device }) => {
    const page = await device('wall');
    await (title
      ? page.locator('.watch h1', { hasText: title })
      : page.locator('.watch .watch-ending, .watch .watch-seats')
    )
      .first()
      .waitFor();
    return page;
  };
}

/** The desk ends every phase until nothing is left. */
export async function lessonOver({ page, device }: Desk): Promise<Page> {
  const a = await device('a');
  for (let k = 0; k < 60; k += 1) {
    const at = await moment(a);
    if (at.phase === 'debrief') break;
    // Forced: four pages draw at once here, and one behind the others waits long for two frames in a row.
    await page.getByRole('button', { name: 'End this phase now' }).click({ force: true });
    await untilAfter(a, at);
  }
  await a.getByRole('heading', { name: 'How each seat did' }).waitFor();
  return a;
}
