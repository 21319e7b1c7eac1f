/** The vocabulary: types of the game state (World), of what never changes (Case), commands, ids. Imports nothing. */

export * from './cameo.ts';
export * from './carried.ts';
export * from './case.ts';
export * from './command.ts';
export * from './condition.ts';
export * from './documents.ts';
export * from './ledger.ts';
export * from './names.ts';
export * from './truth.ts';
export * from './view.ts';
export * from './world.ts';
