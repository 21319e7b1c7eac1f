import { type Box, type Layout, near, type Projection, toPixels, trace, traceAll } from '../map/layout.ts';
import { boundsOf, inside, type Line, type Region, type Ridge, region, type Spot, within } from '../map/region.ts';
import type { BoundaryStyle } from '../model.ts';
import type { Palette } from '../palette.ts';
import { curve, n, polyline, rect, type Shape } from './shape.ts';

/** Maps drawn last, by all that they depend on: the table's map goes and comes back in every round, in the same two sizes. */
const drawn = new Map<string, readonly Shape[]>();
const KEPT = 6;

function remembered(key: string, draw: () => Shape[]): readonly Shape[] {
  const shapes = drawn.get(key) ?? draw();
  drawn.delete(key);
  drawn.set(key, shapes);
  for (const oldest of drawn.keys()) {
    if (drawn.size <= KEPT) break;
    drawn.delete(oldest);
  }
  return shapes;
}

const keyOf = (what: string, { width, height, em }: Layout, palette: Palette, boundary: BoundaryStyle): string =>
  [what, width, height, em, palette.sea, boundary].join(' ');

const drawWhole = (layout: Layout, palette: Palette, boundary: BoundaryStyle): readonly Shape[] =>
  remembered(keyOf('whole', layout, palette, boundary), () =>
    drawMap(
      layout.map,
      { x: 0, y: 0, width: layout.width, height: layout.height },
      palette,
      boundary,
      layout.compact ? 0.8 : 1,
    ),
  );

const drawEnlarged = (layout: Layout, palette: Palette, boundary: BoundaryStyle): readonly Shape[] =>
  remembered(keyOf('enlarged', layout, palette, boundary), () =>
    layout.inset ? drawMap(layout.inset.map, layout.inset, palette, boundary, 1.45) : [],
  );

/** The dear parts of the ground, each a task of its own: once they have run, `drawGround` has little left to do. */
export const groundPortions = (layout: Layout, palette: Palette, boundary: BoundaryStyle): readonly (() => void)[] => [
  () => void region(),
  () => void drawWhole(layout, palette, boundary),
  () => void drawEnlarged(layout, palette, boundary),
];

/** The land itself: all that does not change while a game goes on. */
export function drawGround(layout: Layout, palette: Palette, boundary: BoundaryStyle): Shape[] {
  const shapes = [...drawWhole(layout, palette, boundary)];
  shapes.push({
    kind: 'path',
    d: rect(3.5, 3.5, layout.width - 7, layout.height - 7, 2),
    stroke: palette.frame,
    width: 0.8,
    alpha: 0.6,
  });
  if (layout.inset) {
    const { inset } = layout;
    const edge = rect(inset.x, inset.y, inset.width, inset.height, 5);
    shapes.push(
      // A sheet lying on the map: a soft edge, then its own picture.
      {
        kind: 'path',
        d: rect(inset.x - 4, inset.y - 3, inset.width + 8, inset.height + 9, 8),
        fill: palette.ink,
        alpha: 0.07,
      },
      {
        kind: 'path',
        d: rect(inset.x - 2, inset.y - 1, inset.width + 4, inset.height + 5, 7),
        fill: palette.ink,
        alpha: 0.09,
      },
      { kind: 'group', clip: edge, shapes: drawEnlarged(layout, palette, boundary) },
      { kind: 'path', d: edge, stroke: palette.frame, width: 1.25 },
      {
        kind: 'path',
        d: rect(inset.x + 3, inset.y + 3, inset.width - 6, inset.height - 6, 3),
        stroke: palette.frame,
        width: 0.6,
        alpha: 0.7,
      },
      ...drawInsetTie(layout, palette),
    );
  }
  return shapes;
}

/** `weight` makes lines heavier in the enlarged inset. */
function drawMap(map: Projection, box: Box, palette: Palette, boundary: BoundaryStyle, weight: number): Shape[] {
  const land = region();
  const neighbours = [...land.countries].filter(([id]) => id !== 'serbia' && id !== 'kosovo');
  const shown = (lines: readonly Line[]) => traceAll(map, near(map, box, lines));
  const rings = (id: string) => traceAll(map, near(map, box, land.countries.get(id)!), true);
  const all = rect(box.x, box.y, box.width, box.height);
  return [
    { kind: 'path', d: all, fill: palette.sea },
    ...drawWaves(map, box, palette, land),
    ...drawWaterlines(shown(land.coasts), palette, weight),
    ...neighbours.map(([id]): Shape => ({ kind: 'path', d: rings(id), fill: palette.land })),
    { kind: 'path', d: rings('serbia'), fill: palette.serbia },
    { kind: 'path', d: rings('kosovo'), fill: palette.kosovo },
    { kind: 'path', d: shown(land.graticule), stroke: palette.graticule, width: 0.6, alpha: 0.16 },
    { kind: 'paper', ...box, colour: palette.grain },
    ...drawRelief(map, box, land.ridges, palette, weight),
    ...drawWater(map, box, land, palette, weight),
    { kind: 'path', d: shown(land.coasts), stroke: palette.coast, width: 0.8 * weight },
    { kind: 'path', d: shown(land.borders), stroke: palette.border, width: 0.9 * weight, dash: [5, 2, 1, 2] },
    // A pale band inside the line, as atlases colour the edge of a country.
    { kind: 'path', d: shown(land.homeBorders), stroke: palette.homeBorder, width: 4.5 * weight, alpha: 0.13 },
    { kind: 'path', d: shown(land.homeBorders), stroke: palette.homeBorder, width: 1 * weight },
    ...drawNorth(map, palette, weight),
    ...drawBoundary(traceAll(map, land.boundary), palette, boundary, weight),
  ];
}

