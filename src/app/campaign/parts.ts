/** The parts of a campaign of this device: what was played, read again from the journals, and how the next one begins. */
import { carriedInto, partOf } from '../../rules/index.ts';
import { type Opened, parseJournal, replay, type TalkLine } from '../../session/index.ts';
import type { Carried, Case, Game } from '../../world/index.ts';
import type { GameInfo } from '../game-info.ts';
import { loadShipped } from '../scenarios/index.ts';
import {
  deleteGame,
  type GameRecord,
  getGame,
  keepScenario,
  keptScenario,
  newId,
  putGame,
  readJournal,
} from '../worker/games.ts';
import { type CampaignRecord, changeCampaign } from './store.ts';

export interface Part {
  /** From 1. */
  readonly no: number;
  readonly scenario: string;
  readonly date: string;
  /** The scenario as it stands alone. */
  readonly info: GameInfo;
  /** null: not begun. */
  readonly game: GameRecord | null;
  /** null: not over, or it can no longer be read. */
  readonly played: PlayedPart | null;
}

export interface PlayedPart {
  /** With what was carried into it. */
  readonly case: Case;
  readonly carried: Carried;
  readonly final: Game;
  /** What the debrief knows, as far as the arc needs it. */
  readonly opened: Pick<Opened, 'closed' | 'final' | 'truth'>;
  readonly talks: readonly TalkLine[];
}

/** All parts, those played with their course. Reading one that is over plays its journal again: some tens of milliseconds. */
export async function loadParts(record: CampaignRecord): Promise<Part[]> {
  return Promise.all(
    record.file.campaign.parts.map(async ({ scenario, date }, k): Promise<Part> => {
      const game = record.games[k] === undefined ? null : ((await getGame(record.games[k])) ?? null);
      const kept = game ? await keptScenario(game.scenarioHash) : undefined;
      const info = kept?.info ?? (await loadShipped(scenario));
      const played = game?.phase === 'debrief' ? await readPlayed(game, info) : null;
      return { no: k + 1, scenario, date, info, game, played };
    }),
  );
}

async function readPlayed(game: GameRecord, info: GameInfo): Promise<PlayedPart | null> {
  const parsed = parseJournal((await readJournal(game.id)).text);
  const carried = parsed.ok ? parsed.journal.header.carried : undefined;
  if (!parsed.ok || !carried) return null;
  const again = replay(info.case, parsed.journal);
  if (!again.ok || again.replay.final.world.stage !== 'over') return null;
  const { final, rounds, history } = again.replay;
  const opened = { closed: rounds.map(({ closed }) => closed), final: final.world, truth: final.truth };
  return { case: final.case, carried, final, opened, talks: history.moment.context.logs.talks };
}

/** What the part after the last one played begins with; null when there is none, or the last one is not over. */
export function nextOf(record: CampaignRecord, parts: readonly Part[]): { part: Part; carried: Carried } | null {
  const part = parts.find(({ game }) => game === null);
  if (!part) return null;
  const last = parts[part.no - 2];
  if (last && !last.played) return null;
  const { campaign } = record.file;
  const before = last?.played ? { case: last.played.case, world: last.played.opened.final } : null;
  return { part, carried: carriedInto(campaign, record.preset, part.no, part.info.case, before) };
}

/** Sets up the game of a part; another tab may have done so already, then that one is it. @returns its id */
export async function beginPart(record: CampaignRecord, { info, no }: Part, carried: Carried): Promise<string> {
  const id = newId();
  const { case: c, texts, lang } = info;
  const part = partOf(c, carried);
  await keepScenario(info, null);
  await putGame({
    id,
    scenario: c.id,
    scenarioHash: c.hash,
    title: texts.title ?? c.id,
    seat: record.seat,
    seatName: record.seatName,
    level: record.level,
    preset: part.presets.at(-1)!.id,
    seed: record.seed + no - 1,
    language: lang,
    timed: false,
    players: record.players,
    changed: Date.now(),
    round: 1,
    rounds: carried.rounds,
    phase: 'briefing',
    carried,
    campaign: { id: record.id, part: no },
  });
  const changed = await changeCampaign(record.id, (old) =>
    old.games[no - 1] === undefined ? { ...old, games: [...old.games, id], changed: Date.now() } : old,
  );
  const standing = changed?.games[no - 1] ?? id;
  if (standing !== id) await deleteGame(id);
  return standing;
}
