import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { JournalFault } from '../../session/index.ts';
import type { Carried } from '../../world/index.ts';
import { Button } from '../components/Controls.tsx';
import { type NoteStore, NotesProvider, tidyNotes } from '../debrief/notes.ts';
import type { GameInfo } from '../game-info.ts';
import { HotSeat } from '../hotseat/HotSeat.tsx';
import { peopleOf } from '../hotseat/turns.ts';
import { go } from '../route.ts';
import { known, loadShipped, shippedBundle } from '../scenarios/index.ts';
import { type HostActions, HostActionsProvider } from '../table/actions.tsx';
import type { MenuItem } from '../table/Menu.tsx';
import { TableScreen } from '../table/TableScreen.tsx';
import { useSay } from '../words.tsx';
import { type Hosted, openGame } from '../worker/client.ts';
import { changeGame, type GameRecord, getGame, keptScenario } from '../worker/games.ts';
import { offerFile } from './offer-file.ts';

/** Few saves are of another version: its page is fetched when one is opened. */
const Stored = lazy(() => import('../stored/Stored.tsx'));

type State =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly what: string }
  /** It cannot be played on, but what was stored of it can be looked at. `info`: null where its scenario is not known here. */
  | {
      readonly is: 'stored';
      readonly info: GameInfo | null;
      readonly record: GameRecord;
      readonly fault: JournalFault;
    }
  | { readonly is: 'playing'; readonly info: GameInfo; readonly record: GameRecord; readonly hosted: Hosted };

/** One game of this device: takes it up from storage (also after a reload) and puts its table on the screen. */
export default function Play({ id }: { id: string }) {
  const say = useSay();
  const [state, setState] = useState<State>({ is: 'loading' });

  useEffect(() => {
    let hosted: Hosted | null = null;
    let gone = false;
    load(id, say).then(
      (next) => {
        if (next.is === 'playing') hosted = next.hosted;
        if (gone) hosted?.table.close();
        else setState(next);
      },
      (error: unknown) => {
        if (!gone) setState({ is: 'failed', what: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      gone = true;
      hosted?.table.close();
    };
  }, [id, say]);

  const actions = useMemo<HostActions>(() => {
    if (state.is !== 'playing') return {};
    const { record, hosted } = state;
    return {
      save: () => void download(hosted, record),
      again: () => go({ at: 'new', scenario: record.scenario }),
      leave: () => go({ at: 'home' }),
      ...(record.campaign ? { onward: () => go({ at: 'campaign', id: record.campaign!.id }) } : {}),
      ...(hosted.table.who < 0 ? {} : { undo: hosted.undo }),
    };
  }, [state]);

  const notes = useMemo<NoteStore>(
    () => ({
      read: async () => tidyNotes((await getGame(id))?.notes),
      write: (answers) => changeGame(id, { notes: answers }),
    }),
    [id],
  );

  if (state.is === 'loading') return <p className="loading">{say('app.loading')}</p>;
  if (state.is === 'failed')
    return (
      <main className="page" id="work" tabIndex={-1}>
        <div className="sheet broken" role="alert">
          <h1>{say('app.play.failed')}</h1>
          <p>{state.what}</p>
          <div className="actions">
            <Button kind="main" onPress={() => location.reload()}>
              {say('app.broken.reload')}
            </Button>
            <Button onPress={() => go({ at: 'home' })}>{say('app.home')}</Button>
          </div>
        </div>
      </main>
    );
  if (state.is === 'stored')
    return (
      <Suspense fallback={<p className="loading">{say('app.loading')}</p>}>
        <Stored record={state.record} info={state.info} fault={state.fault} home={() => go({ at: 'home' })} />
      </Suspense>
    );
  const { info, record, hosted } = state;
  const menu: MenuItem[] = [
    { id: 'save', label: say('app.menu.save'), act: () => actions.save?.() },
    ...(actions.onward ? [{ id: 'campaign', label: say('app.campaign.menu'), act: actions.onward }] : []),
    { id: 'help', label: say('app.help'), act: () => go({ at: 'help' }) },
    { id: 'settings', label: say('app.settings'), act: () => go({ at: 'settings' }) },
    { id: 'leave', label: say('app.menu.leave'), act: () => go({ at: 'home' }) },
  ];
  return (
    <NotesProvider value={notes}>
      {hosted.table.who < 0 ? (
        <HotSeat
          info={info}
          hosted={hosted}
          level={record.level}
          menu={menu}
          actions={actions}
          people={peopleOf(info.case, record.players)}
        />
      ) : (
        <HostActionsProvider value={actions}>
          <TableScreen info={info} table={hosted.table} level={record.level} menu={menu} />
        </HostActionsProvider>
      )}
    </NotesProvider>
  );
}

async function load(id: string, say: ReturnType<typeof useSay>): Promise<State> {
  const record = await getGame(id);
  if (!record) return { is: 'failed', what: say('app.play.unknown') };
  // As it was when the game began, even if a newer version of the app ships another one.
  const info = (await keptScenario(record.scenarioHash))?.info ?? (await shippedOr(record.scenario));
  if (!info) return shut({ code: 'scenario-differs', line: 1, found: record.scenario }, record, null);
  if (info.case.hash !== record.scenarioHash) return shut({ code: 'scenario-changed', line: 1 }, record, info);
  const shared = peopleOf(info.case, record.players).length > 1;
  // Several people begin behind the curtain, where the page knows only what everybody may know.
  const seat = shared ? -1 : info.case.seats.findIndex((s) => s.id === record.seat);
  const hosted = await openGame(id, seat, {
    case: info.case,
    seed: record.seed,
    preset: record.preset,
    level: record.level,
    language: record.language,
    texts: info.texts,
    timed: record.timed,
    players: info.case.seats.map((s) => record.players[s.id] ?? 'person'),
    ...(record.carried ? { carried: record.carried } : {}),
  });
  if (!hosted.opened.ok) {
    hosted.table.close();
    return shut(hosted.opened.fault, record, info);
  }
  if (record.shut) await changeGame(id, { shut: undefined });
  return { is: 'playing', info: record.carried ? await asPart(info, record.carried) : info, record, hosted };
}

/** What the table shows of a part of a campaign: the start that is played, not the document's alone. */
async function asPart(info: GameInfo, carried: Carried): Promise<GameInfo> {
  const { partOf } = await import('../campaign/part.ts');
  return { ...info, case: partOf(info.case, carried) };
}

/** The list of games says from now on that this one is only to be looked at. */
async function shut(fault: JournalFault, record: GameRecord, info: GameInfo | null): Promise<State> {
  if (record.shut !== fault.code) await changeGame(record.id, { shut: fault.code });
  return { is: 'stored', record, info, fault };
}

/** null: no scenario of that name ships with this version. */
const shippedOr = async (id: string): Promise<GameInfo | null> =>
  known.some((one) => one.id === id) ? loadShipped(id) : null;

/** Hands the journal to the browser as a file. */
async function download(hosted: Hosted, record: GameRecord): Promise<void> {
  const shippedHash = known.find((one) => one.id === record.scenario)?.hash;
  const bundle =
    shippedHash === record.scenarioHash
      ? await shippedBundle(record.scenario).catch(() => null)
      : ((await keptScenario(record.scenarioHash))?.bundle ?? null);
  offerFile(`demarche-${record.scenario}-${record.seat}.jsonl`, await hosted.save(bundle));
}
