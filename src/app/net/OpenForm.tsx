import { useState } from 'react';
import type { Level, OpenRoom } from '../../session/index.ts';
import type { Say } from '../../words/index.ts';
import { Button, Check, Choices } from '../components/Controls.tsx';
import { SeatMark } from '../components/SeatMark.tsx';
import type { GameInfo } from '../game-info.ts';
import { LevelChoices, lengthsOf } from '../setup/choices.tsx';
import { seatsByOrder } from '../table/names.ts';

interface Props {
  info: GameInfo;
  say: Say;
  problem: string;
  busy: boolean;
  open: (request: OpenRoom) => void;
}

/** Temperaments of the bots, dealt round the table. */
const BOTS = ['bot:by-the-book', 'bot:dealmaker', 'bot:hardliner'] as const;

/** What a room needs to know before it is opened. The defaults are a first lesson: nothing has to be touched. */
export function OpenForm({ info, say, problem, busy, open }: Props) {
  const c = info.case;
  const seats = seatsByOrder(c);
  const lengths = lengthsOf(info, say);
  const [preset, setPreset] = useState(lengths[0]?.value ?? '');
  const [level, setLevel] = useState<Level>('essential');
  const [timed, setTimed] = useState(false);
  const [bots, setBots] = useState<readonly number[]>([]);
  return (
    <form
      className="setup"
      onSubmit={(event) => {
        event.preventDefault();
        open({
          scenario: c.id,
          preset,
          level,
          timed,
          language: info.lang,
          seats: c.seats.map((_, seat) => (bots.includes(seat) ? BOTS[seat % BOTS.length] : 'person')),
        });
      }}
    >
      <div className="sheet setup-more">
        <Choices label={say('app.new.length')} choices={lengths} value={preset} onChange={setPreset} />
        <LevelChoices say={say} value={level} onChange={setLevel} />
        <div className="host-clock">
          <Check
            isSelected={timed}
            onChange={setTimed}
            label={say('net.host.clock')}
            about={say('net.host.clock-about')}
          />
        </div>
      </div>
      <section className="sheet" aria-labelledby="host-seats">
        <h2 id="host-seats">{say('net.host.seats')}</h2>
        <p className="small">{say('net.host.seats-about')}</p>
        <ul className="host-seats">
          {seats.map((seat) => {
            const name = say(`seat.${c.seats[seat].id}.name`);
            return (
              <li key={c.seats[seat].id}>
                <SeatMark of={c} seat={seat} />
                <strong>{name}</strong>
                <Choices
                  look="row"
                  label={name}
                  labelHidden
                  choices={[
                    { value: 'person', label: say('net.host.by-person') },
                    { value: 'bot', label: say('net.host.by-bot') },
                  ]}
                  value={bots.includes(seat) ? 'bot' : 'person'}
                  onChange={(value) =>
                    setBots(value === 'bot' ? [...bots, seat] : bots.filter((other) => other !== seat))
                  }
                />
              </li>
            );
          })}
        </ul>
      </section>
      <div className="setup-go">
        <Button kind="main" type="submit" isDisabled={busy || bots.length === seats.length}>
          {say(busy ? 'net.host.opening' : 'net.host.open')}
        </Button>
        <p className="note" role="alert">
          {problem}
        </p>
      </div>
    </form>
  );
}
