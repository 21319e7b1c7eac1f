/** The arc over all parts, as data: what a campaign's end shows. Pure functions of what was played. */
import { scores, trustOf } from '../../rules/index.ts';
import type { Campaign, Case } from '../../world/index.ts';
import { touchedBy } from '../debrief/data/touched.ts';
import type { Part, PlayedPart } from './parts.ts';

/** An issue through the parts, under the name it has in each; null where it is not one. */
export type Chain = readonly (string | null)[];

/** Issues that at least two parts deal with, in the order in which they come up. */
export function chainsOf(campaign: Campaign, cases: readonly Case[]): Chain[] {
  const chains: (string | null)[][] = [];
  cases.forEach((c, part) => {
    const rule = campaign.parts[part - 1]?.rule;
    for (const { id } of [...c.issues].sort((a, b) => a.order - b.order)) {
      const from = rule?.options.find(({ into }) => into === id)?.issue;
      const chain = from === undefined ? undefined : chains.find((one) => one[part - 1] === from);
      if (chain) chain[part] = id;
      else chains.push([...Array.from({ length: part }, () => null), id]);
    }
  });
  return chains
    .filter((chain) => chain.filter((id) => id !== null).length > 1)
    .map((chain) => cases.map((_, part) => chain[part] ?? null));
}

/** A number over one part: at the start and after each round. */
export type Course = readonly number[];

const worldsOf = ({ opened }: PlayedPart) => [...opened.closed, opened.final];

export const tensionCourse = (played: PlayedPart): Course => worldsOf(played).map((w) => w.tension);

/** Trust in percent. */
export const trustCourse = (played: PlayedPart, from: string, to: string): Course => {
  const at = (id: string) => played.case.seats.findIndex((seat) => seat.id === id);
  const { case: c, final } = played;
  return worldsOf(played).map((world) => 100 * trustOf({ case: c, truth: final.truth, world }, at(from), at(to)));
};

export interface Verdict {
  readonly ending: string | null;
  readonly deals: number;
  readonly refused: number;
  readonly performed: number;
  readonly breached: number;
  /** Clauses still open when the part ended. */
  readonly open: number;
  /** By seat id: score 0–1, goals met and all. */
  readonly seats: Readonly<Record<string, { score: number; judged: boolean; met: number; goals: number }>>;
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

export function verdictOf({ case: c, final }: PlayedPart): Verdict {
  const { world } = final;
  return {
    ending: world.ending >= 0 ? c.endings[world.ending]!.id : null,
    deals: world.deals,
    refused: world.refused,
    performed: sum(world.performed),
    breached: sum(world.breached),
    open: world.obligations.filter(({ state }) => state === 'open').length,
    seats: Object.fromEntries(
      scores(final).map(({ seat, score, judged, goals }) => [
        c.seats[seat]!.id,
        { score, judged, met: goals.filter(({ met }) => met).length, goals: goals.length },
      ]),
    ),
  };
}

/** Contradictions between documents that the campaign touched, each once, with the parts that did. */
export function touchedIn(parts: readonly Part[]) {
  const found: { id: string; part: Part; parts: number[]; inForce: boolean }[] = [];
  for (const part of parts) {
    if (!part.played) continue;
    const { case: c, opened, talks } = part.played;
    for (const { contradiction, inForce } of touchedBy(c, opened, talks)) {
      const { id } = c.contradictions[contradiction]!;
      const before = found.find((one) => one.id === id);
      if (before) {
        before.parts.push(part.no);
        before.inForce ||= inForce;
      } else found.push({ id, part, parts: [part.no], inForce });
    }
  }
  return found;
}
