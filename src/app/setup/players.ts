import type { Case } from '../../world/index.ts';
import { seatsByOrder } from '../table/names.ts';

/** Characters of bots, and a mix of them. */
export const OPPONENTS = ['mixed', 'by-the-book', 'dealmaker', 'hardliner'] as const;
const MIX = ['by-the-book', 'dealmaker', 'hardliner'] as const;

/** Who plays each seat: people where they sit, bots elsewhere; `seed` decides who is who in a mix. */
export function playersOf(
  c: Case,
  seated: readonly string[],
  opponents: string,
  seed: number,
): Record<string, 'person' | `bot:${string}`> {
  const bots = seatsByOrder(c).filter((s) => !seated.includes(c.seats[s].id));
  const temperament = (k: number) => (opponents === 'mixed' ? MIX[(seed + k) % MIX.length] : opponents);
  return Object.fromEntries([
    ...seated.map((id) => [id, 'person' as const]),
    ...bots.map((s, k) => [c.seats[s].id, `bot:${temperament(k)}` as const]),
  ]);
}
