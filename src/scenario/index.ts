/** The scenario file: schema, loader with line and column, checks, compiler to a Case. */

export { type Bundle, type Compiled, checkFolder, compileFolder, type Meta } from './bundle.ts';
export { checkCampaign } from './campaign/check.ts';
export { type CampaignBundle, type CompiledCampaign, compileCampaign } from './campaign/compile.ts';
export type { CheckOptions } from './check.ts';
export { compile, hashCase } from './compile.ts';
export { loadCampaign, loadScenario, readCampaignFiles, readFiles } from './disk.ts';
export { edit } from './edit.ts';
export { type FaultLevel, type FileFault, formatFault, sortFaults } from './fault.ts';
export type { Files } from './folder.ts';
export { isPosition, sharesOf } from './grades.ts';
export { applyNames, type Naming, NEUTRAL, namedTexts } from './names.ts';
export { publishedSchemas } from './published.ts';
export { roomOf } from './room.ts';
export type { ScenarioFile } from './schema.ts';
