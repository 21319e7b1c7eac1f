import { drawCaption } from '../cues/caption.ts';
import { type Mark, marksOf, type SpriteMark } from '../cues/marks.ts';
import type { Moment } from '../cues/sequence.ts';
import { drawSign, drawToken } from '../cues/signs.ts';
import { groundPortions } from '../draw/ground.ts';
import { drawPicture, groundKey, type Picture } from '../draw/picture.ts';
import type { Measure, Shape } from '../draw/shape.ts';
import { hit } from '../map/hit.ts';
import { type Layout, layOut } from '../map/layout.ts';
import type { Cue, Focus, Scene, Size } from '../model.ts';
import { PALETTES, SANS, SERIF } from '../palette.ts';
import { makeMeasure } from './canvas-shapes.ts';
import { probeRenderer } from './probe.ts';
import type { Look, Renderer, Stage } from './stage.ts';
import { makeSvgStage } from './svg-stage.ts';

/** How long layers take to change, in milliseconds; nothing moves under reduced motion. */
const CALM_MS = 220;
/** The bundled fonts come soon or not at all; the map does not wait longer. */
const FONTS_MS = 900;

export interface DirectorOptions {
  readonly renderer: 'auto' | Renderer;
  /** Reports what could not be done; the theatre goes on with less. */
  readonly onTrouble: (error: unknown) => void;
  readonly onRenderer: (renderer: Renderer) => void;
}

/** Turns scenes and moments into pictures on a stage, and changes the stage when one fails or a better one is ready. */
export class Director {
  #host: HTMLElement;
  #options: DirectorOptions;
  #measure: Measure = makeMeasure();
  #stage: Stage | undefined;
  #scene: Scene;
  #size: Size;
  #layout: Layout;
  #drawnGround = '';
  #land: { key: string; ground: Picture['ground'] } | undefined;
  #run: { cues: readonly Cue[]; moment: Moment } | undefined;
  #caption: { cue: Cue; look: Look; shapes: readonly Shape[] } | undefined;
  #destroyed = false;

  constructor(host: HTMLElement, scene: Scene, size: Size, options: DirectorOptions) {
    this.#host = host;
    this.#scene = scene;
    this.#size = size;
    this.#options = options;
    this.#layout = layOut(scene.size ?? size, scene.textScale);
  }

