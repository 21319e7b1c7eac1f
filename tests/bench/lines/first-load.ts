import { findBrowser } from '../../../src/cli/testing/chrome.ts';
import { launchBrowser, serveApp } from '../../browser/launch.ts';
import { FIRST_LOAD_BUDGET, weighFirstLoad } from '../../browser/weigh.ts';
import type { BenchLine } from '../line.ts';

/** Scripts of page and worker that a browser loads, in an empty profile, until the table is usable. */
const line: BenchLine = {
  name: 'first-load',
  unit: 'KB gz',
  budget: FIRST_LOAD_BUDGET,
  better: 'less',
  async run({ buildWeb, note }) {
    if (!findBrowser(process.env)) {
      note('needs Chromium, Chrome or Edge');
      return undefined;
    }
    await buildWeb();
    const [browser, app] = [await launchBrowser(), await serveApp()];
    try {
      const scripts = await weighFirstLoad(browser, app.url);
      const heaviest = [...scripts].sort((a, b) => b.kb - a.kb).slice(0, 3);
      note(
        `${scripts.length} scripts; heaviest: ${heaviest.map(({ name, kb }) => `${name} ${kb.toFixed(0)}`).join(', ')}`,
      );
      return scripts.reduce((sum, { kb }) => sum + kb, 0);
    } finally {
      await browser.close();
      await app.close();
    }
  },
};

export default line;
