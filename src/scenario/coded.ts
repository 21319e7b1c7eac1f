/** One coded number of a Case, from its path (see cites.ts) and the Case itself. */
import type { Case, Cite, Coded, CodedKind, RedLine, UnlessTerm } from '../world/index.ts';

type Parts = Partial<Omit<Coded, 'path' | 'cite' | 'kind'>> & { readonly kind: CodedKind };

/** @throws Error for a path that cites.ts does not make */
export function codedOf(c: Case, path: string, cite: Cite): Coded {
  const parts = partsOf(c, path);
  return { path, actor: null, issue: null, other: null, named: null, value: [], line: null, ...parts, cite };
}

function partsOf(c: Case, path: string): Parts {
  const [area, a = '', b = '', d = ''] = path.split('/');
  switch (area) {
    case 'clauses-max':
      return { kind: 'clauses-max', value: [c.clausesMax] };
    case 'quiet':
      return { kind: 'quiet', value: [c.quiet] };
    case 'tension':
      return a === 'start'
        ? { kind: 'tension-start', value: [c.tension.start] }
        : { kind: 'tension-baseline', value: [c.tension.baseline] };
    case 'issues':
      return issuePart(c, a, b);
    case 'options': {
      const { x } = find(find(c.issues, a).options, b);
      return { kind: 'option', issue: a, named: `option.${a}.${b}.name`, value: [x] };
    }
    case 'seats': {
      const kind = b as 'hurt' | 'capital' | 'budget' | 'quota';
      return { kind, actor: a, value: [find(c.seats, a)[kind]] };
    }
    case 'positions':
      return positionPart(c, a, b, d);
    case 'reds':
      return redPart(c, path);
    case 'forces':
      return forcePart(c, a, b, d);
    case 'bodies':
      return bodyPart(c, a, b, d);
    case 'goals':
      return goalPart(c, a);
    case 'trust': {
      const counts = c.trust[place(c.seats, a) * c.seats.length + place(c.seats, b)] ?? [1, 1];
      return { kind: 'trust', actor: a, other: b, value: counts };
    }
    default:
      return namedPart(c, area ?? '', a);
  }
}

function issuePart(c: Case, issue: string, part: string): Parts {
  const of = find(c.issues, issue);
  if (part === 'weight') return { kind: 'weight', issue, value: [of.weight] };
  const { id, x } = of.options[of.now]!;
  return { kind: 'now', issue, named: `option.${issue}.${id}.name`, value: [x] };
}

function positionPart(c: Case, actor: string, issue: string, part: string): Parts {
  const of = c.positions[place(c.seats, actor) * c.issues.length + place(c.issues, issue)]!;
  if (part === 'salience') return { kind: 'salience', actor, issue, value: of.salience };
  if (part === 'influence') return { kind: 'influence', actor, issue, value: [of.influence] };
  if (part === 'ideal') return { kind: 'ideal', actor, issue, named: near(c, issue, of.ideal[1]), value: of.ideal };
  const { id, x } = find(c.issues, issue).options[of.declared]!;
  return { kind: 'declared', actor, issue, named: `option.${issue}.${id}.name`, value: [x] };
}

function redPart(c: Case, path: string): Parts {
  const red = c.reds.find((one) => one.cite === path);
  if (!red) throw new Error(`no red line ${path}`);
  const issue = c.issues[red.issue]!.id;
  return {
    kind: `red-${red.side}`,
    actor: c.seats[red.seat]!.id,
    issue,
    named: near(c, issue, red.at[1]),
    value: red.at,
    line: { amendable: red.amendable, unless: unlessOf(c, red) },
  };
}

function unlessOf(c: Case, { unless }: RedLine): UnlessTerm | null {
  if (!unless) return null;
  const { id, options } = c.issues[unless.issue]!;
  return {
    issue: id,
    min: unless.min > 0 ? options[unless.min]!.id : null,
    max: unless.max < options.length - 1 ? options[unless.max]!.id : null,
  };
}

function forcePart(c: Case, actor: string, issue: string, part: string): Parts {
  const of = find(c.forces, actor).positions.find((one) => c.issues[one.issue]!.id === issue)!;
  if (part === 'ideal') return { kind: 'ideal', actor, issue, named: near(c, issue, of.ideal[1]), value: of.ideal };
  const kind = part as 'salience' | 'influence';
  return { kind, actor, issue, value: [of[kind]] };
}

function bodyPart(c: Case, body: string, part: string, issue: string): Parts {
  const of = find(c.bodies, body);
  const actor = c.seats[of.seat]!.id;
  if (part === 'weight') return { kind: 'body-weight', actor, other: body, value: [of.weight] };
  if (part === 'approval') return { kind: 'body-approval', actor, other: body, value: [of.approval] };
  return { kind: 'body-shift', actor, other: body, issue, value: of.shift[place(c.issues, issue)]! };
}

function goalPart(c: Case, id: string): Parts {
  const goal = find(c.goals, id);
  const kind = goal.secret ? 'card' : goal.active ? 'goal' : 'later-goal';
  return { kind, actor: c.seats[goal.seat]!.id, named: `goal.${id}` };
}

/** What is known by its text: instructions, moves, gates, deadlines, events, endings. */
function namedPart(c: Case, area: string, id: string): Parts {
  const seatOf = (list: readonly { readonly id: string; readonly seat: number }[]) => c.seats[find(list, id).seat]!.id;
  switch (area) {
    case 'instructions':
      return { kind: 'instruction', actor: seatOf(c.instructions), named: `instruction.${id}` };
    case 'moves': {
      const { seat, cost } = find(c.moves, id);
      return { kind: 'move', actor: c.seats[seat]!.id, named: `move.${id}.name`, value: [cost] };
    }
    case 'gates':
      return { kind: 'gate', named: `gate.${id}.name` };
    case 'deadlines':
      return { kind: 'deadline', named: `deadline.${id}` };
    case 'events':
      return { kind: 'event', named: `event.${id}.title`, value: [find(c.events, id).weight] };
    case 'endings':
      return { kind: 'ending', named: `ending.${id}.title` };
    default:
      throw new Error(`no coded number ${area}/${id}`);
  }
}

/** Text id of the option nearest to x on the ladder; of two alike the lower. */
function near(c: Case, issue: string, x: number): string {
  const ladder = find(c.issues, issue).options;
  const best = ladder.reduce((so, one) => (Math.abs(one.x - x) < Math.abs(so.x - x) ? one : so));
  return `option.${issue}.${best.id}.name`;
}

const place = (list: readonly { readonly id: string }[], id: string): number => list.findIndex((one) => one.id === id);

function find<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const found = list[place(list, id)];
  if (!found) throw new Error(`no ${id}`);
  return found;
}
