import { type Assessment, assess } from '../../../forecast/index.ts';
import { PLEDGE_IN_VOTE, seatsIn } from '../../../rules/index.ts';
import type { Clause } from '../../../world/index.ts';
import type { Desk } from '../desk.ts';
import { figure, percent, signed } from '../paper.ts';

/** What a text would mean, by all that this seat may know: its own gain with its parts, its bodies, and the others by public numbers. */
export function tellAssessment(desk: Desk, clauses: readonly Clause[]): void {
  const { paper, say, names, case: c, seat } = desk;
  const { view } = desk.update();
  const game = desk.seen();
  const mine = assess(c, view, seat, clauses);
  paper.say(say('play.try.signatures', { seats: names.seats(mine.signatories) }));
  paper.item(say('play.try.net', { net: figure(Math.abs(mine.net)), side: sideOf(mine.net) }));
  tellParts(desk, mine);
  if (c.seats[seat].role === 'principal') paper.item(confidenceText(desk, mine));
  tellLines(desk, mine);
  if (mine.breaksPledge) paper.item(say('play.try.pledge', { points: PLEDGE_IN_VOTE }));
  tellVotes(desk, mine);
  const others = seatsIn(game, mine.signatories).filter((s) => s !== seat);
  if (others.length > 0) paper.head(say('play.try.others'));
  for (const s of others) tellOther(desk, assess(c, view, s, clauses));
}

const sideOf = (net: number): string => (figure(net) === '0' ? 'even' : net > 0 ? 'gain' : 'loss');

function tellParts(desk: Desk, g: Assessment): void {
  const { paper, say } = desk;
  const part = (id: string, value: number, always = false) => {
    if (always || figure(value) !== '0') paper.item(say(`play.try.${id}`, { value: signed(value) }), 1);
  };
  part('change', g.change, true);
  part('relief', g.relief, true);
  part('carrots', g.carrots);
  if (desk.full) part('sticks', g.sticks);
  part('loss', -g.loss);
  if (!desk.full) {
    const kept = percent(g.confidence);
    if (g.confidence < 1)
      paper.item(
        say(g.loss > 0 ? 'play.try.weighed' : 'play.try.weighed-gain', { kept, broken: percent(1 - g.confidence) }),
        1,
      );
    return;
  }
  const q = figure(g.confidence * 100);
  paper.item(
    say('play.try.formula', {
      q,
      surplus: figure(g.surplus),
      loss: figure(g.loss),
      carrots: figure(g.carrots),
      net: figure(g.net),
    }),
    1,
  );
}

/** Kydd's threshold in words. */
function confidenceText({ say }: Desk, g: Assessment): string {
  const { needed } = g;
  const has = percent(g.confidence);
  if (needed > 1) return say('play.try.never', { has });
  if (needed <= 0) return say('play.try.always', { has });
  return say('play.try.confidence', { needed: percent(needed), has, enough: g.net >= 0 ? 'yes' : 'no' });
}

function tellLines(desk: Desk, { crossed: r }: Assessment): void {
  const { paper, say, names, case: c } = desk;
  if (r < 0) return;
  const red = c.reds[r];
  paper.item(
    say('play.try.crosses', {
      issue: names.issue(red.issue),
      side: red.side,
      option: names.option(red.issue, desk.update().view.reds[r]),
      amendable: red.amendable ? 'yes' : 'no',
    }),
  );
}

function tellVotes(desk: Desk, home: Assessment): void {
  const { paper, say, names, case: c } = desk;
  paper.item(
    say('play.try.home', {
      share: percent(home.share),
      quota: percent(home.quota),
      passes: home.passes ? 'yes' : 'no',
      veto: home.vetoedBy >= 0 ? names.body(home.vetoedBy) : 'none',
    }),
  );
  for (const vote of home.votes)
    paper.item(
      say('play.try.vote', {
        body: names.body(vote.body),
        yes: vote.yes ? 'yes' : 'no',
        net: signed(vote.net),
        known: vote.known ? 'yes' : 'no',
        line: vote.line >= 0 ? names.issue(c.reds[vote.line].issue) : 'none',
      }),
      1,
    );
}

/** A red line of another seat as the documents suggest it: what was drawn may differ. */
function presumed({ say, names, case: c, seen }: Desk, r: number): string {
  const red = c.reds[r];
  const line = say('play.try.presumed', { side: red.side, option: names.option(red.issue, seen().truth.reds[r]) });
  return red.unless ? `${line}, ${say('play.try.unless', { term: names.term(red.unless) })}` : line;
}

/** Another signatory as a newspaper reader would reckon it. */
function tellOther(desk: Desk, other: Assessment): void {
  const { paper, say, names, case: c } = desk;
  const { seat, net, needed, crossed, confidence } = other;
  const no = other.votes.filter((v) => !v.yes).map((v) => names.body(v.body));
  const parts = [say('play.try.other', { seat: names.seat(seat), net: figure(Math.abs(net)), side: sideOf(net) })];
  if (c.seats[seat].role === 'principal' && needed > 0)
    parts.push(
      say(needed > 1 ? 'play.try.other-never' : 'play.try.other-needs', {
        needed: percent(needed),
        has: percent(confidence),
      }),
    );
  if (crossed >= 0)
    parts.push(
      say('play.try.other-line', { issue: names.issue(c.reds[crossed].issue), line: presumed(desk, crossed) }),
    );
  if (other.breaksPledge) parts.push(say('play.try.other-pledge'));
  if (other.passes) parts.push(say('play.try.other-passes'));
  else parts.push(say('play.try.other-fails', { bodies: names.list(no) }));
  paper.item(parts.join(' '));
}
