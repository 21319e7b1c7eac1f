import { lazy, Suspense, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Ask, Level, Table, Update } from '../../session/index.ts';
import type { Clause } from '../../world/index.ts';
import { Button } from '../components/Controls.tsx';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Icon } from '../components/Icon.tsx';
import { useAnnounce } from '../components/Live.tsx';
import { watchShownIssue } from '../documents/show-issue.ts';
import type { GameInfo } from '../game-info.ts';
import { Coach } from '../practice/Coach.tsx';
import { useRoute } from '../route.ts';
import { useNamed } from '../scenarios/named.ts';
import { StageBand } from '../stage/StageBand.tsx';
import { useTableSounds } from '../use-sound.ts';
import { makeAppSay, SayProvider } from '../words.tsx';
import { Briefing } from './Briefing.tsx';
import { WritingProvider } from './draft.tsx';
import { Header, NextStep, NowLine } from './Header.tsx';
import { Issues } from './Issues.tsx';
import { Menu, type MenuItem } from './Menu.tsx';
import { FrontPage } from './News.tsx';
import { makeNames } from './names.ts';
import { Orders } from './Orders.tsx';
import { Situation } from './Situation.tsx';
import { type Sitting, SittingProvider, useSitting } from './sitting.tsx';
import { Talks } from './Talks.tsx';
import { whatNow } from './what-now.ts';

const DocumentSheet = lazy(() => import('../documents/DocumentSheet.tsx'));
const Ledger = lazy(() => import('./Ledger.tsx'));
const Result = lazy(() => import('./Result.tsx'));

/** The parts of the table that a narrow screen shows one at a time. */
const PARTS = ['work', 'issues', 'situation'] as const;
type Part = (typeof PARTS)[number];

interface Props {
  info: GameInfo;
  table: Table;
  level: Level;
  menu: readonly MenuItem[];
}

/** One seat at one table. Knows nothing of how the table is hosted. */
export function TableScreen({ info: plain, table, level, menu }: Props) {
  const info = useNamed(plain);
  const [update, setUpdate] = useState<Update | null>(null);
  // What comes from the table is drawn in small portions: a whole phase at once would hold up who is typing or pressing.
  useEffect(() => table.watch((next) => startTransition(() => setUpdate(next))), [table]);
  const say = useMemo(() => makeAppSay(info.texts), [info.texts]);
  if (!update) return <p className="loading">{say('app.loading')}</p>;
  return (
    <SayProvider value={say}>
      <Seated info={info} table={table} level={level} menu={menu} update={update} />
    </SayProvider>
  );
}

function Seated({ info, table, level, menu, update }: Props & { update: Update }) {
  const announce = useAnnounce();
  const say = useMemo(() => makeAppSay(info.texts), [info.texts]);
  const names = useMemo(() => makeNames(info.case, say, info.lang, update.talks), [info, say, update.talks]);
  const [asked, setAsked] = useState<{ what: string; clauses: readonly Clause[] } | null>(null);
  const why = useCallback((what: string, clauses: readonly Clause[] = []) => {
    startTransition(() => setAsked({ what, clauses }));
  }, []);
  const [refusal, setRefusal] = useState('');
  const seat = table.who;
  const route = useRoute();
  const reading = 'reading' in route ? route.reading : null;

  const act = useCallback(
    async (ask: Ask) => {
      const ack = await table.send(ask);
      const words = ack.ok ? '' : say(`fault.${ack.fault.code}`);
      setRefusal(words);
      if (words) announce(words, 'assertive');
      return ack;
    },
    [table, say, announce],
  );
  const sitting = useMemo<Sitting>(
    () => ({ info, update, seat, level, say, names, act, why }),
    [info, update, seat, level, say, names, act, why],
  );
  return (
    <SittingProvider value={sitting}>
      <WritingProvider now={update.view.now}>
        <div className="table" data-phase={update.flow.phase} data-round={update.flow.round}>
          <Header menu={<Menu items={[{ id: 'ledger', label: say('ledger.all'), act: () => why('') }, ...menu]} />} />
          <NowLine />
          {refusal ? (
            <p className="refusal" role="status">
              {refusal}
              <Button kind="quiet" small onPress={() => setRefusal('')} aria-label={say('app.close')}>
                <Icon name="cross" />
              </Button>
            </p>
          ) : null}
          <Parts />
        </div>
        {reading ? (
          <Suspense fallback={null}>
            <DocumentSheet info={info} reading={reading} issues={!standsAlone(update.flow.phase)} />
          </Suspense>
        ) : null}
        {asked === null ? null : (
          <Suspense fallback={null}>
            <Ledger {...asked} close={() => setAsked(null)} />
          </Suspense>
        )}
      </WritingProvider>
    </SittingProvider>
  );
}

