import {
  type Bounds,
  CAMPAIGN_PRESET,
  type Carried,
  type Case,
  type Condition,
  type Entry,
  type Obligation,
  type World,
} from '../world/index.ts';
import { scrambled } from './chance.ts';

const clip = (x: number): number => (x < 0 ? 0 : x > 100 ? 100 : x);
const at = (list: readonly { readonly id: string }[], id: string): number => list.findIndex((one) => one.id === id);

/**
 * Where `carried` does not fit the scenario, as a path into it, e.g. `options/2/option`; '' when it fits. Its form is checked where
 * it is read (session/carried.ts).
 */
export function carriedMisfit(c: Case, carried: Carried): string {
  const seat = (id: string): boolean => at(c.seats, id) >= 0;
  const clause = (issue: string, option: string): string => {
    const no = at(c.issues, issue);
    if (no < 0) return 'issue';
    return at(c.issues[no].options, option) < 0 ? 'option' : '';
  };
  if (carried.part > carried.parts) return 'part';
  for (const [k, id] of carried.onward.entries()) if (at(c.issues, id) < 0) return `onward/${k}`;
  for (const [k, o] of carried.options.entries()) {
    const wrong = clause(o.issue, o.option);
    if (wrong) return `options/${k}/${wrong}`;
    if (carried.options.findIndex(({ issue }) => issue === o.issue) < k) return `options/${k}/issue`;
  }
  for (const [k, t] of carried.trust.entries())
    if (!seat(t.from) || !seat(t.to) || t.from === t.to) return `trust/${k}/${seat(t.from) ? 'to' : 'from'}`;
  for (const [k, o] of carried.obligations.entries()) {
    const wrong = clause(o.issue, o.option);
    if (wrong) return `obligations/${k}/${wrong}`;
    if (!o.parties.every(seat)) return `obligations/${k}/parties`;
  }
  return '';
}

/**
 * The scenario as a part of a campaign plays it: the document's start, and on top of it what was carried over; the campaign's
 * number of rounds. Everything that asks a Case where things began (scores, charts, bots) then sees the start that was played. The
 * hash stays the scenario's own: a journal names both, the hash and what was carried.
 * @param c the scenario as it stands alone, or this very part already
 * @param carried must fit (see `carriedMisfit`)
 */
export function partOf(c: Case, carried: Carried): Case {
  if (c.carried) return c;
  const shortest = Math.min(...c.presets.map(({ rounds }) => rounds));
  const model = c.presets.find(({ rounds }) => rounds === shortest)!;
  const { rounds } = carried;
  const minutes = Math.ceil((model.minutes * rounds) / shortest);
  const S = c.seats.length;
  const part: Case = {
    ...c,
    presets: [...c.presets, { id: CAMPAIGN_PRESET, minutes, rounds, seconds: model.seconds }],
    tension: { start: clip(c.tension.start + carried.tension), baseline: c.tension.baseline },
    issues: c.issues.map((issue) => {
      const found = carried.options.find((o) => o.issue === issue.id);
      return found ? { ...issue, now: at(issue.options, found.option) } : issue;
    }),
    trust: c.trust.map((counts, k) => {
      const from = c.seats[Math.floor(k / S)].id;
      const to = c.seats[k % S].id;
      const more = carried.trust.find((x) => x.from === from && x.to === to);
      return more ? [counts[0] + more.performed, counts[1] + more.breached] : counts;
    }),
    carried,
    alone: c,
  };
  return rounds < shortest ? shortened(part, shortest, rounds) : part;
}

/** The World's obligations that were carried over. Numbers of their packages are below 0: no draft of this game bears them. */
export function carriedObligations(c: Case, world: World, salt: number): Obligation[] {
  return (c.carried?.obligations ?? []).map((o) => {
    const issue = at(c.issues, o.issue);
    return {
      no: scrambled(world.nextNo++, salt),
      deal: -o.deal,
      parties: o.parties.reduce((set, id) => set | (1 << at(c.seats, id)), 0),
      issue,
      to: at(c.issues[issue].options, o.option),
      owners: c.issues[issue].owners,
      due: o.due,
      delayed: false,
      state: 'open',
      closed: 0,
    };
  });
}

