import { type Cause, type DutyAct, inSet, MAX_OPTIONS, type Obligation, type Offer } from '../../world/index.ts';
import { DELAY_SHARE } from '../constants.ts';
import { seatsIn } from '../gain.ts';
import { guaranteeOf } from '../holds.ts';
import { metNow } from '../lines.ts';
import { goesOn } from '../part.ts';
import { type Context, deed, note, optionId, STEP, seatId, setOption, tell } from './context.ts';
import { breakPledges } from './deals.ts';

/** What a seat ordered about an obligation or offer; the default where it said nothing. */
function acted(ctx: Context, seat: number, no: number, byDefault: DutyAct): DutyAct {
  const duties = ctx.w.sealed[seat]?.duties;
  if (duties) for (const d of duties) if (d.no === no) return d.act;
  return byDefault;
}

/** Step 7: tranches that fell due, then obligations due. `round`: the round the calendar stands at (later ones only after the end). */
export function duties(ctx: Context, round: number): void {
  ctx.step = STEP.obligations;
  if (ctx.w.offers.length) tranches(ctx);
  const after = round > ctx.w.round;
  const due: Obligation[] = [];
  for (const o of ctx.w.obligations)
    if (o.state === 'open' && o.due <= round && !(after && goesOn(ctx.game.case, o.issue))) due.push(o);
  if (due.length === 0) return;
  // All acts are judged against the same list: what is done in one round is done at once.
  const breaches: { obligation: Obligation; by: number[] }[] = [];
  for (const o of due) {
    const owners = seatsIn(ctx.game, o.owners);
    const acts = owners.map((s) => acted(ctx, s, o.no, 'perform'));
    const breakers = owners.filter((_, k) => acts[k] === 'breach');
    const slow = owners.filter((_, k) => acts[k] === 'delay');
    if (breakers.length > 0) breaches.push({ obligation: o, by: breakers });
    else if (slow.length > 0) delay(ctx, o, slow, round);
    else perform(ctx, o, owners);
  }
  for (const b of breaches) breach(ctx, b.obligation, b.by);
}

function replace(ctx: Context, o: Obligation): void {
  const k = ctx.w.obligations.findIndex((x) => x.no === o.no);
  ctx.w.obligations[k] = o;
}

function perform(ctx: Context, o: Obligation, owners: readonly number[]): void {
  const { w } = ctx;
  const issue = ctx.game.case.issues[o.issue];
  replace(ctx, { ...o, state: 'performed', closed: w.round });
  const cause: Cause = { by: 'obligation', no: o.no, seat: owners[0] };
  for (const s of owners) {
    w.performed[s]++;
    ctx.kept[s] += issue.weight;
    deed(ctx, s, issue.cameo);
    breakPledges(ctx, s, [[o.issue, o.to]]);
  }
  setOption(ctx, o.issue, o.to, 'obligation', cause, [`options/${issue.id}/${optionId(ctx, o.issue, o.to)}`]);
  if (ctx.sink)
    tell(ctx, 'news.performed', {
      n: owners.length,
      seats: owners.map((s) => seatId(ctx, s)).join(' '),
      issue: issue.id,
      option: optionId(ctx, o.issue, o.to),
    });
  for (let k = 0; k < w.offers.length; k++) {
    const c = w.offers[k];
    if (c.state === 'owed' && c.deal === o.deal && inSet(o.owners, c.to) && c.delivered + c.due < c.tranches)
      w.offers[k] = { ...c, due: c.due + 1 };
  }
}

function delay(ctx: Context, o: Obligation, slow: readonly number[], round: number): void {
  const issue = ctx.game.case.issues[o.issue];
  replace(ctx, { ...o, due: round + 1, delayed: true });
  for (const s of slow) ctx.broken[s] += DELAY_SHARE * issue.weight;
  if (ctx.sink)
    tell(ctx, 'news.delayed', {
      n: slow.length,
      seats: slow.map((s) => seatId(ctx, s)).join(' '),
      issue: issue.id,
      option: optionId(ctx, o.issue, o.to),
    });
}

/**
 * A breach: the breaker keeps what it saved less the share Γ that the guarantors take back; every clause of the package that is
 * still open falls away for everybody, and carrots not yet earned by a delivery lapse.
 */
