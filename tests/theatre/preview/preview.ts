/** A page for looking at the theatre: ?theme=night&renderer=svg&w=900&h=420&cues=3&focus=pristina&boundary=solid&labels=local */
import {
  type BoundaryStyle,
  describeScene,
  type LabelStyle,
  legendOf,
  mountTheatre,
  type PlaceId,
  placeNames,
  type Scene,
  type Theatre,
  type Theme,
} from '../../../src/theatre/index.ts';
import { SAMPLE_CUES, sampleScene, say } from './sample.ts';

const asked = new URLSearchParams(location.search);
const element = document.getElementById('theatre')!;
element.style.width = `${asked.get('w') ?? 900}px`;
element.style.height = `${asked.get('h') ?? 420}px`;

const theme = (asked.get('theme') ?? 'day') as Theme;
const focus = asked.get('focus') as PlaceId | null;
const tension = asked.get('tension');
let scene: Scene = sampleScene(theme, {
  boundary: (asked.get('boundary') ?? 'line-neutral') as BoundaryStyle,
  names: placeNames(say, 'en', { date: '2019-03', style: (asked.get('labels') ?? 'reader') as LabelStyle }),
  focus: focus ? { kind: 'place', place: focus } : null,
  cues: SAMPLE_CUES.slice(0, Number(asked.get('cues') ?? 0)),
  reducedMotion: asked.has('still'),
});
if (tension) scene = { ...scene, layers: { ...scene.layers, tension: Number(tension) } };

const seen = { renderer: '', cues: [] as number[], focus: [] as unknown[], troubles: [] as string[] };

function mount(): Theatre {
  return mountTheatre(element, scene, {
    renderer: (asked.get('renderer') ?? 'auto') as 'auto' | 'webgl' | 'canvas' | 'svg',
    onReady: ({ renderer }) => {
      seen.renderer = renderer;
      document.body.dataset.ready = renderer;
    },
    onCue: (index) => seen.cues.push(index),
    onFocus: (next) => seen.focus.push(next),
    onTrouble: (error) => seen.troubles.push(String(error)),
  });
}

/** For tests, which act on the page by name. */
const handle = {
  theatre: mount(),
  seen,
  cues: SAMPLE_CUES,
  update: (changes: Partial<Scene>) => {
    scene = { ...scene, ...changes };
    handle.theatre.update(scene);
  },
  again: () => {
    delete document.body.dataset.ready;
    handle.theatre = mount();
  },
  dress: (next: Theme) => handle.update({ theme: next, seats: sampleScene(next).seats }),
  describe: () => describeScene(scene, say),
  legend: () => legendOf(scene),
};
Object.assign(window, { preview: handle });
