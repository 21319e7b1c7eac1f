import { useEffect, useMemo, useRef, useState } from 'react';
import {
  type Cue,
  describeScene,
  type Focus,
  legendOf,
  mountTheatre,
  placeNames,
  type Scene,
  type Size,
  type Theatre,
} from '../../theatre/index.ts';
import { Button } from '../components/Controls.tsx';
import { useAnnounce } from '../components/Live.tsx';
import { useSettings, useStill } from '../settings.tsx';
import { useSitting } from '../table/sitting.tsx';
import { useSound } from '../use-sound.ts';
import { cuesOf } from './cues.ts';
import { useLook } from './look.ts';
import { usePageFocus, usePageLight } from './pointing.ts';
import { inLanguage, layersOf, looksOf } from './scene.ts';

const NO_CUES: readonly Cue[] = [];
/** Milliseconds without a change after which a size counts as the one that stays. */
const RESTS = 120;

/** The map with its buttons, its legend and what it shows in words. Loaded late. */
export default function Stage() {
  const { info, update, say, names } = useSitting();
  const c = info.case;
  const { view, flow, news } = update;
  const [settings] = useSettings();
  const still = useStill();
  const look = useLook();
  const announce = useAnnounce();
  const play = useSound();
  const sound = useRef(play);
  sound.current = play;
  const [size, setSize] = useState<Size | null>(null);
  const [pointed, setPointed] = useState<Focus | null>(null);
  const pageFocus = usePageFocus(c);
  usePageLight(c, pointed);

  // In the aftermath the round that was just resolved, in talks and orders the one before.
  const round = flow.phase === 'aftermath' ? flow.round : view.round - 1;
  const cues = useMemo(() => {
    const list = news.filter((item) => item.round === round);
    return round < 1 ? NO_CUES : cuesOf(c, list, { say, lang: info.lang, draft: names.draft });
  }, [c, news, round, say, info.lang, names]);

  const [run, setRun] = useState<{ round: number; at: number; is: 'new' | 'running' | 'stepping' | 'done' }>(() => ({
    round,
    at: -1,
    is: flow.phase === 'aftermath' ? 'new' : 'done',
  }));
  // A new round begins with an empty map; the talks after it keep what was shown.
  if (run.round !== round) setRun({ round, at: -1, is: flow.phase === 'aftermath' ? 'new' : 'done' });

  const labels = useMemo(() => {
    const local = settings.names !== 'neutral';
    const all = placeNames(say, info.lang, { date: c.date, style: local ? 'local' : 'reader' });
    return local ? inLanguage(all, settings.names === 'serbian' ? 'sr-Latn' : 'sq') : all;
  }, [settings.names, say, info.lang, c.date]);

  const scene = useMemo<Scene>(
    () => ({
      theme: look.theme,
      textScale: look.textScale,
      ...(size ? { size } : {}),
      reducedMotion: still,
      boundary: settings.boundary,
      names: labels,
      seats: looksOf(c, look.shades),
      layers: layersOf(c, view),
      focus: pointed ?? pageFocus,
      cues: run.is === 'done' ? cues : NO_CUES,
    }),
    [look, size, still, settings.boundary, labels, c, view, pointed, pageFocus, run.is, cues],
  );

  const picture = useRef<HTMLDivElement>(null);
  const theatre = useRef<Theatre | null>(null);
  const latest = useRef(scene);
  latest.current = scene;
  const [drawn, setDrawn] = useState<'not-yet' | 'yes' | 'never'>('not-yet');

  useEffect(() => {
    const element = picture.current!;
    // A picture without a size is one that nobody sees: it keeps the size it had.
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0)
        setSize((old) => (old?.width === width && old.height === height ? old : { width, height }));
    };
    let pending = 0;
    // The whole picture is painted anew for another size: once when the size rests, not while somebody drags the window's edge.
    const observer = new ResizeObserver(() => {
      clearTimeout(pending);
      pending = window.setTimeout(measure, RESTS);
    });
    measure();
    observer.observe(element);
    const mounted = mountTheatre(element, latest.current, {
      onReady: ({ renderer }) => {
        element.dataset.renderer = renderer;
        setDrawn(renderer === 'none' ? 'never' : 'yes');
      },
      onFocus: setPointed,
      onCue: (at) => {
        setRun((old) => ({ ...old, at }));
        sound.current('move');
      },
    });
    theatre.current = mounted;
    return () => {
      clearTimeout(pending);
      observer.disconnect();
      theatre.current = null;
      mounted.destroy();
    };
  }, []);

  // In a task of its own: a picture takes about as long as all the words of a new phase.
  useEffect(() => {
    const timer = setTimeout(() => theatre.current?.update(scene));
    return () => clearTimeout(timer);
  }, [scene]);

  const start = async (stepwise: boolean) => {
    setRun({ round, at: -1, is: stepwise ? 'stepping' : 'running' });
    theatre.current?.update({ ...latest.current, cues: NO_CUES });
    const playing = theatre.current?.play(cues, { stepwise });
    // A stepwise run shows nothing by itself: the first step is the one that was asked for.
    if (stepwise) setTimeout(() => theatre.current?.step());
    const ending = await playing;
    if (ending && ending !== 'replaced') setRun((old) => (old.round === round ? { ...old, is: 'done' } : old));
  };
  const step = () => {
    if (run.is === 'stepping' || run.is === 'running') {
      if (run.is === 'running') setRun({ ...run, is: 'stepping' });
      theatre.current?.step();
    } else void start(true);
  };
  const skip = () => {
    theatre.current?.skip();
    setRun((old) => ({ ...old, is: 'done' }));
  };

  // What was revealed plays by itself, once, for those who want motion; the news say the same beside it.
  const fresh = run.is === 'new' && drawn === 'yes' && flow.phase === 'aftermath' && cues.length > 0;
  const begin = useRef(start);
  begin.current = start;
  useEffect(() => {
    if (!fresh || still) return;
    const timer = setTimeout(() => void begin.current(false), 600);
    return () => clearTimeout(timer);
  }, [fresh, still]);

  const caption = cues[run.at];
  useEffect(() => {
    // Who steps asks for each sentence; a run by itself does not talk over the news.
    if (run.is === 'stepping' && caption) announce(caption.caption.text);
  }, [run.is, caption, announce]);

  return (
    <>
      <div ref={picture} className="stage-picture" data-drawn={drawn} />
      <div className="stage-foot">
        {cues.length > 0 ? (
          <div className="stage-run">
            <p className="stage-caption small" lang={info.lang}>
              {caption && run.is !== 'new' && run.is !== 'done' ? (
                <>
                  <span className="numeral">{say('stage.at', { at: run.at + 1, of: cues.length })}</span>{' '}
                  {caption.caption.text}
                </>
              ) : (
                say(run.is === 'new' ? 'stage.ready' : 'stage.shown', { round, count: cues.length })
              )}
            </p>
            <div className="stage-buttons">
              <Button small onPress={() => void start(false)}>
                {say('stage.play')}
              </Button>
              <Button small onPress={step}>
                {say('stage.step')}
              </Button>
              <Button small onPress={skip}>
                {say('stage.skip')}
              </Button>
            </div>
          </div>
        ) : null}
        <details className="stage-words" open={drawn === 'never'}>
          <summary>{say('theatre.legend.title')}</summary>
          <Legend scene={scene} />
          <ul className="bullets small">
            {describeScene(scene, say).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      </div>
    </>
  );
}

function Legend({ scene }: { scene: Scene }) {
  const { say } = useSitting();
  return (
    <ul className="stage-legend small">
      {legendOf(scene).map(({ id, label, swatch }) => (
        <li key={id}>
          <svg viewBox={swatch.viewBox} aria-hidden="true" focusable="false">
            {swatch.parts.map((part) => (
              <path key={part.d} {...part} />
            ))}
          </svg>
          {say(label)}
        </li>
      ))}
    </ul>
  );
}
