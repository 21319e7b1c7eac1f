/** A door of its own, so that only a game that is part of a campaign fetches what makes it one. */
export { partOf } from '../../rules/index.ts';
