import { checkClauses, draftFault, gain } from '../../../rules/index.ts';
import { type Clause, REJECT_REASONS, type RejectReason } from '../../../world/index.ts';
import { type Desk, faultText } from '../desk.ts';
import { find } from '../find.ts';
import { openDrafts, toAnswer } from '../names.ts';
import { signed } from '../paper.ts';
import { readClauses, readDraft, texts, withReason } from '../read.ts';
import { tellAssessment } from '../tell/assess.ts';
import type { Verb } from '../verb.ts';

const talk = (name: string, short: readonly string[], run: Verb['run']): Verb => ({
  name,
  short,
  group: 'talks',
  in: ['talks'],
  run,
});

/** Why this text could not be tabled now, as a fault's code; empty when it could. */
function barredBy(desk: Desk, clauses: readonly Clause[]): string {
  const { legal } = desk.update();
  return legal ? legal.table.why || (draftFault(desk.seen(), desk.seat, clauses)?.code ?? '') : 'wrong-stage';
}

/** Words of the talks. */
export const talkVerbs: readonly Verb[] = [
  {
    name: 'try',
    short: ['assess'],
    group: 'talks',
    run(desk, words) {
      const { paper, say, names } = desk;
      const draft = words.length === 1 && /^\d+$/.test(words[0]) ? readDraft(desk, words[0]) : null;
      const clauses = draft?.clauses ?? checked(desk, readClauses(desk, words));
      if (!clauses) return;
      paper.head(say('play.try.title', { clauses: names.clauses(clauses) }));
      tellAssessment(desk, clauses);
      if (draft) return;
      const why = barredBy(desk, clauses);
      if (why) paper.say(say('play.try.barred', { why: faultText(desk, why, 'talk') }));
      else paper.say(say('play.try.table', { typed: names.typed(clauses) }));
    },
  },
  { name: 'texts', short: [], group: 'talks', run: tellTexts },
  talk('table', ['propose'], (desk, typed, rest) => {
    const { words, because } = withReason(typed, rest);
    const clauses = readClauses(desk, words);
    desk.ask({ do: 'table', seat: desk.seat, clauses, ...(because ? { because } : {}) });
  }),
  talk('sign', ['accept'], (desk, typed, rest) => {
    const { words, because } = withReason(typed, rest);
    const draft = readDraft(desk, words[0], toAnswer(desk.update().view, desk.seat));
    desk.ask({ do: 'sign', seat: desk.seat, draft: draft.no, ...(because ? { because } : {}) });
  }),
  talk('reject', ['refuse'], (desk, typed, rest) => {
    const { words, because } = withReason(typed, rest);
    const numbered = /^\d+$/.test(words[0] ?? '');
    const draft = readDraft(desk, numbered ? words[0] : undefined, toAnswer(desk.update().view, desk.seat));
    const why = words[numbered ? 1 : 0];
    const reason: RejectReason = why === undefined ? 'other' : REJECT_REASONS[find('reason', why, REJECT_REASONS)];
    desk.ask({ do: 'reject', seat: desk.seat, draft: draft.no, reason, ...(because ? { because } : {}) });
  }),
  talk('counter', ['c'], (desk, typed, rest) => {
    const { words, because } = withReason(typed, rest);
    const numbered = /^\d+$/.test(words[0] ?? '');
    const draft = readDraft(desk, numbered ? words[0] : undefined, toAnswer(desk.update().view, desk.seat));
    const clauses = readClauses(desk, words.slice(numbered ? 1 : 0));
    desk.ask({ do: 'counter', seat: desk.seat, draft: draft.no, clauses, ...(because ? { because } : {}) });
  }),
  talk('withdraw', [], (desk, [word]) => {
    const own = openDrafts(desk.update().view).filter(({ by }) => by === desk.seat);
    desk.ask({ do: 'withdraw', seat: desk.seat, draft: readDraft(desk, word, own).no });
  }),
  talk('done', ['end'], (desk) => {
    desk.ask({ do: 'ready', seat: desk.seat });
  }),
];

/** Clauses that make a draft; null when they do not, after telling why. */
function checked(desk: Desk, clauses: readonly Clause[]): readonly Clause[] | null {
  const found = checkClauses(desk.seen(), clauses);
  if (Array.isArray(found)) return found;
  desk.refuse(found, 'talk');
  return null;
}

/** What a mediator may put on the table: the rulebook allows it only texts near the principals' public frontier. */
function tellTexts(desk: Desk): void {
  const { paper, say, names } = desk;
  const found = texts(desk);
  if (found.length === 0) paper.say(say('play.texts.none'));
  if (found.length === 0) return;
  const why = desk.update().legal?.table.why;
  if (why) paper.say(say('play.texts.barred', { why: faultText(desk, why, 'talk') }));
  paper.head(say(why ? 'play.texts.later' : 'play.texts.title'));
  found.forEach((clauses, k) => {
    paper.item(
      say('play.texts.line', {
        letter: String.fromCharCode(97 + k),
        clauses: names.clauses(clauses),
        net: signed(gain(desk.seen(), desk.seat, clauses).net),
      }),
    );
  });
  if (!why) paper.say(say('play.texts.more'));
}
