/** Phaser's own modules (vite.phaser.ts finds them). Named here: those of which the theatre uses what they export. */
declare module 'phaser/src/core/Game.js' {
  import type { Game } from 'phaser';

  const part: typeof Game;
  export default part;
}
declare module 'phaser/src/gameobjects/graphics/Graphics.js' {
  import type { GameObjects } from 'phaser';

  const part: typeof GameObjects.Graphics;
  export default part;
}
declare module 'phaser/src/gameobjects/image/Image.js' {
  import type { GameObjects } from 'phaser';

  const part: typeof GameObjects.Image;
  export default part;
}
declare module 'phaser/src/*';
