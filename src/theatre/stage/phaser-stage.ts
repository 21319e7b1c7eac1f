import type { Game, GameObjects, Scene } from 'phaser';
import type { Mark, SpriteMark } from '../cues/marks.ts';
import type { Picture } from '../draw/picture.ts';
import type { Shape } from '../draw/shape.ts';
import { paint } from './canvas-shapes.ts';
import type { Phaser } from './phaser.ts';
import type { Look, Stage } from './stage.ts';

/** Longest wait for Phaser to come up before the SVG is kept for good. */
const PATIENCE_MS = 8000;
/** Sprites are painted larger than they are shown, so that they stay sharp when they grow. */
const SHARPER = 1.6;
const SPRITE_SIDE = 40;

/** Phaser's numbers for its two renderers. */
const KINDS = { canvas: 1, webgl: 2 } as const;

/**
 * A Phaser game whose loop never runs: frames are stepped by hand, when something has to be drawn. Phaser's own start would
 * run sixty times a second and leave its handlers on `window` and `document` for ever.
 */
const stillGame = ({ Game }: Phaser) =>
  class StillGame extends Game {
    protected override start(): void {
      (this as { isRunning: boolean }).isRunning = true;
    }
  };

/** Brings up Phaser on a canvas of its own. Rejects when it cannot. */
export function makePhaserStage(
  phaser: Phaser,
  renderer: 'webgl' | 'canvas',
  size: { width: number; height: number },
  onLost: () => void,
): Promise<Stage> {
  return new Promise((resolve, reject) => {
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    canvas.style.display = 'block';
    const StillGame = stillGame(phaser);
    let game: Game | undefined;
    const timer = setTimeout(() => {
      if (game) end(game, canvas);
      reject(new Error('Phaser did not start in time'));
    }, PATIENCE_MS);
    let scene: Scene | undefined;
    try {
      game = new StillGame({
        type: KINDS[renderer],
        canvas,
        parent: null as unknown as HTMLElement, // null: the canvas is placed by us (the types forget it)
        width: size.width,
        height: size.height,
        banner: false,
        audio: { noAudio: true },
        input: { keyboard: false, mouse: false, touch: false, gamepad: false },
        autoFocus: false,
        disableContextMenu: false,
        transparent: true,
        render: { antialias: true, failIfMajorPerformanceCaveat: true, powerPreference: 'low-power' },
        scene: {
          key: 'theatre',
          create(this: Scene) {
            scene = this;
          },
        },
      });
      const made = game;
      const up = () => {
        try {
          made.step(0, 16);
          if (!scene) throw new Error('Phaser started without its scene');
          clearTimeout(timer);
          resolve(new PhaserStage(phaser, made, scene, canvas, renderer, onLost).stage);
        } catch (error) {
          clearTimeout(timer);
          end(made, canvas);
          reject(error);
        }
      };
      made.events.once('ready', () => queueMicrotask(up));
    } catch (error) {
      clearTimeout(timer);
      if (game) end(game, canvas);
      reject(error);
    }
  });
}

class PhaserStage {
  readonly stage: Stage;
  #phaser: Phaser;
  #game: Game;
  #scene: Scene;
  #canvas: HTMLCanvasElement;
  #look: Look | undefined;
  #ratio = 1;
  /** Of the picture that is being made, in pixels of the canvas and of the page. */
  #size = { width: 0, height: 0, css: { width: 0, height: 0 } };
  #ground: GameObjects.Image | undefined;
  #upper: GameObjects.Image | undefined;
  #caption: GameObjects.Image | undefined;
  #captionOf: readonly Shape[] = [];
  #lines: GameObjects.Graphics;
  #sprites: GameObjects.Image[] = [];
  #spriteKeys = new Set<string>();
  #blend = 0; // the running animation frame, 0 for none
  #destroyed = false;
  #texture = 0; // counts textures, so that keys are never used twice
  #frames = 0;

