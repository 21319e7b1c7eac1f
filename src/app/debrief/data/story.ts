/** What happened in each round, with the secrets opened: texts, orders, consequences. Pure functions of the last update. */
import type { Opened, TalkLine, Update } from '../../../session/index.ts';
import type { Case, Clause, DraftState, FaultCode, News, Order, Orders } from '../../../world/index.ts';

/** One text as it went through a round's talks. */
export interface Text {
  readonly draft: number;
  readonly by: number;
  readonly clauses: readonly Clause[];
  /** Number of the text it answers, 0 for none. */
  readonly parent: number;
  /** The round it was put on the table in; before this round when it still stood. */
  readonly tabled: number;
  /** Seats whose signature it needs. */
  readonly signatories: number;
  /** What was said about it in this round, its tabling included. */
  readonly lines: readonly TalkLine[];
  /** What had become of it when the round was over. */
  readonly state: DraftState;
}

export interface SeatOrders {
  readonly seat: number;
  /** null: nothing was sealed, so everything took its default. */
  readonly orders: Orders | null;
  /** Orders that could not be carried out any more, with the reason. */
  readonly refused: readonly { readonly order: Order; readonly code: FaultCode }[];
}

export interface Round {
  readonly round: number;
  readonly texts: readonly Text[];
  readonly orders: readonly SeatOrders[];
  /** Signatures and votes. */
  readonly votes: readonly News[];
  /** Everything else that came of it: deliveries, offers, events, falls, the ending. */
  readonly news: readonly News[];
  readonly tension: readonly [before: number, after: number];
}

const VOTES = ['news.signed', 'news.pledge-broken', 'news.vote-yes', 'news.vote-no', 'news.vote-veto'];
const VERDICTS = [
  'news.ratified-by',
  'news.refused-by',
  'news.deal',
  'news.no-deal',
  'news.draft-lapsed',
  'news.draft-overtaken',
];
/** Told with the orders themselves. */
const WITH_ORDERS = [
  'news.because',
  'news.refused-order',
  'news.consulted',
  'news.move',
  'news.statement',
  'news.pledge-min',
  'news.pledge-max',
];

/** What the rulebook tells one seat in the second person is told here of that seat, to everybody. */
const OF_SEAT = ['news.goal-added', 'news.goal-dropped', 'news.instruction-given', 'news.instruction-lifted'];
const retold = (n: News): News => (OF_SEAT.includes(n.id) ? { ...n, id: n.id.replace('news.', 'debrief.story.') } : n);

export function storyOf(c: Case, opened: Opened, { talks, news }: Pick<Update, 'talks' | 'news'>): Round[] {
  return opened.closed.map((world, k): Round => {
    const round = k + 1;
    const after = opened.closed[k + 1] ?? opened.final;
    const own = news.filter((n) => n.round === round);
    return {
      round,
      texts: textsOf(round, opened, talks),
      orders: c.seats.map((_, seat) => ordersOf(c, seat, world.sealed[seat], own)),
      votes: own.filter(({ id }) => VOTES.includes(id) || VERDICTS.includes(id)),
      news: own
        .filter(({ id }) => !VOTES.includes(id) && !VERDICTS.includes(id) && !WITH_ORDERS.includes(id))
        .map(retold),
      tension: [world.tension, after.tension],
    };
  });
}

function textsOf(round: number, opened: Opened, talks: readonly TalkLine[]): Text[] {
  const world = opened.closed[round - 1];
  const after = opened.closed[round] ?? opened.final;
  const spoken = talks.filter((line) => line.round === round);
  const standing = world.drafts.filter((d) => d.round < round && (d.closed === 0 || d.closed >= round));
  const numbers = new Set([...spoken.map((line) => line.draft), ...standing.map((d) => d.no)]);
  return [...numbers].flatMap((no): Text[] => {
    const born = talks.find((line) => line.draft === no && (line.did === 'table' || line.did === 'counter'));
    const draft = world.drafts.find((d) => d.no === no);
    if (!draft) return [];
    return [
      {
        draft: no,
        by: draft.by,
        clauses: draft.clauses,
        parent: draft.parent,
        tabled: born?.round ?? draft.round,
        signatories: draft.signatories,
        lines: spoken.filter((line) => line.draft === no),
        state: after.drafts.find((d) => d.no === no)?.state ?? draft.state,
      },
    ];
  });
}

