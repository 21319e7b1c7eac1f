/** JSON Schemas for editors, one file per format version, made from the same schema that the loader uses. */
import { z } from 'zod';
import { campaign } from './campaign/schema.ts';
import { bibliography, scenario } from './schema.ts';

/** Nested or dotted texts: whether the ids are the right ones, `demarche check` says. */
const texts = z.record(
  z.string(),
  z.union([z.string(), z.record(z.string(), z.union([z.string(), z.record(z.string(), z.unknown())]))]),
);

const PUBLISHED: Readonly<Record<string, { schema: z.ZodType; title: string }>> = {
  'scenario-1.json': { schema: scenario, title: 'Demarche scenario, format 1 (scenario.yaml)' },
  'campaign-1.json': { schema: campaign, title: 'Demarche campaign, format 1 (campaign.yaml)' },
  'text-1.json': { schema: texts, title: 'Demarche texts, format 1 (text/<language>.yaml)' },
  'sources-1.json': { schema: bibliography, title: 'Demarche bibliography, format 1 (sources.yaml)' },
};

/** File name → JSON text, as it stands in scenarios/schema/. */
export function publishedSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(PUBLISHED).map(([file, { schema, title }]) => {
      // Editors read the file as it is written, before defaults or other changes.
      const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', reused: 'ref' });
      return [file, `${JSON.stringify({ title, ...json }, null, 2)}\n`];
    }),
  );
}
