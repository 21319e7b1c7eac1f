import { lazy, Suspense, useEffect, useRef } from 'react';
import { Button } from './components/Controls.tsx';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { LiveRegions } from './components/Live.tsx';
import { makeRoute, readingAt, useRoute } from './route.ts';
import { Home } from './screens/Home.tsx';
import { NewGame } from './screens/NewGame.tsx';
import { SettingsProvider } from './settings.tsx';
import { useSay } from './words.tsx';

const Play = lazy(() => import('./screens/Play.tsx'));
const Help = lazy(() => import('./screens/Help.tsx'));
const Join = lazy(() => import('./screens/Join.tsx'));
const Host = lazy(() => import('./screens/Host.tsx'));
const DocumentRoom = lazy(() => import('./documents/DocumentRoom.tsx'));
const NewCampaign = lazy(() => import('./campaign/NewCampaign.tsx'));
const CampaignScreen = lazy(() => import('./campaign/CampaignScreen.tsx'));
const SettingsScreen = lazy(() => import('./screens/Settings.tsx'));

export function App() {
  return (
    <SettingsProvider>
      <LiveRegions>
        <SkipLink />
        <Broken>
          <Screens />
        </Broken>
      </LiveRegions>
    </SettingsProvider>
  );
}

function SkipLink() {
  const say = useSay();
  return (
    // A button and no link: what stands after # in the address is the app's own map.
    <button type="button" className="skip-link" onClick={() => document.getElementById('work')?.focus()}>
      {say('app.skip')}
    </button>
  );
}

function Screens() {
  const route = useRoute();
  const say = useSay();
  // Leafing through documents is no new screen.
  const at = makeRoute(readingAt(route, null));
  const first = useRef(true);
  useEffect(() => {
    document.title = route.at === 'home' ? say('app.name') : say(`app.title.${route.at}`);
    if (first.current) {
      first.current = false;
      return;
    }
    // A new screen begins at its top, for eyes, for keys and for ears.
    window.scrollTo({ top: 0 });
    (document.getElementById('work') ?? document.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
  }, [at, route.at, say]);
  return (
    <Suspense fallback={<p className="loading">{say('app.loading')}</p>}>
      {route.at === 'home' ? <Home /> : null}
      {route.at === 'new' ? <NewGame scenario={route.scenario} seat={route.seat ?? null} /> : null}
      {route.at === 'game' ? <Play key={route.id} id={route.id} /> : null}
      {route.at === 'join' ? <Join code={route.code} /> : null}
      {route.at === 'host' ? <Host code={route.code} /> : null}
      {route.at === 'documents' ? (
        <DocumentRoom key={route.scenario} scenario={route.scenario} reading={route.reading ?? null} />
      ) : null}
      {route.at === 'new-campaign' ? <NewCampaign key={route.campaign} id={route.campaign} /> : null}
      {route.at === 'campaign' ? <CampaignScreen key={route.id} id={route.id} /> : null}
      {route.at === 'help' ? <Help /> : null}
      {route.at === 'settings' ? <SettingsScreen /> : null}
    </Suspense>
  );
}

/** Whatever breaks out here, the saved games are safe: say so and offer the way back. */
function Broken({ children }: { children: React.ReactNode }) {
  const say = useSay();
  return (
    <ErrorBoundary
      fallback={(again, error) => (
        <main className="page" id="work" tabIndex={-1}>
          <div className="sheet broken" role="alert">
            <h1>{say('app.broken.title')}</h1>
            <p>{say('app.broken.about')}</p>
            <p className="small">{error.message}</p>
            <div className="actions">
              <Button kind="main" onPress={() => location.reload()}>
                {say('app.broken.reload')}
              </Button>
              <Button
                onPress={() => {
                  location.hash = '#/';
                  again();
                }}
              >
                {say('app.home')}
              </Button>
            </div>
          </div>
        </main>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
