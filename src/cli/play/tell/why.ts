import type { Cause, Entry } from '../../../world/index.ts';
import type { Desk } from '../desk.ts';
import { figure } from '../paper.ts';
import { cites } from './cites.ts';

/** Lines of the ledger about one number, newest first: what changed, by which rule, from which inputs, on which documents. */
export function tellWhy(desk: Desk, what: string): void {
  const { paper, say } = desk;
  const lines = desk.update().ledger.filter((entry) => entry.what === what || entry.what.startsWith(`${what}/`));
  paper.head(say('ledger.of', { what: whatText(desk, what) }));
  if (lines.length === 0) paper.say(say('ledger.none'));
  const shown = lines.slice(-SHOWN).reverse();
  const ruled = new Set<string>();
  for (const entry of shown) tellEntry(desk, entry, ruled);
  if (lines.length > shown.length) paper.say(say('play.why.more', { count: lines.length - shown.length }));
}

/** A number has a few changes each round; more than this is not read at one go. */
const SHOWN = 12;

function tellEntry(desk: Desk, entry: Entry, ruled: Set<string>): void {
  const { paper, say } = desk;
  paper.item(
    say('play.why.line', {
      round: entry.round,
      what: whatText(desk, entry.what),
      from: valueText(desk, entry.what, entry.from),
      to: valueText(desk, entry.what, entry.to),
      cause: causeText(desk, entry.cause),
    }),
  );
  const inputs = Object.entries(entry.inputs).map(([symbol, value]) =>
    say('play.why.input', { input: inputText(desk, symbol), value: figure(value) }),
  );
  // The formula is the same every time: it is told once and then only named.
  const rule = say(`rule.${entry.rule}.name`);
  paper.item(
    ruled.has(entry.rule)
      ? say('play.why.rule', { rule })
      : say('play.why.formula', { rule, formula: say(`rule.${entry.rule}.formula`) }),
    1,
  );
  ruled.add(entry.rule);
  if (inputs.length > 0) paper.item(say('play.why.inputs', { inputs: inputs.join('; ') }), 1);
  for (const line of cites(desk, entry.cites)) paper.item(line, 1);
}

/** Numbers of which there is one. */
const ALONE: readonly string[] = ['tension', 'guarantee'];

/** `tension`, `approval/assembly`, `trust/serbia/kosovo` … in words. */
export function whatText({ say }: Desk, what: string): string {
  const [kind, id, other] = what.split('/');
  if (id === undefined) return say(ALONE.includes(kind) ? `ledger.what-${kind}` : `play.what.${kind}`);
  if (kind === 'approval' || kind === 'vote') return say(`ledger.what-${kind}`, { body: say(`body.${id}.name`) });
  if (kind === 'trust' && other)
    return say('ledger.what-trust', { seat: say(`seat.${id}.name`), other: say(`seat.${other}.name`) });
  if (kind === 'option') return say('ledger.what-option', { issue: say(`issue.${id}.name`) });
  if (kind === 'gate') return say('ledger.what-gate', { gate: say(`gate.${id}.name`) });
  return say(`ledger.what-${kind}`, { seat: say(`seat.${id}.name`) });
}

function valueText({ say, case: c }: Desk, what: string, value: number): string {
  const [kind, id] = what.split('/');
  if (kind === 'trust' || kind === 'guarantee') return `${figure(value * 100)} %`;
  if (kind === 'gate') return say('play.why.gate', { open: value === 1 ? 'yes' : 'no' });
  const option = kind === 'option' ? c.issues.find((i) => i.id === id)?.options[value] : undefined;
  return option ? say(`option.${id}.${option.id}.name`) : figure(value);
}

function causeText({ say, names, case: c }: Desk, cause: Cause): string {
  switch (cause.by) {
    case 'move':
      return say('ledger.cause-move', { seat: names.seat(cause.seat), move: names.move(cause.move) });
    case 'draft':
      return say('ledger.cause-draft', { seat: names.seat(cause.seat), draft: names.draft(cause.draft) });
    case 'obligation':
    case 'offer':
      return say(`ledger.cause-${cause.by}`, { seat: names.seat(cause.seat) });
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

function inputText({ say }: Desk, symbol: string): string {
  const [kind, id] = symbol.split('.');
  return say(`ledger.in-${kind}`, id ? { seat: say(`seat.${id}.name`) } : {});
}

/** What the ledger so far can explain, one name each: `tension`, `trust/serbia/kosovo` … */
const explained = (desk: Desk): string[] => [...new Set(desk.update().ledger.map(({ what }) => what))].sort();

export function tellExplained(desk: Desk): void {
  const { paper, say } = desk;
  const known = explained(desk);
  paper.head(say('play.why.title'));
  if (known.length === 0) paper.say(say('ledger.none'));
  for (const what of known)
    paper.item(say('play.why.ask', { line: what.split('/').join(' '), what: whatText(desk, what) }));
}
