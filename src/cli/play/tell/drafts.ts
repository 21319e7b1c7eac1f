import type { TalkLine } from '../../../session/index.ts';
import type { Draft } from '../../../world/index.ts';
import { inSet } from '../../../world/index.ts';
import type { Desk } from '../desk.ts';
import { openDrafts } from '../names.ts';
import { tellAssessment } from './assess.ts';

export function tellDrafts(desk: Desk): void {
  const { paper, say } = desk;
  const { view } = desk.update();
  const open = openDrafts(view);
  const done = view.drafts.filter(({ state }) => state !== 'open');
  paper.head(say('play.drafts.title'));
  if (open.length === 0) paper.say(say('play.drafts.none'));
  for (const draft of open) paper.item(draftText(desk, draft));
  if (done.length === 0) return;
  paper.head(say('play.drafts.closed'));
  for (const draft of done) paper.item(draftText(desk, draft));
}

function draftText({ say, names, seat, update }: Desk, d: Draft): string {
  const signed = names.seats(d.signed);
  const missing = names.seats(d.signatories & ~d.signed);
  return say('play.drafts.line', {
    draft: names.draft(d.no),
    by: names.seat(d.by),
    clauses: names.clauses(d.clauses),
    round: d.round,
    last: Math.min(d.round + 1, update().view.rounds),
    signed: signed || 'none',
    missing: missing || 'none',
    state: d.state,
    yours: d.state === 'open' && inSet(d.signatories, seat) && !inSet(d.signed, seat) ? 'yes' : 'no',
    rejected: d.rejectedBy >= 0 ? names.seat(d.rejectedBy) : 'none',
    reason: d.reason ? say(`play.reason.${d.reason}`) : '',
  });
}

/** One draft, with what it would mean. */
export function tellDraft(desk: Desk, draft: Draft): void {
  desk.paper.head(draftText(desk, draft));
  if (draft.state === 'open') tellAssessment(desk, draft.clauses);
}

/** A line of the talks. */
export function talkText({ say, names, seat }: Desk, line: TalkLine): string {
  const said = say(`play.talk.${line.did}`, {
    who: line.seat === seat ? 'you' : 'other',
    seat: names.seat(line.seat),
    draft: names.draft(line.draft),
    clauses: names.clauses(line.clauses),
    reason: line.reason ? say(`play.reason.${line.reason}`) : '',
  });
  return line.because === '' ? said : `${said} ${say('play.talk.because', { because: line.because })}`;
}
