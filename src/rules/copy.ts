import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Game, Truth, World } from '../world/index.ts';

/**
 * An independent copy of a World for rollouts: lists are copied, records in them are shared because the rules replace records
 * and never change them. Written out field by field: a generic loop costs several times as much; and with spreads: V8 takes twenty
 * times as long to `slice` a frozen list, and a session's Worlds are frozen.
 */
export function copyWorld(w: World): World {
  return {
    round: w.round,
    rounds: w.rounds,
    stage: w.stage,
    now: [...w.now],
    declared: [...w.declared],
    pledgeMin: [...w.pledgeMin],
    pledgeMax: [...w.pledgeMax],
    amended: [...w.amended],
    trustA: [...w.trustA],
    trustB: [...w.trustB],
    tension: w.tension,
    approval: [...w.approval],
    capital: [...w.capital],
    capitalNext: [...w.capitalNext],
    budget: [...w.budget],
    guarantee: [...w.guarantee],
    hurt: [...w.hurt],
    gate: [...w.gate],
    goal: [...w.goal],
    instruction: [...w.instruction],
    happened: [...w.happened],
    passed: [...w.passed],
    playedCount: [...w.playedCount],
    playedRound: [...w.playedRound],
    consulted: [...w.consulted],
    revealed: [...w.revealed],
    performed: [...w.performed],
    breached: [...w.breached],
    received: [...w.received],
    paid: [...w.paid],
    suffered: [...w.suffered],
    takenBack: [...w.takenBack],
    falls: [...w.falls],
    oneOrder: [...w.oneOrder],
    dealsOn: [...w.dealsOn],
    deals: w.deals,
    refused: w.refused,
    gMin: [...w.gMin],
    gMax: [...w.gMax],
    drafts: [...w.drafts],
    obligations: [...w.obligations],
    offers: [...w.offers],
    sealed: [...w.sealed],
    nextNo: w.nextNo,
    chance: [...w.chance],
    ending: w.ending,
  };
}

/** JSON with object keys in code-unit order, so that equal values give equal text whatever order they were built in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return areNumbers(value) ? JSON.stringify(value) : `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Most lists of a World: nothing in them has keys, so they need no walk of our own. */
function areNumbers(list: readonly unknown[]): boolean {
  for (let k = 0; k < list.length; k++) if (typeof list[k] !== 'number') return false;
  return true;
}

export const hashText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

const beginnings = new WeakMap<Truth, { readonly hash: string; readonly text: string }>();

/** SHA-256 (hex) over the scenario's hash, the drawn truth and the World: equal games, equal hashes, on every machine. */
export function hashGame({ case: { hash }, truth, world }: Game): string {
  // What does not change in a game is written once; the keys stand in the order of `canonical`.
  let beginning = beginnings.get(truth);
  if (beginning?.hash !== hash) {
    const { ideal, weight, reds, cards, salt } = truth;
    const text = canonical({ case: hash, truth: { ideal, weight, reds, cards, salt } }).slice(0, -1);
    beginning = { hash, text };
    beginnings.set(truth, beginning);
  }
  return hashText(`${beginning.text},"world":${canonical(world)}}`);
}
