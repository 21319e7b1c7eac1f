import { type Chance, crosses, type MoveRow, prepared, redsOf } from '../../rules/index.ts';
import {
  CAMEO,
  type Case,
  type Clause,
  type Legal,
  type MoveChoice,
  type Order,
  type View,
} from '../../world/index.ts';
import type { Plan, Reason } from '../bot.ts';
import type { Character } from './character.ts';
import { citeLine, citePosition, type Desk, deskOf, reason, whim } from './desk.ts';
import { decide } from './duties.ts';
import { guaranteeWorth, type Hope, hopeNow, offerWorth, trustWorth } from './levers.ts';
import {
  amendWorth,
  consultWorth,
  type Deeds,
  effectWorth,
  optionWorth,
  signedNow,
  statementOf,
  toneWorth,
} from './worth.ts';

/** One order that could be given, and what it is worth apart from its tone. All have the same fields, whatever the kind of move. */
interface Option {
  readonly order: Order;
  readonly row: MoveRow;
  readonly cost: number;
  readonly worth: number;
  readonly about: number; // issue of a statement, body of a consultation, −1 none
  readonly g: number; // tone of the deed; 0 for what nobody hears of
  readonly isOffer: boolean; // a carrot or a stick
  given: boolean;
}

const NO_CLAUSES: readonly Clause[] = [];
const NOTHING: Reason = { id: 'bots.nothing', with: {}, cites: [] };

/** What a one-ply bot seals: duties first, then the orders that are worth most together. */
export function orders(c: Case, v: View, legal: Legal, chance: Chance, as: Character): Plan {
  const desk = deskOf(c, v, as, chance);
  const duties = decide(desk, legal.duties);
  const base = hopeNow(desk);
  const options: Option[] = [];
  for (const choice of legal.moves) {
    if (choice.why !== '') continue;
    const option = weigh(desk, base, choice);
    if (option) options.push(option);
  }
  const deeds: Deeds = {
    min: duties.breaks ? CAMEO['breach-or-stop-aid'] : 0,
    max: signedNow(desk) ? CAMEO['sign-agreement'] : duties.performs ? CAMEO['perform-clause'] : 0,
  };
  const moves: Order[] = [];
  let because = duties.because;
  let capital = legal.capital;
  let budget = v.budget[v.who];
  let offered = false;
  while (moves.length < legal.maxOrders) {
    const chosen = bestOf(desk, options, { capital, budget, offered }, deeds);
    if (!chosen) break;
    chosen.given = true;
    moves.push(chosen.order);
    because ??= whyOrder(desk, chosen);
    capital -= chosen.cost;
    budget -= chosen.row.points;
    offered ||= chosen.isOffer;
    if (chosen.g < deeds.min) deeds.min = chosen.g;
    if (chosen.g > deeds.max) deeds.max = chosen.g;
  }
  return { moves, duties: duties.duties, because: because ?? NOTHING };
}

/** What may still be spent, and whether an offer was made already. */
interface Means {
  readonly capital: number;
  readonly budget: number;
  readonly offered: boolean;
}

/** The option that is worth most beside what was ordered already, tone included; the first among equals, undefined when none is worth anything. */
function bestOf(desk: Desk, options: readonly Option[], means: Means, deeds: Deeds): Option | undefined {
  const { capital, budget, offered } = means;
  let best: Option | undefined;
  let most = 0;
  for (let k = 0; k < options.length; k++) {
    const option = options[k];
    if (option.given || option.cost > capital || option.row.points > budget) continue;
    // A second offer in one round mostly says the same again.
    const twice = option.isOffer && offered ? option.worth * 0.5 : option.worth;
    const x = twice + toneWorth(desk, option.g, deeds);
    if (x > most) {
      most = x;
      best = option;
    }
  }
  return best;
}

