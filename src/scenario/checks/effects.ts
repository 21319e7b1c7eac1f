/** Effects: ids resolve, promises come from those who can keep them, nothing is without effect. */
import { nearest } from '../../words/index.ts';
import type { Spot } from '../spot.ts';
import { checkTerm } from './conditions.ts';
import type { Context } from './context.ts';

const KINDS = [
  'tension',
  'trust',
  'approval',
  'support',
  'capital',
  'budget',
  'option',
  'gate',
  'goal',
  'instruction',
  'carrot',
  'stick',
  'guarantee',
  'hurt',
  'expire-offers',
  'leak',
  'reveal',
];

const meant = (kind: string): string => (KINDS.includes(kind) ? kind : (nearest(kind, KINDS) ?? kind));

/** `self` is the seat whose move has the effects, null for events and deadlines. */
export function checkEffects(ctx: Context, list: Spot, self: string | null): void {
  for (const item of list.items()) {
    // A misspelt kind was told as such; what it says inside is checked as what was probably meant.
    for (const [kind, inner] of item.entries()) checkEffect(ctx, meant(kind), inner, self);
  }
}

function checkEffect(ctx: Context, kind: string, inner: Spot, self: string | null): void {
  const seat = () => ctx.known('seat', inner.at('seat'));
  switch (kind) {
    case 'tension':
      nothing(ctx, inner, inner.number() === 0);
      return;
    case 'trust': {
      const [from, to] = [ctx.known('seat', inner.at('from')), ctx.known('seat', inner.at('to'))];
      if (from !== undefined && from === to) ctx.add(inner.at('to').fault('S617', { seat: to }));
      nothing(ctx, inner, !inner.at('performed').number() && !inner.at('breached').number());
      return;
    }
    case 'approval':
      ctx.known('body', inner.at('body'));
      nothing(ctx, inner, inner.at('by').number() === 0);
      return;
    case 'support':
    case 'capital':
    case 'hurt':
    case 'leak':
      seat();
      nothing(ctx, inner, inner.at('by').number() === 0);
      return;
    case 'budget': {
      const id = seat();
      if (id !== undefined && ctx.role(id) === 'principal') ctx.add(inner.at('seat').fault('S612', { seat: id, kind }));
      nothing(ctx, inner, !inner.at('by').number() && (inner.at('times').number() ?? 1) === 1);
      return;
    }
    case 'option': {
      const issue = ctx.known('issue', inner.at('issue'));
      if (issue !== undefined) ctx.option(issue, inner.at('to'));
      return;
    }
    case 'gate': {
      const gate = ctx.known('gate', inner.at('id'));
      const opensBySelf = gate !== undefined && ctx.ids.gate.get(gate)!.spot.at('opens-when').exists;
      if (opensBySelf) ctx.add(inner.at('id').fault('S608', { gate }));
      return;
    }
    case 'goal':
      ctx.known('goal', inner.at('id'));
      return;
    case 'instruction':
      ctx.known('instruction', inner.at('id'));
      return;
    case 'carrot':
    case 'stick':
      checkOffer(ctx, kind, inner, self);
      return;
    case 'guarantee':
      giver(ctx, kind, inner.at('seat'), inner, self);
      nothing(ctx, inner, inner.at('by').number() === 0);
      return;
    case 'expire-offers':
      ctx.known('seat', inner);
      return;
    case 'reveal':
      seat();
      ctx.known('issue', inner.at('issue'));
      return;
  }
}

function nothing(ctx: Context, spot: Spot, isNothing: boolean): void {
  if (isNothing) ctx.add(spot.fault('S619'));
}

/** A carrot or stick, as a move or as an effect. */
export function checkOffer(ctx: Context, kind: string, offer: Spot, self: string | null): void {
  const from = giver(ctx, kind, offer.at('from'), offer, self);
  const to = ctx.known('seat', offer.at('to'));
  if (to !== undefined && to === from) ctx.add(offer.at('to').fault('S618', { seat: to }));
  for (const term of offer.at('if').items(true)) checkTerm(ctx, term);
  const [points, budget] = [
    offer.at('points').number(),
    from === undefined ? undefined : (ctx.scenario.at('seats', from, 'budget', 'value').number() ?? 0),
  ];
  if (kind === 'carrot' && points !== undefined && budget !== undefined && points > budget) {
    ctx.add(offer.at('points').fault('S622', { points, budget, seat: from ?? '' }));
  }
}

/** Who promises, threatens or guarantees: named, or the seat whose move it is; only mediators can (MODEL §4). */
function giver(ctx: Context, kind: string, named: Spot, whole: Spot, self: string | null): string | undefined {
  if (!named.exists && self === null) {
    ctx.add(whole.fault('S620', { kind, key: kind === 'guarantee' ? 'seat' : 'from' }));
    return undefined;
  }
  const seat = named.exists ? ctx.known('seat', named) : (self ?? undefined);
  if (seat === undefined) return undefined;
  if (ctx.role(seat) === 'principal') ctx.add((named.exists ? named : whole).fault('S612', { seat, kind }));
  return seat;
}
