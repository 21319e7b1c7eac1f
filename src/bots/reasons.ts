import type { Say } from '../words/index.ts';
import type { Case } from '../world/index.ts';
import type { Reason } from './bot.ts';

/** Longest reason that the rulebook takes, in characters. */
const REASON_MAX = 280;

/** Parameters that are ids, and the scenario text that names each. */
const NAMED: Readonly<Partial<Record<string, (id: string) => string>>> = {
  seat: (id) => `seat.${id}.name`,
  issue: (id) => `issue.${id}.name`,
  theirs: (id) => `issue.${id}.name`,
  body: (id) => `body.${id}.name`,
  move: (id) => `move.${id}.name`,
};

/**
 * A bot's reason as one sentence with its sources in brackets, e.g. "… (moscow-times-2019 ¶12, assumption)". At most 280
 * characters: the sources are left out first where it would be longer.
 */
export function reasonText(c: Case, say: Say, reason: Reason): string {
  const params: Record<string, string | number> = { seat: '', issue: '', theirs: '' };
  for (const [key, value] of Object.entries(reason.with)) {
    const named = NAMED[key];
    params[key] = named && typeof value === 'string' ? say(named(value)) : value;
  }
  // One issue may be what both gain on: no sentence should name it twice.
  params.same = params.issue !== '' && params.issue === params.theirs ? 'yes' : 'no';
  const sentence = say(reason.id, params).slice(0, REASON_MAX);
  const sources = [...new Set(reason.cites.map((path) => sourceOf(c, say, path)).filter((text) => text !== ''))];
  if (sources.length === 0) return sentence;
  const cited = say('bots.cited', { sentence, sources: sources.join(', ') });
  return cited.length <= REASON_MAX ? cited : sentence;
}

function sourceOf(c: Case, say: Say, path: string): string {
  const cite = c.cites[path];
  if (!cite) return '';
  if (cite.source === undefined || cite.paragraph === undefined) return say('bots.cited.assumption');
  return say('bots.cited.paragraph', { source: cite.source, paragraph: String(cite.paragraph) });
}
