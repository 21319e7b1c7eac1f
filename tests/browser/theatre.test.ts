import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../src/server/index.ts';
import { phaserInOneFile, phaserInParts } from '../../vite.phaser.ts';
import { launchBrowser, openPage, ROOT } from './launch.ts';

/** The theatre alone, in the page tests/theatre/preview, served with the policy of the real server. */
let browser: Browser;
let folder: string;
let url: string;
let close: () => Promise<void>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'theatre-'));
  const root = join(ROOT, 'tests/theatre/preview');
  const outDir = join(folder, 'web');
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    plugins: [phaserInParts()],
    build: {
      outDir,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 700,
      rolldownOptions: { output: { codeSplitting: phaserInOneFile } },
    },
  });
  const started = await startServer({ folder: outDir, port: 0, host: '127.0.0.1' });
  if (!started.ok) throw new Error(started.fault.code);
  url = `http://127.0.0.1:${started.server.port}/`;
  close = () => started.server.close();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await close?.();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Counts what the page asks the browser for, from its first line on. */
const COUNTERS = `
  window.counts = { frames: 0, listeners: new Map() };
  const raf = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => { window.counts.frames += 1; return raf(callback); };
  for (const [name, target] of [['window', window], ['document', document]]) {
    const { addEventListener, removeEventListener } = target;
    const alive = new Set();
    window.counts.listeners.set(name, alive);
    const key = (type, callback, options) => type + ' ' + id(callback);
    target.addEventListener = function (type, callback, options) {
      alive.add(key(type, callback));
      options?.signal?.addEventListener('abort', () => alive.delete(key(type, callback)));
      return addEventListener.call(target, type, callback, options);
    };
    target.removeEventListener = function (type, callback, options) {
      alive.delete(key(type, callback));
      return removeEventListener.call(target, type, callback, options);
    };
  }
  const ids = new WeakMap();
  let last = 0;
  function id(callback) {
    if (!ids.has(callback)) ids.set(callback, ++last);
    return ids.get(callback);
  }
`;

async function openTheatre(query: string) {
  const opened = await openPage(browser, 'about:blank');
  await opened.page.addInitScript(COUNTERS);
  await opened.page.goto(`${url}?${query}`);
  await opened.page.locator('body[data-ready]').waitFor();
  const troubles = () => opened.troubles.filter((trouble) => !trouble.startsWith('foreign: '));
  return { ...opened, troubles };
}

const seen = (page: Page) =>
  page.evaluate('preview.seen') as Promise<{ renderer: string; cues: number[]; troubles: string[] }>;

/**
 * What is drawn, as a hash: equal pictures, equal hashes. Pixels of a canvas; of an SVG its elements, as browsers may smooth
 * the edges of a part that is drawn again a little differently.
 */
async function picture(page: Page): Promise<string> {
  const markup = (await page.evaluate('document.querySelector("#theatre svg")?.innerHTML ?? ""')) as string;
  const content = markup.replace(/theatre-\w+-\d+/g, '') || (await page.locator('#theatre').screenshot());
  return createHash('sha256').update(content).digest('hex');
}

/** What may come out when it is asked for: a machine without WebGL falls back. */
const RENDERER = { webgl: /^(webgl|svg)$/, canvas: /^canvas$/, svg: /^svg$/ };

