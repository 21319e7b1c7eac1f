/** What a saved game that cannot be played again still tells: from its own stored rounds, with or without its scenario. */
import type { Summary } from '../../session/index.ts';
import { makeSpeaker, type Say, SCREEN_WORDS, STORED_WORDS_EN, tellNews } from '../../words/index.ts';
import type { Case, News } from '../../world/index.ts';
import { byOrder } from '../table/names.ts';
import { APP_LANGUAGE } from '../words.tsx';

/** Last parts of text ids that say which text of a thing is meant; the thing's own id stands before them. */
const ASPECTS = new Set(['name', 'short', 'title', 'text', 'news', 'what', 'meaning']);

/** `town-fund` → "Town fund": what to call a thing whose text is not here. */
export function plainName(id: string): string {
  const text = id.replaceAll('-', ' ');
  // "us", "eu": short ids are abbreviations.
  if (text.length <= 2) return text.toUpperCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A speaker that has something to say of everything: where a text is missing, the thing's id as words. */
export function makeStoredSay(texts: Readonly<Record<string, string>>): Say {
  const words = Object.assign({}, SCREEN_WORDS[APP_LANGUAGE], STORED_WORDS_EN);
  const say = makeSpeaker(APP_LANGUAGE, words, texts);
  return (id, params) => {
    const said = say(id, params);
    if (!said.startsWith('⟦')) return said;
    const parts = id.split('.');
    if (parts[0] === 'news') return say('stored.news-unknown', { id: parts.slice(1).join('.') });
    const last = parts.at(-1) ?? id;
    return plainName(ASPECTS.has(last) && parts.length > 2 ? (parts.at(-2) ?? last) : last);
  };
}

export interface Cell {
  readonly text: string;
  /** Whether it differs from the round before. */
  readonly moved: boolean;
}
export interface Row {
  readonly id: string;
  readonly kind: 'tension' | 'deals' | 'support' | 'issue';
  readonly name: string;
  /** One for each round. */
  readonly cells: readonly Cell[];
}

const decimal = (value: number): string => (Math.round(value * 10) / 10).toString().replace('-', '−');

/** Ids in the author's order where the case is known, then all others the file names. */
function inOrder(
  list: readonly { readonly id: string; readonly order: number }[] | undefined,
  found: readonly string[],
): string[] {
  const known = list ? byOrder(list).map((no) => list[no]!.id) : [];
  return [...known.filter((id) => found.includes(id)), ...found.filter((id) => !known.includes(id))];
}

/** The rounds as a table: tension, agreements, each issue, each seat's support. */
export function courseOf(rounds: readonly Summary[], say: Say, c: Case | null): Row[] {
  const row = (kind: Row['kind'], id: string, name: string, of: (round: Summary) => string): Row => {
    const texts = rounds.map(of);
    return { kind, id, name, cells: texts.map((text, k) => ({ text, moved: k > 0 && text !== texts[k - 1] })) };
  };
  const keys = (of: (round: Summary) => object) => [...new Set(rounds.flatMap((round) => Object.keys(of(round))))];
  const issues = inOrder(
    c?.issues,
    keys((round) => round.options),
  );
  const seats = inOrder(
    c?.seats,
    keys((round) => round.support),
  );
  return [
    row('tension', 'tension', say('app.tension'), (round) => decimal(round.tension)),
    row('deals', 'deals', say('stored.deals'), (round) => String(round.deals)),
    ...issues.map((id) =>
      row('issue', id, say(`issue.${id}.name`), ({ options }) => {
        const option = options[id];
        return option === undefined ? '–' : say(`option.${id}.${option}.name`);
      }),
    ),
    ...seats.map((id) =>
      row('support', id, say('stored.support', { seat: say(`seat.${id}.name`) }), ({ support }) => {
        const value = support[id];
        return value === undefined ? '–' : decimal(value);
      }),
    ),
  ];
}

/** One stored sentence. */
export interface Told {
  readonly id: string;
  readonly text: string;
  /** Id of the seat it is about; '' where it is about none. */
  readonly seat: string;
}

/** All stored sentences by round. Drafts are numbered as they come up: the rulebook's own numbers are long and say nothing. */
export function tellRounds(rounds: readonly Summary[], say: Say, lang: string): Told[][] {
  const drafts = new Map<number, number>();
  const nameDraft = (no: number) => {
    if (!drafts.has(no)) drafts.set(no, drafts.size + 1);
    return drafts.get(no)!;
  };
  return rounds.map(({ round, news }) =>
    news.map(({ id, with: params }) => {
      const item: News = { id, with: params, round, step: 0, cites: [], seenBy: -1 };
      const seat = params.seat ?? params.from ?? params.by;
      return { id, text: tellNews(say, lang, item, nameDraft), seat: typeof seat === 'string' ? seat : '' };
    }),
  );
}
