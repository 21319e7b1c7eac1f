import { createHash } from 'node:crypto';

/**
 * The `<style>` elements that React Aria (usePress, usePreventScroll) and Observable Plot put into the page, letter for letter: each
 * is allowed by its hash, so that `style-src` needs no 'unsafe-inline'. A test compares them with the installed packages.
 */
export const INLINE_STYLES: readonly string[] = [
  `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
  `@layer {
  * {
    overscroll-behavior: contain;
  }
}`,
  // Every picture of the debrief has this class (app/debrief/plots/common.ts), so that there is one text to allow.
  `:where(.plot-picture) {
  --plot-background: white;
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
}
:where(.plot-picture text),
:where(.plot-picture tspan) {
  white-space: pre;
}`,
];

/** Directives that a page can also carry in a `<meta>` element, so that a static build has them on any host. */
const FOR_PAGES: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': ["'self'", ...INLINE_STYLES.map(hashSource)].join(' '),
  'img-src': "'self' data: blob:", // Phaser makes its textures from data: and blob:
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
};

export function contentSecurityPolicy(where: 'meta' | 'header'): string {
  const directives = where === 'header' ? { ...FOR_PAGES, 'frame-ancestors': "'none'" } : FOR_PAGES;
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
