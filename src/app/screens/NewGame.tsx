import { useEffect, useMemo, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { campaigns } from '../campaign/list.ts';
import { Choices } from '../components/Controls.tsx';
import { Page } from '../components/Page.tsx';
import { dateText } from '../dates.ts';
import type { GameInfo } from '../game-info.ts';
import { PracticeOffer } from '../practice/PracticeOffer.tsx';
import { go, makeRoute } from '../route.ts';
import { loadShipped, type ScenarioListing, shipped } from '../scenarios/index.ts';
import { useNamed } from '../scenarios/named.ts';
import { lengthsOf } from '../setup/choices.tsx';
import { OPPONENTS, playersOf } from '../setup/players.ts';
import { type Chosen, SetupForm } from '../setup/SetupForm.tsx';
import { makeAppSay, useSay } from '../words.tsx';
import { keepScenario, newId, newSeed, putGame } from '../worker/games.ts';

/** Which scenario, which seat, how long, how much of the rules. */
export function NewGame({ scenario, seat }: { scenario: string | null; seat: string | null }) {
  const say = useSay();
  const chosen = shipped.find((one) => one.id === scenario) ?? (shipped.length === 1 ? shipped[0] : null);
  return (
    <Page>
      {chosen ? (
        <Loaded key={chosen.id} listing={chosen} seat={seat} />
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

function Loaded({ listing, seat }: { listing: ScenarioListing; seat: string | null }) {
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
  return <Setup info={info} listing={listing} seat={seat} />;
}

interface SetupProps {
  info: GameInfo;
  listing: ScenarioListing;
  seat: string | null;
}

function Setup({ info: plain, listing, seat }: SetupProps) {
  const info = useNamed(plain);
  const c = info.case;
  const appSay = useSay();
  const say = useMemo(() => makeAppSay(info.texts), [info.texts]);
  const [opponents, setOpponents] = useState<string>('mixed');
  const [seed, setSeed] = useState('');

  const begin = async ({ seated, preset, level }: Chosen) => {
    const number = seed.trim() === '' ? newSeed() : Number(seed);
    if (!Number.isSafeInteger(number) || number < 0) return say('app.new.seed-wrong');
    const id = newId();
    const chosen = c.presets.find((p) => p.id === preset)!;
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
        players: playersOf(c, seated, opponents, number),
        changed: Date.now(),
        round: 1,
        rounds: chosen.rounds,
        phase: 'briefing',
      });
      go({ at: 'game', id });
      return undefined;
    } catch {
      return say('app.new.no-storage');
    }
  };

  return (
    <SetupForm
      info={info}
      say={say}
      question={appSay('app.new.seat')}
      first={seat}
      lengths={lengthsOf(info, say)}
      begin={begin}
      more={
        <>
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
        </>
      }
    >
      <header className="setup-head">
        <h1 lang={info.lang}>{say('title')}</h1>
        <p className="lead" lang={info.lang}>
          {say('summary')}
        </p>
        <div className="setup-notes">
          {info.texts['content-note'] ? (
            <details>
              <summary>{say('app.new.content-note')}</summary>
              <p className="small">{say('content-note')}</p>
            </details>
          ) : null}
          <a href={makeRoute({ at: 'documents', scenario: c.id })}>{say('app.documents.rests')}</a>
        </div>
      </header>
    </SetupForm>
  );
}
