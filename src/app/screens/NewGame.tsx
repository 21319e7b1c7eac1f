import { useEffect, useMemo, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import type { Say } from '../../words/index.ts';
import { campaigns } from '../campaign/list.ts';
import { Button, Choices } from '../components/Controls.tsx';
import { Page } from '../components/Page.tsx';
import { SeatMark } from '../components/SeatMark.tsx';
import { dateText } from '../dates.ts';
import type { GameInfo } from '../game-info.ts';
import { People } from '../hotseat/People.tsx';
import { PracticeOffer } from '../practice/PracticeOffer.tsx';
import { go, makeRoute } from '../route.ts';
import { loadShipped, type ScenarioListing, shipped } from '../scenarios/index.ts';
import { useNamed } from '../scenarios/named.ts';
import { useSettings } from '../settings.tsx';
import { byOrder, seatsByOrder } from '../table/names.ts';
import { makeAppSay, useSay } from '../words.tsx';
import { keepScenario, newId, newSeed, putGame } from '../worker/games.ts';

/** Which scenario, which seat, how long, how much of the rules. */
export function NewGame({ scenario }: { scenario: string | null }) {
  const say = useSay();
  const chosen = shipped.find((one) => one.id === scenario) ?? (shipped.length === 1 ? shipped[0] : null);
  return (
    <Page>
      {chosen ? (
        <Loaded key={chosen.id} listing={chosen} />
      ) : (
        <>
          <h1>{say('app.new.scenario')}</h1>
          <p>
            <a href={makeRoute({ at: 'documents', scenario: null })}>{say('app.documents.about')}</a>
          </p>
          <PracticeOffer />
          <ul className="scenarios">
            {campaigns.map((one) => (
              <li key={one.id} className="sheet scenario scenario-campaign">
                <p className="scenario-date small">
                  {say('app.campaign.kicker', {
                    parts: one.parts.length,
                    from: one.parts[0]?.date.slice(0, 4) ?? '',
                    to: one.parts.at(-1)?.date.slice(0, 4) ?? '',
                  })}
                </p>
                <h2>
                  <a href={makeRoute({ at: 'new-campaign', campaign: one.id })}>{one.title}</a>
                </h2>
                <p className="scenario-summary" lang={one.lang}>
                  {one.summary}
                </p>
              </li>
            ))}
            {shipped.map((one) => (
              <li key={one.id} className="sheet scenario">
                <p className="scenario-date small">{say('app.briefing.date', { date: dateText(one.date, 'en') })}</p>
                <h2>
                  <a href={makeRoute({ at: 'new', scenario: one.id })}>{one.title}</a>
                </h2>
                <p className="scenario-summary" lang={one.lang}>
                  {one.summary}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function Loaded({ listing }: { listing: ScenarioListing }) {
  const say = useSay();
  const [info, setInfo] = useState<GameInfo | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let there = true;
    loadShipped(listing.id).then(
      (loaded) => there && setInfo(loaded),
      () => there && setFailed(true),
    );
    return () => {
      there = false;
    };
  }, [listing.id]);
  if (failed) return <p role="alert">{say('app.new.failed')}</p>;
  if (!info) return <p className="loading">{say('app.loading')}</p>;
  return <Setup info={info} listing={listing} />;
}

function Setup({ info: plain, listing }: { info: GameInfo; listing: ScenarioListing }) {
  const info = useNamed(plain);
  const c = info.case;
  const appSay = useSay();
  const say = useMemo(() => makeAppSay(info.texts), [info.texts]);
  const seats = seatsByOrder(c);
  const presets = useMemo(() => [...c.presets].sort((a, b) => a.minutes - b.minutes), [c.presets]);
  const [seat, setSeat] = useState(c.seats[seats[0]].id);
  const [preset, setPreset] = useState(presets[0].id);
  const [level, setLevel] = useState<'essential' | 'full'>('essential');
  const [opponents, setOpponents] = useState<string>('mixed');
  const [seed, setSeed] = useState('');
  const [problem, setProblem] = useState('');
  const [people, setPeople] = useState<readonly string[] | null>(null);
  const seated = seats.map((s) => c.seats[s].id).filter((id) => (people ? people.includes(id) : id === seat));

  const begin = async () => {
    const number = seed.trim() === '' ? newSeed() : Number(seed);
    if (!Number.isSafeInteger(number) || number < 0) return setProblem(say('app.new.seed-wrong'));
    if (people && seated.length < 2) return setProblem(say('hotseat.new-few'));
    const others = seats.filter((s) => !seated.includes(c.seats[s].id));
    const players = Object.fromEntries([
      ...seated.map((id) => [id, 'person' as const]),
      ...others.map((s, k) => [c.seats[s].id, `bot:${temperament(opponents, number, k)}` as const]),
    ]);
    const id = newId();
    const chosen = presets.find((p) => p.id === preset)!;
    try {
      await keepScenario(plain, null);
      await putGame({
        id,
        scenario: listing.id,
        scenarioHash: c.hash,
        title: listing.title,
        seat: seated[0],
        seatName: new Intl.ListFormat(info.lang).format(seated.map((id) => say(`seat.${id}.name`))),
        level,
        preset,
        seed: number,
        language: info.lang,
        timed: false,
        players,
        changed: Date.now(),
        round: 1,
        rounds: chosen.rounds,
        phase: 'briefing',
      });
      go({ at: 'game', id });
    } catch {
      setProblem(say('app.new.no-storage'));
    }
  };

  return (
    <div className="setup">
      <header className="setup-head">
        <h1 lang={info.lang}>{say('title')}</h1>
        <p className="lead" lang={info.lang}>
          {say('summary')}
        </p>
        <p>
          <a href={makeRoute({ at: 'documents', scenario: c.id })}>{say('app.documents.rests')}</a>
        </p>
        {info.texts['content-note'] ? <p className="small note-content">{say('content-note')}</p> : null}
      </header>
      <RadioGroup className="seat-cards" value={seat} onChange={setSeat}>
        <Label className="section-label">{appSay('app.new.seat')}</Label>
        <div className="seat-cards-items">
          {seats.map((s) => (
            <SeatCard key={c.seats[s].id} info={info} seat={s} say={say} />
          ))}
        </div>
      </RadioGroup>
      <Dossier info={info} seat={c.seats.findIndex((s) => s.id === seat)} say={say} />
      <div className="sheet setup-more">
        <People info={info} say={say} own={seat} people={people} setPeople={setPeople} />
        <Choices
          label={say('app.new.length')}
          choices={presets.map((p) => ({
            value: p.id,
            label: info.texts[`preset.${p.id}`] ? say(`preset.${p.id}`) : say('app.new.rounds', { rounds: p.rounds }),
            about: info.texts[`preset.${p.id}`]
              ? undefined
              : say('app.new.length-about', { rounds: p.rounds, minutes: p.minutes }),
          }))}
          value={preset}
          onChange={setPreset}
        />
        <Choices
          label={say('app.new.level')}
          choices={(['essential', 'full'] as const).map((value) => ({
            value,
            label: say(`app.new.level-${value}`),
            about: say(`app.new.level-${value}-about`),
          }))}
          value={level}
          onChange={(value) => setLevel(value === 'full' ? 'full' : 'essential')}
        />
        <details>
          <summary>{say('app.new.more')}</summary>
          <div className="stack">
            <Choices
              label={say('app.new.opponents')}
              choices={OPPONENTS.map((value) => ({ value, label: say(`app.new.opponents-${value}`) }))}
              value={opponents}
              onChange={setOpponents}
            />
            <TextField className="field field-short" value={seed} onChange={setSeed} inputMode="numeric">
              <Label className="label">{say('app.new.seed')}</Label>
              <Input className="input" />
              <p className="small">{say('app.new.seed-about')}</p>
            </TextField>
          </div>
        </details>
      </div>
      <div className="setup-go">
        <Button kind="main" onPress={begin}>
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

const OPPONENTS = ['mixed', 'by-the-book', 'dealmaker', 'hardliner'] as const;
const MIX = ['by-the-book', 'dealmaker', 'hardliner'] as const;
export const temperament = (choice: string, seed: number, k: number): string =>
  choice === 'mixed' ? MIX[(seed + k) % MIX.length] : choice;

/** The first sentences of a brief, about 150 characters. */
function opening(brief: string): string {
  let text = '';
  for (const sentence of brief.split(/(?<=[.!?])\s+/)) {
    if (text.length > 60 && text.length + sentence.length > 170) break;
    text = `${text} ${sentence}`.trim();
    if (text.length > 140) break;
  }
  return text;
}

/** The whole brief of the chosen seat, and what it says on each issue. */
function Dossier({ info, seat, say }: { info: GameInfo; seat: number; say: Say }) {
  const [settings] = useSettings();
  const c = info.case;
  const { id } = c.seats[seat];
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

/** A seat on offer: who it is, what it wants in its own words, what it can do here. */
export function SeatCard({ info, seat, say }: { info: GameInfo; seat: number; say: Say }) {
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
        <span className="seat-card-facts small">
          {say('app.new.bodies', {
            bodies: c.seats[seat].bodies.map((b) => say(`body.${c.bodies[b].id}.name`)).join(', '),
          })}
        </span>
      </Text>
    </RadioField>
  );
}
