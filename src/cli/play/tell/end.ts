import { type Obstacle, zone } from '../../../rules/index.ts';
import type { SeatScore } from '../../../session/index.ts';
import type { Desk } from '../desk.ts';
import { byOrder } from '../names.ts';
import { figure, percent } from '../paper.ts';

/** The result: how it ended, every seat's score with its parts, the mandates, what was hidden, what all achieved together. */
export function tellEnd(desk: Desk): void {
  const { paper, say, case: c } = desk;
  const { view, scores, opened } = desk.update();
  const ending = c.endings[view.ending];
  paper.head(say('play.end.title', { ending: ending ? say(`ending.${ending.id}.title`) : '' }));
  if (ending) paper.say(say(`ending.${ending.id}.text`));
  paper.head(say('play.end.scores'));
  for (const s of byOrder(c.seats)) {
    const score = scores?.find(({ seat }) => seat === s);
    if (score) tellScore(desk, score);
  }
  if (opened) {
    const { tension, performedShare } = opened.joint;
    paper.head(say('play.end.joint'));
    paper.item(say('play.end.tension', { from: figure(c.tension.start), to: figure(tension) }));
    paper.item(
      performedShare === null ? say('play.end.no-promises') : say('play.end.kept', { share: percent(performedShare) }),
    );
  }
  tellChances(desk);
  tellSecrets(desk);
  tellContradictions(desk);
  paper.head(say('play.end.think'));
  for (let k = 1; !say(`reflection.${k}`).startsWith('⟦'); k += 1) paper.item(say(`reflection.${k}`));
  paper.gap();
}

/** Round by round, what could have been agreed by the truth: what the table did not see. */
function tellChances(desk: Desk): void {
  const { paper, say, names, case: c } = desk;
  const { opened } = desk.update();
  if (!opened) return;
  paper.head(say('play.end.chances'));
  opened.closed.forEach((world, k) => {
    const { all, nash, binding } = zone({ case: c, truth: opened.truth, world });
    const count = say('play.end.chance', { round: k + 1, count: all.length });
    if (nash) paper.item(`${count} ${say('play.end.fairest', { clauses: names.clauses(nash.clauses) })}`);
    else paper.item(binding ? `${count} ${obstacleText(desk, binding)}` : count);
  });
}

function obstacleText({ say, names, case: c }: Desk, obstacle: Obstacle): string {
  return say(`play.end.obstacle.${obstacle.is}`, {
    seat: names.seat(obstacle.seat),
    issue: obstacle.is === 'line' ? names.issue(c.reds[obstacle.red].issue) : '',
    body: obstacle.is === 'veto' ? names.body(obstacle.body) : '',
  });
}

function tellScore(desk: Desk, s: SeatScore): void {
  const { paper, say, names, case: c } = desk;
  const { view } = desk.update();
  const met = s.goals.filter((g) => g.met).length;
  const params = {
    seat: names.seat(s.seat),
    you: s.seat === desk.seat ? 'yes' : 'no',
    score: Math.round(s.score * 100),
    met,
    goals: s.goals.length,
  };
  paper.item(say(s.judged ? 'play.end.score' : 'play.end.not-judged', params));
  const parts = [
    say('play.end.utility', { value: figure(s.utility) }),
    say('play.end.pain', { value: figure(s.pain) }),
    ...(['received', 'paid', 'suffered', 'takenBack'] as const).flatMap((part) =>
      s[part] === 0 ? [] : [say(`play.end.${part}`, { value: figure(s[part]), half: figure(s[part] / 2) })],
    ),
  ];
  paper.item(say('play.end.value', { value: figure(s.value), parts: parts.join(', ') }), 1);
  if (s.judged) paper.item(say('play.end.scale', { start: figure(s.batna), best: figure(s.best) }), 1);
  for (const { goal, met: done } of s.goals)
    paper.item(
      say('play.end.goal', {
        met: done ? 'yes' : 'no',
        goal: say(`goal.${c.goals[goal].id}`),
        secret: c.goals[goal].secret || goal === (s.seat === desk.seat ? view.card : -1) ? 'yes' : 'no',
      }),
      1,
    );
}

/** What the seed had drawn: ideals that nobody knew, and red lines, where they differ from what the documents suggest. */
function tellSecrets(desk: Desk): void {
  const { paper, say, names, case: c } = desk;
  const { opened } = desk.update();
  if (!opened) return;
  const { truth } = opened;
  paper.head(say('play.end.secrets'));
  for (const s of byOrder(c.seats)) {
    const wishes = byOrder(c.issues).map((i) =>
      say('play.end.ideal', {
        issue: names.issue(i),
        ideal: figure(truth.ideal[s * c.issues.length + i]),
        weight: Math.round(truth.weight[s * c.issues.length + i] * 100),
      }),
    );
    paper.item(say('play.end.wishes', { seat: names.seat(s), wishes: wishes.join('; ') }));
    const lines = c.reds.flatMap((red, r) =>
      red.seat === s
        ? [
            say('play.end.line', {
              issue: names.issue(red.issue),
              side: red.side,
              option: names.option(red.issue, truth.reds[r]),
            }),
          ]
        : [],
    );
    if (lines.length > 0) paper.item(say('play.end.lines', { lines: lines.join('; ') }), 1);
    const bodies = c.seats[s].bodies.flatMap((b) => {
      const differs = byOrder(c.issues).flatMap((i) => {
        const by = truth.ideal[(c.seats.length + b) * c.issues.length + i] - truth.ideal[s * c.issues.length + i];
        return by === 0
          ? []
          : [
              say('play.home.differs', {
                issue: names.issue(i),
                by: figure(Math.abs(by)),
                more: by > 0 ? 'more' : 'less',
              }),
            ];
      });
      return differs.length > 0 ? [say('play.end.body', { body: names.body(b), wishes: differs.join(', ') })] : [];
    });
    for (const line of bodies) paper.item(line, 1);
  }
}

/** Contradictions between the documents that this game touched. */
function tellContradictions(desk: Desk): void {
  const { paper, say, case: c, meta } = desk;
  const { opened } = desk.update();
  if (!opened) return;
  const { now } = opened.final;
  const touched = c.contradictions.filter(({ touchedBy }) =>
    touchedBy.some(
      ({ issue, min, max }) => now[issue] >= min && now[issue] <= max && now[issue] !== c.issues[issue].now,
    ),
  );
  if (touched.length === 0) return;
  paper.head(say('play.end.contradictions'));
  for (const { id, sources } of touched) {
    paper.item(
      say('play.end.contradiction', { title: say(`contradiction.${id}.title`), text: say(`contradiction.${id}.text`) }),
    );
    for (const [source, paragraph] of sources)
      paper.item(
        say('play.cite.stated', {
          document: say('play.cite.document', {
            title: meta.sources[source]?.title ?? source,
            short: meta.sources[source]?.short ?? source,
          }),
          paragraph,
        }),
        1,
      );
  }
}
