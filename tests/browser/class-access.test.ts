import { expect, it } from 'vitest';
import { withApp } from './app.ts';
import { act, type Device, device, hostRoom, inPhase, joinRoom, RESOLVE, serveClass } from './class.ts';
import { problems } from './judge.ts';

const app = withApp({ flags: [RESOLVE], serve: () => serveClass({ seed: 5 }) });

it('the screens of a class have no fault that axe can find, in both themes, and fit 320 px', async () => {
  const found: string[] = [];
  const look = async ({ page }: Device, screen: string): Promise<void> => {
    found.push(...(await problems(page, screen)));
  };
  const [host, a, wall] = [await device(app), await device(app), await device(app)];
  await host.page.goto(`${app.url}#/host`);
  await host.page.getByRole('button', { name: 'Open the room' }).waitFor();
  await look(host, 'host');
  await host.page.goto(`${app.url}#/`);
  const code = await hostRoom(host.page, { clock: true });
  await a.page.goto(`${app.url}#/join`);
  await look(a, 'join');
  await a.page.goto(`${app.url}#/join/CCCCCC`);
  await a.page.getByRole('alert').getByText('There is no room').waitFor();
  await look(a, 'no room');
  await a.page.goto(`${app.url}#/`);
  await joinRoom(a.page, code, 'Kosovo', 'Ana');
  await look(a, 'waiting');
  await wall.page.goto(`${app.url}#/join/${code}`);
  await wall.page.getByRole('radio', { name: 'Only watch' }).check({ force: true });
  await look(wall, 'pick');
  await wall.page.getByRole('button', { name: 'Watch' }).click();
  await host.page.getByText('Ana', { exact: true }).waitFor();
  await look(host, 'desk');
  await host.page.getByRole('button', { name: 'Start the game' }).click();
  for (const phase of ['briefing', 'talks', 'orders']) {
    await inPhase(a.page, phase);
    await act(a.page, phase);
  }
  await inPhase(a.page, 'aftermath');
  await wall.page.getByRole('heading', { name: 'News of round 1' }).waitFor();
  await look(wall, 'watch');
  await look(host, 'desk in the lesson');
  await host.page.getByRole('button', { name: 'Free the seat of Kosovo' }).click();
  await host.page.getByRole('dialog').waitFor();
  await look(host, 'sure');
  await host.page.getByRole('dialog').getByRole('button', { name: 'Free the seat' }).click();
  await a.page.getByText('This seat is not yours any more').waitFor();
  await look(a, 'gone');
  for (const one of [host, a, wall]) expect(one.troubles()).toEqual([]);
  expect(found).toEqual([]);
});
