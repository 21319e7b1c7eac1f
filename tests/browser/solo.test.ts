import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { compileFolder, loadScenario, readFiles } from '../../src/scenario/index.ts';
import { openSession, parseJournal, replay } from '../../src/session/index.ts';
import { withApp } from './app.ts';
import { ROOT } from './launch.ts';
import { beginGame, moment, playTo } from './table.ts';

const app = withApp();

describe('solo play', () => {
  for (const [seed, seat] of ['Kosovo', 'Serbia', 'European Union', 'United States'].entries()) {
    it(`${seat} plays from the start to the result, and Node comes to the same hashes`, async () => {
      // One of the games with everything that moves, as most people will see it.
      const motion = seat === 'United States' ? 'no-preference' : 'reduce';
      const { page, troubles } = await app.open('', { reducedMotion: motion });
      await beginGame(page, { seat, seed: seed + 1 });
      await playTo(page, 'debrief');
      await page.getByRole('heading', { name: 'How each seat did' }).waitFor();
      expect(await page.locator('.score').count()).toBe(4);

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save to a file' }).click(),
      ]);
      const journal = parseJournal(readFileSync((await download.path())!, 'utf8'));
      if (!journal.ok) throw new Error(journal.fault.code);
      expect(journal.notices).toEqual([]);
      const scenario = loadScenario(join(ROOT, 'scenarios', journal.journal.header.scenario));
      if (!scenario.ok) throw new Error('the shipped scenario has faults');
      // Every round's hash was written by the browser; a replay that came to another one would be refused.
      const replayed = replay(scenario.bundle.case, journal.journal);
      expect(replayed.ok).toBe(true);
      expect(journal.journal.lines.filter((line) => line.line === 'check')).not.toHaveLength(0);
      expect(troubles).toEqual([]);
    });
  }

  it('comes back to the same game after a reload, and from the first page', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Serbia', seed: 5 });
    await playTo(page, 'orders', 2);
    const before = { ...(await moment(page)), numbers: await page.locator('.bar-numbers').innerText() };
    await page.reload();
    await page.locator('.table').waitFor();
    expect({ ...(await moment(page)), numbers: await page.locator('.bar-numbers').innerText() }).toEqual(before);

    await page.goto(app.url);
    await page.getByRole('link', { name: 'Continue as Serbia, round 2 of 6' }).click();
    await page.locator('.table[data-phase="orders"][data-round="2"]').waitFor();
    await playTo(page, 'talks', 3);
    expect(troubles).toEqual([]);
  });

  it('opens a saved game, and says what is wrong with a file that is none', async () => {
    const { page, troubles } = await app.open();
    await beginGame(page, { seat: 'Kosovo', seed: 6 });
    await playTo(page, 'aftermath', 1);
    await page.getByRole('button', { name: 'Menu' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save to a file' }).click(),
    ]);
    const saved = readFileSync((await download.path())!);
    await page.goto(app.url);
    const open = (name: string, buffer: Buffer) =>
      page.getByTestId('open-file').setInputFiles({ name, mimeType: 'text/plain', buffer });

    await open('holiday.txt', Buffer.from('Dear diary\n'));
    await page.getByRole('dialog', { name: 'This file cannot be opened' }).getByText('not a saved game').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

    await open(
      'changed.jsonl',
      Buffer.from(saved.toString().replace(/"hash":"[0-9a-f]{4}(?=[0-9a-f]{60}","public")/, '"hash":"0000')),
    );
    await page.getByRole('dialog').getByText('comes out differently').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

    await open('game.jsonl', saved);
    await page.locator('.table[data-phase="aftermath"]').waitFor();
    expect(troubles).toEqual([]);
  });

  it('opens a save whose scenario it does not ship, from the text that the save brings along', async () => {
    const files = readFiles(join(ROOT, 'tests/fixtures/mini'));
    const compiled = compileFolder(files);
    if (!compiled.ok) throw new Error('the fixture has faults');
    const players = ['bot:dealmaker', 'person', 'bot:dealmaker', 'bot:dealmaker'] as const;
    const session = openSession({ case: compiled.bundle.case, seed: 1, preset: 'short', level: 'full', players });
    const seat = session.players.indexOf('person');
    session.ask({ do: 'ready', seat }, seat, 'a');
    const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const bundle = JSON.stringify(Object.fromEntries([...files].map(([name, bytes]) => [name, decode(bytes)])));

    const { page, troubles } = await app.open();
    const buffer = Buffer.from(session.save(bundle));
    await page.getByTestId('open-file').setInputFiles({ name: 'mini.jsonl', mimeType: 'text/plain', buffer });
    await page.locator('.table').waitFor();
    await page.reload();
    await page.getByText('Two banks').first().waitFor();
    await playTo(page, 'aftermath', 1);
    expect(troubles).toEqual([]);
  });
});
