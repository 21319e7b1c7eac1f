import { bench } from './bench.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { forecast } from './forecast.ts';
import { golden } from './golden.ts';
import { play } from './play.ts';
import { replay } from './replay.ts';
import { schema } from './schema.ts';
import { serve } from './serve.ts';
import { shots } from './shots.ts';
import { simulate } from './simulate.ts';
import { sources } from './sources.ts';
import { test } from './test.ts';

/** Every command, in the order of `demarche --help`: first what players and teachers need, then authors, then builders. */
export const COMMANDS: readonly Command[] = [
  serve,
  play,
  replay,
  check,
  sources,
  schema,
  forecast,
  simulate,
  build,
  test,
  golden,
  bench,
  shots,
];