function ordersOf(c: Case, seat: number, orders: Orders | null, news: readonly News[]): SeatOrders {
  const { id } = c.seats[seat];
  const refused = (orders?.moves ?? []).flatMap((order) => {
    const told = news.find(
      (n) => n.id === 'news.refused-order' && n.with.seat === id && n.with.move === c.moves[order.move].id,
    );
    return told ? [{ order, code: told.with.code as FaultCode }] : [];
  });
  return { seat, orders, refused };
}

/** A moment after which the game was another one. */
export interface Turn {
  readonly round: number;
  /** `debrief.turn.<kind>`, and its short form `debrief.mark.<kind>`. */
  readonly kind:
    | 'deal'
    | 'no-deal'
    | 'breach'
    | 'withheld'
    | 'fall'
    | 'gate'
    | 'alone'
    | 'line'
    | 'event'
    | 'imposed'
    | 'tension-up'
    | 'tension-down'
    | 'ending';
  /** What tells it, where news do. */
  readonly news: News | null;
  /** For tension: before and after. */
  readonly from: number;
  readonly to: number;
}

/** How much a kind weighs when there are too many. */
const WEIGHT: Readonly<Record<Turn['kind'], number>> = {
  ending: 200,
  deal: 100,
  breach: 95,
  'no-deal': 90,
  fall: 85,
  withheld: 70,
  alone: 60,
  gate: 55,
  imposed: 50,
  line: 45,
  'tension-up': 40,
  'tension-down': 38,
  event: 30,
};
const KIND: Readonly<Record<string, Turn['kind']>> = {
  'news.deal': 'deal',
  'news.no-deal': 'no-deal',
  'news.breached': 'breach',
  'news.withheld': 'withheld',
  'news.fall': 'fall',
  'news.gate-opened': 'gate',
  'news.gate-closed': 'gate',
  'news.amended': 'line',
  'news.event': 'event',
  'news.stick-imposed': 'imposed',
  'news.ending': 'ending',
};
/** A step of tension that people notice. */
const JUMP = 5;

/**
 * The turning points of a game, oldest first: at most `most`, at most three in a round. What changed the course for good counts for more than
 * what only happened.
 */
export function turningPoints(c: Case, opened: Opened, news: readonly News[], most = 9): Turn[] {
  const found: Turn[] = [];
  for (const n of news) {
    const kind = KIND[n.id] ?? (isAlone(c, n) ? 'alone' : undefined);
    if (kind) found.push({ round: n.round, kind, news: n, from: 0, to: 0 });
  }
  opened.closed.forEach((world, k) => {
    const to = (opened.closed[k + 1] ?? opened.final).tension;
    if (Math.abs(to - world.tension) >= JUMP)
      found.push({
        round: k + 1,
        kind: to > world.tension ? 'tension-up' : 'tension-down',
        news: null,
        from: world.tension,
        to,
      });
  });
  const ranked = [...found].sort(byWeight);
  const kept: Turn[] = [];
  for (const turn of ranked) {
    if (kept.length >= most) break;
    if (kept.filter((t) => t.round === turn.round).length < 3) kept.push(turn);
  }
  return found.filter((t) => kept.includes(t)).sort((a, b) => a.round - b.round || late(a) - late(b));
}

/** What changed the course for good first. */
export const byWeight = (a: Turn, b: Turn): number => WEIGHT[b.kind] - WEIGHT[a.kind] || a.round - b.round;

const late = (turn: Turn): number => (turn.kind === 'ending' ? 1 : 0);

/** A step that a seat took on its own: it changed an option at once. */
const isAlone = (c: Case, n: News): boolean =>
  n.id === 'news.move' && c.moves.find(({ id }) => id === n.with.move)?.kind === 'unilateral';
