import type { ReactNode } from 'react';
import { type Assessment, assess } from '../../forecast/index.ts';
import type { Clause } from '../../world/index.ts';
import { Icon } from '../components/Icon.tsx';
import { Term } from '../practice/Term.tsx';
import { signedPoints } from './reading.ts';
import { useSitting } from './sitting.tsx';

const percent = (share: number): number => Math.round(share * 100);

/** What a package would mean for the own side: gain, confidence needed and present, each body's likely vote. */
export function AssessmentView({ clauses }: { clauses: readonly Clause[] }) {
  const { info, update, seat, say, names, why } = useSitting();
  const a = assess(info.case, update.view, seat, clauses);
  return (
    <div className="assessment">
      <dl className="assessment-main">
        <div className={a.net >= 0 ? 'is-good' : 'is-bad'}>
          <dt>
            <Term of="batna">{say('app.assess.gain')}</Term>
          </dt>
          <dd>
            <WhyFigure what={say('app.assess.gain')} press={() => why('gain', clauses)}>
              {signedPoints(a.net)}
            </WhyFigure>
            <span className="small">{say(a.net >= 0 ? 'app.assess.gain-yes' : 'app.assess.gain-no')}</span>
          </dd>
        </div>
        {info.case.seats[seat].role === 'principal' ? (
          <Confidence a={a} press={() => why('confidence', clauses)} />
        ) : null}
        <div className={a.passes ? 'is-good' : 'is-bad'}>
          <dt>
            <Term of="ratification">{say('app.assess.home')}</Term>
          </dt>
          <dd>
            <WhyFigure what={say('app.assess.home')} press={() => why('home', clauses)}>
              {percent(a.share)} %
            </WhyFigure>
            <span className="small">
              {a.vetoedBy >= 0
                ? say('app.assess.veto', { body: names.body(a.vetoedBy) })
                : say(a.passes ? 'app.assess.home-yes' : 'app.assess.home-no', { quota: percent(a.quota) })}
            </span>
          </dd>
        </div>
      </dl>
      {a.crossed >= 0 ? (
        <p className="warning">
          {say(info.case.reds[a.crossed].amendable ? 'app.assess.red-amendable' : 'app.assess.red', {
            issue: names.issue(info.case.reds[a.crossed].issue),
          })}
        </p>
      ) : null}
      <ul className="votes" aria-label={say('app.assess.votes')}>
        {a.votes.map((vote) => (
          <li key={vote.body} className={vote.yes ? 'vote-yes' : 'vote-no'}>
            <Icon name={vote.yes ? 'check' : 'no'} className="vote-sign" />
            <button
              type="button"
              className="why-link"
              onClick={() => why(`vote/${info.case.bodies[vote.body].id}`, clauses)}
            >
              {names.body(vote.body)}
              <span className="visually-hidden"> {say('app.why')}</span>
            </button>
            <span className="small">
              {say(vote.yes ? 'app.assess.vote-yes' : 'app.assess.vote-no')}
              {vote.known ? '' : ` ${say('app.assess.vote-guess')}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Kydd's threshold as two marks on one line. */
function Confidence({ a, press }: { a: Assessment; press: () => void }) {
  const { say } = useSitting();
  const never = a.needed > 1;
  return (
    <div className={a.confidence >= a.needed ? 'is-good' : 'is-bad'}>
      <dt>
        <Term of="confidence">{say('app.assess.confidence')}</Term>
      </dt>
      <dd>
        <WhyFigure what={say('app.assess.confidence')} press={press}>
          {percent(a.confidence)} %
          {a.needed <= 0 ? null : <span className="of"> / {never ? '–' : `${percent(a.needed)} %`}</span>}
        </WhyFigure>
        <span className="small">
          {never
            ? say('app.assess.confidence-never')
            : a.needed <= 0
              ? say('app.assess.confidence-none')
              : say('app.assess.confidence-line', { have: percent(a.confidence), need: percent(a.needed) })}
        </span>
      </dd>
    </div>
  );
}

/** A number that leads to its causes. */
function WhyFigure({ what, press, children }: { what: string; press: () => void; children: ReactNode }) {
  const { say } = useSitting();
  return (
    <button type="button" className="figure-button figure numeral" onClick={press}>
      <span>{children}</span>
      <span className="visually-hidden">{say('app.why-of', { what })}</span>
    </button>
  );
}