  constructor(
    phaser: Phaser,
    game: Game,
    scene: Scene,
    canvas: HTMLCanvasElement,
    renderer: 'webgl' | 'canvas',
    onLost: () => void,
  ) {
    this.#phaser = phaser;
    this.#game = game;
    this.#scene = scene;
    this.#canvas = canvas;
    this.#lines = this.#add(new phaser.Graphics(scene)).setDepth(2);
    canvas.addEventListener('webglcontextlost', () => {
      if (!this.#destroyed) onLost();
    });
    this.stage = {
      renderer,
      element: canvas,
      still: (picture, look, newGround, calm) => this.#still(picture, look, newGround, calm),
      moving: (marks, caption) => this.#moving(marks, caption),
      destroy: () => this.#destroy(),
    };
  }

  #still(picture: Picture, look: Look, newGround: boolean, calm: number): void {
    const resized = this.#fit(look);
    const newTheme = look.theme !== this.#look?.theme;
    this.#look = look;
    if (newTheme || resized) this.#dropSprites();
    if (newGround || resized || !this.#ground) this.#ground = this.#repaint(this.#ground, picture.ground, 0);
    const before = this.#upper;
    this.#upper = this.#repaint(undefined, picture.upper, 1);
    this.#stopBlend();
    if (before && calm > 0 && !newGround && !resized) this.#blendFrom(before, this.#upper, calm);
    else if (before) this.#forget(before);
  }

  /** The new layer appears over the old one. */
  #blendFrom(before: GameObjects.Image, after: GameObjects.Image, calm: number): void {
    const began = performance.now();
    const finish = () => {
      this.#blend = 0;
      this.#onBlendEnd = undefined;
      after.setAlpha(1);
      this.#forget(before);
    };
    const tick = () => {
      const share = (performance.now() - began) / calm;
      if (share >= 1) finish();
      else after.setAlpha(Math.max(0, share));
      this.#draw();
      if (share < 1) this.#blend = requestAnimationFrame(tick);
    };
    this.#onBlendEnd = finish;
    tick();
  }
  #onBlendEnd: (() => void) | undefined;

  #stopBlend(): void {
    cancelAnimationFrame(this.#blend);
    this.#onBlendEnd?.();
  }

  #moving(marks: readonly Mark[], caption: readonly Shape[]): void {
    const ratio = this.#ratio;
    this.#lines.clear();
    this.#lines.setScale(ratio);
    let used = 0;
    for (const mark of marks) {
      if (mark.kind === 'line' && mark.points.length > 1) {
        this.#lines.lineStyle(mark.width, colourNumber(mark.colour), mark.alpha);
        this.#lines.strokePoints([...mark.points] as Phaser.Math.Vector2[], false, false);
      } else if (mark.kind === 'ring' && mark.alpha > 0) {
        this.#lines.lineStyle(mark.width, colourNumber(mark.colour), mark.alpha);
        this.#lines.strokeCircle(mark.x, mark.y, mark.r);
      } else if (mark.kind === 'sprite' && mark.scale > 0) {
        const key = this.#spriteKey(mark);
        const image = this.#sprites[used] ?? this.#image(key).setDepth(3);
        this.#sprites[used] = image;
        used += 1;
        image.setTexture(key).setVisible(true).setAlpha(mark.alpha);
        image.setPosition(mark.x * ratio, mark.y * ratio).setScale(mark.scale / SHARPER);
      }
    }
    for (const image of this.#sprites.slice(used)) image.setVisible(false);
    if (caption !== this.#captionOf) {
      this.#captionOf = caption;
      if (this.#caption) this.#forget(this.#caption);
      this.#caption = caption.length > 0 ? this.#repaint(undefined, caption, 4) : undefined;
    }
    this.#draw();
  }

  /** Follows the layout's size and the screen's density; true when either has changed. */
  #fit({ layout }: Look): boolean {
    // More than two pixels per pixel cost memory and cannot be seen.
    const ratio = Math.min(2, Math.max(1, window.devicePixelRatio || 1));
    const [width, height] = [Math.round(layout.width * ratio), Math.round(layout.height * ratio)];
    const same = ratio === this.#ratio && width === this.#size.width && height === this.#size.height;
    this.#ratio = ratio;
    this.#size = { width, height, css: layout };
    return !same || this.#look === undefined;
  }

