/**
 * The shape of scenario.yaml, format 1. Shape only: whether ids resolve, sources exist and numbers make sense is checked in
 * checks.ts. Every object is strict, so a misspelt key is an error and not a silence.
 */
import { z } from 'zod';
import { CAMEO, ROLES } from '../world/index.ts';

z.config({ jitless: true });

export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(48)
  .meta({ title: 'id', description: 'lower-case words joined by hyphens' });
const points = z.number().min(0).max(100).meta({ id: 'points', description: '0 to 100' });
const signed = z.number().min(-100).max(100).meta({ id: 'change', description: '−100 to 100' });
const range = z.tuple([points, points, points]).meta({ id: 'range', description: 'low, likely, high' });
const shiftRange = z.tuple([signed, signed, signed]).meta({ id: 'shift', description: 'low, likely, high' });
const sentence = z.string().min(8).max(400).meta({ id: 'sentence', description: 'one sentence' });

const citation = z
  .strictObject({ source: id, paragraph: z.int().min(1) })
  .meta({ id: 'citation', description: 'Paragraph n is the n-th line of the document that is not blank.' });
const inference = z.strictObject({ ...citation.shape, because: sentence }).meta({ id: 'inference' });
/** The grade of a number: exactly one of the three. */
const grade = {
  stated: citation.optional(),
  inferred: inference.optional(),
  assumption: sentence.optional(),
};
/** One place where a whole group of numbers takes its grade from, so that a grade need not be repeated on each line. */
const graded = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ ...shape, ...grade });

const bounds = { 'at-least': z.number().optional(), 'at-most': z.number().optional() };
const optionBounds = { 'at-least': id.optional(), 'at-most': id.optional() };
/** Condition on a package or on the options in force, by option ids of the issue's ladder. */
export const term = z.strictObject({ issue: id, ...optionBounds }).meta({ id: 'term' });

/** A condition is an object with one key that says its kind (issue and declared carry their bounds beside the key). */
export const condition: z.ZodType<unknown> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
    z.strictObject({ tension: z.strictObject(bounds) }),
    z.strictObject({ round: z.strictObject(bounds) }),
    z.strictObject({ 'rounds-left': z.strictObject(bounds) }),
    term,
    z.strictObject({ declared: z.strictObject({ seat: id, issue: id, ...optionBounds }) }),
    z.strictObject({ conceded: z.strictObject({ seat: id, issue: id, ...optionBounds }) }),
    z.strictObject({ trust: z.strictObject({ from: id, to: id, ...bounds }) }),
    z.strictObject({ support: z.strictObject({ seat: id, ...bounds }) }),
    z.strictObject({ approval: z.strictObject({ body: id, ...bounds }) }),
    z.strictObject({ budget: z.strictObject({ seat: id, ...bounds }) }),
    z.strictObject({ guarantee: z.strictObject(bounds) }),
    z.strictObject({ gate: z.strictObject({ id, open: z.boolean() }) }),
    z.strictObject({ event: z.strictObject({ id, happened: z.boolean() }) }),
    z.strictObject({ played: z.strictObject({ move: id, ...bounds }) }),
    z.strictObject({ 'played-now': id }),
    z.strictObject({ deals: z.strictObject(bounds) }),
    z.strictObject({ 'deals-on': z.strictObject({ issue: id, ...bounds }) }),
    z.strictObject({ refused: z.strictObject(bounds) }),
    z.strictObject({ performed: z.strictObject({ seat: id.optional(), ...bounds }) }),
    z.strictObject({ breached: z.strictObject({ seat: id.optional(), ...bounds }) }),
    z.strictObject({ falls: z.strictObject({ seat: id, ...bounds }) }),
    z.strictObject({ 'open-clauses': z.strictObject(bounds) }),
  ]),
);

