/** What the stage uses of Phaser. */
export interface Phaser {
  readonly Game: typeof import('phaser').Game;
  readonly Graphics: typeof import('phaser').GameObjects.Graphics;
  readonly Image: typeof import('phaser').GameObjects.Image;
}

/**
 * Portions of Phaser, each a task of its own. The order is that in which Phaser itself runs its modules: they lean on each other in
 * circles, and another order breaks them. (The first portion also fetches the file.)
 */
const PORTIONS: readonly (() => Promise<unknown>)[] = [
  () => import('phaser/src/animations/AnimationManager.js'),
  () => import('phaser/src/device/index.js'),
  () => import('phaser/src/math/index.js'),
  () => import('phaser/src/core/Config.js'),
  () => import('phaser/src/input/InputManager.js'),
  () => import('phaser/src/scale/ScaleManager.js'),
  () => import('phaser/src/scene/SceneManager.js'),
  () => import('phaser/src/textures/TextureManager.js'),
  () => import('phaser/src/core/Game.js'),
  () => import('phaser/src/renderer/index.js'),
  // Plugins, which a game looks for by name: they only have to have run.
  () => import('phaser/src/events/EventEmitter.js'),
  () => import('phaser/src/cameras/2d/CameraManager.js'),
  () => import('phaser/src/gameobjects/DisplayList.js'),
  () => import('phaser/src/gameobjects/UpdateList.js'),
  () => import('phaser/src/scene/ScenePlugin.js'),
  () => import('phaser/src/gameobjects/graphics/Graphics.js'),
];

/**
 * Loads Phaser and runs it portion by portion; as one piece it is a task of half a second on a slow machine.
 * @param breathe waits until the page has nothing better to do
 */
export async function loadPhaser(breathe: () => Promise<void>): Promise<Phaser> {
  for (const portion of PORTIONS) {
    await breathe();
    await portion();
  }
  const [game, graphics, image] = await Promise.all([
    import('phaser/src/core/Game.js'),
    import('phaser/src/gameobjects/graphics/Graphics.js'),
    import('phaser/src/gameobjects/image/Image.js'),
  ]);
  return { Game: game.default, Graphics: graphics.default, Image: image.default };
}
