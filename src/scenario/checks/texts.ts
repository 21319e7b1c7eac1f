/** Texts: complete in every language, none superfluous, well-formed messages, short enough briefs. */

import { nearest } from '../../words/index.ts';
import { isBroken } from '../folder.ts';
import { IntlMessageFormat, type MessageFormatElement } from '../icu.ts';
import { MAX_BRIEF_WORDS, MOST_TOLD } from '../limits.ts';
import { applyNames, placeholders } from '../names.ts';
import type { Spot } from '../spot.ts';
import type { Texts } from '../texts.ts';
import { countWords } from '../words.ts';
import type { Context } from './context.ts';

/** Texts with any number of entries: their ids are the author's. */
const FREE = [/^glossary\.[a-z0-9-]+\.(term|text)$/, /^reflection\.[a-z0-9-]+$/];

/** Ids of all texts that a scenario needs. */
export function neededTexts(ctx: Context): string[] {
  const { scenario } = ctx;
  const each =
    (key: string, ...parts: string[]) =>
    (ids: Iterable<string>) =>
      [...ids].flatMap((id) => (parts.length === 0 ? [`${key}.${id}`] : parts.map((part) => `${key}.${id}.${part}`)));
  const desks = ctx.seats().flatMap(([, seat]) =>
    seat
      .at('desks')
      .items()
      .map((desk) => desk.text() ?? ''),
  );
  const positions = ctx.seats().flatMap(([seat]) => [...ctx.ids.issue.keys()].map((issue) => `${seat}.${issue}`));
  const options = [...ctx.ids.issue.keys()].flatMap((issue) => ctx.ladder(issue).map((option) => `${issue}.${option}`));
  return [
    ...['title', 'summary', 'content-note', 'naming-note', 'briefing', 'reflection.1'],
    ...each('seat', 'name', 'short', 'brief', 'brief-easy')(ctx.ids.seat.keys()),
    ...each('stance')(positions),
    ...each('issue', 'name', 'meaning')(ctx.ids.issue.keys()),
    ...each('option', 'name', 'meaning')(options),
    ...each('body', 'name', 'about')(ctx.ids.body.keys()),
    ...each('force', 'name', 'about')(scenario.at('forces').keys()),
    ...each('move', 'name', 'what', 'news')(ctx.ids.move.keys()),
    ...each('goal')(ctx.ids.goal.keys()),
    ...each('instruction')(ctx.ids.instruction.keys()),
    ...each('gate', 'name', 'closed', 'open')(ctx.ids.gate.keys()),
    ...each('deadline')(scenario.at('deadlines').keys()),
    ...each('event', 'title', 'text')(ctx.ids.event.keys()),
    ...each('ending', 'title', 'text')(scenario.at('endings').keys()),
    ...each('contradiction', 'title', 'text')(scenario.at('contradictions').keys()),
    ...each('desk')(new Set(desks)),
    ...each('preset')(scenario.at('presets').keys()),
  ];
}

export function checkTexts(ctx: Context): void {
  // What a broken scenario needs, nobody can say.
  if (isBroken(ctx.scenario)) return;
  checkLanguages(ctx);
  const needed = neededTexts(ctx);
  const first = ctx.scenario.at('languages', 0).text();
  const model = ctx.folder.texts.find(({ lang }) => lang === first);
  for (const texts of ctx.folder.texts) {
    checkComplete(ctx, texts, needed);
    for (const [id, spot] of texts.texts) checkText(ctx, id, spot, texts === model ? undefined : model?.texts.get(id));
  }
}

function checkLanguages(ctx: Context): void {
  const languages = ctx.scenario.at('languages');
  const listed = languages.items().flatMap((spot) => spot.text() ?? []);
  for (const spot of languages.items()) {
    const lang = spot.text();
    if (lang !== undefined && !ctx.folder.files.has(`text/${lang}.yaml`)) ctx.add(spot.fault('S407', { lang }));
  }
  for (const { lang, root } of ctx.folder.texts) {
    if (listed.length > 0 && !listed.includes(lang)) ctx.add(root.fault('S408', { lang }));
  }
}

