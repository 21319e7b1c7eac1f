import { CAMEO, type Cameo, type Cause, type Game, type Sink, type World } from '../../world/index.ts';
import { prepared } from '../prepared.ts';

/** The order of a resolution (MODEL §6). Ledger and news carry these numbers. */
export const STEP = {
  reveal: 1,
  legality: 2,
  statements: 3,
  offers: 4,
  signatures: 5,
  ratification: 6,
  obligations: 7,
  unilateral: 8,
  trust: 9,
  tension: 10,
  event: 11,
  approval: 12,
  close: 13,
} as const;

/** What one resolution gathers before it is applied, so that the order of seats cannot matter. */
export interface Context {
  readonly game: Game;
  readonly w: World;
  readonly sink: Sink | undefined;
  step: number;
  readonly before: readonly number[]; // options at the start of the round
  readonly kept: number[]; // seat → Σ weight of clauses performed this round
  readonly broken: number[]; // seat → Σ weight of clauses breached, delays at half
  readonly byPledge: number[]; // body → approval from broken pledges
  readonly byRejected: number[]; // body → approval from signing what it rejected
  readonly byTop: number[]; // body → approval from concessions on its top issue
  readonly byEffects: number[]; // body → approval from moves and events
  readonly reasons: Reason[]; // which moves and events those were; kept only where a ledger is written
}

/** One move's or event's part in a body's approval. */
export interface Reason {
  readonly body: number;
  readonly by: number;
  readonly rule: string;
  readonly cause: Cause;
  readonly cites: readonly string[];
}

/** A body thinks better or worse of its government, because of a move or an event. Applied in step 12. */
export function sway(ctx: Context, reason: Reason): void {
  ctx.byEffects[reason.body] += reason.by;
  if (ctx.sink) ctx.reasons.push(reason);
}

export function context(game: Game, sink: Sink | undefined): Context {
  const { perSeat, perBody } = prepared(game.case);
  return {
    game,
    w: game.world,
    sink,
    step: 0,
    before: [...game.world.now],
    kept: perSeat.slice(),
    broken: perSeat.slice(),
    byPledge: perBody.slice(),
    byRejected: perBody.slice(),
    byTop: perBody.slice(),
    byEffects: perBody.slice(),
    reasons: [],
  };
}

export const everyone = (game: Game): number => (1 << game.case.seats.length) - 1;
export const RULE: Cause = { by: 'rule' };

/** Notes a Goldstein weight for the seat's round: its most hostile and its friendliest deed are kept (MODEL §5). */
export const deed = (ctx: Context, seat: number, cameo: Cameo): void => deedOf(ctx, seat, CAMEO[cameo]);

/** The same by the weight itself. */
export function deedOf(ctx: Context, seat: number, g: number): void {
  if (g < ctx.w.gMin[seat]) ctx.w.gMin[seat] = g;
  if (g > ctx.w.gMax[seat]) ctx.w.gMax[seat] = g;
}

interface Note {
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  readonly cause?: Cause;
  readonly inputs?: Readonly<Record<string, number>>;
  readonly cites?: readonly string[];
  readonly seenBy?: number;
}

/** Writes one ledger entry. Call only where `ctx.sink` is set: building the note costs more than the rule it describes. */
export function note(ctx: Context, n: Note): void {
  ctx.sink?.entry({
    round: ctx.w.round,
    step: ctx.step,
    what: n.what,
    from: n.from,
    to: n.to,
    rule: n.rule,
    cause: n.cause ?? RULE,
    inputs: n.inputs ?? {},
    cites: n.cites ?? [],
    seenBy: n.seenBy ?? everyone(ctx.game),
  });
}

/** Writes one news item; ids and numbers only. Call only where `ctx.sink` is set, as with `note`. */
export function tell(
  ctx: Context,
  id: string,
  params: Record<string, string | number>,
  more: { cites?: readonly string[]; seenBy?: number } = {},
): void {
  ctx.sink?.news({
    round: ctx.w.round,
    step: ctx.step,
    id,
    with: params,
    cites: more.cites ?? [],
    seenBy: more.seenBy ?? everyone(ctx.game),
  });
}

export const seatId = (ctx: Context, seat: number): string => ctx.game.case.seats[seat].id;
export const optionId = (ctx: Context, issue: number, option: number): string =>
  ctx.game.case.issues[issue].options[option].id;

/** Puts another option in force and writes it down. */
export function setOption(
  ctx: Context,
  issue: number,
  to: number,
  rule: string,
  cause: Cause,
  cites: readonly string[],
): void {
  const from = ctx.w.now[issue];
  if (from === to) return;
  ctx.w.now[issue] = to;
  if (ctx.sink) note(ctx, { what: `option/${ctx.game.case.issues[issue].id}`, from, to, rule, cause, cites });
}
