/**
 * Pure rules on a World draft: start, apply, legal, view, determinise; the numbers of the model. No I/O, no clock, no
 * Math.random; + − × ÷ and comparisons only, so that every machine gets the same bits.
 */
export { apply } from './apply.ts';
export { carriedInto, carryOver, onwardOf } from './carry.ts';
export { type Chance, chanceOf, drawWeighted } from './chance.ts';
export * from './constants.ts';
export { canonical, copyWorld, hashGame, hashText } from './copy.ts';
export { formulable, mayFormulate, publicGame, sameClauses } from './formulate.ts';
export {
  batna,
  confidence,
  type Gain,
  gain,
  neededConfidence,
  reliefShare,
  seatsIn,
  signatoriesOf,
  utilityNow,
} from './gain.ts';
export { type Grid, gridOf, placeIn } from './grid.ts';
export { guaranteeOf, holds, trustOf } from './holds.ts';
export { capitalOf, supportOf } from './home.ts';
export { legal } from './legal.ts';
export { breaksPledge, crossedBy, crosses, meetsAll, optionIn } from './lines.ts';
export { ABSOLUTE, AMENDABLE, CLEAR, draftsAcross, linesOf, metBy, noMarks, publicLines, redsOf } from './marks.ts';
export { dutyChoices, lockedIssues, moveFault, parameterFault, sealFault, widestHidden } from './orders.ts';
export { draftsFrom, packages } from './packages.ts';
export { carriedEntries, carriedMisfit, partOf } from './part.ts';
export { type MoveRow, prepared } from './prepared.ts';
export { ripeness } from './ripeness.ts';
export { batnaAtStart, bestPackages, jointMeasures, type SeatScore, scores } from './score.ts';
export { determinise, type Seen, seen, seenAfresh, seenAgain } from './seen.ts';
export { type StartOptions, start } from './start.ts';
export { checkClauses, draftFault, tableFault, tablePrice } from './talks.ts';
export { nearestOption, publicTruth } from './truth.ts';
export { view, viewAgain } from './view.ts';
export { type Ratification, ratification, type Vote, wouldPass } from './votes.ts';
export { type Candidate, nashProduct, type Obstacle, obstacles, paretoOf, type Zone, zone } from './zone.ts';
