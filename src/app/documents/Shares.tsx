import type { Shares } from '../../world/index.ts';
import { useReader } from './context.tsx';

const GRADES = ['stated', 'inferred', 'assumption'] as const;

/** Shares as one bar: told apart by pattern as well as by colour. The numbers stand beside it in words. */
export function ShareBar({ of }: { of: Shares }) {
  const { say } = useReader();
  const parts = GRADES.filter((grade) => of[grade] > 0);
  return (
    <div className="share">
      <svg className="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {parts.map((grade, k) => {
          const before = parts.slice(0, k).reduce((sum, one) => sum + of[one], 0);
          return (
            <rect
              key={grade}
              className={`share-${grade}`}
              x={(before / of.total) * 100}
              y="0"
              width={(of[grade] / of.total) * 100}
              height="6"
            />
          );
        })}
      </svg>
      <p className="share-text small">
        {parts.map((grade) => (
          <span key={grade} className={`grade grade-${grade}`}>
            {say('documents.share', {
              grade: say(`documents.grade-${grade}`),
              count: of[grade],
              share: of[grade] / of.total,
            })}
          </span>
        ))}
      </p>
    </div>
  );
}

/** The small chart: positions, and all coded numbers. */
export function SharesFigure() {
  const { room, say } = useReader();
  return (
    <figure className="shares">
      <figcaption className="small">{say('documents.shares-about')}</figcaption>
      {(['positions', 'all'] as const).map((what) => (
        <div key={what} className="shares-row">
          <p className="shares-what">{say(`documents.shares-${what}`, { total: room.shares[what].total })}</p>
          <ShareBar of={room.shares[what]} />
        </div>
      ))}
    </figure>
  );
}