function breach(ctx: Context, o: Obligation, by: readonly number[]): void {
  const { w } = ctx;
  const c = ctx.game.case;
  const { util } = ctx.game.truth;
  const issue = c.issues[o.issue];
  const rest = w.obligations.filter((x) => x.deal === o.deal && x.state === 'open');
  for (const s of by) {
    w.breached[s]++;
    ctx.broken[s] += issue.weight;
    deed(ctx, s, 'breach-or-stop-aid');
    let saved = 0;
    for (const x of rest) {
      if (!inSet(x.owners, s)) continue;
      const row = (s * c.issues.length + x.issue) * MAX_OPTIONS;
      const cost = util[row + w.now[x.issue]] - util[row + x.to];
      if (cost > 0) saved += cost;
    }
    const back = guaranteeOf(ctx.game) * saved;
    if (back > 0) {
      const from = w.takenBack[s];
      w.takenBack[s] += back;
      if (ctx.sink)
        note(ctx, {
          what: `taken-back/${c.seats[s].id}`,
          from,
          to: w.takenBack[s],
          rule: 'guarantee',
          cause: { by: 'obligation', no: o.no, seat: s },
          inputs: { saved, guarantee: guaranteeOf(ctx.game) },
          seenBy: 1 << s,
        });
    }
  }
  if (ctx.sink)
    tell(ctx, 'news.breached', {
      n: by.length,
      seats: by.map((s) => seatId(ctx, s)).join(' '),
      issue: issue.id,
      option: optionId(ctx, o.issue, o.to),
    });
  for (const x of rest) {
    const at = w.obligations.findIndex((y) => y.no === x.no);
    if (w.obligations[at].state !== 'open') continue;
    w.obligations[at] = { ...w.obligations[at], state: x.no === o.no ? 'breached' : 'released', closed: w.round };
  }
  for (let k = 0; k < w.offers.length; k++) {
    const offer = w.offers[k];
    if (offer.state !== 'owed' || offer.deal !== o.deal) continue;
    const lost =
      ((offer.tranches - offer.delivered - offer.due) * offer.points) / Math.max(1, offer.tranches - offer.delivered);
    w.budget[offer.from] += lost;
    const left = offer.points - lost;
    w.offers[k] =
      offer.due > 0
        ? { ...offer, points: left, tranches: offer.delivered + offer.due }
        : { ...offer, state: 'lapsed', points: left };
  }
}

/** What the news says of an offer; made only where news are written. */
const namesOf = (ctx: Context, o: Offer): { from: string; to: string; no: number } => ({
  from: seatId(ctx, o.from),
  to: seatId(ctx, o.to),
  no: o.no,
});

/** Releases or withholds each tranche that is due; withholding is a breach towards the payee. */
function tranches(ctx: Context): void {
  const { w } = ctx;
  for (let k = 0; k < w.offers.length; k++) {
    const o = w.offers[k];
    if (o.kind !== 'carrot' || o.state !== 'owed' || o.due === 0) continue;
    if (acted(ctx, o.from, o.no, 'release') === 'withhold') {
      w.offers[k] = { ...o, state: 'withheld', due: 0 };
      w.budget[o.from] += o.points;
      w.breached[o.from]++;
      ctx.broken[o.from] += 1;
      deed(ctx, o.from, 'breach-or-stop-aid');
      if (ctx.sink) tell(ctx, 'news.withheld', namesOf(ctx, o));
      continue;
    }
    const points = (o.points / (o.tranches - o.delivered)) * o.due;
    const delivered = o.delivered + o.due;
    w.offers[k] = {
      ...o,
      points: o.points - points,
      delivered,
      due: 0,
      state: delivered >= o.tranches ? 'paid' : 'owed',
    };
    const from = w.received[o.to];
    w.received[o.to] += points;
    w.paid[o.from] += points;
    w.performed[o.from]++;
    ctx.kept[o.from] += 1;
    deed(ctx, o.from, 'economic-aid');
    if (ctx.sink) tell(ctx, 'news.released', { ...namesOf(ctx, o), points });
    if (ctx.sink)
      note(ctx, {
        what: `received/${seatId(ctx, o.to)}`,
        from,
        to: w.received[o.to],
        rule: 'tranche',
        cause: { by: 'offer', no: o.no, seat: o.from },
        inputs: { points },
      });
  }
}

/** End of step 8: standing carrots whose condition now holds are owed; sticks that run out are imposed or spared. */
export function offersMet(ctx: Context): void {
  const { w } = ctx;
  for (let k = 0; k < w.offers.length; k++) {
    const o = w.offers[k];
    if (o.state !== 'standing') continue;
    const met = metNow(ctx.game, o.terms);
    if (met && o.kind === 'carrot') {
      w.offers[k] = { ...o, state: 'owed', tranches: 1, due: 1 };
      if (ctx.sink) tell(ctx, 'news.carrot-owed', { ...namesOf(ctx, o), points: o.points, tranches: 1 });
    } else if (met) {
      w.offers[k] = { ...o, state: 'lapsed' };
      if (ctx.sink) tell(ctx, 'news.stick-lifted', { ...namesOf(ctx, o), points: o.points });
    } else if (o.kind === 'stick' && o.lapses <= w.round) stickDue(ctx, k);
  }
}

function stickDue(ctx: Context, k: number): void {
  const { w } = ctx;
  const o = w.offers[k];
  if (acted(ctx, o.from, o.no, 'impose') === 'spare') {
    w.offers[k] = { ...o, state: 'spared' };
    // A threat that is not carried out is not believed the next time.
    ctx.broken[o.from] += 1;
    if (ctx.sink) tell(ctx, 'news.stick-spared', { ...namesOf(ctx, o), points: o.points });
    return;
  }
  w.offers[k] = { ...o, state: 'imposed' };
  const from = w.suffered[o.to];
  w.suffered[o.to] += o.points;
  ctx.kept[o.from] += 1;
  deed(ctx, o.from, 'impose-sanctions');
  if (ctx.sink) tell(ctx, 'news.stick-imposed', { ...namesOf(ctx, o), points: o.points });
  if (ctx.sink)
    note(ctx, {
      what: `suffered/${seatId(ctx, o.to)}`,
      from,
      to: w.suffered[o.to],
      rule: 'stick',
      cause: { by: 'offer', no: o.no, seat: o.from },
      inputs: { points: o.points },
    });
}
