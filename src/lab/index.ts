/** Explore, simulate, balance: many games between bots, without session and journal. */

export { type Audit, addAudits, auditGame, NO_AUDIT } from './audit.ts';
export { type CampaignReport, type PartReport, type PlayedPart, playCampaign, reportCampaign } from './campaign.ts';
export { type Missed, missedPackages, type RoundZone, roundZones, type Temptation, temptations } from './debrief.ts';
export { type Measure, measure, type Report } from './measures.ts';
export { type GameRecord, type PlayOptions, playGame, playOn, type Watch } from './play.ts';
export { gameOf, type Mix, playRow, type Row, type SimulateOptions } from './simulate.ts';
export {
  type Alternative,
  type Distribution,
  type DraftChoice,
  draftChoices,
  type WhatIf,
  whatIf,
  worldWith,
} from './what-if.ts';
