import type { Obstacle } from '../../rules/index.ts';
import { sameClauses } from '../../rules/index.ts';
import { Because } from '../table/Citation.tsx';
import type { ZoneOfRound } from '../worker/lab-protocol.ts';
import { Clauses, Nets } from './Clauses.tsx';
import { type Debriefed, useDebrief } from './opened.tsx';

/** Where agreement was possible in each round, by the whole truth, and what nobody put on the table. */
export function Agreement() {
  const { looking, say } = useDebrief();
  return (
    <>
      <p>{say('debrief.agreement.about')}</p>
      {looking.is === 'looking' ? (
        <p className="looking" role="status">
          {say('debrief.agreement.looking', {
            round: Math.min(looking.progress.done + 1, looking.progress.of),
            rounds: looking.progress.of,
          })}
        </p>
      ) : null}
      {looking.is === 'broke' ? <p className="warning">{say('debrief.lab-broke')}</p> : null}
      {looking.is === 'found' ? (
        <>
          <Zones zones={looking.look.zones} />
          <Missed />
        </>
      ) : null}
    </>
  );
}

function Zones({ zones }: { zones: readonly ZoneOfRound[] }) {
  const { say } = useDebrief();
  const most = Math.max(1, ...zones.map((z) => z.size));
  return (
    <ol className="zones">
      {zones.map((zone) => (
        <li key={zone.round} className={zone.size === 0 ? 'zone zone-empty' : 'zone'}>
          <p className="zone-size">
            <span className="turn-round">{say('ledger.round', { round: zone.round })}</span>
            <span className="zone-bar" aria-hidden="true">
              <span style={{ '--x': zone.size / most } as React.CSSProperties} />
            </span>
            <strong>{say('debrief.agreement.size', { count: zone.size })}</strong>
          </p>
          <ZoneText zone={zone} />
        </li>
      ))}
    </ol>
  );
}

function ZoneText({ zone }: { zone: ZoneOfRound }) {
  const debrief = useDebrief();
  const { say, names, opened, update } = debrief;
  const { nash, binding } = zone;
  const now = opened.closed[zone.round - 1].now;
  const lines = update.talks.filter(
    (line) => nash && line.clauses.length > 0 && sameClauses(line.clauses, nash.clauses),
  );
  const here = lines.find((line) => standsIn(debrief, line.draft, zone.round));
  const noes = update.talks.filter((line) => line.draft === here?.draft && line.did === 'reject');
  return (
    <div className="zone-text">
      {zone.busy ? <p className="small">{say('debrief.agreement.busy')}</p> : null}
      {zone.shut && !zone.busy ? <p className="small">{say('debrief.agreement.shut')}</p> : null}
      {nash ? (
        <>
          <p className="small">
            {say('debrief.agreement.nash')}{' '}
            {here ? (
              <span className="tag tag-good">{say('debrief.agreement.on-table', { no: names.draft(here.draft) })}</span>
            ) : lines[0] ? (
              <span className="tag">{say('debrief.agreement.tabled', { round: lines[0].round })}</span>
            ) : zone.busy ? null : (
              <span className="tag tag-bad">{say('debrief.agreement.never')}</span>
            )}
          </p>
          <Clauses clauses={nash.clauses} now={now} />
          <Nets nets={nash.nets} />
          {noes.map((line) => (
            <p key={line.seat} className="small">
              <Because
                text={say('debrief.agreement.no', {
                  seat: names.seat(line.seat),
                  reason: line.because || (line.reason ? say(`app.reject.${line.reason}`) : ''),
                })}
              />
            </p>
          ))}
          {zone.best.length > 1 ? (
            <details data-screen>
              <summary>{say('debrief.agreement.more', { count: zone.best.length - 1 })}</summary>
              <ol className="packages">
                {zone.best.slice(1).map((x) => (
                  <li key={x.clauses.join(';')}>
                    <Clauses clauses={x.clauses} now={now} />
                    <Nets nets={x.nets} />
                  </li>
                ))}
              </ol>
            </details>
          ) : null}
        </>
      ) : binding ? (
        <p>{obstacleText(debrief, binding)}</p>
      ) : null}
    </div>
  );
}

/** Whether a draft lay on the table in a round. */
function standsIn({ opened }: Debriefed, no: number, round: number): boolean {
  const draft = opened.closed[round - 1].drafts.find((d) => d.no === no);
  return draft !== undefined && (draft.closed === 0 || draft.closed >= round);
}

/** What alone would have let most packages in, had it not been there. */
function obstacleText({ say, names, info, opened }: Debriefed, obstacle: Obstacle): string {
  const red = obstacle.is === 'line' ? info.case.reds[obstacle.red] : null;
  return say(`debrief.obstacle.${obstacle.is}`, {
    seat: names.seat(obstacle.seat),
    issue: red ? names.issue(red.issue) : '',
    option: red && obstacle.is === 'line' ? names.option(red.issue, opened.truth.reds[obstacle.red]) : '',
    side: red?.side ?? '',
    body: obstacle.is === 'veto' ? names.body(obstacle.body) : '',
  });
}

function Missed() {
  const { looking, say, names } = useDebrief();
  if (looking.is !== 'found') return null;
  const { missed } = looking.look;
  return (
    <>
      <h3>{say('debrief.missed.title')}</h3>
      <p className="small">{say(missed.length > 0 ? 'debrief.missed.about' : 'debrief.missed.none')}</p>
      <ol className="packages missed">
        {missed.map((x) => (
          <li key={x.clauses.join(';')}>
            <Clauses clauses={x.clauses} />
            <Nets nets={x.nets} />
            <p className="small">
              {say('debrief.missed.rounds', { count: x.rounds.length, rounds: names.list(x.rounds.map(String)) })}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
