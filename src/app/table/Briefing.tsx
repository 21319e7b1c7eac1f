import { Choices } from '../components/Controls.tsx';
import { SeatMark } from '../components/SeatMark.tsx';
import { dateText } from '../dates.ts';
import { ReadingLink, shortOf } from '../documents/link.tsx';
import { READINGS, useSettings } from '../settings.tsx';
import { Goals } from './Goals.tsx';
import { NextStep } from './Header.tsx';
import { FrontPage } from './News.tsx';
import { useSitting } from './sitting.tsx';

/** Before the talks of a round: at first the own brief and the front page, later what the last round brought. */
export function Briefing() {
  const { view } = useSitting().update;
  return (
    <div className="briefing">
      {view.round === 1 ? (
        <div className="briefing-first">
          <Brief />
          <WorldFrontPage />
        </div>
      ) : (
        <FrontPage round={view.round - 1} />
      )}
      <div className="phase-end">
        <NextStep />
      </div>
    </div>
  );
}

/** The scenario's front page. */
function WorldFrontPage() {
  const { info, say } = useSitting();
  const note = info.texts['content-note'];
  const naming = info.texts['naming-note'];
  const main = Object.keys(info.sources)[0];
  return (
    <article className="front-page sheet" lang={info.lang} aria-labelledby="briefing-title">
      <header className="masthead">
        <p className="masthead-name">{say('app.news.paper')}</p>
        <p className="small">{say('app.briefing.date', { date: dateText(info.case.date, info.lang) })}</p>
      </header>
      <h2 id="briefing-title">{say('title')}</h2>
      <p className="lead">{say('summary')}</p>
      <div className="columns prose">
        {say('briefing')
          .split(/\n+/)
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
      </div>
      {note || naming || main !== undefined ? (
        <footer className="small notes">
          {main === undefined ? null : (
            <p>
              {say('app.briefing.rests')}{' '}
              <ReadingLink info={info} to={{ page: main }}>
                {shortOf(info, main)}
              </ReadingLink>
            </p>
          )}
          {note ? <p>{say('content-note')}</p> : null}
          {naming ? <p>{say('naming-note')}</p> : null}
        </footer>
      ) : null}
    </article>
  );
}

/** The own instructions: goals, secret card, what is forbidden; then the brief at the reader's level. */
export function Brief() {
  const { info, seat, level, say, names } = useSitting();
  const [settings, set] = useSettings();
  const { id, role } = info.case.seats[seat];
  const easy = settings.reading === 'easy' && info.texts[`seat.${id}.brief-easy`] !== undefined;
  return (
    <article className="brief sheet" aria-labelledby="brief-title">
      <header className="brief-head">
        <SeatMark of={info.case} seat={seat} />
        <div>
          <h2 id="brief-title">{say('app.briefing.yours', { seat: names.seat(seat) })}</h2>
          <p className="small">{say(`app.role.${role}-about`)}</p>
        </div>
      </header>
      <Goals />
      <Choices
        look="row"
        label={say('app.settings.reading')}
        labelHidden
        choices={READINGS.map((value) => ({ value, label: say(`app.settings.reading-${value}`) }))}
        value={settings.reading}
        onChange={(value) => set({ reading: value === 'easy' ? 'easy' : 'standard' })}
      />
      <div className="prose" lang={info.lang}>
        {say(`seat.${id}.brief${easy ? '-easy' : ''}`)
          .split(/\n+/)
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
      </div>
      {level === 'essential' ? <p className="small">{say('app.briefing.essential')}</p> : null}
    </article>
  );
}