/** Lines that follow the coast, each fainter than the last, as on engraved maps. They are wide strokes; the land covers half. */
function drawWaterlines(coast: string, palette: Palette, weight: number): Shape[] {
  const steps = [26, 18, 11.5, 6, 2.4].map((width) => width * weight);
  return steps.flatMap((width, i): Shape[] => [
    { kind: 'path', d: coast, stroke: mix(palette.sea, palette.waterline, 0.28 + 0.16 * i), width: width + 1.3 },
    { kind: 'path', d: coast, stroke: palette.sea, width },
  ]);
}

/** Short wave strokes on open water. */
function drawWaves(map: Projection, box: Box, palette: Palette, { countries }: Region): Shape[] {
  const wet: string[] = [];
  const rings = near(map, box, [...countries.values()].flat()).map((ring) => ({ ring, bounds: boundsOf(ring) }));
  const step = 19;
  for (let row = 0; row * step < box.height; row += 1) {
    for (let x = box.x + (row % 2) * step * 1.3; x < box.x + box.width; x += step * 2.6) {
      const y = box.y + row * step + 6 * chance(x, row) - 3;
      const at: Spot = [(x - map.dx) / map.scale, (y - map.dy) / map.scale];
      // Only where the data knows what is land; and not over it.
      if (Math.abs(at[0]) > 12_000 || rings.some(({ ring, bounds }) => within(at, bounds) && inside(at, ring)))
        continue;
      const w = 3 + 2 * chance(row, x);
      wet.push(`M${n(x - 2 * w)} ${n(y)}q${n(w / 2)} ${n(-w * 0.6)} ${n(w)} 0t${n(w)} 0t${n(w)} 0t${n(w)} 0`);
    }
  }
  return [{ kind: 'path', d: wet.join(''), stroke: palette.wave, width: 0.7, alpha: 0.55 }];
}

/** Hachures: short strokes down both sides of every ridge, longer and denser where it is high, over a soft shade. */
function drawRelief(map: Projection, box: Box, ridges: readonly Ridge[], palette: Palette, weight: number): Shape[] {
  const light: string[] = [];
  const dark: string[] = [];
  const shade: Shape[] = [];
  for (const { size, line } of ridges) {
    const ends = line.map((at) => toPixels(map, at));
    if (
      ends.every(
        ({ x, y }) => x < box.x - 40 || x > box.x + box.width + 40 || y < box.y - 40 || y > box.y + box.height + 40,
      )
    )
      continue;
    const reach = (34 + 22 * size) * map.scale * 2;
    for (const width of [2.5, 1.9, 1.4, 0.9, 0.5]) {
      shade.push({
        kind: 'path',
        d: curve(ends),
        stroke: palette.relief,
        width: reach * width,
        alpha: 0.026,
        cap: 'round',
      });
    }
    const points = resample(ends, 2.1 * Math.sqrt(weight));
    points.forEach((point, i) => {
      const before = points[Math.max(0, i - 3)]!;
      const after = points[Math.min(points.length - 1, i + 3)]!;
      const span = Math.hypot(after.x - before.x, after.y - before.y) || 1;
      const [nx, ny] = [-(after.y - before.y) / span, (after.x - before.x) / span];
      // Peaks and saddles: slopes grow and shrink along the ridge, and run out at its ends.
      const swell = 0.7 + 0.3 * Math.sin(i * 0.31 + line[0]![0]) + 0.25 * Math.sin(i * 0.13 + line[0]![1]);
      const taper = Math.min(1, 0.25 + Math.min(i, points.length - 1 - i) / 9);
      for (const side of [-1, 1]) {
        const long = reach * 0.62 * taper * swell * (0.5 + 0.7 * chance(i * 7.3 + side, line[0]![0]));
        const start = reach * 0.1 + 1.4 * chance(i, line[0]![1] + side) + (i % 2) * reach * 0.12;
        const lean = 0.5 * (chance(i + side, line[0]![0] + 3) - 0.5);
        const [dx, dy] = [(nx + ny * lean) * side, (ny - nx * lean) * side];
        const d = `M${n(point.x + dx * start)} ${n(point.y + dy * start)}L${n(point.x + dx * (start + long))} ${n(point.y + dy * (start + long))}`;
        // Lit from the north-west, like every atlas.
        (dx + dy > 0 ? dark : light).push(d);
      }
    });
  }
  return [
    ...shade,
    { kind: 'path', d: light.join(''), stroke: palette.relief, width: 0.45 * Math.sqrt(weight), alpha: 0.42 },
    { kind: 'path', d: dark.join(''), stroke: palette.relief, width: 0.62 * Math.sqrt(weight), alpha: 0.62 },
  ];
}

