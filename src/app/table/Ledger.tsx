import { useMemo, useState } from 'react';
import { CAUSES_WORDS_EN, makeSpeaker, type Say, SCREEN_WORDS } from '../../words/index.ts';
import type { Clause, Entry } from '../../world/index.ts';
import { Button, Choices } from '../components/Controls.tsx';
import { Sheet } from '../components/Sheet.tsx';
import { APP_LANGUAGE } from '../words.tsx';
import { Citation } from './Citation.tsx';
import { type Fall, roundsOf, scoped, stand, type Teller } from './causes/fall.ts';
import { ledgerFall } from './causes/ledger.ts';
import { packageFall } from './causes/package.ts';
import { standingFall } from './causes/standing.ts';
import { makeNames } from './names.ts';
import { RuleDetail } from './RuleDetail.tsx';
import { SittingProvider, useSitting } from './sitting.tsx';
import { startOf } from './start.ts';
import { causeText, concerns, inputText, numberText, valueText, whatText } from './tell.ts';
import { Waterfall } from './Waterfall.tsx';

interface Props {
  /** What is asked about: `tension`, `approval/assembly`, `gain` …; '' for every change. */
  what: string;
  /** The package that is asked about; empty for numbers of the table. */
  clauses: readonly Clause[];
  close: () => void;
}

/** From any number to its causes: first a waterfall of what moved it, then for each cause the rule, its inputs and its sources. */
export default function Ledger({ what, clauses, close }: Props) {
  const sitting = useSitting();
  const { info, update } = sitting;
  const [all, setAll] = useState(false);
  const asked = all ? '' : what;
  const say = useMemo(
    () => makeSpeaker(APP_LANGUAGE, Object.assign({}, SCREEN_WORDS[APP_LANGUAGE], CAUSES_WORDS_EN), info.texts),
    [info.texts],
  );
  const teller = useMemo(
    () => ({ ...sitting, say, names: makeNames(info.case, say, info.lang, update.talks) }),
    [sitting, say, info, update.talks],
  );
  const fall = useMemo(() => (asked === '' ? null : fallOf(teller, asked, clauses)), [teller, asked, clauses]);
  return (
    <Sheet
      title={say(fall ? 'causes.title' : 'ledger.title')}
      isOpen
      onOpenChange={(open) => (open ? undefined : close())}
    >
      {() => (
        <SittingProvider value={teller}>
          <div className="ledger">
            {fall ? <NumberView fall={fall} /> : <Lines what={asked} />}
            {asked && clauses.length === 0 ? (
              <Button kind="quiet" onPress={() => setAll(true)}>
                {say('ledger.show-all')}
              </Button>
            ) : null}
          </div>
        </SittingProvider>
      )}
    </Sheet>
  );
}

const fallOf = (teller: Teller, what: string, clauses: readonly Clause[]): Fall | null =>
  what === 'standing'
    ? standingFall(teller)
    : clauses.length > 0
      ? packageFall(teller, what, clauses)
      : ledgerFall(teller, what);

/** One number: what it is, the waterfall of one round or of all, each cause a step further. */
function NumberView({ fall }: { fall: Fall }) {
  const { say } = useSitting();
  const rounds = roundsOf(fall);
  const [scope, setScope] = useState<number | 'all'>(rounds.at(-1) ?? 'all');
  // A number that does not come about round by round, such as a gain, has one waterfall only.
  const byRounds = rounds.length > 1;
  const shown = byRounds ? scoped(fall, scope, say) : fall;
  return (
    <>
      <p className="ledger-of fall-head">
        {fall.title}
        <span className="figure numeral">{stand(fall.to.value, fall.unit)}</span>
      </p>
      {byRounds ? (
        <Choices
          label={say('causes.when')}
          labelHidden
          look="row"
          choices={[
            ...[...rounds].reverse().map((round) => ({
              value: String(round),
              label: round === 0 ? say('causes.before') : say('causes.round', { round }),
            })),
            { value: 'all', label: say('causes.all') },
          ]}
          value={String(scope)}
          onChange={(value) => setScope(value === 'all' ? 'all' : Number(value))}
        />
      ) : null}
      {fall.causes.length === 0 ? (
        <p className="empty">{say('causes.none')}</p>
      ) : (
        <p className="small">{say('causes.about')}</p>
      )}
      <Waterfall fall={shown} say={say} byRound={scope === 'all'} />
    </>
  );
}

/** Changes as a plain list, newest first: of everything, or of what has no size, such as an option in force. */
function Lines({ what }: { what: string }) {
  const { update, say } = useSitting();
  const entries = update.ledger.filter((e) => concerns(e, what)).reverse();
  const rounds = [...new Set(entries.map((e) => e.round))];
  return (
    <>
      <p className="ledger-of">{what ? say('ledger.of', { what: whatText(say, what) }) : say('ledger.all')}</p>
      <p className="small">{say('ledger.about')}</p>
      {entries.length === 0 ? <p className="empty">{say('ledger.none')}</p> : null}
      {rounds.map((round) => (
        <section key={round} aria-label={roundText(say, round)}>
          <h3>{roundText(say, round)}</h3>
          <ul>
            {entries
              .filter((e) => e.round === round)
              .map((entry, k) => (
                <li key={k}>
                  <Line entry={entry} single={what !== '' && what === entry.what} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      {what ? <AtStart what={what} /> : null}
    </>
  );
}

const roundText = (say: Say, round: number): string =>
  round === 0 ? say('causes.before') : say('ledger.round', { round });

/** Where a number stood before the first round, and what that rests on. */
function AtStart({ what }: { what: string }) {
  const { info, seat, say } = useSitting();
  const starts = startOf(info.case, seat, what);
  if (starts.length === 0) return null;
  return (
    <section aria-labelledby="start-title">
      <h3 id="start-title">{say('ledger.start')}</h3>
      <ul className="ledger-starts">
        {starts.map((one) => (
          <li key={one.what}>
            <span className="ledger-what">{whatText(say, one.what)}</span>
            <span className="numeral">{valueText(info.case, say, one.what, one.value)}</span>
            <Citation of={one.cite} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param single the whole list is about this one number: then the cause is the news */
function Line({ entry, single }: { entry: Entry; single: boolean }) {
  const { info, say, names } = useSitting();
  const c = info.case;
  const direction = entry.to > entry.from ? 'up' : entry.to < entry.from ? 'down' : 'same';
  return (
    <details className="ledger-line">
      <summary>
        <span className="ledger-what">
          {single ? causeText(c, say, names, entry.cause) : whatText(say, entry.what)}
        </span>
        <span className={`ledger-change numeral is-${direction}`}>
          {say('ledger.change', {
            from: valueText(c, say, entry.what, entry.from),
            to: valueText(c, say, entry.what, entry.to),
          })}
        </span>
        {single ? null : <span className="ledger-cause small">{causeText(c, say, names, entry.cause)}</span>}
      </summary>
      <RuleDetail
        rule={entry.rule}
        inputs={Object.entries(entry.inputs).map(([symbol, value]) => [inputText(say, symbol), numberText(value)])}
        cites={entry.cites}
      />
    </details>
  );
}