const offer = z.strictObject({
  from: id.optional(),
  to: id,
  points: z.number().min(1).max(40),
  if: z.union([term, z.array(term).min(1)]),
  rounds: z.int().min(1).max(20),
});
/** `from` of an offer defaults to the seat whose move it is. */
export const effect = z.union([
  z.strictObject({ tension: signed }),
  z.strictObject({
    trust: z.strictObject({
      from: id,
      to: id,
      performed: z.number().min(0).max(5).optional(),
      breached: z.number().min(0).max(5).optional(),
    }),
  }),
  z.strictObject({ approval: z.strictObject({ body: id, by: signed }) }),
  z.strictObject({ support: z.strictObject({ seat: id, by: signed }) }),
  z.strictObject({ capital: z.strictObject({ seat: id, by: z.int().min(-5).max(5) }) }),
  z.strictObject({
    budget: z.strictObject({ seat: id, by: signed.optional(), times: z.number().min(0).max(2).optional() }),
  }),
  z.strictObject({ option: z.strictObject({ issue: id, to: id }) }),
  z.strictObject({ gate: z.strictObject({ id, open: z.boolean() }) }),
  z.strictObject({ goal: z.strictObject({ id, active: z.boolean() }) }),
  z.strictObject({ instruction: z.strictObject({ id, active: z.boolean() }) }),
  z.strictObject({ carrot: offer }),
  z.strictObject({ stick: offer }),
  z.strictObject({ guarantee: z.strictObject({ seat: id.optional(), by: z.number().min(0).max(0.3) }) }),
  z.strictObject({ hurt: z.strictObject({ seat: id, by: signed }) }),
  z.strictObject({ 'expire-offers': id }),
  z.strictObject({ leak: z.strictObject({ seat: id, by: signed }) }),
  z.strictObject({ reveal: z.strictObject({ seat: id, issue: id }) }),
]);

const cameo = z.enum(Object.keys(CAMEO) as [keyof typeof CAMEO, ...(keyof typeof CAMEO)[]]);

const moveBase = {
  /** Capital; the price of the kind (MODEL §5) when missing. */
  cost: z.int().min(0).max(5).optional(),
  cameo,
  when: condition.optional(),
  rest: z.union([z.int().min(0).max(10), z.literal('once')]).optional(),
  level: z.enum(['essential', 'full']).optional(),
  effects: z.array(effect).optional(),
  ...grade,
};
/** The key says the kind of move. */
export const move = z.union([
  z.strictObject({ act: z.strictObject({}), ...moveBase }),
  z.strictObject({
    statement: z.strictObject({ issues: z.array(id).min(1), pledge: z.boolean().optional() }),
    ...moveBase,
  }),
  z.strictObject({ consult: z.strictObject({ bodies: z.array(id).min(1) }), ...moveBase }),
  z.strictObject({ amend: z.strictObject({ issue: id }), ...moveBase }),
  z.strictObject({ facilitate: z.strictObject({}), ...moveBase }),
  z.strictObject({ carrot: offer.omit({ from: true }), ...moveBase }),
  z.strictObject({ stick: offer.omit({ from: true }), ...moveBase }),
  z.strictObject({
    guarantee: z.strictObject({ by: z.number().min(0.01).max(0.3), points: z.number().min(0).max(40) }),
    ...moveBase,
  }),
  z.strictObject({ unilateral: z.strictObject({ issue: id, to: id }), ...moveBase }),
]);

const redLine = graded({
  min: range.optional(),
  max: range.optional(),
  amendable: z.boolean(),
  unless: term.optional(),
});
const position = z.strictObject({
  ideal: graded({ range }),
  declared: graded({ option: id }).optional(),
  salience: graded({ range }),
  influence: graded({ value: points }),
  'red-lines': z.array(redLine).optional(),
});

const goal = graded({ when: condition });

const seat = z.strictObject({
  role: z.enum(ROLES),
  letter: z.string().length(1),
  hurt: graded({ value: points }),
  capital: graded({ value: z.int().min(1).max(10) }),
  budget: graded({ value: z.number().min(0).max(200) }).optional(),
  quota: graded({ value: z.number().min(0).max(1) }),
  desks: z.array(id).max(8).optional(),
  bodies: z.record(
    id,
    z.strictObject({
      weight: graded({ value: z.int().min(1).max(100) }),
      veto: z.boolean().optional(),
      hawkish: z.boolean().optional(),
      approval: graded({ value: points }),
      top: id,
      shift: z.record(id, graded({ range: shiftRange })).optional(),
    }),
  ),
  positions: z.record(id, position),
  goals: z.record(id, goal),
  /** Goals an event may switch on later are listed here and start inactive. */
  'later-goals': z.record(id, goal).optional(),
  /** The deck of secret cards: exactly three. */
  cards: z.record(id, goal),
  instructions: z
    .record(
      id,
      graded({
        active: z.boolean(),
        'forbids-moves': z.array(id).optional(),
        'forbids-terms': z.array(term).optional(),
      }),
    )
    .optional(),
  moves: z.record(id, move),
});

const trustCount = graded({ performed: z.number().min(0).max(20), breached: z.number().min(0).max(20) });

