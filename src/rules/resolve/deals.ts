import type { Cause, Clause, Draft, Obligation } from '../../world/index.ts';
import { inSet } from '../../world/index.ts';
import { scrambled } from '../chance.ts';
import { APPROVAL_PLEDGE, APPROVAL_REJECTED, APPROVAL_TOP } from '../constants.ts';
import { publicGame } from '../formulate.ts';
import { gain, seatsIn } from '../gain.ts';
import { breaksPledge, meetsAll } from '../lines.ts';
import { prepared } from '../prepared.ts';
import { ratification } from '../votes.ts';
import { type Context, deed, everyone, note, optionId, STEP, seatId, tell } from './context.ts';

const clausesText = (ctx: Context, clauses: readonly Clause[]): string =>
  clauses.map(([i, o]) => `${ctx.game.case.issues[i].id}:${optionId(ctx, i, o)}`).join(' ');

/** Product of the principals' public gains, the yardstick between completed drafts on one issue; a loss makes it negative. */
function publicProduct(ctx: Context, clauses: readonly Clause[]): number {
  const pub = publicGame(ctx.game);
  let product = 1;
  let loss = 0;
  for (const p of prepared(ctx.game.case).principals) {
    const { net } = gain(pub, p, clauses);
    if (net < 0) loss += net;
    else product *= net;
  }
  return loss < 0 ? loss : product;
}

/** Step 5: completed drafts become signed packages; of several on one issue the one with the largest product of public gains stands. */
export function signatures(ctx: Context): Draft[] {
  ctx.step = STEP.signatures;
  const { w } = ctx;
  const completed: Draft[] = [];
  for (const d of w.drafts) if (d.state === 'completed') completed.push(d);
  if (completed.length === 0) return completed;
  const products = new Map<Draft, number>();
  if (completed.length > 1) for (const d of completed) products.set(d, publicProduct(ctx, d.clauses));
  const key = (d: Draft): string => d.clauses.map((x) => x.join(':')).join();
  const ranked = completed.sort(
    (a, b) => (products.get(b) ?? 0) - (products.get(a) ?? 0) || (key(a) < key(b) ? -1 : 1),
  );
  const taken = new Set<number>();
  const standing: Draft[] = [];
  for (const d of ranked) {
    if (d.clauses.some(([issue]) => taken.has(issue))) {
      replace(ctx, { ...d, state: 'lapsed', closed: w.round });
      if (ctx.sink)
        tell(ctx, 'news.draft-lapsed', { draft: d.no, clauses: clausesText(ctx, d.clauses) }, { seenBy: d.seenBy });
      continue;
    }
    for (const [issue] of d.clauses) taken.add(issue);
    standing.push(d);
  }
  for (const d of standing) {
    if (ctx.sink)
      tell(ctx, 'news.signed', {
        draft: d.no,
        by: seatId(ctx, d.by),
        clauses: clausesText(ctx, d.clauses),
        signatories: seatsIn(ctx.game, d.signatories)
          .map((s) => seatId(ctx, s))
          .join(' '),
      });
    for (const seat of seatsIn(ctx.game, d.signatories)) {
      deed(ctx, seat, 'sign-agreement');
      breakPledges(ctx, seat, d.clauses);
    }
  }
  return standing;
}

function replace(ctx: Context, draft: Draft): void {
  const k = ctx.w.drafts.findIndex((d) => d.no === draft.no);
  ctx.w.drafts[k] = draft;
}

/** Signing or performing against one's own public pledge: every body at home resents it, and the pledge is gone. */
export function breakPledges(ctx: Context, seat: number, clauses: readonly Clause[]): void {
  if (!breaksPledge(ctx.game, seat, clauses)) return;
  const I = ctx.game.case.issues.length;
  for (const b of ctx.game.case.seats[seat].bodies) ctx.byPledge[b] += APPROVAL_PLEDGE;
  for (const [issue] of clauses) {
    if (
      !breaksPledge(
        ctx.game,
        seat,
        clauses.filter(([i]) => i === issue),
      )
    )
      continue;
    ctx.w.pledgeMin[seat * I + issue] = -1;
    ctx.w.pledgeMax[seat * I + issue] = -1;
    if (ctx.sink) tell(ctx, 'news.pledge-broken', { seat: seatId(ctx, seat), issue: ctx.game.case.issues[issue].id });
  }
}

