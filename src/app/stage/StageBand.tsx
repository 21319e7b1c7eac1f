import { lazy, Suspense, useEffect, useId, useState } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Icon } from '../components/Icon.tsx';
import { useSitting } from '../table/sitting.tsx';
import { hasMap } from './scene.ts';

const Stage = lazy(() => import('./Stage.tsx'));

/** Where the table has one column, the map is folded away until somebody wants it. */
const NARROW = '(width < 56rem)';

/** Folded or not, as chosen last while this page lasts; null: as the width suggests. */
let chosen: boolean | null = null;

/**
 * The place of the map at the table. It keeps its room from the start, so that nothing moves when the map comes; the map itself is
 * loaded once the table stands and the browser has nothing better to do. Whatever goes wrong with it stays in here.
 */
export function StageBand() {
  const { info, say } = useSitting();
  const [open, setOpen] = useState(() => chosen ?? !matchMedia(NARROW).matches);
  const [calm, setCalm] = useState(false);
  const body = useId();

  useEffect(() => {
    if (!open || calm) return;
    const go = () => setCalm(true);
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(go, 400);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(go, { timeout: 2000 });
    return () => cancelIdleCallback(idle);
  }, [open, calm]);

  if (!hasMap(info.case)) return null;
  return (
    <section className={open ? 'stage stage-open' : 'stage'} aria-labelledby={`${body}-title`}>
      <h2 className="stage-title" id={`${body}-title`}>
        <button
          type="button"
          className="stage-fold"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => {
            chosen = !open;
            setOpen(!open);
          }}
        >
          {say('stage.title')}
          <Icon name="down" className="chevron" />
        </button>
      </h2>
      <div id={body} className="stage-body" hidden={!open}>
        {open ? (
          <ErrorBoundary fallback={() => <p className="stage-failed small">{say('stage.failed')}</p>}>
            {calm ? (
              <Suspense fallback={<StageRoom />}>
                <Stage />
              </Suspense>
            ) : (
              <StageRoom />
            )}
          </ErrorBoundary>
        ) : null}
      </div>
    </section>
  );
}

/** The room that the map will take, with its buttons where there is a round to show. */
function StageRoom() {
  const { update, say } = useSitting();
  const { flow, view } = update;
  const round = flow.phase === 'aftermath' ? flow.round : view.round - 1;
  return (
    <>
      <div className="stage-picture stage-waiting">
        <p className="small">{say('stage.coming')}</p>
      </div>
      <div className="stage-foot stage-foot-waiting" aria-hidden="true">
        {round > 0 ? (
          <div className="stage-run">
            <p className="stage-caption small" />
            <div className="stage-buttons">
              {(['play', 'step', 'skip'] as const).map((one) => (
                <span key={one} className="button button-small">
                  {say(`stage.${one}`)}
                </span>
              ))}
            </div>
          </div>
        ) : null}
        <p className="stage-words-waiting">{say('theatre.legend.title')}</p>
      </div>
    </>
  );
}
