/** The home front: approval of each body, support as their mean, and the capital that hangs on it. */
import { supportOf } from '../../../rules/index.ts';
import type { Entry } from '../../../world/index.ts';
import { whatText } from '../tell.ts';
import { causeOf, close, entriesOf, plainWhy, startStand } from './entries.ts';
import { type Cause, type Fall, num, sign, type Teller, total } from './fall.ts';

/** What moved a body's approval, in words: its own advantage is told by the issues that changed in that round. */
function approvalName(t: Teller, e: Entry): string {
  const { info, update, say, names } = t;
  if (e.rule !== 'approval') return causeOf(t, e);
  if (e.inputs.pledge !== undefined) return say('causes.approval.pledge');
  if (e.inputs.rejected !== undefined) return say('causes.approval.rejected');
  if (e.inputs.top !== undefined) return say('causes.approval.top');
  const changed = update.ledger
    .filter((x) => x.round === e.round && x.what.startsWith('option/'))
    .map((x) => info.case.issues.findIndex((i) => x.what === `option/${i.id}`))
    .filter((issue, k, all) => issue >= 0 && all.indexOf(issue) === k);
  return changed.length === 0
    ? say('causes.approval.change-any')
    : say('causes.approval.change', { issues: names.list(changed.map((issue) => names.issue(issue))) });
}

/** One body's approval, cause by cause. */
export function approvalFall(t: Teller, what: string): Fall {
  const { info, update, say } = t;
  const c = info.case;
  const no = c.bodies.findIndex((b) => what === `approval/${b.id}`);
  const body = c.bodies[no];
  const support = `support/${c.seats[body?.seat ?? 0].id}`;
  const entries = update.ledger.filter((e) => e.what === what || e.what === support);
  let at = entries[0]?.round === 0 ? entries[0].from : (body?.approval ?? 0);
  const causes = entries.map((e): Cause => {
    const isFall = e.what === support;
    // After a fall every body of the seat begins anew, whatever it thought before.
    const by = isFall ? e.to - at : e.to - e.from;
    at += by;
    return {
      name: isFall ? say('causes.fall') : approvalName(t, e),
      by,
      round: e.round,
      why: plainWhy(t, isFall ? { ...e, from: at - by } : e, 'points'),
    };
  });
  return close(
    t,
    {
      title: whatText(say, what),
      unit: 'points',
      rise: 'good',
      from: startStand(
        t,
        what,
        entries.filter((e) => e.what === what),
        1,
        body?.approval ?? 0,
      ),
      causes,
      marks: [],
    },
    update.view.approval[no] ?? at,
  );
}

/** Support is the mean of the bodies' approval by weight: each cause counts as far as its body does. */
export function supportFall(t: Teller): Fall {
  const { info, update, seat, say, names } = t;
  const c = info.case;
  const own = c.seats[seat];
  const all = own.bodies.reduce((sum, b) => sum + c.bodies[b].weight, 0) || 1;
  const parts = own.bodies.map((b) => ({ b, fall: approvalFall(t, `approval/${c.bodies[b].id}`) }));
  const start = c.bodies.map((body) => body.approval);
  for (const { b, fall } of parts) start[b] = fall.from.value;
  const causes = parts
    .flatMap(({ b, fall }) =>
      fall.causes.map((cause): Cause => {
        const { weight } = c.bodies[b];
        const by = (weight / all) * cause.by;
        return {
          name: say('causes.support.name', { body: names.body(b), cause: cause.name }),
          by,
          round: cause.round,
          why: {
            ...cause.why,
            filled: say('causes.support.filled', { weight, all, change: sign(cause.by), by: sign(by) }),
            inputs: [
              ...cause.why.inputs,
              [say('ledger.in-weight'), String(weight)],
              [say('causes.in-all'), String(all)],
            ],
            cites: [...cause.why.cites, `bodies/${c.bodies[b].id}/weight`],
          },
        };
      }),
    )
    .sort((a, b) => a.round - b.round);
  return close(
    t,
    {
      title: say('app.support'),
      unit: 'points',
      rise: 'good',
      from: {
        name: say('causes.start'),
        value: supportOf(c, start, seat),
        cites: own.bodies.map((b) => `bodies/${c.bodies[b].id}/approval`),
      },
      causes,
      marks: [{ name: say('causes.mark.fall'), at: 20 }],
    },
    update.view.support[seat] ?? 0,
  );
}

/** Capital comes anew each round, so only this round counts: the base, support at home, what moves added, what was spent. */
export function capitalFall(t: Teller): Fall {
  const { info, update, seat, say } = t;
  const { view } = update;
  const own = info.case.seats[seat];
  const left = Math.max(0, update.legal?.capital ?? view.capital);
  const spent = entriesOf(t, `capital/${own.id}`).filter((e) => e.round === view.round && e.rule === 'capital');
  const fresh = left - total(spent.map((e) => ({ by: e.to - e.from })));
  const support = view.support[seat] ?? 50;
  const got = Math.floor(own.capital * (0.5 + support / 100) + 0.5);
  const causes: Cause[] = [
    {
      name: say('causes.capital.support'),
      by: got - own.capital,
      round: view.round,
      why: {
        rule: 'capital',
        filled: say('causes.capital.support-filled', {
          ...{ base: own.capital, support: num(support), got },
          by: sign(got - own.capital, 'whole'),
        }),
        inputs: [
          [say('app.support'), num(support)],
          [say('causes.capital.base'), String(own.capital)],
        ],
        cites: [`seats/${own.id}/capital`],
      },
    },
    {
      name: say('causes.capital.extra'),
      by: fresh - got,
      round: view.round,
      why: { rule: 'effect', filled: say('rule.effect.formula'), inputs: [], cites: [] },
    },
    ...spent.map(
      (e): Cause => ({
        name: say('causes.capital.spent', { what: causeOf(t, e) }),
        by: e.to - e.from,
        round: e.round,
        why: plainWhy(t, e, 'whole'),
      }),
    ),
  ];
  const fall = close(
    t,
    {
      title: say('app.capital'),
      unit: 'whole',
      rise: 'good',
      from: { name: say('causes.capital.base'), value: own.capital, cites: [`seats/${own.id}/capital`] },
      causes,
      marks: [],
    },
    left,
  );
  // That support made no difference is worth knowing, too.
  const shown = causes.filter((cause, k) => k === 0 || cause.by !== 0);
  return { ...fall, causes: shown, to: { name: say('causes.capital.left'), value: left } };
}
