import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../src/cli/testing/chrome.ts';
import { startServer } from '../../src/server/index.ts';

/** The folder of the project; these helpers also run bundled, from a folder of dist/ (bench, shots). */
export const ROOT = projectFolder(dirname(fileURLToPath(import.meta.url)));

function projectFolder(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : projectFolder(dirname(from));
}

/** The three sizes that are designed: Chromebook, phone, projector. */
export const SIZES = {
  chromebook: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
  projector: { width: 1920, height: 1080 },
} as const;

/** Quiet and offline: without these flags Chromium calls home at every start. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser that `npm test` found (or finds one, when vitest is called by hand). */
export async function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser(process.env);
  if (!executablePath) throw new Error('no Chromium, Chrome or Edge found; `npm test -- browser` says how to get one');
  const asRoot = process.getuid?.() === 0; // Chromium's sandbox does not run as root
  return chromium.launch({ executablePath, args: [...FLAGS, ...(asRoot ? ['--no-sandbox'] : []), ...extra] });
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves dist/web, as built by `demarche build`, at a free port. */
export async function serveApp(): Promise<Served> {
  const started = await startServer({ folder: join(ROOT, 'dist/web'), port: 0, host: '127.0.0.1' });
  if (!started.ok) throw new Error(`the server did not start: ${started.fault.code}`);
  return { url: `http://127.0.0.1:${started.server.port}/`, close: () => started.server.close() };
}

export interface WatchedPage {
  readonly page: Page;
  /** What went wrong so far, in words: errors in the console, thrown errors, failed and foreign requests, policy breaches. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

/** A page in a fresh profile (empty storage) that notes everything a user would call broken. Tests end with `troubles` empty. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: SIZES.chromebook, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  const { origin } = new URL(url);
  page.on('pageerror', (error) => troubles.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    // A breach of the content security policy is reported here too.
    if (message.type() === 'error') troubles.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // The browser drops what it was still fetching when the test leaves the page; a file that is missing or barred says otherwise.
    if (why !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()} ${why}`);
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) troubles.push(`foreign: ${request.url()}`);
  });
  await page.goto(url);
  return { page, troubles, close: () => context.close() };
}

/** Saves a picture under shots/ (not committed), for people who want to see what the test saw. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(join(ROOT, 'shots'), { recursive: true });
  await page.screenshot({ path: join(ROOT, 'shots', `${name}.png`), fullPage: true });
}
