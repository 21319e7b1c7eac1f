import { assess, gainParts, type Part, seenGame } from '../../../forecast/index.ts';
import { guaranteeOf, trustOf } from '../../../rules/index.ts';
import type { Clause, Game, Offer } from '../../../world/index.ts';
import { type Cause, cited, type Fall, num, sign, type Teller, TINY, type Why } from './fall.ts';

/** Numbers about a package: `gain`, `confidence`, `home`, and `vote/<body>`. `null` for anything else. */
export function packageFall(t: Teller, what: string, clauses: readonly Clause[]): Fall | null {
  const [kind, id] = what.split('/');
  if (clauses.length === 0) return null;
  if (kind === 'gain') return gainFall(t, clauses, t.seat);
  if (kind === 'confidence') return confidenceFall(t, clauses);
  if (kind === 'home') return homeFall(t, clauses);
  const body = t.info.case.bodies.findIndex((b) => b.id === id);
  return kind === 'vote' && body >= 0 ? gainFall(t, clauses, t.info.case.seats.length + body) : null;
}

/** The move that made an offer, for its citation: an event may have made it, too. */
export function offerCites({ info }: Teller, offer: Offer): string[] {
  const move = info.case.moves.find(
    (m) =>
      (m.kind === 'carrot' || m.kind === 'stick') &&
      m.kind === offer.kind &&
      m.seat === offer.from &&
      m.to === offer.to &&
      JSON.stringify(m.terms) === JSON.stringify(offer.terms),
  );
  return move ? [`moves/${move.id}`] : [];
}

/** U of one clause, as a person would reckon it: share of attention × how much nearer to the wish. */
export function stepWhy(
  { info, say }: Teller,
  game: Game,
  decider: number,
  step: { readonly issue: number; readonly from: number; readonly to: number; readonly by: number },
): Why {
  const c = info.case;
  const S = c.seats.length;
  const seat = decider < S ? decider : c.bodies[decider - S].seat;
  const { id, options } = c.issues[step.issue];
  const W = game.truth.weight[seat * c.issues.length + step.issue];
  const ideal = game.truth.ideal[decider * c.issues.length + step.issue];
  const before = options[step.from].x;
  const after = options[step.to].x;
  const path = `positions/${c.seats[seat].id}/${id}`;
  return {
    rule: 'M1',
    filled: say('causes.clause-filled', {
      W: num(W),
      before: num(Math.abs(before - ideal)),
      after: num(Math.abs(after - ideal)),
      by: sign(step.by),
    }),
    inputs: [
      [say('causes.in-W'), num(W)],
      [say('causes.in-ideal'), num(ideal)],
      [say('causes.in-now'), num(before)],
      [say('causes.in-then'), num(after)],
    ],
    cites: [
      `${path}/ideal`,
      ...(decider >= S ? [`bodies/${c.bodies[decider - S].id}/shift/${id}`] : []),
      `${path}/salience`,
      `options/${id}/${options[step.to].id}`,
    ].filter((key) => c.cites[key]),
  };
}

/** N of the leader (M6), or of one of the own bodies in its vote: from no deal, part by part. */
function gainFall(t: Teller, clauses: readonly Clause[], decider: number): Fall {
  const { info, update, say, names } = t;
  const c = info.case;
  const game = seenGame(c, update.view);
  const body = decider - c.seats.length;
  const causes = gainParts(game, decider, clauses)
    .map((part) => causeOf(t, game, decider, clauses, part))
    .filter(({ by }) => Math.abs(by) > TINY);
  return {
    title:
      body >= 0
        ? say('causes.vote.title', { body: names.body(body) })
        : say('causes.gain.title', { seat: names.seat(decider) }),
    unit: 'gain',
    rise: 'good',
    from: { name: say('causes.gain.from'), value: 0 },
    causes,
    to: { name: say('causes.gain.to'), value: causes.reduce((sum, { by }) => sum + by, 0) },
    marks: [{ name: say('causes.mark.no-deal'), at: 0 }],
  };
}

