import type { Browser } from 'playwright-core';

/** An event of the browser's own trace; times in microseconds, `tdur` of the processor and not of the clock. */
interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly data?: { readonly url?: string; readonly functionName?: string; readonly fileName?: string };
  };
}

export interface LongTask {
  /** Milliseconds of the (slowed) processor: other programs on this machine do not count. */
  readonly ms: number;
  /** What the player had done last when it began. */
  readonly after: string;
  /** What took most of it: a script with its function, or layout, style, garbage collection. */
  readonly mostly: string;
}

/** Records what the pages do, until the returned function is called; that gives the tasks of 50 ms and more, the longest first. */
export async function recordTasks(browser: Browser): Promise<() => Promise<LongTask[]>> {
  const whole = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  whole.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await whole.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      recordMode: 'recordAsMuchAsPossible',
      traceBufferSizeInKb: 400 * 1024,
      includedCategories: ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing', 'v8'],
    },
  });
  return async () => {
    const done = new Promise<void>((resolve) => whole.once('Tracing.tracingComplete', () => resolve()));
    await whole.send('Tracing.end');
    await done;
    await whole.detach();
    return longTasks(events);
  };
}

const OWN = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
/** What the measuring hand itself does in the page: it finds its next button there, with scripts of its own. */
const HAND = 'v8.callFunction';
/** The player's first press, see game.ts. */
const BEGINS = 'new game';
const took = ({ tdur, dur }: TraceEvent): number => (tdur ?? dur ?? 0) / 1000;

function longTasks(events: readonly TraceEvent[]): LongTask[] {
  const marks = events
    .filter(({ cat, ph }) => cat.includes('blink.user_timing') && (ph === 'R' || ph === 'I'))
    .sort((a, b) => a.ts - b.ts);
  const page = marks.at(-1);
  if (!page) return [];
  // How long the page takes to open is another line; here somebody plays.
  const begun = marks.find(({ name }) => name === BEGINS)?.ts ?? 0;
  const own = events.filter(({ pid, tid, ph }) => pid === page.pid && tid === page.tid && ph === 'X');
  return own
    .filter((event) => OWN.has(event.name) && event.ts >= begun && took(event) >= 50)
    .map((task) => {
      const kinds = kindsOf(task, own);
      return {
        ms: Math.round(took(task) - (kinds.get(HAND) ?? 0)),
        after: marks.findLast(({ ts }) => ts <= task.ts)?.name ?? 'opening the page',
        mostly: mostOf(kinds),
      };
    })
    .filter(({ ms }) => ms >= 50)
    .sort((a, b) => b.ms - a.ms);
}

/** The kinds of work inside a task, each with its own time in ms. */
function kindsOf(task: TraceEvent, own: readonly TraceEvent[]): Map<string, number> {
  const end = task.ts + (task.dur ?? 0);
  const inside = own.filter(({ name, ts, dur }) => !OWN.has(name) && ts >= task.ts && ts + (dur ?? 0) <= end);
  const sums = new Map<string, number>();
  for (const one of inside) {
    const children = inside.filter(
      (c) => c !== one && c.ts >= one.ts && c.ts + (c.dur ?? 0) <= one.ts + (one.dur ?? 0),
    );
    const direct = children.filter(
      (c) =>
        !children.some((d) => d !== c && d.ts <= c.ts && d.ts + (d.dur ?? 0) >= c.ts + (c.dur ?? 0) && d.dur !== c.dur),
    );
    const self = took(one) - direct.reduce((sum, c) => sum + took(c), 0);
    const { functionName, url, fileName } = one.args?.data ?? {};
    const file = (url ?? fileName ?? '')
      .split('/')
      .pop()
      ?.replace(/-[\w-]{8}\.js$/, '');
    const name = [one.name, functionName, file && `in ${file}`].filter(Boolean).join(' ');
    sums.set(name, (sums.get(name) ?? 0) + self);
  }
  return sums;
}

/** The largest three. */
function mostOf(kinds: ReadonlyMap<string, number>): string {
  return [...kinds]
    .filter(([name]) => name !== HAND)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([name, ms]) => `${name} ${Math.round(ms)}`)
    .join(', ');
}
