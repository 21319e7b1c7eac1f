import type { Renderer } from './stage.ts';

/** Names of drivers that do a graphics card's work on the processor; not every browser calls that a caveat. */
const BY_PROCESSOR = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * The best way to draw on this machine. WebGL only where it runs on a graphics card: without one it is slower than the
 * plain canvas (measured: 9–22 frames a second against 55–58).
 */
export function probeRenderer(): Renderer {
  const canvas = document.createElement('canvas');
  const gl = attempt(() => canvas.getContext('webgl', { failIfMajorPerformanceCaveat: true }));
  if (gl) {
    const driver = attempt(() => driverOf(gl)) ?? '';
    // Browsers hand out few contexts: give this one back.
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    if (!BY_PROCESSOR.test(driver)) return 'webgl';
  }
  return attempt(() => document.createElement('canvas').getContext('2d')) ? 'canvas' : 'svg';
}

/** What the browser tells of the driver; some hide it unless asked by this extension. */
function driverOf(gl: WebGLRenderingContext): string {
  const more = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(more ? more.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

function attempt<T>(make: () => T | null): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
