import { expect, it } from 'vitest';
import { withApp } from './app.ts';
import { FIRST_LOAD_BUDGET, weighFirstLoad } from './weigh.ts';

const app = withApp();

it(`loads at most ${FIRST_LOAD_BUDGET} KB of scripts until the table is usable`, async () => {
  const scripts = await weighFirstLoad(app.browser, app.url);
  // Page and worker are there at least, or nothing was measured.
  expect(scripts.some(({ name }) => /^host-/.test(name))).toBe(true);
  const all = scripts.reduce((sum, { kb }) => sum + kb, 0);
  expect(all, scripts.map(({ name, kb }) => `${name} ${kb.toFixed(1)} KB`).join('\n')).toBeLessThanOrEqual(
    FIRST_LOAD_BUDGET,
  );
});