/** What a move is worth, with the parameters that make it worth most; null for a move that the seat would never make. */
function weigh(desk: Desk, base: Hope, choice: MoveChoice): Option | null {
  const row = prepared(desk.c).moves[choice.move];
  // After the last round nobody bargains any more: only what changes something by itself is still worth an order.
  if (desk.left === 0 && row.kind !== 'act' && row.kind !== 'unilateral') return null;
  let effects = whim(desk);
  for (let k = 0; k < row.effects.length; k++) effects += effectWorth(desk, base, row.effects[k]);
  if (row.kind === 'act') return optionOf(choice, row, effects);
  const { move } = row;
  switch (move.kind) {
    case 'act':
      return optionOf(choice, row, effects);
    case 'statement': {
      const best = statementOf(desk, base, choice.move);
      return best ? optionOf(choice, row, effects + best.worth, best.order, best.about) : null;
    }
    case 'consult': {
      let best = -1;
      let most = 0;
      for (const b of choice.bodies ?? []) {
        const x = consultWorth(desk, base, b);
        if (x > most) {
          most = x;
          best = b;
        }
      }
      return best < 0 ? null : optionOf(choice, row, effects + most, { move: choice.move, body: best }, best);
    }
    case 'amend':
      return optionOf(choice, row, effects + amendWorth(desk, base, move.issue));
    case 'facilitate':
      return optionOf(choice, row, effects + facilitateWorth(desk, base));
    case 'carrot':
    case 'stick':
      return optionOf(choice, row, effects + offerWorth(desk, base, move).worth);
    case 'guarantee':
      return optionOf(choice, row, effects + guaranteeWorth(desk, base, move.by) - move.points * 0.5);
    case 'unilateral': {
      const [issue, to] = move.clause;
      return stepsOverLine(desk, issue, to)
        ? null
        : optionOf(choice, row, effects + optionWorth(desk, base, issue, to));
    }
  }
}

const optionOf = (
  { move: m, cost }: MoveChoice,
  row: MoveRow,
  worth: number,
  order: Order = { move: m },
  about = -1,
): Option => ({
  order,
  row,
  cost,
  worth,
  about,
  g: row.kind === 'consult' ? 0 : row.g,
  isOffer: row.kind === 'carrot' || row.kind === 'stick',
  given: false,
});

/** The reason for an order; built only for what is chosen. */
function whyOrder(desk: Desk, { row: { move }, order, about }: Option): Reason {
  const { c } = desk;
  const cites = [`moves/${move.id}`];
  switch (move.kind) {
    case 'act':
      return reason('bots.act', { move: move.id }, cites);
    case 'statement': {
      const id = order.pledge === undefined ? 'bots.statement' : 'bots.pledge';
      return reason(id, { issue: c.issues[about].id }, [...cites, citePosition(c, desk.me, about)]);
    }
    case 'consult':
      return reason('bots.consult', { body: c.bodies[about].id }, cites);
    case 'amend':
      return reason('bots.amend', { issue: c.issues[move.issue].id }, [...cites, ...lineOn(desk, move.issue)]);
    case 'facilitate':
    case 'guarantee':
      return reason(`bots.${move.kind}`, {}, cites);
    case 'carrot':
    case 'stick': {
      const params = { seat: c.seats[move.to].id, issue: c.issues[move.terms[0].issue].id };
      return reason(`bots.${move.kind}`, params, cites);
    }
    case 'unilateral': {
      const [issue] = move.clause;
      return reason('bots.unilateral', { issue: c.issues[issue].id }, [...cites, citePosition(c, desk.me, issue)]);
    }
  }
}

/** Both trusts a little higher, one range known. */
function facilitateWorth(desk: Desk, base: Hope): number {
  let worth = 0.3;
  for (const from of desk.principals)
    for (const to of desk.principals)
      if (from !== to) worth += trustWorth(desk, base, { does: 'trust', from, to, performed: 0.25, breached: 0 });
  return worth;
}

/** A step of its own that its own capital has ruled out, absolutely or until the line is given up. */
function stepsOverLine(desk: Desk, issue: number, option: number): boolean {
  const { c, game, me } = desk;
  for (const r of redsOf(c, me))
    if (c.reds[r].issue === issue && crosses(game, [[issue, option]], r) && !crosses(game, NO_CLAUSES, r)) return true;
  return false;
}

const lineOn = (desk: Desk, issue: number): string[] => {
  const r = desk.c.reds.findIndex((red) => red.seat === desk.me && red.issue === issue && red.amendable);
  return r < 0 ? [] : [citeLine(desk.c, r)];
};
