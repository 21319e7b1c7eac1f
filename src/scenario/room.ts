/** The document room: the one place where a scenario's coding is laid out for reading, in the terminal and on the screen. */
import type { Case, Coded, Place, Room, RoomActor, RoomDocument, RoomParagraph } from '../world/index.ts';
import type { Bundle, Meta } from './bundle.ts';
import { codedOf } from './coded.ts';
import { isPosition, sharesOf } from './grades.ts';

/** Everything that a scenario's numbers rest on, in reading order. The same scenario gives the same room. */
export function roomOf({ case: c, meta }: Pick<Bundle, 'case' | 'meta'>): Room {
  const numbers = numbersOf(c);
  const contradictions = c.contradictions.map(({ id, sources }) => ({
    id,
    between: sources.map(([source, paragraph]): Place => ({ source, paragraph })),
  }));
  const documents = Object.entries(meta.sources).map(([id, source], no): RoomDocument => {
    const dated = typeof source.date === 'string' ? source.date : null;
    return {
      id,
      main: no === 0,
      title: source.title,
      short: source.short,
      author: source.author ?? null,
      publisher: source.publisher,
      date: dated,
      undated: typeof source.date === 'string' ? null : source.date.undated,
      kind: source.kind,
      paragraphs: Array.from({ length: source.paragraphs }, (_, k): RoomParagraph => {
        const paragraph = k + 1;
        return {
          paragraph,
          furniture: source.furniture?.includes(paragraph) ?? false,
          says: saidIn(source, paragraph),
          rests: numbers.flatMap(({ cite }, at) => (cite.source === id && cite.paragraph === paragraph ? [at] : [])),
          contradictions: contradictions
            .filter(({ between }) => between.some((one) => one.source === id && one.paragraph === paragraph))
            .map((one) => one.id),
        };
      }),
    };
  });
  return {
    scenario: c.id,
    hash: c.hash,
    date: c.date,
    documents,
    numbers,
    actors: actorsOf(c, numbers),
    contradictions,
    shares: { positions: sharesOf(c.cites, isPosition), all: sharesOf(c.cites) },
  };
}

type Source = Meta['sources'][string];

function saidIn({ says }: Source, paragraph: number): Record<string, string> {
  const all = Object.entries(says ?? {}).flatMap(([lang, said]): [string, string][] => {
    const text = said[String(paragraph)];
    return text === undefined ? [] : [[lang, text]];
  });
  return Object.fromEntries(all);
}

/** In the order in which a reader would ask: positions, what is on the ladders, mandates, moves, home, trust, what happens. */
const ORDER: readonly Coded['kind'][] = [
  'ideal',
  'declared',
  'red-min',
  'red-max',
  'salience',
  'influence',
  'now',
  'option',
  'weight',
  'goal',
  'later-goal',
  'card',
  'instruction',
  'move',
  'body-weight',
  'body-approval',
  'body-shift',
  'hurt',
  'capital',
  'budget',
  'quota',
  'trust',
  'gate',
  'deadline',
  'event',
  'ending',
  'tension-start',
  'tension-baseline',
  'clauses-max',
  'quiet',
];
/** Parts of one position stay together. */
const POSITION = 6;

function numbersOf(c: Case): Coded[] {
  const seats = new Map([...c.seats].map(({ id, order }) => [id, order]));
  const forces = new Map([...c.forces].map(({ id, order }) => [id, c.seats.length + order]));
  const issues = new Map(c.issues.map(({ id, order }) => [id, order]));
  const actorOf = (one: Coded) => (one.actor === null ? 999 : (seats.get(one.actor) ?? forces.get(one.actor) ?? 999));
  const issueOf = (one: Coded) => (one.issue === null ? 999 : (issues.get(one.issue) ?? 999));
  const key = (one: Coded): readonly number[] => {
    const kind = ORDER.indexOf(one.kind);
    const steps = one.kind === 'option' ? (one.value[0] ?? 0) : 0;
    if (kind < POSITION) return [0, actorOf(one), issueOf(one), kind, 0];
    if (one.actor === null && one.issue !== null) return [1, issueOf(one), kind, steps, 0];
    return [2, kind, actorOf(one), issueOf(one), 0];
  };
  return Object.entries(c.cites)
    .map(([path, cite]) => codedOf(c, path, cite))
    .map((one) => ({ one, key: key(one) }))
    .sort((a, b) => compare(a.key, b.key) || (a.one.path < b.one.path ? -1 : 1))
    .map(({ one }) => one);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((x, i) => x !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function actorsOf(c: Case, numbers: readonly Coded[]): RoomActor[] {
  const byOrder = <T extends { order: number }>(list: readonly T[]) => [...list].sort((a, b) => a.order - b.order);
  const issues = byOrder(c.issues).map(({ id }) => id);
  const make = (id: string, is: RoomActor['is']): RoomActor => ({
    id,
    is,
    issues: issues
      .map((issue) => ({
        issue,
        numbers: numbers.flatMap((one, at) =>
          one.actor === id && one.issue === issue && ORDER.indexOf(one.kind) < POSITION ? [at] : [],
        ),
      }))
      .filter((one) => one.numbers.length > 0),
  });
  return [
    ...byOrder(c.seats).map(({ id }) => make(id, 'seat')),
    ...byOrder(c.forces).map(({ id }) => make(id, 'force')),
  ];
}
