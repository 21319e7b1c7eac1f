/** The shape of campaign.yaml, format 1: scenarios in the order of history. Strict, as scenario.yaml is. */
import { z } from 'zod';
import { id } from '../schema.ts';

const sentence = z.string().min(8).max(400).meta({ id: 'sentence', description: 'one sentence' });
const citation = z.strictObject({ source: id, paragraph: z.int().min(1) }).meta({ id: 'citation' });

/** What a sentence about the years between rests on: exactly one grade. */
const ground = z.union([
  z.strictObject({ stated: citation }),
  z.strictObject({ inferred: z.strictObject({ ...citation.shape, because: sentence }) }),
  z.strictObject({ assumption: sentence }),
]);

const rounds = z.int().min(1).max(20);

export const campaign = z.strictObject({
  format: z.literal(1),
  id,
  languages: z.array(z.string().regex(/^[a-z]{2}(-[A-Z][a-z]{3})?$/)).min(1),
  authors: z.array(z.string().min(2).max(80)).min(1),
  licence: z.string().min(2).max(60),
  parts: z
    .array(
      z.strictObject({
        scenario: id,
        /** What the text `between.<scenario>` rests on: the years before this part. None before the first. */
        'rests-on': z.array(ground).min(1).optional(),
      }),
    )
    .min(2)
    .max(12),
  presets: z.record(
    id,
    z.strictObject({
      minutes: z.int().min(10).max(1200),
      /** The same number for every part, or a list with one for each. */
      rounds: z.union([rounds, z.array(rounds)]).optional(),
      /** Each part is played as long as this preset of its scenario says. */
      own: id.optional(),
    }),
  ),
});

export type CampaignFile = z.infer<typeof campaign>;