describe.each(['webgl', 'canvas', 'svg'] as const)('the theatre drawn with %s', (renderer) => {
  it('shows the map, draws nothing while idle, plays, follows a new scene, and goes without a trace', async () => {
    const { page, troubles, close: done } = await openTheatre(`renderer=${renderer}`);
    expect((await seen(page)).renderer).toMatch(RENDERER[renderer]);
    expect(await page.locator('#theatre > div[aria-hidden="true"]').count()).toBe(1);

    // Idle: after the first picture no frame is asked for, and no timer changes anything.
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    await page.waitForTimeout(400);
    const first = await picture(page);
    const frames = await page.evaluate('counts.frames');
    await page.waitForTimeout(1200);
    expect(await page.evaluate('counts.frames')).toBe(frames);

    // A short run: it moves, ends, and is idle again.
    await page.evaluate('window.run = preview.theatre.play(preview.cues.slice(0, 2)); undefined');
    await page.waitForTimeout(700);
    expect(await picture(page)).not.toBe(first);
    await page.evaluate('preview.theatre.skip()');
    expect(await page.evaluate('run')).toBe('skipped');
    expect((await seen(page)).cues).toEqual([0, 1]);
    await page.waitForTimeout(300);
    const after = await page.evaluate('counts.frames');
    await page.waitForTimeout(600);
    expect(await page.evaluate('counts.frames')).toBe(after);

    // Another scene: without the run's traces it is the first picture again.
    await page.evaluate('preview.update({ cues: [] })');
    await page.waitForTimeout(500);
    expect(await picture(page)).toBe(first);
    await page.evaluate('preview.dress("night")');
    await page.waitForTimeout(300);
    expect(await picture(page)).not.toBe(first);

    await page.evaluate('preview.theatre.destroy()');
    expect(await page.locator('#theatre').innerHTML()).toBe('');
    expect((await seen(page)).troubles).toEqual([]);
    expect(troubles()).toEqual([]);
    await done();
  });

  it('leaves no listeners behind, however often it comes and goes', async () => {
    const { page, troubles, close: done } = await openTheatre(`renderer=${renderer}`);
    const listeners = () =>
      page.evaluate('[...counts.listeners.values()].map((set) => [...set].map((key) => key.split(" ")[0]))');
    const again = async () => {
      await page.evaluate('preview.theatre.destroy(); preview.again()');
      await page.locator('body[data-ready]').waitFor();
      expect((await seen(page)).renderer).toMatch(RENDERER[renderer]);
    };
    const handlers = () => page.evaluate('[window.onblur, window.onfocus].map(String)');
    await again();
    const before = await listeners();
    for (let i = 0; i < 3; i += 1) await again();
    expect(await listeners()).toEqual(before);
    expect(await handlers()).toEqual(['null', 'null']);
    expect((await seen(page)).troubles).toEqual([]);
    expect(await page.locator('canvas, svg').count()).toBe(1);
    await page.evaluate('preview.theatre.destroy()');
    expect(await page.locator('canvas, svg').count()).toBe(0);
    expect(troubles()).toEqual([]);
    await done();
  });
});

/** The driver behind WebGL, run in the page; empty without WebGL. */
const DRIVER = `(() => {
  const gl = document.createElement('canvas').getContext('webgl');
  const more = gl?.getExtension('WEBGL_debug_renderer_info');
  return more ? gl.getParameter(more.UNMASKED_RENDERER_WEBGL) : '';
})()`;

describe('the theatre', () => {
  it('takes the graphics card where there is one, and else the plain canvas', async () => {
    const { page, close: done } = await openTheatre('w=900&h=420');
    const driver = String(await page.evaluate(DRIVER));
    const card = driver !== '' && !/swiftshader|llvmpipe|software/i.test(driver);
    expect((await seen(page)).renderer, driver).toBe(card ? 'webgl' : 'canvas');
    await done();
  });

  it('follows the size of its element', async () => {
    const { page, troubles, close: done } = await openTheatre('w=900&h=420');
    await page.evaluate('document.getElementById("theatre").style.width = "390px"; undefined');
    // Asked from outside: the policy lets nobody evaluate words in the page.
    const width = () =>
      page.evaluate('document.querySelector("#theatre canvas, #theatre svg").getBoundingClientRect().width');
    await expect.poll(width, { timeout: 10_000 }).toBe(390);
    expect(troubles()).toEqual([]);
    await done();
  });

  it('tells what the reader points at', async () => {
    const { page, close: done } = await openTheatre('w=900&h=420');
    await page.mouse.move(355, 124);
    await page.mouse.move(5, 410);
    expect(await page.evaluate('preview.seen.focus')).toEqual([{ kind: 'seat', seat: 'serbia' }, null]);
    await done();
  });

  it('falls back to SVG when Phaser cannot be loaded, and throws nothing', async () => {
    const opened = await openPage(browser, 'about:blank');
    await opened.page.route(/phaser/i, (route) => route.abort());
    await opened.page.goto(url);
    await opened.page.locator('body[data-ready]').waitFor();
    const state = await seen(opened.page);
    expect(state.renderer).toBe('svg');
    expect(state.troubles.length).toBeGreaterThan(0);
    expect(await opened.page.locator('#theatre svg').count()).toBe(1);
    expect(opened.troubles.filter((trouble) => trouble.startsWith('thrown'))).toEqual([]);
    await opened.close();
  });

  it('uses SVG in a browser without canvas and WebGL', async () => {
    const opened = await openPage(browser, 'about:blank');
    await opened.page.addInitScript('HTMLCanvasElement.prototype.getContext = () => null;');
    await opened.page.goto(url);
    await opened.page.locator('body[data-ready]').waitFor();
    expect((await seen(opened.page)).renderer).toBe('svg');
    expect(await opened.page.locator('#theatre svg text').count()).toBeGreaterThan(20);
    await opened.close();
  });
});