/** Whether a clause on the issue stays open when this part ends, because the next part takes it up. */
export const goesOn = (c: Case, issue: number): boolean => c.carried?.onward.includes(c.issues[issue].id) ?? false;

/** The ledger before the first round: every number that does not stand where the document put it, and by how much. Public. */
export function carriedEntries(part: Case): Entry[] {
  const { carried } = part;
  if (!carried) return [];
  const cause = { by: 'campaign', part: carried.part - 1 } as const;
  const seenBy = (1 << part.seats.length) - 1;
  const out: Entry[] = [];
  const put = (what: string, from: number, to: number, inputs: Entry['inputs'], cites: readonly string[]): void => {
    if (from !== to) out.push({ round: 0, step: 0, what, from, to, rule: 'carried', cause, inputs, cites, seenBy });
  };
  const { tension, issues, trust } = part.alone ?? part;
  put('tension', tension.start, part.tension.start, { carried: carried.tension }, ['tension/start']);
  issues.forEach((issue, k) => {
    put(`option/${issue.id}`, issue.now, part.issues[k].now, {}, [`issues/${issue.id}/now`]);
  });
  const S = part.seats.length;
  for (const t of carried.trust) {
    const k = at(part.seats, t.from) * S + at(part.seats, t.to);
    const [alpha, beta] = part.trust[k];
    const inputs = { alpha, beta, 'carried-kept': t.performed, 'carried-broken': t.breached };
    const key = `trust/${t.from}/${t.to}`;
    put(key, trust[k][0] / (trust[k][0] + trust[k][1]), alpha / (alpha + beta), inputs, [key]);
  }
  return out;
}

// A shorter calendar --------------------------------------------------------------------------------------------------

/**
 * A calendar made for `from` rounds, for `to` rounds: "from round a on" becomes "from round ⌈a·to/from⌉ on", "until round b" becomes
 * "until round max(1, ⌊b·to/from⌋)", and "n rounds left" is turned into the round it means.
 */
function shortened(c: Case, from: number, to: number): Case {
  const since = (round: number): number => Math.max(1, Math.min(to, Math.ceil((round * to) / from)));
  const until = (round: number): number => Math.max(1, Math.min(to, Math.floor((round * to) / from)));
  const bounds = (low: number | undefined, high: number | undefined): Bounds => ({
    ...(low === undefined ? {} : { atLeast: low }),
    ...(high === undefined ? {} : { atMost: high }),
  });
  const map = <T>(x: number | undefined, f: (x: number) => T): T | undefined => (x === undefined ? undefined : f(x));
  const turn = (when: Condition): Condition => {
    switch (when.is) {
      case 'all':
      case 'any':
        return { ...when, of: when.of.map(turn) };
      case 'not':
        return { ...when, of: turn(when.of) };
      case 'round':
        return { is: 'round', ...bounds(map(when.atLeast, since), map(when.atMost, until)) };
      case 'rounds-left':
        return {
          is: 'rounds-left',
          ...bounds(
            map(when.atLeast, (left) => to - until(from - left)),
            map(when.atMost, (left) => to - since(from - left)),
          ),
        };
      default:
        return when;
    }
  };
  return {
    ...c,
    events: c.events.map((e) => ({ ...e, when: turn(e.when) })),
    deadlines: c.deadlines.map((d) => ({ ...d, when: turn(d.when) })),
    endings: c.endings.map((e) => ({ ...e, when: turn(e.when) })),
    goals: c.goals.map((g) => ({ ...g, when: turn(g.when) })),
    gates: c.gates.map((g) => ({ ...g, opensWhen: g.opensWhen && turn(g.opensWhen) })),
    moves: c.moves.map((m) => ({ ...m, when: m.when && turn(m.when) })),
  };
}