/** Step 6: body by body. A refusal is an involuntary defection that all can see; a yes turns clauses into obligations. */
export function ratify(ctx: Context, signed: readonly Draft[]): void {
  ctx.step = STEP.ratification;
  const { w } = ctx;
  const c = ctx.game.case;
  // All votes are taken on the same World, before any result changes it.
  const results = signed.map((d) =>
    seatsIn(ctx.game, d.signatories).map((seat) => ratification(ctx.game, seat, d.clauses)),
  );
  signed.forEach((d, k) => {
    const passes = results[k].every((r) => r.passes);
    for (const r of results[k]) {
      for (const v of r.votes) {
        const body = c.bodies[v.body];
        if (ctx.sink)
          tell(
            ctx,
            v.yes ? 'news.vote-yes' : body.veto ? 'news.vote-veto' : 'news.vote-no',
            { draft: d.no, seat: seatId(ctx, r.seat), body: body.id, weight: v.weight },
            { cites: [`bodies/${body.id}/weight`] },
          );
        if (!v.yes) ctx.byRejected[v.body] += APPROVAL_REJECTED;
        // How near the vote was is known at home only.
        if (ctx.sink)
          note(ctx, {
            what: `vote/${body.id}`,
            from: 0,
            to: v.yes ? 1 : 0,
            rule: 'ratification',
            cause: { by: 'draft', draft: d.no, seat: r.seat },
            inputs: { N: v.net, weight: v.weight, line: v.line >= 0 ? 1 : 0 },
            seenBy: 1 << r.seat,
          });
      }
      if (!r.passes) deed(ctx, r.seat, 'reject');
      if (ctx.sink)
        tell(ctx, r.passes ? 'news.ratified-by' : 'news.refused-by', {
          draft: d.no,
          seat: seatId(ctx, r.seat),
          share: r.share,
          quota: c.seats[r.seat].quota,
        });
    }
    replace(ctx, { ...d, state: passes ? 'ratified' : 'refused', closed: w.round, seenBy: everyone(ctx.game) });
    if (passes) conclude(ctx, d);
    else w.refused++;
    if (ctx.sink)
      tell(ctx, passes ? 'news.deal' : 'news.no-deal', { draft: d.no, clauses: clausesText(ctx, d.clauses) });
  });
  if (results.some((votes) => votes.every((r) => r.passes))) clearTable(ctx);
}

/** One package at a time: what lay on the table beside the one now agreed leaves it, or it could be signed a round later. */
function clearTable(ctx: Context): void {
  const { w } = ctx;
  for (let k = 0; k < w.drafts.length; k++) {
    const d = w.drafts[k];
    if (d.state !== 'open') continue;
    w.drafts[k] = { ...d, state: 'lapsed', closed: w.round };
    if (ctx.sink) tell(ctx, 'news.draft-overtaken', { draft: d.no }, { seenBy: d.seenBy });
  }
}

function conclude(ctx: Context, d: Draft): void {
  const { w } = ctx;
  const c = ctx.game.case;
  const I = c.issues.length;
  w.deals++;
  for (const [issue, option] of d.clauses) {
    w.dealsOn[issue]++;
    const x = (o: number): number => c.issues[issue].options[o].x;
    for (const seat of seatsIn(ctx.game, d.signatories))
      for (const b of c.seats[seat].bodies) {
        const ideal = ctx.game.truth.ideal[(c.seats.length + b) * I + issue];
        if (c.bodies[b].top === issue && Math.abs(x(option) - ideal) > Math.abs(x(w.now[issue]) - ideal))
          ctx.byTop[b] += APPROVAL_TOP;
      }
  }
  for (const o of schedule(ctx, d)) w.obligations.push(o);
  for (let k = 0; k < w.offers.length; k++) {
    const o = w.offers[k];
    if (
      o.kind !== 'carrot' ||
      o.state !== 'standing' ||
      !inSet(d.signatories, o.to) ||
      !meetsAll(ctx.game, d.clauses, o.terms)
    )
      continue;
    const own = w.obligations.filter((x) => x.deal === d.no && inSet(x.owners, o.to)).length;
    w.offers[k] = { ...o, state: 'owed', deal: d.no, tranches: own > 0 ? own : 1, due: own > 0 ? 0 : 1 };
    if (ctx.sink)
      tell(ctx, 'news.carrot-owed', {
        from: seatId(ctx, o.from),
        to: seatId(ctx, o.to),
        points: o.points,
        tranches: own > 0 ? own : 1,
        no: o.no,
      });
  }
}

/** One clause an owner and round from the next round, lightest weight first; mediators' clauses after the principals' last (MODEL §3). */
function schedule(ctx: Context, d: Draft): Obligation[] {
  const { w } = ctx;
  const c = ctx.game.case;
  const principals = prepared(c).principals.reduce((set, s) => set | (1 << s), 0);
  const free = c.seats.map(() => w.round + 1);
  for (const o of w.obligations)
    if (o.state === 'open') for (const s of seatsIn(ctx.game, o.owners)) if (o.due >= free[s]) free[s] = o.due + 1;
  const sorted = [...d.clauses].sort((a, b) => c.issues[a[0]].weight - c.issues[b[0]].weight || a[0] - b[0]);
  const mine = (clause: Clause): boolean => (c.issues[clause[0]].owners & principals) !== 0;
  let lastOfPrincipals = w.round;
  const out: Obligation[] = [];
  for (const clause of [...sorted.filter(mine), ...sorted.filter((x) => !mine(x))]) {
    const [issue, to] = clause;
    const owners = c.issues[issue].owners;
    let due = mine(clause) ? w.round + 1 : lastOfPrincipals + 1;
    for (const s of seatsIn(ctx.game, owners)) if (free[s] > due) due = free[s];
    for (const s of seatsIn(ctx.game, owners)) free[s] = due + 1;
    if (mine(clause) && due > lastOfPrincipals) lastOfPrincipals = due;
    out.push({
      no: scrambled(w.nextNo++, ctx.game.truth.salt),
      deal: d.no,
      parties: d.signatories,
      issue,
      to,
      owners,
      due,
      delayed: false,
      state: 'open',
      closed: 0,
    });
  }
  return out;
}

export const byDraft = (draft: number, seat: number): Cause => ({ by: 'draft', draft, seat });
