import { type Bot, botChance, ORDERS, type Plan, type Said, TALK } from '../bots/index.ts';
import { apply, CRISIS, INCIDENT, legal, scores, start, view, viewAgain } from '../rules/index.ts';
import type { Case, Clause, Game, Legal, Sink, View } from '../world/index.ts';

/** Most commands a seat may give in the talks of one round, and most that all give together: talks end. */
const TALKS_PER_SEAT = 5;
const TALKS_IN_ALL = 24;

/** Hooks for laws, audits and paired replays. They see the true game; bots never do. */
export interface Watch {
  /** Before a bot is asked. */
  readonly asked?: (game: Game, seat: number, view: View, legal: Legal) => void;
  /** What a bot answered in the talks, before it is applied. */
  readonly said?: (game: Game, seat: number, view: View, legal: Legal, said: Said | null, asked: number) => void;
  /** What a bot ordered, before it is sealed; what comes back is sealed. */
  readonly planned?: (game: Game, seat: number, view: View, legal: Legal, plan: Plan) => Plan;
  /** After a resolution. */
  readonly resolved?: (game: Game) => void;
  readonly sink?: Sink;
}

export interface PlayOptions {
  readonly seed: number;
  readonly preset?: string;
  /** One bot per seat, in the Case's order of seats. */
  readonly bots: readonly Bot[];
  readonly watch?: Watch;
}

/** What is kept of a game for statistics; ids as numbers of the Case. */
export interface GameRecord {
  readonly seed: number;
  readonly rounds: number; // rounds resolved
  readonly ending: number;
  readonly deals: number;
  readonly refused: number;
  readonly firstDeal: { readonly round: number; readonly clauses: readonly Clause[] } | null;
  readonly scores: readonly number[];
  readonly mandates: readonly number[]; // seat → share of its goals met
  readonly tabled: number; // drafts and counters put on the table
  readonly answered: number; // signatures, rejections and counters given to another seat's draft
  readonly refusals: number; // commands the rulebook refused
  readonly played: readonly number[]; // move → times carried out
  readonly performed: number;
  readonly breached: number;
  readonly tension: number; // at the end
  readonly crisis: boolean; // tension reached 60 at the end of some round
  readonly incident: boolean; // tension reached 75 at the end of some round
  readonly falls: number;
}

/** Counts of one game while it runs. */
interface Tally {
  tabled: number;
  answered: number;
  refusals: number;
}

/** What the seats see in one round, by seat: each is built once and then brought up to date. */
type Looks = View[];

function look(game: Game, seat: number, looks: Looks): View {
  const before = looks[seat];
  looks[seat] = before ? viewAgain(game, before) : view(game, seat);
  return looks[seat];
}

/** Live talks of one round: seats are asked in turn until none has anything to say. Who had nothing to say is asked again when a
 * text reaches it or its own is turned down. */
function talks(game: Game, options: PlayOptions, tally: Tally, looks: Looks): void {
  const { case: c, world: w } = game;
  const { bots, seed, watch } = options;
  const S = c.seats.length;
  const asked = new Array<number>(S).fill(0);
  let open = (1 << S) - 1;
  let total = 0;
  while (open !== 0 && total < TALKS_IN_ALL) {
    for (let k = 0; k < S && total < TALKS_IN_ALL; k++) {
      // Another seat speaks first each round.
      const seat = (k + w.round) % S;
      if ((open & (1 << seat)) === 0) continue;
      const seen = look(game, seat, looks);
      const may = legal(game, seat);
      watch?.asked?.(game, seat, seen, may);
      const part = asked[seat]++;
      const said = bots[seat].talk(c, seen, may, botChance(seed, seat, w.round, TALK, part));
      watch?.said?.(game, seat, seen, may, said, part);
      if (said === null || asked[seat] >= TALKS_PER_SEAT) open &= ~(1 << seat);
      if (said === null) continue;
      const { command } = said;
      const other = 'draft' in command ? w.drafts.find((d) => d.no === command.draft) : undefined;
      if (apply(game, command, watch?.sink)) {
        tally.refusals++;
        continue;
      }
      total++;
      if (other && other.by !== seat) tally.answered++;
      let wake = 0;
      if (command.do === 'table' || command.do === 'counter') {
        tally.tabled++;
        wake = w.drafts[w.drafts.length - 1].signatories;
      } else if (other && command.do === 'reject') wake = 1 << other.by;
      for (let s = 0; s < S; s++) if (s !== seat && wake & (1 << s) && asked[s] < TALKS_PER_SEAT) open |= 1 << s;
    }
  }
}

/** Sealed orders of one round. */
function orders(game: Game, options: PlayOptions, tally: Tally, looks: Looks): void {
  const { case: c, world: w } = game;
  const { bots, seed, watch } = options;
  for (let seat = 0; seat < c.seats.length; seat++) {
    const seen = look(game, seat, looks);
    const may = legal(game, seat);
    watch?.asked?.(game, seat, seen, may);
    let plan = bots[seat].orders(c, seen, may, botChance(seed, seat, w.round, ORDERS));
    if (watch?.planned) plan = watch.planned(game, seat, seen, may, plan);
    if (plan.moves.length === 0 && plan.duties.length === 0) continue;
    const command = { do: 'seal', seat, moves: plan.moves, duties: plan.duties, because: plan.because.id } as const;
    if (apply(game, command, watch?.sink)) tally.refusals++;
  }
}

/**
 * Plays one game between bots on the plain host: no session, no journal, no ledger. Same case and options, same record.
 * @returns the record and the finished game
 */
export const playGame = (c: Case, options: PlayOptions): GameRecord & { readonly game: Game } =>
  playOn(start(c, options), options);

/**
 * Plays a game on from where it stands (talks open, or orders waiting to be given) to its end. The game itself is changed.
 * @param options `seed` moves the bots only; the events follow the game's own stream
 */
export function playOn(game: Game, options: PlayOptions): GameRecord & { readonly game: Game } {
  const { world: w } = game;
  const tally: Tally = { tabled: 0, answered: 0, refusals: 0 };
  let firstDeal: GameRecord['firstDeal'] = null;
  let crisis = w.tension >= CRISIS;
  let incident = w.tension >= INCIDENT;
  let rounds = 0;
  while (w.stage !== 'over') {
    const { round } = w;
    const looks: Looks = [];
    if (w.stage === 'talks') {
      talks(game, options, tally, looks);
      apply(game, { do: 'close-talks' }, options.watch?.sink);
    }
    orders(game, options, tally, looks);
    apply(game, { do: 'resolve' }, options.watch?.sink);
    options.watch?.resolved?.(game);
    rounds++;
    if (w.tension >= CRISIS) crisis = true;
    if (w.tension >= INCIDENT) incident = true;
    if (firstDeal === null && w.deals > 0) {
      const deal = w.drafts.find((d) => d.state === 'ratified');
      firstDeal = { round, clauses: deal ? deal.clauses : [] };
    }
  }
  const results = scores(game);
  return {
    game,
    seed: options.seed,
    rounds,
    ending: w.ending,
    deals: w.deals,
    refused: w.refused,
    firstDeal,
    scores: results.map((r) => r.score),
    mandates: results.map((r) => (r.goals.length ? r.goals.filter((g) => g.met).length / r.goals.length : 0)),
    ...tally,
    played: w.playedCount,
    performed: sum(w.performed),
    breached: sum(w.breached),
    tension: w.tension,
    crisis,
    incident,
    falls: sum(w.falls),
  };
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
