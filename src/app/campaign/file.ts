/**
 * A campaign as a file: JSON Lines, a header and then one line for each part begun, with its journal. Nothing in a file is believed:
 * each journal is played again, and what each part starts from must be what the part before left.
 */
import { carriedInto } from '../../rules/index.ts';
import { isPlayer, type Journal, parseJournal, replay } from '../../session/index.ts';
import type { Carried, Case, World } from '../../world/index.ts';
import type { GameInfo } from '../game-info.ts';
import { loadShipped } from '../scenarios/index.ts';
import { keepScenario, newId, putGame, readJournal, replaceJournal } from '../worker/games.ts';
import { type CampaignFileInApp, campaigns, loadCampaign } from './list.ts';
import { makeCampaignSay } from './say.ts';
import { type CampaignRecord, putCampaign } from './store.ts';

const FORMAT = 1;

type Row = Readonly<Record<string, unknown>>;
const isRow = (x: unknown): x is Row => typeof x === 'object' && x !== null && !Array.isArray(x);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export async function makeCampaignFile(record: CampaignRecord): Promise<string> {
  const { file, preset, seat, level, language, seed, players, notes } = record;
  const { id } = file.campaign;
  const header = { campaign: 'demarche', format: FORMAT, id, preset, seat, level, language, seed, players, notes };
  const journals = await Promise.all(record.games.map((game) => readJournal(game)));
  const lines = [header, ...journals.map(({ text }, k) => ({ part: k + 1, journal: text }))];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

/** Whether a text begins as a campaign's file does. */
export const isCampaignFile = (text: string): boolean => /^\uFEFF?\{"campaign":"demarche"/.test(text);

export type OpenedCampaign =
  | { readonly ok: true; readonly id: string }
  /** `campaign.open-<why>` says what is wrong and what to do. `part`: where, 0 for the file as a whole. */
  | { readonly ok: false; readonly why: 'broken' | 'unknown' | 'changed' | 'part' | 'history'; readonly part: number };

/** Checks a campaign's file and stores it, with its games, as a new campaign of this device. */
export async function openCampaignFile(text: string): Promise<OpenedCampaign> {
  const refused = (why: Extract<OpenedCampaign, { ok: false }>['why'], part = 0): OpenedCampaign => ({
    ok: false,
    why,
    part,
  });
  const rows = rowsOf(text);
  const head = rows?.[0];
  if (!rows || !head || head.format !== FORMAT || !Array.isArray(rows)) return refused('broken');
  if (!campaigns.some(({ id }) => id === head.id)) return refused('unknown');
  const file = await loadCampaign(String(head.id));
  const made = headOf(head, file);
  if (!made) return refused('broken');
  const { parts } = file.campaign;
  const read: { journal: Journal; text: string; info: GameInfo; carried: Carried; world: World; case: Case }[] = [];
  for (const [k, row] of rows.slice(1).entries()) {
    const last = read.at(-1);
    if (k >= parts.length || row.part !== k + 1 || typeof row.journal !== 'string') return refused('broken', k + 1);
    if (last && last.world.stage !== 'over') return refused('history', k + 1);
    const parsed = parseJournal(row.journal);
    if (!parsed.ok) return refused('part', k + 1);
    const info = await loadShipped(parts[k]!.scenario);
    const again = replay(info.case, parsed.journal);
    if (!again.ok) return refused(again.fault.code === 'scenario-changed' ? 'changed' : 'part', k + 1);
    const carried = carriedInto(file.campaign, made.preset, k + 1, info.case, last ?? null);
    if (!same(parsed.journal.header.carried, carried)) return refused('history', k + 1);
    const { final } = again.replay;
    read.push({ journal: parsed.journal, text: row.journal, info, carried, world: final.world, case: final.case });
  }
  if (read.length === 0) return refused('broken');
  return { ok: true, id: await store(made, read, file) };
}

function rowsOf(text: string): Row[] | null {
  try {
    const rows = text
      .replace(/^\uFEFF/, '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): unknown => JSON.parse(line));
    return rows.every(isRow) ? rows : null;
  } catch {
    return null;
  }
}

type Head = Pick<CampaignRecord, 'preset' | 'seat' | 'level' | 'language' | 'seed' | 'players'>;

function headOf(head: Row, { campaign, texts }: CampaignFileInApp): Head | null {
  const { preset, seat, level, language, seed, players } = head;
  if (typeof preset !== 'string' || !campaign.presets.some(({ id }) => id === preset)) return null;
  if (typeof seat !== 'string' || (level !== 'essential' && level !== 'full')) return null;
  if (typeof seed !== 'number' || !Number.isSafeInteger(seed)) return null;
  if (!isRow(players) || !Object.hasOwn(players, seat) || !Object.values(players).every(isPlayer)) return null;
  const lang = typeof language === 'string' && Object.hasOwn(texts, language) ? language : 'en';
  return { preset, seat, level, language: lang, seed, players: players as Head['players'] };
}

async function store(
  head: Head,
  read: readonly { text: string; info: GameInfo; carried: Carried; world: World; journal: Journal }[],
  file: CampaignFileInApp,
): Promise<string> {
  const id = newId();
  const first = read[0]!.info;
  const say = makeCampaignSay(first.texts);
  const people = first.case.seats.filter((seat) => head.players[seat.id] === 'person');
  const seatName = new Intl.ListFormat(first.lang).format(people.map((seat) => say(`seat.${seat.id}.name`)));
  const games: string[] = [];
  for (const { text, info, carried, world, journal } of read) {
    const game = newId();
    games.push(game);
    await keepScenario(info, null);
    await replaceJournal(game, text);
    await putGame({
      id: game,
      scenario: info.case.id,
      scenarioHash: info.case.hash,
      title: info.texts.title ?? info.case.id,
      seat: head.seat,
      seatName,
      level: journal.header.level,
      preset: journal.header.preset,
      seed: journal.header.seed,
      language: journal.header.language,
      timed: journal.header.timed,
      players: journal.header.seats,
      changed: Date.now(),
      round: world.round,
      rounds: world.rounds,
      phase: world.stage === 'over' ? 'debrief' : 'briefing',
      carried,
      campaign: { id, part: games.length },
    });
  }
  const title = file.texts[head.language]?.title ?? file.campaign.id;
  await putCampaign({ ...head, id, file, title, seatName, changed: Date.now(), games });
  return id;
}
