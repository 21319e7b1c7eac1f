import {
  type Campaign,
  type Carried,
  type CarriedObligation,
  type CarriedTrust,
  type CarryRule,
  type Case,
  type ClauseId,
  inSet,
  type Legacy,
  NO_LEGACY,
  type World,
} from '../world/index.ts';
import { CARRY_KEEP, TENSION_KEEP, TRUST_KEEP } from './constants.ts';

/** Issues whose open clauses stay open at the end of a part with this rule. Sorted. */
export const onwardOf = (rule: CarryRule): string[] =>
  rule.obligations ? rule.options.map(({ issue }) => issue).sort() : [];

/**
 * What a part of a campaign is begun with.
 * @param part from 1
 * @param before the Case and the World of the part before, at its end; none for the first part
 * @throws RangeError when campaign, preset, part and case do not belong together: that is the caller's error
 */
export function carriedInto(
  campaign: Campaign,
  preset: string,
  part: number,
  next: Case,
  before: { readonly case: Case; readonly world: World } | null,
): Carried {
  const rounds = campaign.presets.find(({ id }) => id === preset)?.rounds[part - 1];
  const last = campaign.parts[part - 2];
  if (rounds === undefined || campaign.parts[part - 1]?.scenario !== next.id)
    throw new RangeError(`${next.id} is not part ${part} of ${campaign.id}, or it has no preset ${preset}`);
  if ((last?.scenario ?? null) !== (before?.case.id ?? null))
    throw new RangeError(`part ${part} follows ${last?.scenario}, not ${before?.case.id}`);
  const legacy = last && before ? carryOver(before.case, before.world, next, last.rule) : NO_LEGACY;
  const onward = part < campaign.parts.length ? onwardOf(campaign.parts[part - 1].rule) : [];
  return { campaign: campaign.id, part, parts: campaign.parts.length, rounds, onward, ...legacy };
}

const hundredths = (x: number): number => Math.round(x * 100) / 100;
const at = (list: readonly { readonly id: string }[], id: string): number => list.findIndex((one) => one.id === id);

/** f multiplied by itself n times; the rules know no powers. */
const times = (f: number, n: number): number => {
  let out = 1;
  for (let k = 0; k < n; k++) out *= f;
  return out;
};

/**
 * What a finished part hands to the next (docs/model.md, "Campaigns"). Everything is a difference that play made: a part in which
 * nobody did anything hands on nothing. All of it was public: no drawn value is looked at.
 * @param from the Case that was played, with what was carried into it
 * @param world its World at the end
 * @param to the next scenario, as it stands alone
 */
export function carryOver(from: Case, world: World, to: Case, rule: CarryRule): Legacy {
  const seats = from.seats.filter(({ id }) => at(to.seats, id) >= 0).map(({ id }) => id);
  return {
    options: rule.options.map(({ issue, into, map }) => {
      const no = at(from.issues, issue);
      const option = from.issues[no].options[world.now[no]].id;
      return { issue: into, option: map[option], was: { issue, option } };
    }),
    trust: rule.trust ? trustGained(from, world, seats) : [],
    tension: rule.tension ? tensionGained(from, world) : 0,
    ...clausesLeft(from, world, to, rule),
  };
}

/** Half of what the part added to the counts behind trust, beyond the document's own counts as they fade by themselves. */
function trustGained(from: Case, world: World, seats: readonly string[]): CarriedTrust[] {
  const S = from.seats.length;
  const alone = from.alone ?? from;
  const faded = times(TRUST_KEEP, world.round);
  const out: CarriedTrust[] = [];
  for (const a of seats)
    for (const b of seats) {
      if (a === b) continue;
      const k = at(from.seats, a) * S + at(from.seats, b);
      const gained = (count: number, start: number): number => {
        const more = count - (1 + faded * (start - 1));
        return more > 0 ? hundredths(CARRY_KEEP * more) : 0;
      };
      const performed = gained(world.trustA[k], alone.trust[k][0]);
      const breached = gained(world.trustB[k], alone.trust[k][1]);
      if (performed > 0 || breached > 0) out.push({ from: a, to: b, performed, breached });
    }
  return out;
}

/** Half of the distance between the tension reached and the one that the document's own start leads to if nothing happens. */
function tensionGained(from: Case, world: World): number {
  const { start, baseline } = (from.alone ?? from).tension;
  const quiet = baseline + times(TENSION_KEEP, world.round) * (start - baseline);
  return Math.round(CARRY_KEEP * (world.tension - quiet) * 10) / 10 || 0;
}

/** Open clauses under the next part's names, one due per owner and round from the first (MODEL §3); the rest lapses. */
function clausesLeft(from: Case, world: World, to: Case, rule: CarryRule): Pick<Legacy, 'obligations' | 'lapsed'> {
  const obligations: CarriedObligation[] = [];
  const lapsed: ClauseId[] = [];
  const deals: number[] = [];
  const free = to.seats.map(() => 1);
  const open = world.obligations.filter((o) => o.state === 'open').sort((a, b) => a.due - b.due || a.issue - b.issue);
  for (const o of open) {
    const issue = from.issues[o.issue];
    const was = { issue: issue.id, option: issue.options[o.to].id };
    const onward = rule.obligations ? rule.options.find((one) => one.issue === issue.id) : undefined;
    if (!onward) {
      lapsed.push(was);
      continue;
    }
    const option = onward.map[was.option];
    // Both options may continue as one: then there is nothing left to do.
    if (option === onward.map[issue.options[world.now[o.issue]].id]) continue;
    if (!deals.includes(o.deal)) deals.push(o.deal);
    const owners = to.seats.flatMap((_, s) => (inSet(to.issues[at(to.issues, onward.into)].owners, s) ? [s] : []));
    const due = owners.reduce((latest, s) => Math.max(latest, free[s]), 1);
    for (const s of owners) free[s] = due + 1;
    obligations.push({
      deal: deals.indexOf(o.deal) + 1,
      issue: onward.into,
      option,
      parties: from.seats.filter((_, s) => inSet(o.parties, s)).map(({ id }) => id),
      due,
      was,
    });
  }
  return { obligations, lapsed };
}
