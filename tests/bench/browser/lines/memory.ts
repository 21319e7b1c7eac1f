import type { BenchLine } from '../../line.ts';
import { measureGame } from '../game.ts';

/** Memory of the page after a whole game: its process where the system tells (Linux), else its JavaScript heap. */
const line: BenchLine = {
  name: 'memory-after-game',
  unit: 'MB',
  budget: 300,
  better: 'less',
  async run(bench) {
    const game = await measureGame(bench);
    if (!game) return undefined;
    bench.note(
      `JavaScript heap ${game.heap.toFixed(0)} MB${game.process ? '' : '; the process is not told on this system'}`,
    );
    return game.process ?? game.heap;
  },
};

export default line;
