import type { Case } from '../../world/index.ts';

/** A number before the first round: what it is, its value, and the key of its citation. */
export interface Start {
  readonly what: string;
  readonly value: number;
  readonly cite: string;
}

/**
 * The starting values that a question in the ledger is about, as far as `seat` may know them. Capital and support are reckoned
 * from other numbers, so for them the parts are given.
 */
export function startOf({ alone, ...own }: Case, seat: number, what: string): Start[] {
  // In a part of a campaign the document's own start; what was carried over is a line of the ledger.
  const c: Case = alone ?? own;
  const [kind, id, other] = what.split('/');
  const place = (list: readonly { readonly id: string }[], of: string | undefined) =>
    list.findIndex((x) => x.id === of);
  if (kind === 'tension') return [{ what, value: c.tension.start, cite: 'tension/start' }];
  if (kind === 'approval')
    return c.bodies
      .filter((body) => body.seat === seat && (id === undefined || body.id === id))
      .map((body) => ({ what: `approval/${body.id}`, value: body.approval, cite: `bodies/${body.id}/approval` }));
  if (kind === 'trust') {
    const [performed, breached] = c.trust[place(c.seats, id) * c.seats.length + place(c.seats, other)] ?? [1, 1];
    return [{ what, value: performed / (performed + breached), cite: what }];
  }
  if (kind === 'option') {
    const issue = c.issues[place(c.issues, id)];
    return issue ? [{ what, value: issue.now, cite: `issues/${issue.id}/now` }] : [];
  }
  if (kind === 'capital') {
    const own = c.seats[seat];
    return own ? [{ what: `capital/${own.id}`, value: own.capital, cite: `seats/${own.id}/capital` }] : [];
  }
  return [];
}
