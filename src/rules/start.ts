import type { Carried, Case, Game, World } from '../world/index.ts';
import { chanceOf } from './chance.ts';
import { holds } from './holds.ts';
import { capitalOf } from './home.ts';
import { carriedObligations, partOf } from './part.ts';
import { drawTruth } from './truth.ts';

const zeros = (n: number): number[] => new Array<number>(n).fill(0);
const filled = (n: number, x: number): number[] => new Array<number>(n).fill(x);

export interface StartOptions {
  /** Any whole number; draws the ranges, the mandate cards and the events. */
  readonly seed: number;
  /** Id of a preset; the first when unknown or missing. */
  readonly preset?: string;
  /** Plays the case as a part of a campaign; `preset` is then `campaign`. Must fit the case. */
  readonly carried?: Carried;
}

/** A new game in round 1, talks open. Same case, seed, preset and what is carried, same game. */
export function start(alone: Case, options: StartOptions): Game {
  const c = options.carried ? partOf(alone, options.carried) : alone;
  const preset = c.presets.find((p) => p.id === options.preset) ?? c.presets[0];
  const S = c.seats.length;
  const I = c.issues.length;
  const approval = c.bodies.map((b) => b.approval);
  const world: World = {
    round: 1,
    rounds: preset.rounds,
    stage: 'talks',
    now: c.issues.map((i) => i.now),
    declared: c.positions.map((p) => p.declared),
    pledgeMin: filled(S * I, -1),
    pledgeMax: filled(S * I, -1),
    amended: zeros(c.reds.length),
    trustA: c.trust.map((t) => t[0]),
    trustB: c.trust.map((t) => t[1]),
    tension: c.tension.start,
    approval,
    capital: c.seats.map((_, s) => capitalOf(c, approval, s, 0)),
    capitalNext: zeros(S),
    budget: c.seats.map((s) => s.budget),
    guarantee: zeros(S),
    hurt: c.seats.map((s) => s.hurt),
    gate: c.gates.map((g) => (g.open ? 1 : 0)),
    goal: c.goals.map((g) => (g.active ? 1 : 0)),
    instruction: c.instructions.map((i) => (i.active ? 1 : 0)),
    happened: zeros(c.events.length),
    passed: zeros(c.deadlines.length),
    playedCount: zeros(c.moves.length),
    playedRound: zeros(c.moves.length),
    consulted: zeros(c.bodies.length),
    revealed: zeros(S * I),
    performed: zeros(S),
    breached: zeros(S),
    received: zeros(S),
    paid: zeros(S),
    suffered: zeros(S),
    takenBack: zeros(S),
    falls: zeros(S),
    oneOrder: zeros(S),
    dealsOn: zeros(I),
    deals: 0,
    refused: 0,
    gMin: zeros(S),
    gMax: zeros(S),
    drafts: [],
    obligations: [],
    offers: [],
    sealed: filled(S, 0).map(() => null),
    nextNo: 1,
    chance: chanceOf(options.seed, 2).state(),
    ending: -1,
  };
  const game: Game = { case: c, truth: drawTruth(c, options.seed), world };
  world.obligations = carriedObligations(c, world, game.truth.salt);
  c.gates.forEach((gate, g) => {
    if (gate.opensWhen) world.gate[g] = holds(game, gate.opensWhen) ? 1 : 0;
  });
  return game;
}
