import { TENSION_KEEP, TENSION_PER_G } from '../../../rules/index.ts';
import { deedOf } from './deeds.ts';
import { causeOf, close, entriesOf, plainWhy, startStand } from './entries.ts';
import { type Cause, cited, type Fall, num, sign, type Teller, TINY, total } from './fall.ts';

/** Tension taken apart: the pull of the usual level, each seat's deed of the round, moves and events. */
export function tensionFall(t: Teller): Fall {
  const { info, update, say } = t;
  const c = info.case;
  const entries = entriesOf(t, 'tension');
  const seats = c.seats.map((_, s) => s).sort((a, b) => c.seats[a].order - c.seats[b].order);
  const causes = entries.flatMap((e): Cause[] => {
    if (e.rule !== 'tension')
      return [{ name: causeOf(t, e), by: e.to - e.from, round: e.round, why: plainWhy(t, e, 'points') }];
    const { H = e.from, baseline = c.tension.baseline } = e.inputs;
    const calm = (1 - TENSION_KEEP) * (baseline - H);
    const out: Cause[] = [
      {
        name: say('causes.tension.calm'),
        by: calm,
        round: e.round,
        why: {
          rule: 'tension',
          filled: say('causes.tension.calm-filled', { baseline: num(baseline), H: num(H), by: sign(calm) }),
          inputs: [
            [say('ledger.in-H'), num(H)],
            [say('ledger.in-baseline'), num(baseline)],
          ],
          cites: cited(t, e.cites),
        },
      },
    ];
    for (const s of seats) {
      const g = e.inputs[`g.${c.seats[s].id}`] ?? 0;
      const by = (-TENSION_PER_G * g) / c.seats.length;
      const deed = deedOf(t, e.round, s, g);
      out.push({
        name: deed.name,
        by,
        round: e.round,
        why: {
          rule: 'tension',
          filled: say('causes.tension.deed-filled', { g: num(g), seats: c.seats.length, by: sign(by) }),
          inputs: [
            [say('ledger.in-g', { seat: t.names.seat(s) }), num(g)],
            [say('causes.in-seats'), String(c.seats.length)],
          ],
          cites: deed.cites,
        },
      });
    }
    // The scale ends at 0 and at 100.
    const rest = e.to - e.from - total(out);
    if (Math.abs(rest) > TINY)
      out.push({
        name: say('causes.rest'),
        by: rest,
        round: e.round,
        why: { rule: 'tension', filled: say('causes.rest-about'), inputs: [], cites: [] },
      });
    return out;
  });
  return close(
    t,
    {
      title: say('ledger.what-tension'),
      unit: 'points',
      rise: 'bad',
      from: startStand(t, 'tension', entries, 1, c.tension.start),
      causes,
      marks: [
        { name: say('causes.mark.crisis'), at: 60 },
        { name: say('causes.mark.incident'), at: 75 },
      ],
    },
    update.view.tension,
  );
}