export const scenario = z.strictObject({
  format: z.literal(1),
  id,
  /** Date of the situation, not of the file: ISO year, month or day. */
  date: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
  languages: z.array(z.string().regex(/^[a-z]{2}(-[A-Z][a-z]{3})?$/)).min(1),
  authors: z.array(z.string().min(2).max(80)).min(1),
  licence: z.string().min(2).max(60),
  sources: z.array(id).min(1),
  presets: z.record(
    id,
    z.strictObject({
      minutes: z.int().min(5).max(240),
      rounds: z.int().min(1).max(20),
      seconds: z.strictObject({
        briefing: z.int().min(0),
        talks: z.int().min(0),
        orders: z.int().min(0),
        aftermath: z.int().min(0),
      }),
    }),
  ),
  'clauses-max': graded({ value: z.int().min(1).max(6) }),
  tension: z.strictObject({ start: graded({ value: points }), baseline: graded({ value: points }) }),
  issues: z.record(
    id,
    z.strictObject({
      weight: graded({ value: z.int().min(1).max(3) }),
      owners: z.array(id).min(1),
      cameo: cameo.optional(),
      /** Option in force at the start. */
      now: graded({ option: id }),
      /** The ladder, lowest first: option id → x. */
      options: z.record(id, graded({ x: points })),
    }),
  ),
  seats: z.record(id, seat),
  forces: z
    .record(
      id,
      z.strictObject({
        positions: z.record(
          id,
          z.strictObject({
            ideal: graded({ range }),
            salience: graded({ value: points }),
            influence: graded({ value: points }),
          }),
        ),
      }),
    )
    .optional(),
  /** seat → seat → counts of promises kept and broken that its trust starts from; 1 and 1 where missing. */
  trust: z.record(id, z.record(id, trustCount)),
  gates: z.record(id, graded({ open: z.boolean(), 'opens-when': condition.optional() })).optional(),
  deadlines: z.record(id, graded({ when: condition, effects: z.array(effect).min(1) })).optional(),
  quiet: graded({ value: points }),
  events: z.record(
    id,
    graded({
      incident: z.boolean().optional(),
      when: condition,
      weight: points,
      repeat: z.boolean().optional(),
      effects: z.array(effect).min(1),
    }),
  ),
  /** Highest first: the first that holds is the game's ending; the last must always hold (`all: []`). */
  endings: z.record(
    id,
    z.strictObject({ rank: z.int().min(1).max(99), immediate: z.boolean().optional(), when: condition, ...grade }),
  ),
  contradictions: z
    .record(id, z.strictObject({ between: z.array(citation).min(2), touched: z.array(term).min(1) }))
    .optional(),
  /** What a campaign carries into the next scenario and takes from the one before. */
  carries: z
    .strictObject({
      trust: z.boolean().optional(),
      tension: z.boolean().optional(),
      obligations: z.boolean().optional(),
      options: z.record(id, z.strictObject({ into: id, map: z.record(id, id) })).optional(),
    })
    .optional(),
  /** Place names and other words that depend on the point of view: id → variants by setting. Texts use {name-id}. */
  naming: z.record(id, z.record(id, z.string().min(1).max(80))).optional(),
});

export type ScenarioFile = z.infer<typeof scenario>;
export type MoveFile = z.infer<typeof move>;
export type EffectFile = z.infer<typeof effect>;

/** Bibliography: scenarios/sources.yaml. */
export const bibliography = z.strictObject({
  sources: z.record(
    id,
    z.strictObject({
      title: z.string().min(3),
      /** What stands beside a citation, with the year; publisher and year where it is missing. */
      short: z.string().min(3).max(40).optional(),
      author: z.string().min(2).optional(),
      publisher: z.string().min(2),
      date: z.union([z.string().regex(/^\d{4}(-\d{2}){0,2}$/), z.strictObject({ undated: sentence })]),
      kind: z.enum(['government-statement', 'news-report', 'adapted-report', 'analysis']),
      file: z.string().min(3),
      paragraphs: z.int().min(1),
      /** Paragraphs that are page furniture and may not be cited. */
      furniture: z.array(z.int().min(1)).optional(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      /** Language → paragraph → what it says, in our own words: nothing of the document is copied. */
      says: z.record(z.string(), z.record(z.string().regex(/^[1-9]\d*$/), sentence)).optional(),
    }),
  ),
});
export type Bibliography = z.infer<typeof bibliography>;
