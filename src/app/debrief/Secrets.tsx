import { SeatMark } from '../components/SeatMark.tsx';
import { byOrder, seatsByOrder } from '../table/names.ts';
import { termText } from '../table/tell.ts';
import { useDebrief } from './opened.tsx';

/** What each seat really wanted and could not accept; and where each issue began and ended. */
export function Secrets() {
  const { info, update, opened, say, names, why } = useDebrief();
  const c = info.case;
  const I = c.issues.length;
  const { truth } = opened;
  return (
    <>
      <p className="small">{say('debrief.secrets.about')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with keys */}
      <section className="scroll" tabIndex={0} aria-labelledby="secrets-title">
        <table className="figures wide secrets stacks">
          <thead>
            <tr>
              <th scope="col">{say('app.result.issue')}</th>
              <th scope="col">{say('debrief.secrets.way')}</th>
              {seatsByOrder(c).map((s) => (
                <th key={s} scope="col">
                  <SeatMark of={c} seat={s} small /> {names.seatShort(s)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byOrder(c.issues).map((issue) => {
              const from = c.issues[issue].now;
              const to = update.view.now[issue];
              return (
                <tr key={issue}>
                  <th scope="row">{names.issue(issue)}</th>
                  <td data-label={say('debrief.secrets.way')}>
                    {names.option(issue, from)}
                    {from === to ? (
                      <span className="secret-red small">{say('app.result.unchanged')}</span>
                    ) : (
                      <>
                        {' → '}
                        <button type="button" className="link" onClick={() => why(`option/${c.issues[issue].id}`)}>
                          <strong>{names.option(issue, to)}</strong>
                        </button>
                      </>
                    )}
                  </td>
                  {seatsByOrder(c).map((s) => {
                    const reds = c.reds
                      .map((line, red) => ({ line, red, at: truth.reds[red] }))
                      .filter(({ line }) => line.seat === s && line.issue === issue);
                    return (
                      <td key={s} data-label={names.seatShort(s)}>
                        <span className="numeral secret-ideal">{Math.round(truth.ideal[s * I + issue])}</span>{' '}
                        <span className="small">
                          {say('debrief.secrets.weight', { weight: Math.round(truth.weight[s * I + issue] * 100) })}
                        </span>
                        {reds.map(({ line, red, at }) => (
                          <span key={red} className="secret-red small">
                            {say(line.side === 'max' ? 'app.result.red-max' : 'app.result.red-min', {
                              option: names.option(issue, at),
                            })}
                            {line.unless
                              ? ` ${say('app.issues.known-unless', { term: termText(c, say, names, line.unless) })}`
                              : ''}
                            {opened.final.amended[red] === 1 ? ` (${say('debrief.secrets.given-up')})` : ''}
                          </span>
                        ))}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <details>
        <summary>{say('debrief.secrets.bodies')}</summary>
        <p className="small">{say('debrief.secrets.bodies-about')}</p>
        <ul className="bullets">
          {byOrder(c.bodies).map((b) => (
            <Body key={b} no={b} />
          ))}
        </ul>
      </details>
    </>
  );
}

/** How a domestic body's wishes differed from its leader's: only issues where they did. */
function Body({ no }: { no: number }) {
  const { info, opened, say, names } = useDebrief();
  const c = info.case;
  const { seat } = c.bodies[no];
  const I = c.issues.length;
  const { ideal } = opened.truth;
  const shifts = byOrder(c.issues)
    .map((issue) => ({ issue, by: Math.round(ideal[(c.seats.length + no) * I + issue] - ideal[seat * I + issue]) }))
    .filter(({ by }) => by !== 0)
    .map(({ issue, by }) =>
      say('debrief.secrets.shift', { issue: names.issue(issue), by: Math.abs(by), more: by > 0 ? 'more' : 'less' }),
    );
  return (
    <li>
      <SeatMark of={c} seat={seat} small name={names.seat(seat)} /> <strong>{names.body(no)}</strong>:{' '}
      {shifts.length > 0 ? names.list(shifts) : say('debrief.secrets.no-shift')}
    </li>
  );
}
