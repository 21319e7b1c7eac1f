import type { Page } from 'playwright-core';
import { attachBots } from '../../src/bots/index.ts';
import { openSession, type Phase, type Player, type Session } from '../../src/session/index.ts';
import { makeSay } from '../../src/words/index.ts';
import { scenario } from '../lab/played.ts';

/** Games played without a browser and opened there as files: for tests about what comes late in a game, and not about the way there. */

export interface Wanted {
  readonly scenario?: string;
  /** The person's seat, by id. */
  readonly seat: string;
  readonly seed: number;
  readonly level?: 'essential' | 'full';
  /** Where to stop; at the end of the game without it. */
  readonly at?: { readonly phase: Phase; readonly round: number };
  /** What the person says in each phase; by default nothing, while the bots play on. */
  readonly act?: (session: Session, seat: number) => void;
}

/** A game of one person with three dealmakers, as it stands when the wanted moment comes. */
export function playedSession({
  scenario: id = 'tariff-standoff-2019',
  seat: who,
  seed,
  level,
  at,
  act,
}: Wanted): Session {
  const { case: c, texts } = scenario(`scenarios/${id}`);
  const seat = c.seats.findIndex((one) => one.id === who);
  const players = c.seats.map((_, no): Player => (no === seat ? 'person' : 'bot:dealmaker'));
  const session = openSession({ case: c, seed, preset: c.presets[0]!.id, level: level ?? 'full', players });
  attachBots(session, { say: makeSay('en', texts.en ?? {}) });
  const there = () => session.phase === at?.phase && session.update(seat).flow.round === at.round;
  for (let k = 0; k < 200 && session.phase !== 'debrief' && !there(); k += 1) {
    act?.(session, seat);
    session.advance();
  }
  if (at && !there()) throw new Error(`the game never came to ${at.phase} ${at.round}`);
  return session;
}

/** Opens a game from its text, as somebody does who was sent the file. */
export async function openSave(page: Page, url: string, text: string): Promise<void> {
  await page.goto(url);
  await page
    .getByTestId('open-file')
    .setInputFiles({ name: 'game.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(text) });
}

/** A game of this kind on the screen. */
export async function openPlayed(page: Page, url: string, wanted: Wanted): Promise<void> {
  await openSave(page, url, playedSession(wanted).save());
  await page.locator('.table').waitFor();
}