  /** The canvas takes its new size, which wipes it, only when there is a picture to put on it. */
  #takeSize(): void {
    const { width, height, css } = this.#size;
    if (width !== this.#canvas.width || height !== this.#canvas.height) this.#game.scale.resize(width, height);
    this.#canvas.style.width = `${css.width}px`;
    this.#canvas.style.height = `${css.height}px`;
  }

  /** Paints shapes on a texture of the picture's size and shows it as an image. */
  #repaint(old: GameObjects.Image | undefined, shapes: readonly Shape[], depth: number): GameObjects.Image {
    if (old) this.#forget(old);
    const { layout } = this.#look!;
    const key = `picture-${++this.#texture}`;
    const texture = this.#scene.textures.createCanvas(
      key,
      Math.round(layout.width * this.#ratio),
      Math.round(layout.height * this.#ratio),
    );
    if (!texture) throw new Error('no canvas for a texture');
    texture.context.scale(this.#ratio, this.#ratio);
    paint(texture.context, shapes);
    texture.refresh();
    return this.#image(key).setOrigin(0, 0).setDepth(depth);
  }

  #image(key: string): GameObjects.Image {
    return this.#add(new this.#phaser.Image(this.#scene, 0, 0, key));
  }

  #add<T extends GameObjects.GameObject>(thing: T): T {
    this.#scene.sys.displayList.add(thing);
    return thing;
  }

  #forget(image: GameObjects.Image): void {
    const { key } = image.texture;
    image.destroy();
    this.#scene.textures.remove(key);
  }

  #spriteKey(mark: SpriteMark): string {
    const look = this.#look!;
    const key = `sprite ${typeof mark.sign === 'string' ? mark.sign : `seat ${mark.sign.seat}`} ${mark.ink}`;
    if (!this.#spriteKeys.has(key)) {
      const scale = this.#ratio * SHARPER;
      const side = Math.ceil(SPRITE_SIDE * scale);
      const texture = this.#scene.textures.createCanvas(key, side, side);
      if (!texture) throw new Error('no canvas for a sprite');
      texture.context.translate(side / 2, side / 2);
      texture.context.scale(scale, scale);
      paint(texture.context, look.sprite(mark));
      texture.refresh();
      this.#spriteKeys.add(key);
    }
    return key;
  }

  #dropSprites(): void {
    for (const image of this.#sprites) image.destroy();
    this.#sprites = [];
    for (const key of this.#spriteKeys) this.#scene.textures.remove(key);
    this.#spriteKeys.clear();
    this.#captionOf = [];
    if (this.#caption) this.#forget(this.#caption);
    this.#caption = undefined;
  }

  /** One frame, now. */
  #draw(): void {
    if (this.#destroyed) return;
    this.#takeSize();
    this.#frames += 1;
    this.#game.step(this.#frames * 16, 16);
  }

  #destroy(): void {
    if (this.#destroyed) return;
    this.#stopBlend();
    this.#destroyed = true;
    end(this.#game, this.#canvas);
  }
}

/** Ends a game at once; without a running loop Phaser would wait for a frame that never comes. */
function end(game: Game, canvas: HTMLCanvasElement): void {
  try {
    const gl = (game.renderer as { gl?: WebGLRenderingContext } | null)?.gl;
    game.destroy(true); // and never with `noReturn`, which breaks every later game of the page
    game.step(0, 0);
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
  } catch {
    // It never came up whole; what there is of it goes with the canvas.
  }
  canvas.remove();
}

const colourNumber = (colour: string): number => Number.parseInt(colour.slice(1), 16);
