/** Shape faults: what zod finds, translated, with unions told by their kind. */
import { z } from 'zod';
import { nearest } from '../words/index.ts';
import type { Path } from './document.ts';
import type { FileFault } from './fault.ts';
import { MOST_TOLD } from './limits.ts';
import type { Spot } from './spot.ts';

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

/** Faults of the value at `spot` against `schema`. */
export function shapeFaults(spot: Spot, schema: Schema): FileFault[] {
  const faults: FileFault[] = [];
  visit(spot, schema, faults);
  return faults;
}

const parsed = new WeakMap<object, WeakMap<Schema, z.ZodSafeParseResult<unknown>>>();

/** What the schema says of a value. Files are read once and never changed, so their largest parts are looked at once, too. */
export function parseOnce<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T>;
export function parseOnce(schema: Schema, value: unknown): z.ZodSafeParseResult<unknown>;
export function parseOnce(schema: Schema, value: unknown): z.ZodSafeParseResult<unknown> {
  if (typeof value !== 'object' || value === null) return z.safeParse(schema, value);
  let known = parsed.get(value);
  if (!known) {
    known = new WeakMap();
    parsed.set(value, known);
  }
  let result = known.get(schema);
  if (!result) {
    result = z.safeParse(schema, value);
    known.set(schema, result);
  }
  return result;
}

function visit(spot: Spot, schema: Schema, faults: FileFault[]) {
  const result = parseOnce(schema, spot.value);
  if (result.success) return;
  const misspelt = new Set<string>();
  const missing: { place: Spot; key: string }[] = [];
  const { issues } = result.error;
  // What has the wrong type has no right size either: once is enough.
  const wrongType = new Set(
    issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => pathKey(path as Path)),
  );
  for (const issue of issues) {
    if (issue.code === 'too_small' && wrongType.has(pathKey(issue.path as Path))) continue;
    const path = issue.path as Path;
    const place = spot.at(...path);
    const inner = schemaAt(schema, path, spot.value);
    if (issue.code === 'unrecognized_keys') {
      const known = keysOf(inner);
      const present = new Set(place.keys());
      for (const key of issue.keys.slice(0, MOST_TOLD)) {
        const near =
          nearest(
            key,
            known.filter((one) => !present.has(one)),
          ) ?? undefined;
        if (near !== undefined) misspelt.add(pathKey([...place.path, near]));
        const params = { key, known: known.join(', ') };
        faults.push(place.at(key).fault('S101', params, { near, atKey: true }));
      }
    } else if (issue.code === 'invalid_union') union(place, inner, faults);
    else if (isMissing(issue, place)) missing.push({ place, key: place.key });
    else faults.push(translate(issue, place));
  }
  // A misspelt key is one slip, not two: its right name is not reported as missing.
  for (const { place, key } of missing) {
    if (misspelt.has(pathKey(place.path))) continue;
    // What is not there has no place: the thing that lacks it has.
    const parent = spot.at(...place.path.slice(spot.path.length, -1));
    faults.push(parent.fault('S102', { key }, { atKey: true }));
  }
}

const pathKey = (path: Path): string => JSON.stringify(path);

const isMissing = (issue: Issue, place: Spot): boolean =>
  place.value === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value');

/** Which of several shapes was meant is told by the first key of each. */
function union(place: Spot, schema: Schema | undefined, faults: FileFault[]) {
  const options = schema ? optionsOf(schema) : [];
  const kinds = options.filter((option) => keysOf(option).length > 0);
  if (place.value === null || typeof place.value !== 'object') {
    const plain = options.find((option) => !keysOf(option).length);
    const wanted = kinds.length > 0 ? 'map' : 'other';
    if (!plain || kinds.length === options.length)
      faults.push(place.fault('S103', { wanted, got: kindOf(place.value) }));
    else if (options.some(isLiteral)) {
      faults.push(place.fault('S105', { written: show(place.value), known: describe(options) }));
    } else visit(place, plain, faults);
    return;
  }
  if (Array.isArray(place.value)) {
    const list = options.find((option) => unwrap(option) instanceof z.ZodArray);
    if (list) visit(place, list, faults);
    else faults.push(place.fault('S103', { wanted: 'map', got: 'list' }));
    return;
  }
  const names = kinds.map((option) => keysOf(option)[0]!);
  const present = place.keys().filter((key) => names.includes(key));
  if (present.length === 1) {
    visit(place, kinds[names.indexOf(present[0]!)]!, faults);
    return;
  }
  if (present.length > 1) {
    faults.push(place.at(present[1]!).fault('S108', { first: present[0]!, second: present[1]! }, { atKey: true }));
    return;
  }
  // With one object shape there is no doubt which was meant.
  if (kinds.length === 1) return visit(place, kinds[0]!, faults);
  const shared = kinds.map(keysOf).reduce((common, keys) => common.filter((key) => keys.includes(key)));
  const strange = place.keys().find((key) => !shared.includes(key)) ?? '';
  const near = nearest(strange, names);
  const spot = strange === '' ? place : place.at(strange);
  faults.push(spot.fault('S107', { key: strange, known: names.join(', ') }, { near, atKey: strange !== '' }));
}

function translate(issue: Issue, place: Spot): FileFault {
  const written = show(place.value);
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, place);
    case 'invalid_value':
      return format(place, issue.values.map(String));
    case 'too_small':
    case 'too_big':
      return size(issue, place);
    case 'invalid_format':
      return place.fault(issue.format === 'regex' && /a-z0-9/.test(issue.pattern ?? '') ? 'S106' : 'S114', { written });
    case 'invalid_key':
      return place.fault('S106', { written: place.key }, { atKey: true });
    default:
      return place.fault('S115', { message: issue.message });
  }
}

