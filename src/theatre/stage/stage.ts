import type { Mark } from '../cues/marks.ts';
import type { Picture } from '../draw/picture.ts';
import type { Shape } from '../draw/shape.ts';
import type { Layout } from '../map/layout.ts';
import type { Theme } from '../model.ts';

/** How the theatre is drawn. `none`: nothing works here, and the page's own text has to do. */
export type Renderer = 'webgl' | 'canvas' | 'svg' | 'none';

/** Something that shows pictures: Phaser's canvas or an SVG. Draws when told to, and at no other time. */
export interface Stage {
  readonly renderer: Renderer;
  readonly element: Element;
  /**
   * Takes up the still picture, to be seen with the `moving` that always follows: one frame for both. `newGround`: the land has
   * changed too. `calm` milliseconds blend old into new; 0 cuts.
   */
  still(picture: Picture, look: Look, newGround: boolean, calm: number): void;
  /** Shows what moves, over the still picture. */
  moving(marks: readonly Mark[], caption: readonly Shape[]): void;
  destroy(): void;
}

export interface Look {
  readonly layout: Layout;
  readonly theme: Theme;
  /** Draws a sprite around (0, 0). */
  readonly sprite: (mark: Mark & { kind: 'sprite' }) => readonly Shape[];
}
