/** A journal file from somewhere: checked, played through, and stored as a game of this device. */
import type { Header, JournalFault } from '../../session/index.ts';
import type { Say } from '../../words/index.ts';
import type { GameInfo } from '../game-info.ts';
import { known, loadShipped, shipped } from '../scenarios/index.ts';
import { makeAppSay } from '../words.tsx';
import { importGame } from '../worker/client.ts';
import { deleteGame, keepScenario, newId, putGame } from '../worker/games.ts';

export type OpenedFile =
  /** `campaign`: the id is a campaign's. */
  | { readonly ok: true; readonly id: string; readonly campaign?: true }
  | { readonly ok: false; readonly what: string; readonly mend: string };

/** Characters of a file that is worth reading at all; a whole game needs some 60,000. */
const FILE_MAX = 16_000_000;

const refused = (say: Say, fault: Pick<JournalFault, 'code'> & Partial<JournalFault>): OpenedFile => {
  const { code, fault: why, ...rest } = fault;
  const given = { line: 1, found: '', expected: '', at: 'none', ...rest, why: why ? say(`fault.${why}`) : '' };
  return { ok: false, what: say(`session.journal.${code}`, given), mend: say(`session.journal.${code}.mend`, given) };
};

/** The first line, as far as it can be trusted: which scenario, who sat where. The worker checks everything. */
function peek(text: string): Partial<Header> | null {
  try {
    const value: unknown = JSON.parse(text.slice(0, text.indexOf('\n')));
    return typeof value === 'object' && value !== null ? (value as Partial<Header>) : null;
  } catch {
    return null;
  }
}

/** The shipped scenario of that hash, else the one the file brings along, else the shipped one of that name. */
async function scenarioOf(header: Partial<Header>): Promise<{ info: GameInfo; bundle: string | null } | null> {
  const listing = known.find((one) => one.id === header.scenario);
  if (listing && listing.hash === header.hash) return { info: await loadShipped(listing.id), bundle: null };
  if (typeof header.bundle === 'string') {
    const { compileBundle } = await import('../scenarios/from-bundle.ts');
    const info = compileBundle(header.bundle, header.language ?? 'en');
    if (info) return { info, bundle: header.bundle };
  }
  return listing ? { info: await loadShipped(listing.id), bundle: null } : null;
}

/** What cannot be played here may still have rounds to look at. */
async function toLookAt(say: Say, text: string, info: GameInfo | null, fault: JournalFault): Promise<OpenedFile> {
  const { keepStored } = await import('../stored/keep.ts');
  const id = await keepStored(text, info, fault);
  return id === null ? refused(say, fault) : { ok: true, id };
}

export async function openFile(file: File, say: Say): Promise<OpenedFile> {
  if (file.size > FILE_MAX) return refused(say, { code: 'too-large', found: file.size, expected: FILE_MAX });
  const text = await file.text();
  if (text.startsWith('{"campaign":')) {
    const { openCampaignFile } = await import('../campaign/file.ts');
    const opened = await openCampaignFile(text);
    if (opened.ok) return { ok: true, id: opened.id, campaign: true };
    const { makeCampaignSay } = await import('../campaign/say.ts');
    return { ok: false, what: makeCampaignSay()(`campaign.open-${opened.why}`, { part: opened.part }), mend: '' };
  }
  const header = peek(text);
  if (!header) return refused(say, { code: text.trim() === '' ? 'empty' : 'not-a-journal' });
  const found = await scenarioOf(header);
  if (!found) {
    const expected = shipped.map((one) => one.id).join(', ');
    return toLookAt(say, text, null, { code: 'scenario-differs', line: 1, found: String(header.scenario), expected });
  }
  const { info, bundle } = found;
  const id = newId();
  const result = await importGame(id, info.case, text);
  if (!result.ok) {
    await deleteGame(id);
    return toLookAt(say, text, info, result.fault);
  }
  const players = header.seats ?? {};
  const seat = info.case.seats.find((s) => players[s.id] === 'person')?.id ?? info.case.seats[0].id;
  const preset = info.case.presets.find((p) => p.id === header.preset);
  await keepScenario(info, bundle);
  await putGame({
    id,
    scenario: info.case.id,
    scenarioHash: info.case.hash,
    title: info.texts.title ?? info.case.id,
    seat,
    seatName: makeAppSay(info.texts)(`seat.${seat}.name`),
    level: header.level ?? 'essential',
    preset: header.preset ?? '',
    seed: header.seed ?? 0,
    language: header.language ?? 'en',
    timed: header.timed ?? false,
    players,
    changed: Date.now(),
    round: 1,
    rounds: header.carried?.rounds ?? preset?.rounds ?? 1,
    phase: 'briefing',
    ...(header.carried ? { carried: header.carried } : {}),
  });
  return { ok: true, id };
}
