import { MAX_OPTIONS } from '../../world/index.ts';
import { type Chance, chanceFrom, drawWeighted } from '../chance.ts';
import {
  AFTER_FALL,
  CARROT_DECAY,
  DRAFT_STANDS,
  FALL_BELOW,
  INCIDENT,
  TENSION_KEEP,
  TENSION_PER_G,
  TRUST_KEEP,
} from '../constants.ts';
import { gain } from '../gain.ts';
import { capitalOf, supportOf } from '../home.ts';
import { type EventRow, prepared } from '../prepared.ts';
import { type Context, note, STEP, seatId, tell } from './context.ts';
import { applyEffects, lapse, setGate } from './effects.ts';

const clip = (x: number): number => (x < 0 ? 0 : x > 100 ? 100 : x);

/** Step 9: α ← 1 + f(α−1) + w·[performed], β ← 1 + f(β−1) + w·[breached, ½ for a delay]; everybody watches everybody. */
export function trust(ctx: Context): void {
  ctx.step = STEP.trust;
  const { w } = ctx;
  const S = ctx.game.case.seats.length;
  for (let i = 0; i < S; i++)
    for (let j = 0; j < S; j++) {
      if (i === j) continue;
      const k = i * S + j;
      const from = w.trustA[k] / (w.trustA[k] + w.trustB[k]);
      w.trustA[k] = 1 + TRUST_KEEP * (w.trustA[k] - 1) + ctx.kept[j];
      w.trustB[k] = 1 + TRUST_KEEP * (w.trustB[k] - 1) + ctx.broken[j];
      if (!ctx.sink) continue;
      const to = w.trustA[k] / (w.trustA[k] + w.trustB[k]);
      if (to !== from)
        note(ctx, {
          what: `trust/${seatId(ctx, i)}/${seatId(ctx, j)}`,
          from,
          to,
          rule: 'trust',
          inputs: { alpha: w.trustA[k], beta: w.trustB[k], kept: ctx.kept[j], broken: ctx.broken[j] },
          cites: [`trust/${seatId(ctx, i)}/${seatId(ctx, j)}`],
        });
    }
}

/** A seat's g of the round: its most hostile deed if any was hostile, else its friendliest, else 0. */
export const gOf = (ctx: Context, seat: number): number => (ctx.w.gMin[seat] < 0 ? ctx.w.gMin[seat] : ctx.w.gMax[seat]);

/** Step 10: H′ = clip(H̄ + .8(H − H̄) − 1.5·m), m = mean g over all seats. */
export function tension(ctx: Context): void {
  ctx.step = STEP.tension;
  const { w } = ctx;
  const seats = ctx.game.case.seats;
  let m = 0;
  for (let s = 0; s < seats.length; s++) m += gOf(ctx, s);
  m /= seats.length;
  const { baseline } = ctx.game.case.tension;
  const from = w.tension;
  w.tension = clip(baseline + TENSION_KEEP * (from - baseline) - TENSION_PER_G * m);
  if (!ctx.sink) return;
  const inputs: Record<string, number> = { H: from, baseline, m };
  seats.forEach((s, k) => {
    inputs[`g.${s.id}`] = gOf(ctx, k);
  });
  note(ctx, { what: 'tension', from, to: w.tension, rule: 'tension', inputs, cites: ['tension/baseline'] });
}

/** Step 11: deadlines whose time has come, then at most one event by weight, and at H ≥ 75 one incident more. */
export function events(ctx: Context): void {
  ctx.step = STEP.event;
  const { w } = ctx;
  const c = ctx.game.case;
  const { deadlines, events, incidents } = prepared(c);
  for (let k = 0; k < deadlines.length; k++) {
    if (w.passed[k] === 1 || !deadlines[k](ctx.game)) continue;
    const d = c.deadlines[k];
    w.passed[k] = 1;
    if (ctx.sink) tell(ctx, 'news.deadline', { deadline: d.id }, { cites: [`deadlines/${d.id}`] });
    applyEffects(ctx, d.effects, { by: 'deadline', deadline: k }, [`deadlines/${d.id}`]);
  }
  const crisis = w.tension >= INCIDENT;
  const chance = chanceFrom(w.chance);
  happen(ctx, pick(ctx, chance, events, c.quiet));
  if (crisis) happen(ctx, pick(ctx, chance, incidents, 0));
  w.chance = chance.state();
}