/** In these phases the work fills the table: no cards of issues beside it. */
const standsAlone = (phase: Update['flow']['phase']): boolean =>
  phase === 'lobby' || phase === 'briefing' || phase === 'aftermath' || phase === 'debrief';

/** The body of the table by phase. When the phase changes, listeners hear what to do and the focus goes to the work. */
function Parts() {
  const { info, update, seat, say, names } = useSitting();
  const announce = useAnnounce();
  useTableSounds(update);
  const { phase } = update.flow;
  const [part, setPart] = useState<Part>('work');
  const work = useRef<HTMLElement>(null);
  const before = useRef(phase);
  const now = whatNow(info.case, update, seat, names);
  const line = say(now.id, now.with);

  useEffect(() => {
    announce(line);
  }, [line, announce]);
  useEffect(() => {
    if (before.current === phase) return;
    before.current = phase;
    setPart('work');
    // In a task of its own: it asks the page for its layout, which is as much work again as what was just drawn.
    const timer = setTimeout(() => {
      work.current?.focus({ preventScroll: true });
      work.current?.scrollTo({ top: 0 });
      window.scrollTo({ top: 0 });
    });
    return () => clearTimeout(timer);
  }, [phase]);

  useEffect(() => watchShownIssue(() => setPart('issues')), []);

  const alone = standsAlone(phase);
  const columns = useColumns(alone);
  return (
    <>
      <div className={alone ? 'parts parts-alone' : 'parts'} data-part={part}>
        {alone ? null : (
          <div className="part part-issues">
            {columns > 0 ? (
              <Guarded>
                <Coach at="issues" lead={setPart} />
                <Issues toDraft={() => setPart('work')} />
              </Guarded>
            ) : null}
          </div>
        )}
        <main className="part part-work" id="work" ref={work} tabIndex={-1} aria-label={say(`app.phase.${phase}`)}>
          <Guarded>
            <Coach at="work" {...(alone ? {} : { lead: setPart })} />
            <Work />
          </Guarded>
          {phase === 'talks' || phase === 'orders' || phase === 'aftermath' ? <StageBand /> : null}
        </main>
        {alone ? null : (
          <aside className="part part-situation" aria-label={say('app.part.situation')}>
            {columns > 1 ? (
              <Guarded>
                <Situation />
              </Guarded>
            ) : null}
          </aside>
        )}
      </div>
      {alone ? null : (
        <nav className="part-nav" aria-label={say('app.parts')}>
          {PARTS.map((p) => (
            <button key={p} type="button" aria-pressed={part === p} onClick={() => setPart(p)}>
              {say(p === 'work' ? `app.phase.${phase}` : `app.part.${p}`)}
            </button>
          ))}
        </nav>
      )}
    </>
  );
}

/**
 * How many of the two columns beside the work stand yet. After a phase without them they come one after the other, each in a task of
 * its own, into the room that is kept for them: the whole table at once would hold up a slow machine.
 */
function useColumns(alone: boolean): number {
  const [columns, setColumns] = useState(0);
  useEffect(() => {
    if (alone ? columns === 0 : columns === 2) return;
    const timer = setTimeout(() => startTransition(() => setColumns(alone ? 0 : columns + 1)));
    return () => clearTimeout(timer);
  }, [alone, columns]);
  return columns;
}

function Work() {
  const { update, say } = useSitting();
  const { view, flow } = update;
  switch (flow.phase) {
    case 'briefing':
      return <Briefing />;
    case 'talks':
      return <Talks />;
    case 'orders':
      return <Orders key={view.round} />;
    case 'resolution':
    case 'aftermath': {
      return (
        <div className="aftermath">
          <FrontPage round={flow.round} />
          <div className="phase-end">
            <NextStep />
          </div>
        </div>
      );
    }
    case 'debrief':
      return (
        <Suspense fallback={<p className="loading">{say('app.loading')}</p>}>
          <Result />
        </Suspense>
      );
    default:
      return <p>{say('app.now.lobby')}</p>;
  }
}

/** A part that breaks is replaced by a note; the others and the game go on. */
function Guarded({ children }: { children: React.ReactNode }) {
  const { say } = useSitting();
  return (
    <ErrorBoundary
      fallback={(again, error) => (
        <div className="sheet broken" role="alert">
          <h2>{say('app.broken.title')}</h2>
          <p>{say('app.broken.about')}</p>
          <p className="small">{error.message}</p>
          <div className="actions">
            <Button kind="main" onPress={again}>
              {say('app.broken.again')}
            </Button>
            <Button onPress={() => location.reload()}>{say('app.broken.reload')}</Button>
          </div>
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
