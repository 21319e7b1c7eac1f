import { whatText } from '../tell.ts';
import { causeOf, close, entriesOf, plainWhy } from './entries.ts';
import { type Cause, type Fall, num, type Teller, TINY, type Unit } from './fall.ts';
import { approvalFall, capitalFall, supportFall } from './home.ts';
import { offerCites } from './package.ts';
import { tensionFall } from './tension.ts';
import { trustFall } from './trust.ts';

/** Numbers that only ever grow by entries of the ledger, from 0. */
const COUNTED = ['received', 'suffered', 'taken-back', 'guarantee'];

/**
 * A number that the ledger keeps, from the start of the game to now: tension, trust, approval, support (`approval`), capital,
 * guarantees … `null` for what has no size, such as options, gates and votes.
 */
export function ledgerFall(t: Teller, what: string): Fall | null {
  const [kind = ''] = what.split('/');
  if (what === 'tension') return tensionFall(t);
  if (kind === 'trust') return trustFall(t, what);
  if (what === 'approval') return supportFall(t);
  if (kind === 'approval') return approvalFall(t, what);
  if (what === 'capital') return capitalFall(t);
  if (kind === 'offer') return offerFall(t, what);
  if (COUNTED.includes(kind) || kind === 'budget' || kind === 'hurt') return countedFall(t, what);
  return null;
}

/** Numbers that nothing moves but entries of the ledger. */
function countedFall(t: Teller, what: string): Fall {
  const { info, update, say } = t;
  const [kind = '', id] = what.split('/');
  const entries = entriesOf(t, what);
  const percent = kind === 'guarantee';
  const scale = percent ? 100 : 1;
  const unit: Unit = percent ? 'percent' : 'points';
  const seat = info.case.seats.find((s) => s.id === id);
  const start = kind === 'budget' ? (seat?.budget ?? 0) : kind === 'hurt' ? (seat?.hurt ?? 0) : 0;
  const hasStart = kind === 'budget' || kind === 'hurt';
  const causes = entries.map(
    (e): Cause => ({
      name: causeOf(t, e),
      by: scale * (e.to - e.from),
      round: e.round,
      why: plainWhy(t, e, unit, scale),
    }),
  );
  const now = percent ? update.view.guarantee.reduce((sum, g) => sum + g, 0) : (entries.at(-1)?.to ?? start);
  return close(
    t,
    {
      title: whatText(say, what),
      unit,
      rise: kind === 'suffered' || kind === 'taken-back' || kind === 'hurt' ? 'bad' : 'good',
      from: {
        name: say('causes.start'),
        value: scale * (entries[0]?.round === 0 ? entries[0].from : start),
        ...(hasStart && seat ? { cites: [`seats/${seat.id}/${kind}`] } : {}),
      },
      causes,
      marks: [],
    },
    scale * now,
  );
}

/** An offer or a warning: as it was announced, and how far an offer has faded since (Beardsley 2008). */
function offerFall(t: Teller, what: string): Fall | null {
  const { update, say, names } = t;
  const offer = update.view.offers.find((o) => what === `offer/${o.no}`);
  if (!offer) return null;
  const told = update.news.filter((n) => n.with.no === offer.no);
  const made = told.find((n) => n.id === `news.${offer.kind}`);
  const announced = Number(made?.with.points ?? offer.points);
  let at = announced;
  const step = (id: string, to: number, round: number, rule: string): Cause => {
    const from = at;
    at = to;
    const filled = say(`causes.offer.${id}-filled`, { from: num(from), to: num(to), by: num(from - to) });
    return { name: say(`causes.offer.${id}`), by: to - from, round, why: { rule, filled, inputs: [], cites: [] } };
  };
  const causes = told.flatMap((n): Cause[] => {
    const points = Number(n.with.points ?? 0);
    if (n.id === 'news.carrot-fades') return [step('fades', points, n.round, 'decay')];
    return n.id === 'news.released' ? [step('released', at - points, n.round, 'tranche')] : [];
  });
  // What was promised for clauses that will not come, since somebody broke a promise, goes back to the mediator.
  if (Math.abs(offer.points - at) > TINY)
    causes.push(step('lapsed', offer.points, causes.at(-1)?.round ?? 0, 'tranche'));
  return close(
    t,
    {
      title: say(`causes.offer.${offer.kind}`, { from: names.seat(offer.from), to: names.seat(offer.to) }),
      unit: 'points',
      rise: offer.kind === 'carrot' ? 'good' : 'bad',
      from: {
        name: say('causes.offer.made', { round: offer.made }),
        value: announced,
        cites: offerCites(t, offer),
      },
      causes,
      marks: [],
    },
    offer.points,
  );
}
