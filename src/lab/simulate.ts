import { type Bot, type BotName, below, botByName, type Plan, passiveBot, TEMPERAMENTS } from '../bots/index.ts';
import { chanceOf, copyWorld, start } from '../rules/index.ts';
import {
  type Case,
  type Clause,
  type DutyChoice,
  type Game,
  inSet,
  MAX_OPTIONS,
  type Obligation,
  type World,
} from '../world/index.ts';
import { type Audit, auditGame } from './audit.ts';
import { type PlayOptions, playOn, type Watch } from './play.ts';

/** Who plays: one kind of bot in every seat, or temperaments drawn anew for each seat and game. */
export type Mix = BotName | 'mixed';

export interface SimulateOptions {
  readonly games: number;
  /** Any whole number. Game k has a seed of its own made from this and k, so it is the same however the work is shared out. */
  readonly seed: number;
  readonly bots: Mix;
  /** Id of a preset; by default all presets in turn. */
  readonly preset?: string;
  /** So many of the first games are played again with one thing changed: a breach, a seat that passes. */
  readonly paired?: number;
  /** Plays every game once more under the checker of `audit.ts`. */
  readonly audit?: boolean;
}

/** A game's outcome as plain data: what a worker sends home. */
export interface Row {
  readonly rounds: number;
  readonly ending: number;
  readonly deals: number;
  readonly refused: number;
  readonly firstRound: number; // 0 without a deal
  readonly first: readonly Clause[];
  readonly scores: readonly number[];
  readonly mandates: readonly number[];
  readonly tabled: number;
  readonly answered: number;
  readonly refusals: number;
  readonly played: readonly number[];
  readonly performed: number;
  readonly breached: number;
  readonly tension: number;
  readonly crisis: boolean;
  readonly incident: boolean;
  readonly falls: number;
  /** Breaking a clause: the breaker's score less its score when it performs, all else equal; null where it did not come up. */
  readonly breach: {
    readonly chosen: number | null; // the first breach that a bot chose
    readonly forced: number | null; // a clause that costs its owner, drawn among all that fell due
    readonly last: number | null; // the same, among those that were the owner's last of the package
  };
  /** Scores when all seats pass all game; null where it was not tried. */
  readonly allPass: readonly number[] | null;
  readonly audit: Audit | null;
  /** One seat passes while the others play: its score so, and its score when it plays. */
  readonly onePasses: { readonly seat: number; readonly passing: number; readonly playing: number } | null;
}

/** The options of game k. */
export function gameOf(c: Case, options: SimulateOptions, k: number): PlayOptions {
  const chance = chanceOf(options.seed, 11, k);
  const seed = below(chance, 0x7fffffff);
  const preset = options.preset ?? c.presets[k % c.presets.length].id;
  const bots = c.seats.map(() => {
    const drawn = TEMPERAMENTS[below(chance, TEMPERAMENTS.length)];
    return botByName(options.bots === 'mixed' ? drawn : options.bots);
  });
  return { seed, preset, bots };
}

/** A clause that a seat had to decide about in some round. */
interface Due {
  readonly round: number;
  readonly seat: number;
  readonly no: number;
  readonly breached: boolean;
  readonly last: boolean;
}

/** A game, and its Worlds at moments from which it may be played once more, with the truth that the seed drew. */
interface Played {
  readonly options: PlayOptions;
  readonly begun: Game;
  /** Round → as its orders were about to be given; at 0, the start. */
  readonly worlds: World[];
}

/** Plays game k. Same case, options and k, same row. */
export function playRow(c: Case, options: SimulateOptions, k: number): Row {
  const game = gameOf(c, options, k);
  const paired = k < (options.paired ?? 0);
  const due: Due[] = [];
  const begun = start(c, game);
  const played: Played = { options: game, begun, worlds: paired ? [copyWorld(begun.world)] : [] };
  const planned = (of: Game, seat: number, plan: Plan, choices: readonly DutyChoice[]): Plan => {
    played.worlds[of.world.round] ??= copyWorld(of.world);
    for (const x of choices) {
      const o = of.world.obligations.find(({ no }) => no === x.no);
      if (x.of !== 'obligation' || !o) continue;
      const breached = plan.duties.some((d) => d.no === x.no && d.act === 'breach');
      // What a seat gains by anyway is no temptation to break.
      if (!breached && gainOf(of, seat, o) >= 0) continue;
      const own = of.world.obligations.filter((y) => y.deal === o.deal && y.state === 'open' && inSet(y.owners, seat));
      due.push({ round: of.world.round, seat, no: x.no, breached, last: own.length === 1 });
    }
    return plan;
  };
  const record = playOn(begun, {
    ...game,
    ...(paired && { watch: { planned: (of, seat, _view, legal, plan) => planned(of, seat, plan, legal.duties) } }),
  });
  const tempting = due.filter((d) => !d.breached);
  // Nearly every game with a deal could be tried: a third of them tells enough.
  const sampled = k % 3 === 0;
  const { game: _game, firstDeal, seed: _seed, ...rest } = record;
  return {
    ...rest,
    played: [...rest.played],
    firstRound: firstDeal?.round ?? 0,
    first: firstDeal?.clauses ?? [],
    breach: {
      chosen: breachWorth(played, due.filter((d) => d.breached).slice(0, 1), record.scores, k),
      forced: sampled ? breachWorth(played, tempting, record.scores, k) : null,
      last: sampled
        ? breachWorth(
            played,
            tempting.filter((d) => d.last),
            record.scores,
            k,
          )
        : null,
    },
    audit: options.audit ? auditGame(c, game) : null,
    allPass: paired
      ? scoresFrom(
          played,
          0,
          c.seats.map(() => passiveBot),
        )
      : null,
    onePasses: paired ? passOne(played, record.scores, k) : null,
  };
}

/** What carrying a clause out brings a seat, in utility points of its own (M1). */
function gainOf({ case: c, truth, world }: Game, seat: number, o: Obligation): number {
  const row = (seat * c.issues.length + o.issue) * MAX_OPTIONS;
  return truth.util[row + o.to] - truth.util[row + world.now[o.issue]];
}

/** Scores when the game is played once more from the orders of a round (0: from its start) with these bots. */
function scoresFrom(
  { options, begun, worlds }: Played,
  round: number,
  bots: readonly Bot[],
  watch: Watch = {},
): readonly number[] {
  return playOn({ ...begun, world: copyWorld(worlds[round]) }, { ...options, bots, watch }).scores;
}

/**
 * The same game once more, with one clause that was performed now broken, or the other way round. Up to the orders of that round
 * nothing is otherwise, so it is played on from there.
 */
function breachWorth(played: Played, due: readonly Due[], scores: readonly number[], k: number): number | null {
  if (due.length === 0) return null;
  const { options } = played;
  const one = due[below(chanceOf(options.seed, 13, k), due.length)];
  const act = one.breached ? 'perform' : 'breach';
  const other = scoresFrom(played, one.round, options.bots, {
    planned: ({ world }, seat, _view, _legal, plan) =>
      world.round === one.round && seat === one.seat
        ? { ...plan, duties: [...plan.duties.filter((d) => d.no !== one.no), { no: one.no, act }] }
        : plan,
  });
  const change = other[one.seat] - scores[one.seat];
  return one.breached ? -change : change;
}

function passOne(played: Played, scores: readonly number[], k: number): NonNullable<Row['onePasses']> {
  const { bots } = played.options;
  const seat = k % bots.length;
  const others = bots.map((bot, s) => (s === seat ? passiveBot : bot));
  return { seat, passing: scoresFrom(played, 0, others)[seat], playing: scores[seat] };
}
