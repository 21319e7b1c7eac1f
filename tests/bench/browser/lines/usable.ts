import type { BenchLine } from '../../line.ts';
import { measureGame } from '../game.ts';

/** From navigation, in an empty profile, over the choice of a seat, to the first step that can be taken at the table. */
const line: BenchLine = {
  name: 'usable',
  unit: 's',
  budget: 3,
  better: 'less',
  async run(bench) {
    const game = await measureGame(bench);
    if (!game) return undefined;
    const [home, back] = [game.home, game.back].map((ms) => (ms / 1000).toFixed(2));
    bench.note(`the first page ${home} s; back to a game in its talks ${back} s`);
    return game.table / 1000;
  },
};

export default line;
