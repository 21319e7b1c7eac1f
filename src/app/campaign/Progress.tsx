import type { Say } from '../../words/index.ts';
import { dateText } from '../dates.ts';
import { makeRoute } from '../route.ts';

export interface Step {
  readonly no: number;
  readonly date: string;
  readonly title: string;
  /** `played`: over · `running`: its game has begun · `next`: it can begin · `later`: an earlier one must be played first. */
  readonly state: 'played' | 'running' | 'next' | 'later';
  /** Its game on this device. */
  readonly game: string | null;
}

/** The parts in the order of time, how far somebody is, and the way to each debrief. */
export function Progress({ steps, say }: { steps: readonly Step[]; say: Say }) {
  return (
    <nav className="campaign-progress" aria-label={say('campaign.progress')}>
      <ol>
        {steps.map((step) => (
          <li key={step.no} className={`campaign-step is-${step.state}`}>
            <span className="campaign-dot" aria-hidden="true">
              {step.no}
            </span>
            <span className="campaign-step-date">{dateText(step.date, 'en')}</span>
            {step.game && step.state === 'played' ? (
              <a
                href={makeRoute({ at: 'game', id: step.game })}
                aria-label={say('campaign.debrief-of', { title: step.title })}
              >
                {step.title}
              </a>
            ) : step.game ? (
              <a href={makeRoute({ at: 'game', id: step.game })} aria-current="step">
                {step.title}
              </a>
            ) : (
              <span {...(step.state === 'next' ? { 'aria-current': 'step' as const } : {})}>{step.title}</span>
            )}
            <span className="small">{say(`campaign.state-${step.state}`)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
