import { draftFault, formulable } from '../../rules/index.ts';
import type { Clause, Draft } from '../../world/index.ts';
import type { Desk } from './desk.ts';
import { find, Unclear } from './find.ts';
import { openDrafts } from './names.ts';

/** The issue that was meant. @throws Unclear */
export const readIssue = ({ case: c }: Desk, typed: string): number =>
  find(
    'issue',
    typed,
    c.issues.map(({ id }) => id),
  );

/** The option that was meant, by id or by its place on the ladder from 1. @throws Unclear */
export function readOption({ case: c }: Desk, issue: number, typed: string): number {
  const ids = c.issues[issue].options.map(({ id }) => id);
  const place = /^\d$/.test(typed) ? Number(typed) - 1 : -1;
  return ids[place] !== undefined ? place : find('option', typed, ids);
}

export const readSeat = ({ case: c }: Desk, typed: string): number =>
  find(
    'seat',
    typed,
    c.seats.map(({ id }) => id),
  );

/** `issue=option`, also with a colon. @throws Unclear */
export function readClause(desk: Desk, typed: string): Clause {
  const [issue, option, more] = typed.split(/[=:]/);
  if (!issue || !option || more !== undefined) throw new Unclear('play.unclear.clause', { typed });
  const i = readIssue(desk, issue);
  return [i, readOption(desk, i, option)];
}

/** Clauses of a draft: `tariffs=suspended track=faster`, or the letter of one of a mediator's texts. @throws Unclear */
export function readClauses(desk: Desk, words: readonly string[]): readonly Clause[] {
  if (words.length === 0) throw new Unclear('play.unclear.no-clauses');
  if (words.length === 1 && /^[a-z]$/i.test(words[0])) {
    const text = texts(desk)[words[0].toLowerCase().charCodeAt(0) - 97];
    if (!text) throw new Unclear('play.unclear.text', { typed: words[0] });
    return text;
  }
  return words.filter((word) => word !== 'and').map((word) => readClause(desk, word.replace(/[,;]+$/, '')));
}

/** Texts that a mediator may put on the table, its own instructions included, best first; lettered a, b, c … */
export function texts(desk: Desk): readonly (readonly Clause[])[] {
  if (desk.case.seats[desk.seat].role !== 'mediator') return [];
  const game = desk.seen();
  const near = formulable(game, Number.POSITIVE_INFINITY);
  return near.filter((clauses) => draftFault(game, desk.seat, clauses) === null).slice(0, 12);
}

/** The draft that was meant by its small number; without one, the only open one. @throws Unclear */
export function readDraft(desk: Desk, typed: string | undefined, candidates?: readonly Draft[]): Draft {
  const { view } = desk.update();
  if (typed === undefined) {
    const open = candidates ?? openDrafts(view);
    if (open.length === 1) return open[0];
    throw new Unclear(open.length === 0 ? 'play.unclear.no-draft' : 'play.unclear.which-draft', {
      drafts: open.map(({ no }) => desk.names.draft(no)).join(', '),
    });
  }
  const no = /^\d+$/.test(typed) ? desk.names.draftOf(Number(typed)) : -1;
  const found = view.drafts.find((d) => d.no === no);
  if (!found) throw new Unclear('play.unclear.draft', { typed });
  return found;
}

/** Splits off a reason: `table tariffs=full because we must` → words and "we must". */
export function withReason(words: readonly string[], rest: string): { words: readonly string[]; because?: string } {
  const at = words.findIndex((word) => word.toLowerCase() === 'because');
  if (at < 0) return { words };
  const because = rest
    .slice(rest.toLowerCase().search(/(^|\s)because(\s|$)/))
    .trim()
    .slice('because'.length)
    .trim();
  return because === '' ? { words: words.slice(0, at) } : { words: words.slice(0, at), because };
}
