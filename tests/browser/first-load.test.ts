import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAssets } from '../../src/server/assets.ts';
import { serveAssets } from '../../src/server/static.ts';
import { withApp } from './app.ts';
import { NAME, RESOLVE } from './class.ts';
import { openPage, ROOT } from './launch.ts';

const app = withApp({ flags: [RESOLVE] });

describe('the first load', () => {
  it('has no trouble over plain http at a name of the network', async () => {
    const { page, troubles, close } = await openPage(app.browser, app.url.replace('127.0.0.1', NAME));
    await page.getByRole('heading').first().waitFor();
    expect(await page.evaluate('isSecureContext')).toBe(false);
    expect(troubles).toEqual([]);
    await close();
  });

  it('works as a static build in a sub-folder of any web server', async () => {
    const { url, server } = await serveUnder('/school/demarche');
    const { page, troubles, close } = await openPage(app.browser, url);
    await page.getByRole('heading').first().waitFor();
    expect(troubles).toEqual([]);
    await close();
    server.closeAllConnections();
    server.close();
  });
});

/** A web server that knows the game only under a prefix. */
async function serveUnder(prefix: string): Promise<{ url: string; server: Server }> {
  const answer = serveAssets(loadAssets(join(ROOT, 'dist/web')));
  const server = createServer((request, response) => {
    if (request.url?.startsWith(`${prefix}/`)) {
      request.url = request.url.slice(prefix.length);
      void answer(request, response);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}/`, server };
}