/** One of the events that may happen now, drawn by weight; −1 for none. */
function pick({ game, w }: Context, chance: Chance, events: readonly EventRow[], quiet: number): number {
  const weights: number[] = [];
  for (let k = 0; k < events.length; k++) {
    const { no, weight, repeat, when } = events[k];
    weights.push((repeat || w.happened[no] === 0) && when(game) ? weight : 0);
  }
  weights.push(quiet);
  const drawn = drawWeighted(chance, weights);
  return drawn < 0 || drawn === events.length ? -1 : events[drawn].no;
}

function happen(ctx: Context, k: number): void {
  if (k < 0) return;
  const event = ctx.game.case.events[k];
  ctx.w.happened[k]++;
  if (ctx.sink) tell(ctx, 'news.event', { event: event.id }, { cites: [`events/${event.id}`] });
  applyEffects(ctx, event.effects, { by: 'event', event: k }, [`events/${event.id}`]);
}

/** Step 12, first part: A_b ← clip(A_b + U_b(now) − U_b(before) + pledges + rejections + concessions + effects). */
export function approval(ctx: Context): void {
  ctx.step = STEP.approval;
  const { w } = ctx;
  const c = ctx.game.case;
  const I = c.issues.length;
  const { util } = ctx.game.truth;
  const changed: number[] = [];
  for (let d = 0; d < I; d++) if (w.now[d] !== ctx.before[d]) changed.push(d);
  for (let b = 0; b < c.bodies.length; b++) {
    let change = 0;
    for (const d of changed) {
      const row = ((c.seats.length + b) * I + d) * MAX_OPTIONS;
      change += util[row + w.now[d]] - util[row + ctx.before[d]];
    }
    const from = w.approval[b];
    const sum = change + ctx.byPledge[b] + ctx.byRejected[b] + ctx.byTop[b] + ctx.byEffects[b];
    if (sum === 0) continue;
    w.approval[b] = clip(from + sum);
    if (ctx.sink) tellApproval(ctx, b, from, change);
  }
}

/** One ledger entry for each thing that moved a body's approval, in the order of the formula; only the last is clipped. */
function tellApproval(ctx: Context, b: number, from: number, change: number): void {
  const body = ctx.game.case.bodies[b];
  const own = [`bodies/${body.id}/approval`];
  const parts = [
    { by: change, rule: 'approval', inputs: { change }, cites: own },
    { by: ctx.byPledge[b], rule: 'approval', inputs: { pledge: ctx.byPledge[b] }, cites: own },
    { by: ctx.byRejected[b], rule: 'approval', inputs: { rejected: ctx.byRejected[b] }, cites: own },
    { by: ctx.byTop[b], rule: 'approval', inputs: { top: ctx.byTop[b] }, cites: own },
    ...ctx.reasons.filter((r) => r.body === b).map((r) => ({ ...r, inputs: { effects: r.by } })),
  ].filter((part) => part.by !== 0);
  let at = from;
  parts.forEach((part, k) => {
    const to = k === parts.length - 1 ? ctx.w.approval[b] : at + part.by;
    const cause = 'cause' in part ? part.cause : undefined;
    note(ctx, {
      what: `approval/${body.id}`,
      from: at,
      to,
      rule: part.rule,
      inputs: part.inputs,
      cites: part.cites,
      seenBy: 1 << body.seat,
      ...(cause && { cause }),
    });
    at = to;
  });
}

