import { type ReactNode, useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { RadioGroup } from 'react-aria-components/RadioGroup';
import type { Level } from '../../session/index.ts';
import type { Say } from '../../words/index.ts';
import { Button, Choices } from '../components/Controls.tsx';
import type { GameInfo } from '../game-info.ts';
import { People } from '../hotseat/People.tsx';
import { seatsByOrder } from '../table/names.ts';
import { type Length, LevelChoices } from './choices.tsx';
import { Dossier, SeatCard } from './SeatCard.tsx';

/** What was chosen before a game or a campaign begins. */
export interface Chosen {
  /** Ids of the seats that people play, in the author's order; at least one. */
  readonly seated: readonly string[];
  readonly preset: string;
  readonly level: Level;
}

interface Props {
  info: GameInfo;
  /** With the texts of the scenario whose seats are chosen. */
  say: Say;
  /** Id or role of the seat that is chosen at first; else the author's first. */
  first?: string | null;
  /** The question above the seats. */
  question: string;
  /** The first is the default. */
  lengths: readonly Length[];
  /** What is asked only here, folded away. */
  more?: ReactNode;
  /** Begins; gives what stands in the way in words, or nothing. */
  begin: (chosen: Chosen) => Promise<string | undefined>;
  /** What is told before the seats. */
  children: ReactNode;
}

/** Which seat, who sits at this screen, how long, how much of the rules; for a game and for a campaign. */
export function SetupForm({ info, say, first, question, lengths, more, begin, children }: Props) {
  const c = info.case;
  const seats = seatsByOrder(c);
  const [seat, setSeat] = useState(() => {
    const asked = seats.find((s) => c.seats[s].id === first || c.seats[s].role === first);
    return c.seats[asked ?? seats[0]].id;
  });
  const [preset, setPreset] = useState(lengths[0]?.value ?? '');
  const [level, setLevel] = useState<Level>('essential');
  const [people, setPeople] = useState<readonly string[] | null>(null);
  const [problem, setProblem] = useState('');
  const seated = seats.map((s) => c.seats[s].id).filter((id) => (people ? people.includes(id) : id === seat));

  const go = async () => {
    if (people && seated.length < 2) return setProblem(say('hotseat.new-few'));
    setProblem((await begin({ seated, preset, level })) ?? '');
  };

  return (
    <div className="setup">
      {children}
      <RadioGroup className="seat-cards" value={seat} onChange={setSeat}>
        <Label className="section-label">{question}</Label>
        <div className="seat-cards-items">
          {seats.map((s) => (
            <SeatCard key={c.seats[s].id} info={info} seat={s} say={say} />
          ))}
        </div>
      </RadioGroup>
      <Dossier info={info} seat={c.seats.findIndex((s) => s.id === seat)} say={say} />
      <div className="sheet setup-more">
        <People info={info} say={say} own={seat} people={people} setPeople={setPeople} />
        <Choices label={say('app.new.length')} choices={lengths} value={preset} onChange={setPreset} />
        <LevelChoices say={say} value={level} onChange={setLevel} />
        {more ? (
          <details>
            <summary>{say('app.new.more')}</summary>
            <div className="stack">{more}</div>
          </details>
        ) : null}
      </div>
      <div className="setup-go">
        <Button kind="main" onPress={go}>
          {people
            ? say('hotseat.new-begin', { count: seated.length })
            : say('app.new.begin', { seat: say(`seat.${seat}.name`) })}
        </Button>
        <p className="note" role="alert">
          {problem}
        </p>
      </div>
    </div>
  );
}
