import { CAMEO } from '../../../world/index.ts';
import { causeText } from '../tell.ts';
import type { Teller } from './fall.ts';

/** Deeds without a move of their own, by their Goldstein weight (MODEL §5). */
const OTHERS: readonly (readonly [g: number, id: string])[] = [
  [CAMEO['sign-agreement'], 'sign'],
  [CAMEO['breach-or-stop-aid'], 'breach'],
  [CAMEO['economic-aid'], 'pay'],
  [CAMEO['impose-sanctions'], 'press'],
  [CAMEO.reject, 'refuse'],
];

/** What a seat did in a round that weighs `g`: found among the news that this viewer may read. */
export function deedOf(t: Teller, round: number, seat: number, g: number): { name: string; cites: readonly string[] } {
  const { info, update, say, names } = t;
  const c = info.case;
  const { id } = c.seats[seat];
  const news = update.news.filter((n) => n.round === round);
  for (const n of news) {
    if (n.id !== 'news.move' || n.with.seat !== id) continue;
    const no = c.moves.findIndex((m) => m.id === n.with.move);
    const move = c.moves[no];
    if (move && move.kind !== 'consult' && CAMEO[move.cameo] === g)
      return {
        name: say('causes.tension.move', { move: causeText(c, say, names, { by: 'move', move: no, seat }) }),
        cites: [`moves/${move.id}`],
      };
  }
  const performed = news.some((n) => {
    const issue = c.issues.find((i) => i.id === n.with.issue);
    return (
      n.id === 'news.performed' &&
      String(n.with.seats).split(' ').includes(id) &&
      CAMEO[issue?.cameo ?? 'perform-clause'] === g
    );
  });
  const deed = performed ? 'perform' : (OTHERS.find(([weight]) => weight === g)?.[1] ?? 'other');
  return {
    name: say('causes.tension.deed', { seat: names.seat(seat), deed: say(`causes.deed.${deed}`) }),
    cites: [],
  };
}
