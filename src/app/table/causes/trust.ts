import { TRUST_KEEP } from '../../../rules/index.ts';
import { trust } from '../reading.ts';
import { whatText } from '../tell.ts';
import { causeOf, close, entriesOf, plainWhy, startStand } from './entries.ts';
import { type Cause, cited, type Fall, num, type Teller } from './fall.ts';

/** Trust taken apart: the counts fade, then promises kept are added, then broken ones. */
export function trustFall(t: Teller, what: string): Fall {
  const { info, update, say, names } = t;
  const c = info.case;
  const [, fromId, toId] = what.split('/');
  const place = (id: string | undefined) => c.seats.findIndex((s) => s.id === id);
  const other = names.seat(place(toId));
  const entries = entriesOf(t, what);
  const share = (a: number, b: number): number => (100 * a) / (a + b);
  const causes = entries.flatMap((e): Cause[] => {
    if (e.rule !== 'trust')
      return [{ name: causeOf(t, e), by: 100 * (e.to - e.from), round: e.round, why: plainWhy(t, e, 'percent', 100) }];
    const { alpha = 1, beta = 1, kept = 0, broken = 0 } = e.inputs;
    const faded: readonly [number, number] = [alpha - kept, beta - broken];
    const before: readonly [number, number] = [1 + (faded[0] - 1) / TRUST_KEEP, 1 + (faded[1] - 1) / TRUST_KEEP];
    const steps: (readonly [name: string, from: readonly [number, number], to: readonly [number, number]])[] = [
      [say('causes.trust.fade'), before, faded],
      [say('causes.trust.kept', { seat: other }), faded, [alpha, faded[1]]],
      [say('causes.trust.broken', { seat: other }), [alpha, faded[1]], [alpha, beta]],
    ];
    return steps.map(([name, a, b]) => ({
      name,
      by: share(...b) - share(...a),
      round: e.round,
      why: {
        rule: 'trust',
        filled: say('causes.trust.filled', {
          ...{ a0: num(a[0]), a1: num(b[0]), b0: num(a[1]), b1: num(b[1]) },
          to: num(share(...b)),
        }),
        inputs: [
          [say('ledger.in-kept'), num(kept)],
          [say('ledger.in-broken'), num(broken)],
        ],
        cites: cited(t, e.cites),
      },
    }));
  });
  const [a, b] = c.trust[place(fromId) * c.seats.length + place(toId)] ?? [1, 1];
  return close(
    t,
    {
      title: whatText(say, what),
      unit: 'percent',
      rise: 'good',
      from: startStand(t, what, entries, 100, a / (a + b)),
      causes,
      marks: [],
    },
    100 * trust(c, update.view, place(fromId), place(toId)),
  );
}
