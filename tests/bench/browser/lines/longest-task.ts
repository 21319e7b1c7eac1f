import type { BenchLine } from '../../line.ts';
import { measureGame } from '../game.ts';

/**
 * The longest time that the page could not answer while a whole game was played, its debrief included. In time of the slowed
 * processor, so that other programs on this machine do not count.
 */
const line: BenchLine = {
  name: 'longest-task',
  unit: 'ms',
  budget: 200,
  better: 'less',
  async run(bench) {
    const game = await measureGame(bench);
    if (!game) return undefined;
    bench.note(`${game.rounds} rounds, ${game.tasks.length} tasks of 50 ms and more`);
    for (const { ms, after, mostly } of game.tasks.slice(0, 12)) bench.note(`${ms} ms after “${after}”: ${mostly}`);
    return game.tasks[0]?.ms ?? 0;
  },
};

export default line;