function causeOf(t: Teller, game: Game, decider: number, clauses: readonly Clause[], part: Part): Cause {
  const { info, update, say, names } = t;
  const c = info.case;
  const S = c.seats.length;
  const seat = decider < S ? decider : c.bodies[decider - S].seat;
  const own = c.seats[seat].id;
  const { by } = part;
  const cause = (name: string, why: Why): Cause => ({ name, by, round: 0, why });
  switch (part.is) {
    case 'clause': {
      const step = { issue: part.issue, from: update.view.now[part.issue], to: part.option, by };
      return cause(names.clause([part.issue, part.option]), stepWhy(t, game, decider, step));
    }
    case 'relief': {
      const moved = clauses.reduce((sum, [issue]) => sum + c.issues[issue].weight, 0);
      const all = c.issues.reduce((sum, { weight }) => sum + weight, 0);
      const hurt = game.world.hurt[seat];
      const H = game.world.tension;
      return cause(say('causes.relief'), {
        rule: 'M3',
        filled: say('causes.relief-filled', { moved, all, hurt: num(hurt), H: num(H), by: sign(by) }),
        inputs: [
          [say('causes.in-moved'), String(moved)],
          [say('causes.in-all-issues'), String(all)],
          [say('causes.in-hurt'), num(hurt)],
          [say('causes.in-H'), num(H)],
        ],
        cites: [`seats/${own}/hurt`, ...clauses.map(([issue]) => `issues/${c.issues[issue].id}/weight`)],
      });
    }
    case 'stick':
    case 'carrot': {
      const offer = game.world.offers.find((o) => o.no === part.offer)!;
      return cause(say(`causes.${part.is}`, { seat: names.seat(offer.from) }), offerWhy(t, game, seat, offer, by));
    }
    case 'doubt':
    case 'loss': {
      const a = assessOf(game, decider, clauses);
      const kind = part.is === 'doubt' ? 'surplus' : 'loss';
      return cause(say(`causes.${part.is}`), {
        rule: part.is === 'doubt' ? 'M6' : 'M4',
        filled: say(`causes.${part.is}-filled`, { q: num(a.confidence), [kind]: num(a[kind]), by: sign(by) }),
        inputs: [
          [say('causes.in-q'), num(a.confidence)],
          [say(`causes.in-${kind}`), num(a[kind])],
        ],
        cites: trustCites(t, seat),
      });
    }
    default:
      return cause(say('causes.pledge'), {
        rule: 'ratification',
        filled: say('causes.pledge-filled'),
        inputs: [],
        cites: [],
      });
  }
}

/** What a warning or an offer counts for. */
export function offerWhy(t: Teller, game: Game, seat: number, offer: Offer, by: number): Why {
  const { say } = t;
  const T = trustOf(game, seat, offer.from);
  return {
    rule: offer.kind === 'stick' ? 'M2' : 'M6',
    filled:
      offer.kind === 'stick'
        ? say('causes.stick-filled', { T: num(T), points: num(offer.points), by: sign(by) })
        : say('causes.carrot-filled', { points: num(offer.points) }),
    inputs: [
      ...(offer.kind === 'stick' ? ([[say('causes.in-T'), num(T)]] as const) : []),
      [say('causes.in-points'), num(offer.points)],
    ],
    cites: offerCites(t, offer),
  };
}

/** Gain's parts of a leader or a body, without its sign turned. */
function assessOf(game: Game, decider: number, clauses: readonly Clause[]) {
  const parts = gainParts(game, decider, clauses);
  const sum = (...kinds: Part['is'][]): number =>
    parts.filter(({ is }) => kinds.includes(is)).reduce((all, { by }) => all + by, 0);
  const surplus = sum('clause', 'relief', 'stick');
  const loss = parts.reduce((all, p) => (p.is === 'clause' && p.by < 0 ? all - p.by : all), 0);
  const seat = decider < game.case.seats.length ? decider : game.case.bodies[decider - game.case.seats.length].seat;
  return { surplus, loss, confidence: confidenceIn(game, seat).q };
}

/** Whom a seat trusts least among the other parties: q hangs on that one (M5). */
function confidenceIn(game: Game, seat: number): { readonly q: number; readonly other: number; readonly T: number } {
  const { seats } = game.case;
  if (seats[seat].role === 'mediator') return { q: 1, other: -1, T: 1 };
  let other = -1;
  let T = 1;
  for (let j = 0; j < seats.length; j++) {
    if (j === seat || seats[j].role === 'mediator') continue;
    const trust = trustOf(game, seat, j);
    if (other < 0 || trust < T) {
      other = j;
      T = trust;
    }
  }
  return { q: 1 - (1 - T) * (1 - guaranteeOf(game)), other, T };
}

