import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { contentSecurityPolicy } from './src/server/csp.ts';
import { shippedCampaigns } from './vite.campaigns.ts';
import { phaserInOneFile, phaserInParts } from './vite.phaser.ts';
import { shippedScenarios } from './vite.scenarios.ts';

/** Builds the web app, src/app/index.html, into dist/web. (The command line is built by bin/setup/bundle.mjs.) */
export default defineConfig({
  root: 'src/app',
  // Relative addresses: the build works under any sub-path of any static web server.
  base: './',
  plugins: [react(), phaserInParts(), shippedScenarios(), shippedCampaigns(), policyInPage()],
  worker: { format: 'es', rolldownOptions: { treeshake: { moduleSideEffects } } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: ['chrome111', 'firefox115', 'safari16.4'],
    // Small fonts and pictures as data: addresses would need a looser policy.
    assetsInlineLimit: 0,
    rolldownOptions: { treeshake: { moduleSideEffects }, output: { codeSplitting: phaserInOneFile } },
    // Phaser is large and loads late.
    chunkSizeWarningLimit: 700,
  },
});

/**
 * The engine only computes: what a page does not use of it need not be loaded, even where a door (index.ts) names it. Without this a
 * lazy part that resolves rounds would put the whole rulebook into the first load.
 */
function moduleSideEffects(id: string): boolean {
  return !/\/src\/(world|words|rules|forecast|session|bots|lab)\//.test(id);
}

/** The server sends the policy as a header; a copy in the page covers a static build on somebody else's server. */
function policyInPage(): Plugin {
  return {
    name: 'demarche:policy-in-page',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy('meta') },
        injectTo: 'head-prepend',
      },
    ],
  };
}
