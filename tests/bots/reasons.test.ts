import { describe, expect, it } from 'vitest';
import { type Reason, reasonText } from '../../src/bots/index.ts';
import { makeSay } from '../../src/words/index.ts';
import { mini } from '../session/setup.ts';

const [first, second] = mini.issues;
const texts = { [`issue.${first.id}.name`]: 'Tariffs', [`issue.${second.id}.name`]: 'Gas', 'seat.x.name': 'Elbonia' };
const say = (id: string, issue: string, theirs: string) =>
  reasonText(mini, makeSay('en', texts), { id, with: { seat: 'x', issue, theirs }, cites: [] } satisfies Reason);

describe('a bot’s reason', () => {
  it.each(['bots.table', 'bots.table-less', 'bots.formulate'])('names an issue once: %s', (id) => {
    const both = say(id, first.id, first.id);
    expect(both.match(/Tariffs/g)).toHaveLength(1);
    expect(both).toContain('Elbonia');
    const each = say(id, first.id, second.id);
    expect(each.match(/Tariffs|Gas/g)).toHaveLength(2);
  });
});
