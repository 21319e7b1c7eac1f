import type { Say } from '../../words/index.ts';
import type { Case, Cause, Entry, Term } from '../../world/index.ts';
import type { Names } from './names.ts';

/** A condition on one issue: "tariffs: suspended or more". */
export function termText(c: Case, say: Say, names: Names, term: Term): string {
  const last = c.issues[term.issue].options.length - 1;
  const issue = names.issue(term.issue);
  const min = names.option(term.issue, term.min);
  const max = names.option(term.issue, term.max);
  if (term.min === term.max) return say('app.term.is', { issue, option: min });
  if (term.max >= last) return say('app.term.at-least', { issue, option: min });
  if (term.min <= 0) return say('app.term.at-most', { issue, option: max });
  return say('app.term.between', { issue, min, max });
}

/** What a ledger line is about: `tension`, `approval/assembly`, `trust/serbia/kosovo` … in words. */
export function whatText(say: Say, what: string): string {
  const [kind, id, other] = what.split('/');
  if (kind === 'approval' || kind === 'vote') return say(`ledger.what-${kind}`, { body: say(`body.${id}.name`) });
  if (kind === 'trust')
    return say('ledger.what-trust', { seat: say(`seat.${id}.name`), other: say(`seat.${other}.name`) });
  if (kind === 'option') return say('ledger.what-option', { issue: say(`issue.${id}.name`) });
  if (kind === 'gate') return say('ledger.what-gate', { gate: say(`gate.${id}.name`) });
  return id ? say(`ledger.what-${kind}`, { seat: say(`seat.${id}.name`) }) : say(`ledger.what-${kind}`);
}

/** A ledger number as people write it: trust in percent, options by name, points with one decimal. */
export function valueText(c: Case, say: Say, what: string, value: number): string {
  const [kind, id] = what.split('/');
  if (kind === 'trust' || kind === 'guarantee') return `${Math.round(value * 100)} %`;
  if (kind === 'option') {
    const issue = c.issues.find((i) => i.id === id);
    const option = issue?.options[value];
    return option ? say(`option.${id}.${option.id}.name`) : String(value);
  }
  if (kind === 'gate') return say(value === 1 ? 'app.gate-open' : 'app.gate-shut');
  return (Math.round(value * 10) / 10).toString().replace('-', '−');
}

export const numberText = (value: number): string => (Math.round(value * 100) / 100).toString().replace('-', '−');

/** The move, draft, event … that set a change off. */
export function causeText(c: Case, say: Say, names: Names, cause: Cause): string {
  switch (cause.by) {
    case 'move':
      return say('ledger.cause-move', { seat: names.seat(cause.seat), move: names.move(cause.move) });
    case 'draft':
      return say('ledger.cause-draft', { seat: names.seat(cause.seat), draft: names.draft(cause.draft) });
    case 'obligation':
      return say('ledger.cause-obligation', { seat: names.seat(cause.seat) });
    case 'offer':
      return say('ledger.cause-offer', { seat: names.seat(cause.seat) });
    case 'event':
      return say('ledger.cause-event', { event: say(`event.${c.events[cause.event].id}.title`) });
    case 'deadline':
      return say('ledger.cause-deadline', { deadline: say(`deadline.${c.deadlines[cause.deadline].id}`) });
    case 'campaign':
      return say('ledger.cause-campaign', { part: cause.part });
    default:
      return say('ledger.cause-rule');
  }
}

/** Name of a formula's input; seats' inputs are written `g.serbia`. */
export function inputText(say: Say, symbol: string): string {
  const [kind, id] = symbol.split('.');
  return id ? say(`ledger.in-${kind}`, { seat: say(`seat.${id}.name`) }) : say(`ledger.in-${kind}`);
}

/** Whether a ledger line belongs to a number asked about; `approval` asks about every body. */
export const concerns = (entry: Entry, what: string): boolean =>
  what === '' || entry.what === what || entry.what.startsWith(`${what}/`);
