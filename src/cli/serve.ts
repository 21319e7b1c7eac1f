import { basename, join } from 'node:path';
import type { Playable } from '../server/index.ts';
import type { Args, Command, Context, ExitCode } from './command.ts';
import { scenariosIn } from './scenarios.ts';

const DEFAULT_PORT = 8080;

export const serve: Command = {
  name: 'serve',
  describe: 'Serve the game and print its address (`npm start` does this)',
  details: [
    'Without a port the first free one from 8080 is taken. A port that you ask for, with --port or the variable PORT, is taken or refused.',
    'A teacher opens a room on the first page (Host a class); its code and address are then printed here. Rooms live as long as this command runs.',
    'Ctrl-C ends the server.',
  ],
  options: [
    { flags: '-p, --port <number>', describe: 'Port to listen on; the variable PORT does the same', kind: 'number' },
    {
      flags: '--host <address>',
      describe: 'Address to listen on; 127.0.0.1 keeps the game to this machine (default: all)',
    },
  ],
  examples: [
    {
      line: 'npx demarche serve',
      shows: 'prints the address for this machine and those for a class on the same network',
    },
    { line: 'npx demarche serve --port 3000 --host 127.0.0.1', shows: 'only for yourself, at a port of your choice' },
  ],
  run,
};

async function run(args: Args, context: Context): Promise<ExitCode> {
  const wanted = args.text('port') ?? (context.env.PORT || undefined);
  const port = wanted === undefined ? DEFAULT_PORT : Number(wanted);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    context.err(`demarche: the port must be a whole number from 0 to 65535, and \`${wanted}\` is none.`);
    return 2;
  }
  const { networkAddresses, startServer } = await import('../server/index.ts');
  const host = args.text('host');
  const others = host ? [] : networkAddresses();
  const addresses = () => (others.length > 0 ? others : [host ?? 'localhost']);
  let at = port;
  const started = await startServer({
    folder: await context.build('web'),
    port,
    tryNext: wanted === undefined ? 100 : 0,
    ...(host ? { host } : {}),
    rooms: {
      scenario: await playables(context),
      opened: (code) => {
        for (const address of addresses()) context.out(`Room ${code}      http://${address}:${at}/#/join/${code}`);
      },
      trouble: (error) => context.err(`demarche: ${error instanceof Error ? error.message : String(error)}`),
    },
  });
  if (!started.ok) {
    context.err(`demarche: ${explain(started.fault.code, started.fault.port, host)}`);
    return 2;
  }
  const { server } = started;
  at = server.port;
  context.out(`Demarche is at   http://${host ?? 'localhost'}:${server.port}/`);
  others.forEach((address, i) => {
    context.out(`${i === 0 ? 'For the class    ' : '            or   '}http://${address}:${server.port}/`);
  });
  context.out('Ctrl-C ends it.');
  await interrupted();
  await server.close();
  return 0;
}

/** The shipped scenarios, each read when its first room is opened. What has faults cannot be played. */
async function playables(context: Context): Promise<(id: string) => Playable | undefined> {
  const [{ loadScenario }, { makeSay }] = await Promise.all([
    import('../scenario/index.ts'),
    import('../words/index.ts'),
  ]);
  const known = new Map<string, Playable>();
  return (id) => {
    const folder = scenariosIn(join(context.root, 'scenarios')).find((dir) => basename(dir) === id);
    if (folder === undefined || known.has(id)) return known.get(id);
    const compiled = loadScenario(folder);
    if (!compiled.ok) return undefined;
    const { case: c, texts } = compiled.bundle;
    const say = (language: string) => makeSay('en', texts[language] ?? texts.en ?? Object.values(texts)[0] ?? {});
    known.set(id, { case: c, say });
    return known.get(id);
  };
}

function explain(code: string, port: number, host: string | undefined): string {
  if (code === 'port-taken')
    return `port ${port} is taken by another program. End that one, or ask for another port: --port ${port + 1}.`;
  if (code === 'port-forbidden')
    return `this account may not use port ${port}. Take one above 1023: --port ${DEFAULT_PORT}.`;
  if (code === 'host-unknown') return `${host} is no address of this machine. Leave --host out to listen on all.`;
  return `cannot listen on port ${port} (${code}).`;
}

/** Listens on, after the first signal too: npm passes on the Ctrl-C that the terminal has already sent us. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
