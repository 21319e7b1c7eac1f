import type { Clause, Command, Draft, Fault, Game, Sink } from '../world/index.ts';
import { inSet } from '../world/index.ts';
import { scrambled } from './chance.ts';
import { PRICE_DRAFT, PRICE_FORMULATE } from './constants.ts';
import { mayFormulate, sameClauses } from './formulate.ts';
import { signatoriesOf } from './gain.ts';

const fault = (code: Fault['code'], at?: string): Fault => (at === undefined ? { code } : { code, at });

/** Why a seat cannot put any text on the table at this moment; null when it can. */
export function tableFault(game: Game, seat: number): Fault | null {
  const w = game.world;
  const mediator = game.case.seats[seat].role === 'mediator';
  if (w.stage === 'over') return fault('game-over');
  if (w.stage !== 'talks') return fault('wrong-stage');
  if (!mediator && w.gate.includes(0)) return fault('gate-closed');
  // What an earlier part of a campaign left open stands beside the talks of this one.
  for (const o of w.obligations) if (o.state === 'open' && o.deal > 0) return fault('package-open');
  if (w.capital[seat] < tablePrice(game, seat)) return fault('not-enough-capital');
  return null;
}

export const tablePrice = (game: Game, seat: number): number =>
  game.case.seats[seat].role === 'mediator' ? PRICE_FORMULATE : PRICE_DRAFT;

const isWhole = (x: unknown): x is number => typeof x === 'number' && Number.isInteger(x);

/** Whether the clauses are a well-formed draft of this scenario; they come back sorted by issue. */
export function checkClauses(game: Game, clauses: unknown): Fault | Clause[] {
  if (!Array.isArray(clauses)) return fault('malformed', 'clauses');
  if (clauses.length === 0) return fault('empty-draft');
  if (clauses.length > game.case.clausesMax) return fault('too-many-clauses');
  const out: Clause[] = [];
  for (let k = 0; k < clauses.length; k++) {
    const clause: unknown = clauses[k];
    if (!Array.isArray(clause) || clause.length !== 2) return fault('malformed', `clauses/${k}`);
    const [issue, option] = clause as unknown[];
    if (!isWhole(issue) || game.case.issues[issue] === undefined) return fault('no-such-issue', `clauses/${k}`);
    if (!isWhole(option) || game.case.issues[issue].options[option] === undefined)
      return fault('no-such-option', `clauses/${k}`);
    if (game.world.now[issue] === option) return fault('clause-changes-nothing', `clauses/${k}`);
    for (const [before] of out) if (before === issue) return fault('duplicate-clause', `clauses/${k}`);
    out.push([issue, option]);
  }
  for (let k = 1; k < out.length; k++) if (out[k - 1][0] > out[k][0]) return out.sort((a, b) => a[0] - b[0]);
  return out;
}

/** Whether this seat may table these (well-formed, sorted) clauses. Depends on public facts and on the seat's own instructions. */
export function draftFault(game: Game, seat: number, clauses: readonly Clause[]): Fault | null {
  const w = game.world;
  const instructions = game.case.instructions;
  for (let k = 0; k < instructions.length; k++) {
    if (instructions[k].seat !== seat || w.instruction[k] !== 1) continue;
    for (const [issue, option] of clauses)
      for (const term of instructions[k].forbidsTerms)
        if (term.issue === issue && option >= term.min && option <= term.max)
          return fault('forbidden-by-mandate', `issue/${issue}`);
  }
  // Only drafts this seat can see: a refusal must not tell of another seat's private text.
  for (const d of w.drafts)
    if (d.state === 'open' && inSet(d.seenBy, seat) && sameClauses(d.clauses, clauses)) return fault('same-as-before');
  if (game.case.seats[seat].role === 'mediator' && !mayFormulate(game, clauses)) return fault('not-near-frontier');
  return null;
}

/** The draft with this number as far as the seat may see it. */
function findDraft(game: Game, seat: number, no: unknown): number {
  const { drafts } = game.world;
  for (let k = 0; k < drafts.length; k++) if (drafts[k].no === no && inSet(drafts[k].seenBy, seat)) return k;
  return -1;
}