/** Step 12, second part: support < 20 brings a government down; pledges lapse, obligations bind the successor. */
export function falls(ctx: Context): void {
  const { w } = ctx;
  const c = ctx.game.case;
  const I = c.issues.length;
  for (let s = 0; s < c.seats.length; s++) {
    w.oneOrder[s] = 0;
    const support = supportOf(c, w.approval, s);
    if (c.seats[s].bodies.length === 0 || support >= FALL_BELOW) continue;
    w.falls[s]++;
    w.oneOrder[s] = 1;
    for (const b of c.seats[s].bodies) w.approval[b] = AFTER_FALL;
    for (let d = 0; d < I; d++) {
      w.pledgeMin[s * I + d] = -1;
      w.pledgeMax[s * I + d] = -1;
    }
    if (ctx.sink) tell(ctx, 'news.fall', { seat: c.seats[s].id, support });
    if (ctx.sink)
      note(ctx, { what: `support/${c.seats[s].id}`, from: support, to: AFTER_FALL, rule: 'fall', inputs: { support } });
  }
}

/** While half of a payee's gain is the carrot itself, the carrot fades (Beardsley 2008). Judged on packages being carried out. */
export function decay(ctx: Context): void {
  const { w } = ctx;
  for (let k = 0; k < w.offers.length; k++) {
    const o = w.offers[k];
    if (o.kind !== 'carrot' || o.state !== 'owed' || o.deal === 0 || o.delivered + o.due >= o.tranches) continue;
    const rest = w.obligations
      .filter((x) => x.deal === o.deal && x.state === 'open')
      .map((x) => [x.issue, x.to] as const);
    const { net } = gain(ctx.game, o.to, rest);
    // gain() counts standing carrots only, so an owed one is not in `net`: without B < half of N with B.
    if (net >= (net + o.points) / 2) continue;
    const points = o.points * CARROT_DECAY;
    w.offers[k] = { ...o, points };
    if (ctx.sink)
      tell(
        ctx,
        'news.carrot-fades',
        { from: seatId(ctx, o.from), to: seatId(ctx, o.to), points, no: o.no },
        { seenBy: (1 << o.from) | (1 << o.to) },
      );
  }
}

/** Gates follow their condition; offers past their last round lapse. */
export function calendar(ctx: Context): void {
  const { w } = ctx;
  const { gates } = prepared(ctx.game.case);
  for (let k = 0; k < gates.length; k++) {
    const opensWhen = gates[k];
    if (opensWhen !== null) setGate(ctx, k, opensWhen(ctx.game));
  }
  for (let k = 0; k < w.offers.length; k++)
    if (w.offers[k].state === 'standing' && w.offers[k].lapses <= w.round) lapse(ctx, k);
}

/** Step 13: the books are closed and the next round begins, or the game is over. */
export function close(ctx: Context): void {
  ctx.step = STEP.close;
  const { w } = ctx;
  const c = ctx.game.case;
  for (let s = 0; s < c.seats.length; s++) {
    w.gMin[s] = 0;
    w.gMax[s] = 0;
    w.sealed[s] = null;
  }
  const over = w.ending >= 0;
  for (let k = 0; k < w.drafts.length; k++) {
    const d = w.drafts[k];
    if (d.state !== 'open' || (!over && d.round + DRAFT_STANDS - 1 > w.round)) continue;
    w.drafts[k] = { ...d, state: 'lapsed', closed: w.round };
    if (ctx.sink) tell(ctx, 'news.draft-expired', { draft: d.no }, { seenBy: d.seenBy });
  }
  if (over) {
    w.stage = 'over';
    return;
  }
  w.drafts = w.drafts.filter((d) => d.closed === 0 || d.closed > w.round - 2);
  w.round++;
  w.stage = 'talks';
  for (let s = 0; s < c.seats.length; s++) {
    w.capital[s] = capitalOf(c, w.approval, s, w.capitalNext[s]);
    w.capitalNext[s] = 0;
  }
}