function drawWater(map: Projection, box: Box, { rivers, lakes }: Region, palette: Palette, weight: number): Shape[] {
  const widths = [0, 0.8, 1.35, 2.1];
  const shown = near(
    map,
    box,
    rivers.map(({ line }) => line),
  );
  const courses = rivers
    .filter(({ line }) => shown.includes(line))
    .map(
      ({ size, line, exact }): Shape => ({
        kind: 'path',
        d: exact ? trace(map, line) : curve(line.map((at) => toPixels(map, at))),
        stroke: palette.river,
        width: widths[size]! * weight,
      }),
    );
  const water = lakes.map(({ at, axes, turn }): Shape => {
    const angle = (turn * Math.PI) / 180;
    const ring = Array.from({ length: 16 }, (_, i) => {
      const t = (i * Math.PI) / 8;
      const [u, v] = [axes[0] * Math.cos(t), axes[1] * Math.sin(t)];
      return toPixels(map, [
        at[0] + u * Math.cos(angle) - v * Math.sin(angle),
        at[1] + u * Math.sin(angle) + v * Math.cos(angle),
      ]);
    });
    return { kind: 'path', d: polyline(ring, true), fill: palette.sea, stroke: palette.coast, width: 0.7 * weight };
  });
  return [...courses, ...water];
}

/** The four northern municipalities: a light hatch and a dotted limit. No colour of a side. */
function drawNorth(map: Projection, palette: Palette, weight: number): Shape[] {
  const { north } = region();
  const ring = trace(map, north, true);
  const points = north.map((at) => toPixels(map, at));
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  const hatch: string[] = [];
  for (let x = left - (bottom - top); x < right; x += 3.6 * weight)
    hatch.push(`M${n(x)} ${n(bottom)}L${n(x + bottom - top)} ${n(top)}`);
  return [
    {
      kind: 'group',
      clip: ring,
      alpha: 0.38,
      shapes: [{ kind: 'path', d: hatch.join(''), stroke: palette.north, width: 0.7 * Math.sqrt(weight) }],
    },
    { kind: 'path', d: ring, stroke: palette.north, width: 0.8 * weight, dash: [1, 2.4], alpha: 0.7 },
  ];
}

function drawBoundary(d: string, palette: Palette, style: BoundaryStyle, weight: number): Shape[] {
  if (style === 'none') return [];
  const band: Shape = { kind: 'path', d, stroke: palette.homeBorder, width: 4.5 * weight, alpha: 0.1 };
  const line = { kind: 'path', d, stroke: palette.homeBorder, width: 1.15 * weight } as const;
  return style === 'solid' ? [band, line] : [band, { ...line, dash: [4.5 * weight, 3 * weight] }];
}

/** Two hairlines from Kosovo on the map to the inset, so that the eye knows what is enlarged. */
function drawInsetTie({ map, inset }: Layout, palette: Palette): Shape[] {
  if (!inset) return [];
  const north = toPixels(map, [250, 260]);
  const south = toPixels(map, [300, 1790]);
  const line = `M${n(north.x)} ${n(north.y)}L${n(inset.x)} ${n(inset.y + 5)}M${n(south.x)} ${n(south.y)}L${n(inset.x)} ${n(inset.y + inset.height - 5)}`;
  return [{ kind: 'path', d: line, stroke: palette.frame, width: 0.7, dash: [2, 3], alpha: 0.65 }];
}

function resample(points: readonly { x: number; y: number }[], step: number): { x: number; y: number }[] {
  const out = [points[0]!];
  let left = step;
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    let at = left;
    for (; at <= length; at += step)
      out.push({ x: a.x + ((b.x - a.x) * at) / length, y: a.y + ((b.y - a.y) * at) / length });
    left = at - length;
  }
  return out;
}

/** A number 0–1 that looks random and is always the same: pictures must not flicker when drawn again. */
export function chance(a: number, b: number): number {
  const value = Math.sin(a * 127.1 + b * 311.7) * 43758.5453;
  return value - Math.floor(value);
}

/** A colour between two `#rrggbb`. */
export function mix(from: string, to: string, share: number): string {
  const part = (colour: string, i: number) => Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16);
  const hex = [0, 1, 2].map((i) => Math.round(part(from, i) + (part(to, i) - part(from, i)) * share));
  return `#${hex.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
