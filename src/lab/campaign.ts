/** Whole campaigns between bots, with history and without, so that one can see what history does. */
import { below, botByName, TEMPERAMENTS } from '../bots/index.ts';
import { carriedInto, chanceOf, partOf, start } from '../rules/index.ts';
import type { Campaign, Carried, Case, Game } from '../world/index.ts';
import { NO_LEGACY } from '../world/index.ts';
import { type GameRecord, playOn } from './play.ts';
import type { Mix } from './simulate.ts';

export interface CampaignOptions {
  readonly seed: number;
  /** Id of a preset of the campaign. */
  readonly preset: string;
  readonly bots: Mix;
  /** False: every part starts from its document alone, as if the parts before had not been played. */
  readonly history: boolean;
}

export interface PlayedPart {
  readonly carried: Carried;
  readonly record: GameRecord & { readonly game: Game };
}

/**
 * Plays all parts, one after the other, with the same bots. Each part has a seed of its own. Same options, same campaign.
 * @param cases the scenarios of the parts, as they stand alone
 */
export function playCampaign(campaign: Campaign, cases: readonly Case[], options: CampaignOptions): PlayedPart[] {
  const draw = chanceOf(options.seed, 12);
  const bots = cases[0].seats.map(() => {
    const drawn = TEMPERAMENTS[below(draw, TEMPERAMENTS.length)];
    return botByName(options.bots === 'mixed' ? drawn : options.bots);
  });
  const played: PlayedPart[] = [];
  cases.forEach((c, k) => {
    const seed = below(draw, 0x7fffffff);
    const before = played.at(-1)?.record.game ?? null;
    const whole = carriedInto(campaign, options.preset, k + 1, c, before);
    const carried = options.history ? whole : { ...whole, ...NO_LEGACY };
    const game = start(partOf(c, carried), { seed, preset: 'campaign' });
    played.push({ carried, record: playOn(game, { seed, bots }) });
  });
  return played;
}

/** Means over games of one part. */
export interface PartReport {
  readonly scenario: string;
  /** Games with at least one ratified package, 0–1. */
  readonly dealShare: number;
  readonly deals: number;
  readonly performed: number;
  readonly breached: number;
  readonly tensionStart: number;
  readonly tensionEnd: number;
  /** By seat id. */
  readonly scores: Readonly<Record<string, number>>;
  /** Of what came in: issues that do not start where the document says, clauses still owed, clauses that lapsed. */
  readonly moved: number;
  readonly owed: number;
  readonly lapsed: number;
  /** Largest change of any pair's trust at the start, in points of 0–100. */
  readonly trust: number;
}

export interface CampaignReport {
  readonly games: number;
  /** Commands that the rulebook refused; bots should never be refused. */
  readonly refusals: number;
  /** Parts that history made end otherwise: another ending, 0–1, from the second part on. */
  readonly otherEnding: number;
  readonly withHistory: readonly PartReport[];
  readonly without: readonly PartReport[];
}

/** Plays `games` campaigns twice, with history and without, all else equal. */
export function reportCampaign(
  campaign: Campaign,
  cases: readonly Case[],
  options: Omit<CampaignOptions, 'history'> & { readonly games: number },
  tick?: (done: number) => void,
): CampaignReport {
  const runs = { on: [] as PlayedPart[][], off: [] as PlayedPart[][] };
  for (let k = 0; k < options.games; k++) {
    const seed = options.seed + k;
    runs.on.push(playCampaign(campaign, cases, { ...options, seed, history: true }));
    runs.off.push(playCampaign(campaign, cases, { ...options, seed, history: false }));
    tick?.(k + 1);
  }
  const all = [...runs.on, ...runs.off].flat();
  let other = 0;
  runs.on.forEach((game, k) => {
    game.forEach(({ record }, part) => {
      if (part > 0 && record.ending !== runs.off[k][part].record.ending) other++;
    });
  });
  const parts = (games: readonly (readonly PlayedPart[])[]) =>
    cases.map((c, k) =>
      partReport(
        c,
        games.map((game) => game[k]),
      ),
    );
  return {
    games: options.games,
    refusals: all.reduce((sum, { record }) => sum + record.refusals, 0),
    otherEnding: other / (options.games * Math.max(1, cases.length - 1)),
    withHistory: parts(runs.on),
    without: parts(runs.off),
  };
}

function partReport(c: Case, played: readonly PlayedPart[]): PartReport {
  const mean = (of: (one: PlayedPart) => number): number =>
    played.reduce((sum, one) => sum + of(one), 0) / played.length;
  return {
    scenario: c.id,
    dealShare: mean(({ record }) => (record.deals > 0 ? 1 : 0)),
    deals: mean(({ record }) => record.deals),
    performed: mean(({ record }) => record.performed),
    breached: mean(({ record }) => record.breached),
    tensionStart: mean(({ record }) => record.game.case.tension.start),
    tensionEnd: mean(({ record }) => record.tension),
    scores: Object.fromEntries(c.seats.map(({ id }, s) => [id, mean(({ record }) => record.scores[s])])),
    moved: mean(({ record }) => record.game.case.issues.filter((issue, k) => issue.now !== c.issues[k].now).length),
    owed: mean(({ carried }) => carried.obligations.length),
    lapsed: mean(({ carried }) => carried.lapsed.length),
    trust: mean(({ record }) => trustMoved(c, record.game.case)),
  };
}

function trustMoved(alone: Case, part: Case): number {
  const trust = ([a, b]: readonly [number, number]): number => a / (a + b);
  return 100 * Math.max(...part.trust.map((counts, k) => Math.abs(trust(counts) - trust(alone.trust[k]))));
}
