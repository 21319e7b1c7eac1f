/**
 * The constants of the model. Published ones name their source; the rest are assumptions (MODEL §9) and are listed with their
 * reasons in docs/model.md. Nothing else in the rulebook is a bare number.
 */
/** Goes into every journal: a save of other rules is shown, not replayed. Raise it whenever a rule or a constant changes. */
export const RULES_VERSION = 1;

/** Share of the distance to the baseline that tension keeps from one round to the next. Assumption. */
export const TENSION_KEEP = 0.8;
/** Tension points a mean Goldstein point of the round takes away. Assumption. */
export const TENSION_PER_G = 1.5;
export const CRISIS = 60;
export const INCIDENT = 75;
/** A hawkish body weighs this much more in a crisis. Assumption. */
export const HAWK_IN_CRISIS = 1.25;
/** What a round leaves of the memory of promises kept and broken. Assumption. */
export const TRUST_KEEP = 0.95;
/** A delay counts as this share of a breach. Assumption. */
export const DELAY_SHARE = 0.5;
/** α that a successful facilitation adds to both trusts, while below the ceiling. Assumption. */
export const FACILITATE_TRUST = 0.25;
export const FACILITATE_CEILING = 0.5;
/** Upper limit of the guarantees together. Assumption. */
export const GUARANTEE_MAX = 0.3;
/** What an artificial carrot keeps each round (after Beardsley 2008, the value is an assumption). */
export const CARROT_DECAY = 0.8;
/** Points of net gain that a broken pledge costs in a body's vote. Assumption. */
export const PLEDGE_IN_VOTE = 4;
/** Approval: a broken pledge, signing what the body rejected, conceding on its top issue, amending a line it guards. Assumptions. */
export const APPROVAL_PLEDGE = -10;
export const APPROVAL_REJECTED = -10;
export const APPROVAL_TOP = -5;
export const APPROVAL_AMEND = -6;
/** Support below this at the end of a round brings a government down; its successor starts here. Assumptions. */
export const FALL_BELOW = 20;
export const AFTER_FALL = 45;
/** Prices in capital. Assumptions. */
export const PRICE_DRAFT = 1;
export const PRICE_FORMULATE = 2;
/** Most orders a seat may seal in one round; capital is the tighter limit in most rounds. Assumption. */
export const ORDERS_MAX = 4;
/** Rounds a draft stands, the one it was tabled in included. */
export const DRAFT_STANDS = 2;
/** Share of its payments that lowers a mediator's score. Assumption. */
export const PAID_SHARE = 0.5;
/** "Hurting": hurt·H/100 of both principals at least this many points (Zartman's stalemate; the threshold is an assumption). */
export const HURTING = 5;
/** A formulated package may lie this many points off the principals' frontier. Assumption. */
export const FORMULATE_SLACK = 4;
/** What the years between two parts of a campaign leave of the difference that play made to trust and tension. Assumption. */
export const CARRY_KEEP = 0.5;
/** Longest reason in characters. */
export const REASON_MAX = 280;