function checkComplete(ctx: Context, { root, texts }: Texts, needed: readonly string[]): void {
  const wanted = new Set(needed);
  const missing = new Set(needed.filter((id) => !texts.has(id)));
  // One numbered question is enough, whatever its number.
  if ([...texts.keys()].some((id) => id.startsWith('reflection.'))) missing.delete('reflection.1');
  let told = 0;
  for (const [id, spot] of texts) {
    if (wanted.has(id) || FREE.some((pattern) => pattern.test(id))) continue;
    told += 1;
    if (told > MOST_TOLD) break;
    const near = nearest(id, missing);
    // A misspelt id is one slip, not a missing text as well.
    if (near !== undefined) missing.delete(near);
    ctx.add(spot.fault('S402', { id }, { near, atKey: true }));
  }
  for (const id of missing) ctx.add(deepest(root, id).fault('S401', { id }, { atKey: true }));
}

/** The innermost map of a text file that a missing text would stand in. */
function deepest(root: Spot, id: string): Spot {
  let spot = root;
  for (const part of id.split('.')) {
    const next = spot.at(part);
    if (next.entries().length === 0) return spot;
    spot = next;
  }
  return spot;
}

const BRIEF = /^(briefing|seat\.[^.]+\.brief(-easy)?)$/;

function checkText(ctx: Context, id: string, spot: Spot, model: Spot | undefined): void {
  const text = spot.text();
  if (text === undefined) return;
  if (text.trim() === '') ctx.add(spot.fault('S411', { id }, { atKey: true }));
  const count = BRIEF.test(id) ? countWords(text) : 0;
  if (count > MAX_BRIEF_WORDS) ctx.add(spot.fault('S406', { id, count, most: MAX_BRIEF_WORDS }, { atKey: true }));
  if (!/[{}]/.test(text) && !/[{}]/.test(model?.text() ?? '')) return;
  const names = ctx.scenario.at('naming').keys();
  const found = argumentsOf(ctx, text);
  if (typeof found === 'string') {
    ctx.add(spot.fault('S403', { id, problem: found }));
    return;
  }
  for (const one of found) {
    if (names.includes(one)) continue;
    const known = names.length > 0 ? names.join(', ') : '–';
    ctx.add(spot.fault('S405', { id, argument: one, known }, { near: nearest(one, names) }));
  }
  const wanted = model === undefined ? found : argumentsOf(ctx, model.text() ?? '');
  if (typeof wanted === 'string' || same(found, wanted)) return;
  const list = (all: readonly string[]) => (all.length > 0 ? all.join(', ') : '–');
  ctx.add(spot.fault('S404', { id, here: list(found), there: list(wanted) }));
}

const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();

/** Names and arguments of a message, each once; or what is wrong with it. */
function argumentsOf(ctx: Context, text: string): string[] | string {
  const naming = ctx.scenario.at('naming');
  const variants = Object.fromEntries(naming.keys().map((id) => [id, { neutral: '…' }]));
  const used = placeholders(text).filter((id) => Object.hasOwn(variants, id));
  // A word with hyphens is a name that the scenario does not have: ICU could not even read it.
  const strange = placeholders(text).filter((id) => id.includes('-') && !Object.hasOwn(variants, id));
  const rest = strange.reduce((all, id) => all.replaceAll(`{${id}}`, '…'), applyNames(text, variants));
  try {
    const ast = new IntlMessageFormat(rest, 'en', undefined, { ignoreTag: true }).getAst();
    return [...new Set([...used, ...strange, ...astArguments(ast)])];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0]!.toLowerCase().replace(/_/g, ' ') : 'unreadable';
  }
}

function astArguments(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    // 0 is literal text, 7 the `#` of a plural, 8 a tag; all others are arguments.
    if (element.type === 0 || element.type === 7) return [];
    if (element.type === 8) return astArguments(element.children);
    const inner =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => astArguments(value)) : [];
    return [element.value, ...inner];
  });
}
