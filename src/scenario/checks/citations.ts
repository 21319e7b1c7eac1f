/** Citations: the source is in the bibliography and listed, the paragraph exists and is no page furniture. */
import { isBroken } from '../folder.ts';
import type { Spot } from '../spot.ts';
import type { Context } from './context.ts';

/** Every `{source, paragraph}` of the scenario. */
export function citationSpots(ctx: Context): Spot[] {
  const graded = ctx.graded().flatMap((spot) => [spot.at('stated'), spot.at('inferred')]);
  const between = ctx.scenario
    .at('contradictions')
    .entries()
    .flatMap(([, one]) => one.at('between').items());
  return [...graded, ...between].filter((spot) => spot.exists);
}

export function checkCitations(ctx: Context): void {
  const bibliography = ctx.folder.bibliography?.at('sources');
  if (!bibliography || isBroken(ctx.folder.bibliography)) return;
  const known = bibliography.keys();
  const listed = ctx.scenario.at('sources').items();
  const listedIds = listed.map((spot) => spot.text());
  for (const spot of listed) ctx.among('S211', spot, known);
  const cited = new Set<string>();
  for (const citation of citationSpots(ctx)) {
    const source = ctx.among('S211', citation.at('source'), known);
    if (source === undefined) continue;
    cited.add(source);
    if (listedIds.length > 0 && !listedIds.includes(source))
      ctx.add(citation.at('source').fault('S214', { id: source }));
    checkParagraph(ctx, citation.at('paragraph'), source, bibliography.at(source));
  }
  for (const spot of listed) {
    const id = spot.text();
    if (id !== undefined && known.includes(id) && !cited.has(id)) {
      ctx.add(spot.fault('S217', { id }, { level: 'warning' }));
    }
  }
}

function checkParagraph(ctx: Context, spot: Spot, source: string, entry: Spot): void {
  const [paragraph, count] = [spot.number(), entry.at('paragraphs').number()];
  if (paragraph === undefined || count === undefined) return;
  if (paragraph > count) ctx.add(spot.fault('S212', { paragraph, source, count }));
  else if (
    entry
      .at('furniture')
      .items()
      .some((one) => one.number() === paragraph)
  ) {
    ctx.add(spot.fault('S213', { paragraph, source }));
  }
}

/** The bibliography by itself: furniture and paragraphs told in own words are inside the document. */
export function checkBibliography(ctx: Context): void {
  for (const [id, entry] of ctx.folder.bibliography?.at('sources').entries() ?? []) {
    const count = entry.at('paragraphs').number();
    for (const spot of entry.at('furniture').items()) {
      const paragraph = spot.number();
      if (paragraph !== undefined && count !== undefined && paragraph > count) {
        ctx.add(spot.fault('S212', { paragraph, source: id, count }));
      }
    }
    const furniture = new Set(
      entry
        .at('furniture')
        .items()
        .map((one) => one.number()),
    );
    for (const [number, spot] of entry
      .at('says')
      .entries()
      .flatMap(([, said]) => said.entries())) {
      const paragraph = Number(number);
      if (count !== undefined && paragraph > count) ctx.add(spot.fault('S212', { paragraph, source: id, count }));
      else if (furniture.has(paragraph)) ctx.add(spot.fault('S213', { paragraph, source: id }));
    }
  }
}
