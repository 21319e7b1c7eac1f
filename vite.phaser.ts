import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What Phaser's own build switches leave out here: sound, 3D cameras, a debugger for WebGL, another host's plugin. */
const OFF = /typeof (?:FEATURE_SOUND|PLUGIN_CAMERA3D|PLUGIN_3D|PLUGIN_FBINSTANT|WEBGL_DEBUG)(?=\))/g;

/**
 * Lets `phaser/src/…` be imported: Phaser's package offers only its one bundle of 1.4 MB, of which the theatre uses less than half
 * (357 KB gz against 165). Its modules are CommonJS, so each runs when it is first asked for and not when the file arrives:
 * src/theatre/stage/phaser.ts asks for them in portions.
 */
export function phaserInParts(): Plugin {
  const home = dirname(createRequire(import.meta.url).resolve('phaser/package.json'));
  return {
    name: 'demarche:phaser-in-parts',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith('phaser/src/') ? join(home, id.slice('phaser/'.length)) : null),
    transform: (code, id) => (isPhaser(id) ? { code: code.replace(OFF, 'false'), map: null } : null),
  };
}

/** One file for all of Phaser: portions of it would each be a request. */
export const phaserInOneFile = {
  groups: [
    { name: 'phaser', test: (id: string) => isPhaser(id) || /[\\/]node_modules[\\/]eventemitter3[\\/]/.test(id) },
  ],
};

const isPhaser = (id: string): boolean => /[\\/]phaser[\\/]src[\\/]/.test(id);
