import { RadioButton, RadioField } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import type { Say } from '../../words/index.ts';
import { SeatMark } from '../components/SeatMark.tsx';
import type { GameInfo } from '../game-info.ts';
import { useSettings } from '../settings.tsx';
import { byOrder } from '../table/names.ts';

/** The first sentences of a brief, about 100 characters: four of them are read before a choice. */
function opening(brief: string): string {
  let text = '';
  for (const sentence of brief.split(/(?<=[.!?])\s+/)) {
    if (text.length > 60 && text.length + sentence.length > 110) break;
    text = `${text} ${sentence}`.trim();
    if (text.length > 90) break;
  }
  return text;
}

interface Props {
  info: GameInfo;
  seat: number;
  say: Say;
}

/** A seat on offer: who it is and where it stands, in its own words. */
export function SeatCard({ info, seat, say }: Props) {
  const c = info.case;
  const { id, role, order } = c.seats[seat];
  return (
    <RadioField value={id} className={`seat-card seat-${order % 6}`}>
      <RadioButton className="seat-card-head">
        <SeatMark of={c} seat={seat} />
        <span className="seat-card-name">{say(`seat.${id}.name`)}</span>
        <span className="dot" aria-hidden="true" />
      </RadioButton>
      <Text slot="description" className="seat-card-text">
        <span className="seat-card-role">{say(`app.role.${role}`)}</span>
        <span className="seat-card-brief" lang={info.lang}>
          {opening(say(`seat.${id}.brief${info.texts[`seat.${id}.brief-easy`] === undefined ? '' : '-easy'}`))}
        </span>
      </Text>
    </RadioField>
  );
}

/** The whole brief of the chosen seat, who ratifies at home, and what it says on each issue. */
export function Dossier({ info, seat, say }: Props) {
  const [settings] = useSettings();
  const c = info.case;
  const { id, bodies } = c.seats[seat];
  const easy = settings.reading === 'easy' && info.texts[`seat.${id}.brief-easy`] !== undefined;
  return (
    <details className="sheet dossier">
      <summary>{say('app.new.dossier', { seat: say(`seat.${id}.name`) })}</summary>
      <div className="dossier-columns" lang={info.lang}>
        <div className="prose">
          {say(`seat.${id}.brief${easy ? '-easy' : ''}`)
            .split(/\n+/)
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          <p className="small">
            {say('app.new.bodies', { bodies: bodies.map((b) => say(`body.${c.bodies[b].id}.name`)).join(', ') })}
          </p>
        </div>
        <dl className="stances">
          {byOrder(c.issues).map((issue) => (
            <div key={c.issues[issue].id}>
              <dt>{say(`issue.${c.issues[issue].id}.name`)}</dt>
              <dd>{say(`stance.${id}.${c.issues[issue].id}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