  /** Shows the SVG at once, and Phaser in its place as soon as it is there. Never rejects. */
  async open(): Promise<void> {
    await loadFonts(() => this.#repaint());
    const { theme, boundary } = this.#scene;
    for (const portion of groundPortions(this.#layout, PALETTES[theme], boundary)) {
      if (this.#destroyed) return;
      portion();
      await nextTask();
    }
    if (this.#destroyed) return;
    this.#use(makeSvgStage());
    const wanted = this.#options.renderer === 'auto' ? probeRenderer() : this.#options.renderer;
    if (wanted === 'webgl' || wanted === 'canvas') await this.#openPhaser(wanted);
    if (!this.#destroyed) this.#options.onRenderer(this.#stage?.renderer ?? 'none');
  }

  async #openPhaser(renderer: 'webgl' | 'canvas'): Promise<void> {
    try {
      // Running, starting and painting are long tasks each on a slow machine: let the page breathe between them.
      const [{ makePhaserStage }, { loadPhaser }] = await Promise.all([
        import('./phaser-stage.ts'),
        import('./phaser.ts'),
      ]);
      const phaser = await loadPhaser(calmMoment);
      await calmMoment();
      if (this.#destroyed) return;
      const stage = await makePhaserStage(phaser, renderer, this.#layout, () => {
        // The graphics card has gone: the SVG needs none.
        if (!this.#destroyed) this.#use(makeSvgStage());
        this.#options.onRenderer(this.#stage?.renderer ?? 'none');
      });
      await calmMoment();
      if (this.#destroyed) stage.destroy();
      else this.#use(stage);
    } catch (error) {
      this.#options.onTrouble(error);
    }
  }

  /** Changes the stage. The new one is drawn before the old one goes; one that fails gives way to the SVG. */
  #use(next: Stage): void {
    const before = this.#stage;
    try {
      this.#stage = next;
      this.#drawnGround = '';
      this.#caption = undefined;
      this.#paint(0);
      this.#paintMoving();
      this.#host.replaceChildren(next.element);
      before?.destroy();
    } catch (error) {
      this.#options.onTrouble(error);
      next.destroy();
      this.#stage = before;
      if (next.renderer !== 'svg' && before?.renderer !== 'svg') this.#use(makeSvgStage());
    }
  }

  update(scene: Scene): void {
    const calm = scene.reducedMotion || scene.theme !== this.#scene.theme ? 0 : CALM_MS;
    const old = this.#scene;
    this.#scene = scene;
    // A run that has ended leaves its traces only until the next scene, which carries those that shall stay.
    if (this.#run && this.#run.moment.current >= this.#run.cues.length) this.#run = undefined;
    if (sameStill(old, scene)) {
      this.refresh();
      return;
    }
    this.#layout = layOut(scene.size ?? this.#size, scene.textScale);
    // New land is as much work as all that stands on it: in two tasks, and seen when both are done.
    const anew = groundKey(scene, this.#layout) !== this.#drawnGround;
    this.#guard(() => this.#paint(calm));
    if (anew) setTimeout(() => this.refresh());
    else this.refresh();
  }

  /** Draws what stands once more: some browsers drop a canvas that was hidden for long. */
  refresh(): void {
    this.#guard(() => this.#paintMoving());
  }

  resize(size: Size): void {
    if (size.width === this.#size.width && size.height === this.#size.height) return;
    this.#size = size;
    if (!this.#scene.size) this.#repaint();
  }

  /** Shows a moment of running cues; `undefined` when none run. */
  show(cues: readonly Cue[], moment: Moment | undefined): void {
    this.#run = moment ? { cues, moment } : undefined;
    this.#guard(() => this.#paintMoving());
  }

  /** What the reader points at. */
  hit(x: number, y: number): Focus | null {
    return hit(this.#scene, this.#layout, x, y);
  }

  destroy(): void {
    this.#destroyed = true;
    this.#stage?.destroy();
    this.#stage = undefined;
    this.#host.replaceChildren();
  }

  #repaint(): void {
    if (!this.#stage) return;
    this.#layout = layOut(this.#scene.size ?? this.#size, this.#scene.textScale);
    this.#drawnGround = '';
    this.#guard(() => {
      this.#paint(0);
      this.#paintMoving();
    });
  }

  /** A stage that fails in the middle of a game gives way to the SVG. */
  #guard(draw: () => void): void {
    if (!this.#stage) return;
    try {
      draw();
    } catch (error) {
      this.#options.onTrouble(error);
      if (this.#stage.renderer === 'svg') return;
      this.#use(makeSvgStage());
      this.#options.onRenderer('svg');
    }
  }

  #paint(calm: number): void {
    const key = groundKey(this.#scene, this.#layout);
    const newGround = key !== this.#drawnGround;
    this.#stage?.still(this.#draw(key, newGround), this.#look(), newGround, calm);
    this.#drawnGround = key;
    this.#caption = undefined;
  }

  /** The picture; its land is kept, for the next stage and the next scene. */
  #draw(key: string, withGround: boolean): Picture {
    const known = this.#land?.key === key ? this.#land : undefined;
    const picture = drawPicture(this.#scene, this.#layout, this.#measure, withGround && !known);
    if (!withGround) return picture;
    this.#land = known ?? { key, ground: picture.ground };
    return { ...picture, ground: this.#land.ground };
  }

  #look(): Look {
    const scene = this.#scene;
    return {
      layout: this.#layout,
      theme: scene.theme,
      sprite: ({ sign, ink }: SpriteMark) => {
        const palette = PALETTES[scene.theme];
        if (typeof sign === 'string') return drawSign(sign, palette, ink);
        const seat = scene.seats.find(({ id }) => id === sign.seat);
        return seat ? drawToken(seat, palette) : [];
      },
    };
  }

  #paintMoving(): void {
    const { cues, moment } = this.#run ?? { cues: [], moment: { current: -1, progress: 0 } };
    const done = [...this.#scene.cues, ...cues.slice(0, Math.max(0, moment.current))];
    const running = cues[moment.current];
    const marks = [
      ...done.flatMap((cue, i) =>
        asTrace(this.#marks(cue, 1, slotOf(done, i, this.#scene)), done.length - i, running !== undefined),
      ),
      ...(running ? this.#marks(running, moment.progress, slotOf([...done, running], done.length, this.#scene)) : []),
    ];
    this.#stage?.moving(marks, running ? this.#captionOf(running) : NOTHING);
  }

  #marks(cue: Cue, progress: number, slot: number): Mark[] {
    return marksOf(cue, progress, this.#scene, this.#layout, slot);
  }

  #captionOf(cue: Cue): readonly Shape[] {
    if (this.#caption?.cue !== cue) {
      const shapes = drawCaption(cue, this.#scene, this.#layout, this.#measure);
      this.#caption = { cue, look: this.#look(), shapes };
    }
    return this.#caption!.shapes;
  }
}

const NOTHING: readonly Shape[] = [];

/** Everything but cues is equal: the still picture can stay. */
function sameStill(a: Scene, b: Scene): boolean {
  const keys = ['theme', 'size', 'textScale', 'boundary', 'names', 'seats', 'layers', 'focus'] as const;
  return keys.every((key) => a[key] === b[key] || JSON.stringify(a[key]) === JSON.stringify(b[key]));
}

/** How many signs stand at this cue's place before it. */
function slotOf(cues: readonly Cue[], at: number, { seats }: Scene): number {
  const placeOf = ({ target, from }: Cue) => target ?? seats.find(({ id }) => id === from)?.place;
  // Signatures and breaches stand between two places.
  const stands = (cue: Cue) => cue.target === null || (cue.kind !== 'signature' && cue.kind !== 'breach');
  return cues.slice(0, at).filter((cue) => stands(cue) && placeOf(cue) === placeOf(cues[at]!)).length % 4;
}

/** What is over steps back: lines fade, the older the more; signs grow small. */
function asTrace(marks: readonly Mark[], age: number, running: boolean): Mark[] {
  const share = Math.max(0.2, 0.85 - 0.16 * (age - 1)) * (running ? 0.6 : 0.9);
  return marks.map((mark) =>
    mark.kind === 'sprite' ? { ...mark, scale: mark.scale * 0.72 } : { ...mark, alpha: mark.alpha * share },
  );
}

/** Lets the page answer in between. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Until the browser has nothing better to do, and no longer than a second. */
function calmMoment(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 50);
  });
}

/** Waits a little for the fonts of the labels; when they come later, draws again. */
async function loadFonts(again: () => void): Promise<void> {
  const letters = 'AaČčëÇ';
  const faces = [`600 14px ${SERIF}`, `400 14px ${SERIF}`, `600 14px ${SANS}`, `400 14px ${SANS}`];
  let late = false;
  const all = Promise.allSettled(faces.map((face) => document.fonts.load(face, letters))).then(() => {
    if (late) again();
  });
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, FONTS_MS))]);
  late = true;
}
