/**
 * The text face of a session: one person, one seat, typed words in and plain lines out. It holds no rules: it asks the session and
 * tells what came of it, as the screens in the browser do.
 */
import { seenGame } from '../../forecast/index.ts';
import type { Bundle } from '../../scenario/index.ts';
import type { Session } from '../../session/index.ts';
import { citedText, makeSay, nearest } from '../../words/index.ts';
import type { Fault, View } from '../../world/index.ts';
import { type Desk, emptyPlan, faultText } from './desk.ts';
import { Unclear } from './find.ts';
import { makeNames } from './names.ts';
import { nowLine } from './now.ts';
import { makePaper } from './paper.ts';
import { talkText } from './tell/drafts.ts';
import { tellEnd } from './tell/end.ts';
import { tellChanges, tellRound } from './tell/news.ts';
import { tellDuties } from './tell/orders.ts';
import { tellBrief, tellFrontPage } from './tell/situation.ts';
import { phasesText } from './verbs/help.ts';
import { VERBS } from './verbs.ts';

export interface PlayerOptions {
  readonly session: Session;
  readonly bundle: Bundle;
  readonly seat: number;
  readonly width: number;
  readonly out: (line: string) => void;
  /** Writes the game to a file; what comes back is told: a message id and its parameters. */
  readonly save: (file: string, over: boolean) => { readonly id: string; readonly file: string };
}

export interface Player {
  /** What is read before the first word is typed. */
  begin(resumed: boolean): void;
  /** One typed line. */
  hear(line: string): void;
  /** The line above the cursor: what to do now, and what can be typed. */
  prompt(): string;
  /** Orders that are written down and not sealed: no save holds them. */
  readonly unsealed: number;
  /** True once the person has left. */
  readonly left: boolean;
}

export function makePlayer(options: PlayerOptions): Player {
  const { session, bundle, seat } = options;
  const c = session.case;
  const lang = 'en';
  const texts = bundle.texts[session.header.language] ?? bundle.texts[lang] ?? {};
  const say = makeSay(lang, texts);
  const names = makeNames(c, say, lang);
  const paper = makePaper(
    (text) => {
      for (const line of text.split('\n')) options.out(line);
    },
    options.width,
    // Bots and coders cite documents by their ids.
    (text) => citedText(say, text, (id) => bundle.meta.sources[id]?.short),
  );
  const update = () => session.update(seat);
  let asked = 0;
  let left = false;
  // What has been told: talk lines, the phase, and the table as it stood when this round's talks began.
  let told = 0;
  let place = '';
  let before: View = update().view;

  const desk: Desk = {
    session,
    case: c,
    meta: bundle.meta,
    texts,
    seat,
    full: session.header.level === 'full',
    lang,
    say,
    names,
    paper,
    plan: emptyPlan(),
    update,
    seen: () => seenGame(c, update().view),
    ask(ask) {
      asked += 1;
      const ack = session.ask(ask, seat, `t${session.seq}-${asked}`);
      if (!ack.ok) desk.refuse(ack.fault, update().flow.phase === 'orders' ? 'order' : 'talk');
      return ack.ok;
    },
    refuse(fault: Fault, about) {
      paper.say(say('play.refused', { why: faultText(desk, fault.code, about) }));
    },
    save(file, over) {
      const { id, file: path } = options.save(file, over);
      paper.say(say(id, { file: path }));
    },
    leave() {
      left = true;
    },
  };

  function perform(line: string): void {
    const [typed = '', ...words] = line.split(/\s+/);
    const { phase } = update().flow;
    // Enter alone turns the page where there is a page to turn.
    const word = line === '' && (phase === 'briefing' || phase === 'aftermath') ? 'go' : typed.toLowerCase();
    if (word === '') return;
    const verb = VERBS.find(({ name, short }) => name === word || short.includes(word));
    if (!verb) {
      const hint =
        nearest(
          word,
          VERBS.flatMap(({ name, short }) => [name, ...short]),
        ) ?? 'none';
      paper.say(say('play.unclear.word', { typed: word, hint }));
    } else if (verb.in && !verb.in.includes(phase)) {
      paper.say(
        say('play.wrong-phase', { word: verb.name, now: say(`play.phase.${phase}`), when: phasesText(say, verb) }),
      );
    } else verb.run(desk, words, line.slice(typed.length).trim());
  }

  /** What others did meanwhile, and the new phase. */
  function catchUp(): void {
    const { flow, view } = update();
    const here = `${flow.round} ${flow.phase}`;
    const moved = here !== place;
    place = here;
    // What is said in new talks stands under their title, what ended the old ones before the next.
    if (moved && flow.phase === 'talks') {
      before = view;
      paper.head(say('play.begin.talks', { round: flow.round, rounds: view.rounds }));
    }
    tellTalks();
    if (!moved) return;
    Object.assign(desk.plan, emptyPlan());
    if (flow.phase === 'orders') {
      paper.head(say('play.begin.orders', { round: flow.round }));
      if ((update().legal?.duties.length ?? 0) > 0) tellDuties(desk);
    } else if (flow.phase === 'aftermath') {
      tellRound(desk, flow.round);
      tellChanges(desk, before);
    } else if (flow.phase === 'debrief') tellEnd(desk);
  }

  function tellTalks(): void {
    const { talks, flow } = update();
    // The debrief opens what others said in private: the word log tells it, in its order.
    if (flow.phase === 'debrief') told = talks.length;
    // A step back takes lines away; what follows is new again.
    if (talks.length < told) told = talks.length;
    for (const line of talks.slice(told)) paper.item(talkText(desk, line));
    told = talks.length;
  }

  return {
    begin(resumed) {
      const { talks, flow } = update();
      if (flow.phase === 'lobby') desk.ask({ do: 'ready', seat });
      names.meet(talks.map(({ draft }) => draft));
      told = talks.length;
      place = `${update().flow.round} ${update().flow.phase}`;
      if (resumed) paper.say(say('play.begin.resumed', { round: flow.round, seat: names.seat(seat) }));
      else {
        tellFrontPage(desk);
        tellBrief(desk);
        paper.gap();
        paper.say(say('play.begin.hint'));
      }
      if (update().flow.phase === 'debrief') tellEnd(desk);
    },
    hear(line) {
      try {
        perform(line.trim());
      } catch (error) {
        if (!(error instanceof Unclear)) throw error;
        paper.say(say(error.id, error.params));
      }
      if (!left) catchUp();
      paper.gap();
    },
    prompt: () => nowLine(desk),
    get unsealed() {
      return desk.plan.moves.length;
    },
    get left() {
      return left;
    },
  };
}