function trustCites(t: Teller, seat: number): string[] {
  const { info, update } = t;
  const c = info.case;
  const { other } = confidenceIn(seenGame(c, update.view), seat);
  return other < 0 ? [] : cited(t, [`trust/${c.seats[seat].id}/${c.seats[other].id}`]);
}

/** q (M5) from trust and guarantees, against the confidence that the package needs. */
function confidenceFall(t: Teller, clauses: readonly Clause[]): Fall | null {
  const { info, update, seat, say, names } = t;
  const c = info.case;
  const game = seenGame(c, update.view);
  const { other, T, q } = confidenceIn(game, seat);
  if (other < 0) return null;
  const a = assess(c, update.view, seat, clauses);
  const at = seat * c.seats.length + other;
  const [alpha, beta] = [update.view.trustA[at], update.view.trustB[at]];
  const G = guaranteeOf(game);
  const byGuarantee = 100 * (1 - T) * G;
  const causes: Cause[] = [
    {
      name: say('causes.confidence.trust'),
      by: 100 * T,
      round: 0,
      why: {
        rule: 'trust',
        filled: say('causes.confidence.trust-filled', { alpha: num(alpha), beta: num(beta), to: num(100 * T) }),
        inputs: [
          [say('ledger.in-alpha'), num(alpha)],
          [say('ledger.in-beta'), num(beta)],
        ],
        cites: trustCites(t, seat),
      },
    },
    {
      name: say('causes.confidence.guarantee'),
      by: byGuarantee,
      round: 0,
      why: {
        rule: 'M5',
        filled: say('causes.confidence.guarantee-filled', { T: num(T), G: num(G), by: num(byGuarantee) }),
        inputs: [[say('ledger.in-guarantee'), num(G)]],
        cites: [],
      },
    },
  ];
  const never = a.needed > 1;
  return {
    title: say('causes.confidence.title', { seat: names.seat(seat), other: names.seat(other) }),
    unit: 'percent',
    rise: 'good',
    from: { name: say('causes.confidence.from'), value: 0 },
    causes: causes.filter(({ by }) => by > TINY),
    to: { name: say('causes.confidence.to'), value: 100 * q },
    marks: never ? [] : [{ name: say('causes.mark.needed'), at: 100 * a.needed }],
    also: [
      {
        name: say('causes.needed'),
        value: never ? Number.NaN : 100 * a.needed,
        why: {
          rule: 'kydd',
          filled: never
            ? say('causes.needed-never')
            : a.needed <= 0
              ? say('causes.needed-none')
              : say('causes.needed-filled', {
                  ...{ loss: num(a.loss), carrots: num(a.carrots), surplus: num(a.surplus) },
                  to: num(100 * a.needed),
                }),
          inputs: [
            [say('causes.in-surplus'), num(a.surplus)],
            [say('causes.in-loss'), num(a.loss)],
            [say('causes.in-carrots'), num(a.carrots)],
          ],
          cites: [],
        },
      },
    ],
  };
}

/** The share of yes-weights among the own bodies, body by body, against the quota. */
function homeFall(t: Teller, clauses: readonly Clause[]): Fall {
  const { info, update, seat, say, names } = t;
  const c = info.case;
  const a = assess(c, update.view, seat, clauses);
  const all = a.votes.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const causes = a.votes.map(({ body, yes, net, line, weight }): Cause => {
    const by = yes ? (100 * weight) / all : 0;
    const { id } = c.bodies[body];
    const filled = say(line >= 0 ? 'causes.home.line-filled' : `causes.home.${yes ? 'yes' : 'no'}-filled`, {
      ...{ N: num(net), weight: num(weight), all: num(all), by: num(by) },
    });
    return {
      name: say(yes ? 'causes.home.yes' : 'causes.home.no', { body: names.body(body) }),
      by,
      round: 0,
      why: {
        rule: 'ratification',
        filled: weight === c.bodies[body].weight ? filled : `${filled} ${say('causes.home.hawk')}`,
        inputs: [
          [say('ledger.in-N'), num(net)],
          [say('ledger.in-weight'), num(weight)],
          [say('causes.in-all'), num(all)],
        ],
        cites: [`bodies/${id}/weight`],
      },
    };
  });
  return {
    title: say('causes.home.title'),
    unit: 'percent',
    rise: 'good',
    from: { name: say('causes.home.from'), value: 0 },
    causes,
    to: { name: say('causes.home.to'), value: 100 * a.share },
    marks: [{ name: say('causes.mark.quota'), at: 100 * a.quota }],
  };
}
