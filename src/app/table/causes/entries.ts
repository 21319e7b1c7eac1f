/** What all waterfalls of the ledger share. */
import type { Entry } from '../../../world/index.ts';
import { startOf } from '../start.ts';
import { causeText, inputText, numberText } from '../tell.ts';
import {
  type Cause,
  cited,
  type Fall,
  num,
  type Stand,
  stand,
  type Teller,
  TINY,
  total,
  type Unit,
  type Why,
} from './fall.ts';

/** Entries of the ledger about one number, oldest first. */
export const entriesOf = (t: Teller, what: string): Entry[] => t.update.ledger.filter((e) => e.what === what);

/** Where a number stood before anything moved it: what was carried over from an earlier part comes before the first round. */
export function startStand(t: Teller, what: string, entries: readonly Entry[], scale: number, value: number): Stand {
  const [start] = startOf(t.info.case, t.seat, what);
  const first = entries[0];
  const carried = first?.round === 0;
  return {
    name: t.say('causes.start'),
    value: scale * (carried ? first.from : value),
    ...(start && !carried ? { cites: cited(t, [start.cite]) } : {}),
  };
}

/** Rule, inputs and sources as the entry has them; the formula is the plain sum. */
export function plainWhy(t: Teller, e: Entry, unit: Unit, scale = 1): Why {
  const { say } = t;
  const by = scale * (e.to - e.from);
  return {
    rule: e.rule,
    filled: say('causes.plain', {
      from: stand(scale * e.from, unit),
      sign: by < 0 ? 'minus' : 'plus',
      by: num(Math.abs(by)),
      to: stand(scale * e.to, unit),
    }),
    inputs: Object.entries(e.inputs).map(([symbol, value]) => [inputText(say, symbol), numberText(value)]),
    cites: cited(t, e.cites),
  };
}

/** What set a change off, in words. */
export const causeOf = (t: Teller, e: Entry): string => causeText(t.info.case, t.say, t.names, e.cause);

/** Causes, with what is missing to the present value as a last one: limits of the scale cut something off. */
export function close(t: Teller, fall: Omit<Fall, 'to'>, now: number): Fall {
  const rest = now - fall.from.value - total(fall.causes);
  const kept = fall.causes.filter(({ by }) => Math.abs(by) > TINY);
  const to = { name: t.say('causes.now'), value: now };
  if (Math.abs(rest) <= 0.05) return { ...fall, causes: kept, to };
  const cause: Cause = {
    name: t.say('causes.rest'),
    by: rest,
    round: fall.causes.at(-1)?.round ?? 0,
    why: { rule: 'effect', filled: t.say('causes.rest-about'), inputs: [], cites: [] },
  };
  return { ...fall, causes: [...kept, cause], to };
}