function put(game: Game, seat: number, clauses: readonly Clause[], parent: number, alsoSeenBy: number): Draft {
  const w = game.world;
  const signatories = signatoriesOf(game, clauses);
  const draft: Draft = {
    no: scrambled(w.nextNo++, game.truth.salt),
    by: seat,
    clauses,
    signatories,
    signed: signatories & (1 << seat),
    state: 'open',
    round: w.round,
    closed: 0,
    formulated: game.case.seats[seat].role === 'mediator',
    parent,
    rejectedBy: -1,
    reason: '',
    seenBy: signatories | (1 << seat) | alsoSeenBy,
  };
  w.drafts.push(draft);
  w.capital[seat] -= tablePrice(game, seat);
  return draft;
}

function spent(game: Game, seat: number, draft: Draft, sink: Sink | undefined): void {
  const price = tablePrice(game, seat);
  const to = game.world.capital[seat];
  sink?.entry({
    round: game.world.round,
    step: 0,
    what: `capital/${game.case.seats[seat].id}`,
    from: to + price,
    to,
    rule: 'capital',
    cause: { by: 'draft', draft: draft.no, seat },
    inputs: { price },
    cites: [],
    seenBy: 1 << seat,
  });
}

type TalkCommand = Extract<Command, { do: 'table' | 'sign' | 'reject' | 'counter' | 'withdraw' }>;

/** The live commands of the talks. The World is untouched when a Fault comes back. */
export function talk(game: Game, command: TalkCommand, sink?: Sink): Fault | null {
  const w = game.world;
  const { seat } = command;
  if (w.stage === 'over') return fault('game-over');
  if (w.stage !== 'talks') return fault('wrong-stage');
  if (command.do === 'table') {
    const clauses = checkClauses(game, command.clauses);
    if (!Array.isArray(clauses)) return clauses;
    const problem = tableFault(game, seat) ?? draftFault(game, seat, clauses);
    if (problem) return problem;
    spent(game, seat, put(game, seat, clauses, 0, 0), sink);
    return null;
  }
  const k = findDraft(game, seat, command.draft);
  if (k < 0) return fault('no-such-draft', 'draft');
  const draft = w.drafts[k];
  if (draft.state !== 'open') return fault('draft-closed');
  if (command.do === 'withdraw') {
    if (draft.by !== seat) return fault('not-your-draft');
    w.drafts[k] = { ...draft, state: 'withdrawn', closed: w.round };
    return null;
  }
  if (!inSet(draft.signatories, seat)) return fault('not-a-signatory');
  if (command.do === 'sign') {
    if (inSet(draft.signed, seat)) return fault('already-signed');
    w.drafts[k] = { ...draft, signed: draft.signed | (1 << seat) };
    return null;
  }
  if (command.do === 'reject') {
    w.drafts[k] = { ...draft, state: 'rejected', closed: w.round, rejectedBy: seat, reason: command.reason };
    return null;
  }
  const clauses = checkClauses(game, command.clauses);
  if (!Array.isArray(clauses)) return clauses;
  if (sameClauses(clauses, draft.clauses)) return fault('same-as-before');
  const problem = tableFault(game, seat) ?? draftFault(game, seat, clauses);
  if (problem) return problem;
  w.drafts[k] = { ...draft, state: 'countered', closed: w.round };
  // Whoever knew the first text learns of the answer to it.
  spent(game, seat, put(game, seat, clauses, draft.no, draft.seenBy), sink);
  return null;
}

/** Ends the talks: drafts with every signature are completed, the others stand or lapse. */
export function closeTalks(game: Game): Fault | null {
  const w = game.world;
  if (w.stage === 'over') return fault('game-over');
  if (w.stage !== 'talks') return fault('wrong-stage');
  for (let k = 0; k < w.drafts.length; k++) {
    const d = w.drafts[k];
    if (d.state === 'open' && d.signed === d.signatories) w.drafts[k] = { ...d, state: 'completed', closed: w.round };
  }
  w.stage = 'orders';
  return null;
}