function format(place: Spot, values: readonly string[]): FileFault {
  const written = show(place.value);
  if (place.path.length === 1 && place.key === 'format')
    return place.fault('S112', { written, known: values.join(', ') });
  const near = typeof place.value === 'string' ? nearest(place.value, values) : undefined;
  return place.fault('S105', { written, known: values.join(', ') }, { near });
}

function wrongType(expected: string, place: Spot): FileFault {
  const { value } = place;
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return place.fault('S109', { written: show(value) });
  }
  if (expected === 'number' || expected === 'int') {
    if (typeof value === 'string' && /^-?\d+,\d+$/.test(value)) {
      return place.fault('S116', { written: value, plain: value.replace(',', '.') });
    }
    if (typeof value === 'number') return place.fault('S113', { written: show(value) });
  }
  if (expected === 'boolean' && typeof value === 'string' && /^(yes|no|on|off|y|n)$/i.test(value)) {
    return place.fault('S117', { written: value, plain: /^(yes|on|y)$/i.test(value) ? 'true' : 'false' });
  }
  const wanted = { object: 'map', record: 'map', array: 'list', tuple: 'range', string: 'text', int: 'number' }[
    expected
  ];
  return place.fault('S103', { wanted: wanted ?? expected, got: kindOf(value) }, { atKey: value === null });
}

function size(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, place: Spot): FileFault {
  const small = issue.code === 'too_small';
  const bound = Number(small ? issue.minimum : issue.maximum);
  const side = small ? 'least' : 'most';
  if (issue.origin === 'string') return place.fault('S110', { side, bound, length: place.text()?.length ?? 0 });
  if (issue.origin === 'array') {
    const count = place.items().length;
    // A tuple is always a range here: three numbers, never more or fewer.
    if (bound === 3) return place.fault('S118', { count });
    return place.fault('S111', { side, bound, count });
  }
  return place.fault('S104', { written: show(place.value), side, bound });
}

/** What is written, short enough for one line. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'map' : typeof value === 'string' ? 'text' : typeof value;
}

// Walking schemas ---------------------------------------------------------------------------------------------------

const unwrapped = new WeakMap<Schema, Schema>();

/** The schema behind optional, lazy and the like. Asked of every value of a file, so it is remembered. */
export function unwrap(schema: Schema): Schema {
  let inner = unwrapped.get(schema);
  if (!inner) {
    inner = schema;
    for (let i = 0; i < 10; i += 1) {
      if (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap() as Schema;
      else if (inner instanceof z.ZodLazy) inner = inner.unwrap() as Schema;
      else break;
    }
    unwrapped.set(schema, inner);
  }
  return inner;
}

const alternatives = new WeakMap<Schema, readonly Schema[]>();

/** The shapes of a union; none for other schemas. */
function optionsOf(schema: Schema): readonly Schema[] {
  const inner = unwrap(schema);
  let options = alternatives.get(inner);
  if (!options) {
    options = inner instanceof z.ZodUnion ? (inner.options as Schema[]).map(unwrap) : [];
    alternatives.set(inner, options);
  }
  return options;
}

const NO_KEYS: readonly string[] = [];
const keysKnown = new WeakMap<Schema, readonly string[]>();

/** Keys of an object schema in the order written; none for other schemas. */
export function keysOf(schema: Schema | undefined): readonly string[] {
  const inner = schema && unwrap(schema);
  if (!inner) return NO_KEYS;
  let keys = keysKnown.get(inner);
  if (!keys) {
    keys = inner instanceof z.ZodObject ? Object.keys(inner.shape) : NO_KEYS;
    keysKnown.set(inner, keys);
  }
  return keys;
}

const isLiteral = (schema: Schema): boolean => unwrap(schema) instanceof z.ZodLiteral;

function describe(options: readonly Schema[]): string {
  return options
    .map(unwrap)
    .flatMap((one) =>
      one instanceof z.ZodLiteral ? [...one.values].map(String) : one instanceof z.ZodNumber ? ['a whole number'] : [],
    )
    .join(', ');
}

/** One of several shapes by its kind key; undefined where the value does not say. */
export function pick(schema: Schema, value: unknown): Schema | undefined {
  const options = optionsOf(schema);
  if (options.length === 0) return unwrap(schema);
  if (Array.isArray(value)) return options.find((option) => option instanceof z.ZodArray);
  if (typeof value !== 'object' || value === null) return options.find((option) => keysOf(option).length === 0);
  const objects = options.filter((option) => keysOf(option).length > 0);
  if (objects.length === 1) return objects[0];
  return objects.find((option) => Object.hasOwn(value, keysOf(option)[0]!));
}

/** The schema of what stands one step further in. */
export function childSchema(schema: Schema, step: string | number): Schema | undefined {
  const inner = unwrap(schema) as Composed;
  switch (inner._zod.def.type) {
    case 'object':
      return (inner as z.ZodObject).shape[step] as Schema | undefined;
    case 'record':
      return (inner as z.ZodRecord).valueType as Schema;
    case 'array':
      return (inner as z.ZodArray).element as Schema;
    case 'tuple':
      return (inner as z.ZodTuple).def.items[Number(step)] as Schema | undefined;
    default:
      return undefined;
  }
}
type Composed = z.ZodObject | z.ZodRecord | z.ZodArray | z.ZodTuple | z.ZodString;

function schemaAt(schema: Schema, path: Path, value: unknown): Schema | undefined {
  let at: Schema | undefined = schema;
  let here: unknown = value;
  for (const step of path) {
    at = at && pick(at, here);
    at = at && childSchema(at, step);
    here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[step] : undefined;
  }
  return at && unwrap(at);
}
