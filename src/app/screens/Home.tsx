import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Confirm } from '../components/Confirm.tsx';
import { Button } from '../components/Controls.tsx';
import { Page } from '../components/Page.tsx';
import { Sheet } from '../components/Sheet.tsx';
import { PracticeOffer } from '../practice/PracticeOffer.tsx';
import { go, makeRoute } from '../route.ts';
import { shipped } from '../scenarios/index.ts';
import { useSay } from '../words.tsx';
import { deleteGame, type GameRecord, listGames } from '../worker/games.ts';
import { Emblem } from './Emblem.tsx';
import { openFile } from './open-file.ts';

const CampaignsHere = lazy(() => import('../campaign/CampaignsHere.tsx'));

/** The first screen: go on, begin anew, open a saved game. */
export function Home() {
  const say = useSay();
  const [games, setGames] = useState<readonly GameRecord[] | null>(null);
  const refresh = () =>
    listGames().then(setGames, () => {
      // Storage is switched off: play works, going on later does not.
      setGames([]);
    });
  useEffect(() => void refresh(), []);
  // Parts of a campaign are listed with it.
  const alone = games?.filter(({ campaign }) => !campaign) ?? [];
  const last = games?.find((game) => game.phase !== 'debrief' && !game.shut) ?? null;

  return (
    <Page home>
      <div className="home">
        <section className="hero">
          <div className="hero-text">
            <h1>{say('app.name')}</h1>
            <p className="tagline">{say('app.tagline')}</p>
            <p className="hero-about">{say('app.about')}</p>
            <div className="actions">
              {last ? (
                <a className="button button-main" href={makeRoute({ at: 'game', id: last.id })}>
                  {say('app.home.go-on', { seat: last.seatName, round: last.round, rounds: last.rounds })}
                </a>
              ) : null}
              {/* Who was never here need not choose among scenarios, and begins where a text can be put on the table at once. */}
              {games?.length === 0 && shipped[0] ? (
                <a
                  className="button button-main"
                  href={makeRoute({ at: 'new', scenario: shipped[0].id, seat: 'mediator' })}
                >
                  {say('app.home.first')}
                </a>
              ) : null}
              <a
                className={`button ${last || games?.length === 0 ? 'button-plain' : 'button-main'}`}
                href={makeRoute({ at: 'new', scenario: null })}
              >
                {say('app.home.new')}
              </a>
              <OpenFile />
              <a className="button button-plain" href={makeRoute({ at: 'join', code: null })}>
                {say('app.home.join')}
              </a>
              <a className="button button-quiet" href={makeRoute({ at: 'host', code: null })}>
                {say('app.home.host')}
              </a>
            </div>
          </div>
          <Emblem />
        </section>
        <PracticeOffer />
        {games?.some(({ campaign }) => campaign) ? (
          <Suspense fallback={null}>
            <CampaignsHere games={games} />
          </Suspense>
        ) : null}
        {alone.length > 0 ? <Games games={alone} changed={refresh} /> : null}
        <ul className="promises-list">
          {(['computed', 'cited', 'neutral'] as const).map((one) => (
            <li key={one}>
              <h2>{say(`app.home.${one}`)}</h2>
              <p>{say(`app.home.${one}-about`)}</p>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}

const wordsOf = ({ shut, phase }: GameRecord): string =>
  shut ? 'app.home.game-past' : phase === 'debrief' ? 'app.home.game-over' : 'app.home.game';

/** Saved games on this device. */
function Games({ games, changed }: { games: readonly GameRecord[]; changed: () => void }) {
  const say = useSay();
  const [doomed, setDoomed] = useState<GameRecord | null>(null);
  return (
    <section className="sheet" aria-labelledby="games-title">
      <h2 id="games-title">{say('app.home.games')}</h2>
      <ul className="games">
        {games.map((game) => (
          <li key={game.id}>
            <a href={makeRoute({ at: 'game', id: game.id })}>
              <strong>{game.title}</strong>
              <span>
                {say(wordsOf(game), {
                  seat: game.seatName,
                  round: game.round,
                  rounds: game.rounds,
                })}
              </span>
            </a>
            <time className="small" dateTime={new Date(game.changed).toISOString()}>
              {new Date(game.changed).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
            <Button
              kind="quiet"
              small
              aria-label={say('app.home.delete-of', { title: game.title, seat: game.seatName })}
              onPress={() => setDoomed(game)}
            >
              {say('app.home.delete')}
            </Button>
          </li>
        ))}
      </ul>
      {doomed ? (
        <Confirm
          title={say('app.home.delete-title')}
          about={say('app.home.delete-about', { title: doomed.title, seat: doomed.seatName })}
          deed={say('app.home.delete')}
          act={() => void deleteGame(doomed.id).then(changed)}
          close={() => setDoomed(null)}
        />
      ) : null}
    </section>
  );
}

/** Opens a journal from a file; what is wrong with it is said here. */
function OpenFile() {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<{ what: string; mend: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    const result = await openFile(file, say);
    setBusy(false);
    if (result.ok) go({ at: result.campaign ? 'campaign' : 'game', id: result.id });
    else setProblem(result);
  };
  return (
    <>
      <Button isDisabled={busy} onPress={() => input.current?.click()}>
        {say('app.home.open')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".jsonl,.json,.txt"
        hidden
        data-testid="open-file"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {problem ? (
        <Sheet title={say('app.home.open-failed')} small isOpen onOpenChange={() => setProblem(null)}>
          {(close) => (
            <>
              <p>{problem.what}</p>
              <p>{problem.mend}</p>
              <div className="actions">
                <Button kind="main" onPress={close}>
                  {say('app.close')}
                </Button>
              </div>
            </>
          )}
        </Sheet>
      ) : null}
    </>
  );
}
