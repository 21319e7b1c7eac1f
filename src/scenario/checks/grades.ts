/** Every coded number says where it comes from: exactly one of stated, inferred, assumption. */

import { nearest } from '../../words/index.ts';
import { GRADES } from '../../world/index.ts';
import type { Context } from './context.ts';

export function checkGrades(ctx: Context): void {
  for (const spot of ctx.graded()) {
    if (typeof spot.value !== 'object' || Array.isArray(spot.value)) continue;
    const present = GRADES.filter((grade) => spot.at(grade).exists);
    if (present.length > 1)
      ctx.add(spot.at(present[1]!).fault('S302', { grades: present.join(', ') }, { atKey: true }));
    // A misspelt grade is told as a misspelt key, not as a missing grade as well.
    const slip = () => spot.keys().some((key) => !spot.at(key).exists || isSlip(key));
    if (present.length === 0 && !slip()) ctx.add(spot.fault('S301', { key: spot.key }, { atKey: true }));
    const rubric = spot.key === 'salience' || spot.key === 'influence';
    if (rubric && present.includes('stated'))
      ctx.add(spot.at('stated').fault('S303', { key: spot.key }, { atKey: true }));
  }
}

const isSlip = (key: string): boolean =>
  !(GRADES as readonly string[]).includes(key) && nearest(key, GRADES) !== undefined;
