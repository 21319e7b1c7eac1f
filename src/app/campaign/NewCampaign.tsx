import '../styles/campaign.css';
import { useEffect, useMemo, useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { RadioGroup } from 'react-aria-components/RadioGroup';
import { carriedInto } from '../../rules/index.ts';
import type { Carried } from '../../world/index.ts';
import { Button, Choices } from '../components/Controls.tsx';
import { Page } from '../components/Page.tsx';
import type { GameInfo } from '../game-info.ts';
import { People } from '../hotseat/People.tsx';
import { go } from '../route.ts';
import { loadShipped } from '../scenarios/index.ts';
import { useNamed } from '../scenarios/named.ts';
import { SeatCard, temperament } from '../screens/NewGame.tsx';
import { seatsByOrder } from '../table/names.ts';
import { newId, newSeed } from '../worker/games.ts';
import { type CampaignFileInApp, type CampaignListing, campaigns, loadCampaign } from './list.ts';
import { Progress } from './Progress.tsx';
import { beginPart } from './parts.ts';
import { makeCampaignSay, textsIn } from './say.ts';
import { type CampaignRecord, putCampaign } from './store.ts';

/** Which seat, how long, how much of the rules: for all parts of a campaign. */
export default function NewCampaign({ id }: { id: string }) {
  const say = useMemo(() => makeCampaignSay(), []);
  const listing = campaigns.find((one) => one.id === id);
  const [loaded, setLoaded] = useState<{ file: CampaignFileInApp; info: GameInfo } | null>(null);
  const [failed, setFailed] = useState(listing === undefined);
  const first = listing?.parts[0]?.scenario;
  useEffect(() => {
    if (first === undefined) return;
    let there = true;
    Promise.all([loadCampaign(id), loadShipped(first)]).then(
      ([file, info]) => there && setLoaded({ file, info }),
      () => there && setFailed(true),
    );
    return () => {
      there = false;
    };
  }, [id, first]);
  return (
    <Page>
      {failed ? <p role="alert">{say('campaign.failed')}</p> : null}
      {!failed && !loaded ? <p className="loading">{say('app.loading')}</p> : null}
      {loaded && listing ? <Setup listing={listing} {...loaded} /> : null}
    </Page>
  );
}

function Setup({ listing, file, info: plain }: { listing: CampaignListing; file: CampaignFileInApp; info: GameInfo }) {
  const info = useNamed(plain);
  const c = info.case;
  const own = textsIn(file.texts, info.lang);
  const say = useMemo(() => makeCampaignSay(own), [own]);
  const sayFirst = useMemo(() => makeCampaignSay(info.texts), [info.texts]);
  const seats = seatsByOrder(c);
  const { campaign } = file;
  const [seat, setSeat] = useState(c.seats[seats[0]].id);
  const [preset, setPreset] = useState(campaign.presets[0].id);
  const [level, setLevel] = useState<'essential' | 'full'>('essential');
  const [people, setPeople] = useState<readonly string[] | null>(null);
  const [problem, setProblem] = useState('');
  const seated = seats.map((s) => c.seats[s].id).filter((id) => (people ? people.includes(id) : id === seat));

  const begin = async () => {
    if (people && seated.length < 2) return setProblem(say('hotseat.new-few'));
    const seed = newSeed();
    const bots = seats.filter((s) => !seated.includes(c.seats[s].id));
    const record: CampaignRecord = {
      id: newId(),
      file,
      title: listing.title,
      preset,
      seat: seated[0],
      seatName: new Intl.ListFormat(info.lang).format(seated.map((one) => sayFirst(`seat.${one}.name`))),
      level,
      language: info.lang,
      seed,
      players: Object.fromEntries([
        ...seated.map((one) => [one, 'person' as const]),
        ...bots.map((s, k) => [c.seats[s].id, `bot:${temperament('mixed', seed, k)}` as const]),
      ]),
      changed: Date.now(),
      games: [],
    };
    try {
      await putCampaign(record);
      const carried: Carried = carriedInto(campaign, preset, 1, c, null);
      const part = { no: 1, scenario: c.id, date: c.date, info: plain, game: null, played: null };
      const game = await beginPart(record, part, carried);
      go({ at: 'game', id: game });
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
        <p lang={info.lang}>{say('lead')}</p>
      </header>
      <Progress
        say={say}
        steps={listing.parts.map((part, k) => ({
          no: k + 1,
          date: part.date,
          title: part.title,
          state: k === 0 ? 'next' : 'later',
          game: null,
        }))}
      />
      <RadioGroup className="seat-cards" value={seat} onChange={setSeat}>
        <Label className="section-label">{say('campaign.seat')}</Label>
        <div className="seat-cards-items">
          {seats.map((s) => (
            <SeatCard key={c.seats[s].id} info={info} seat={s} say={sayFirst} />
          ))}
        </div>
      </RadioGroup>
      <div className="sheet setup-more">
        <People info={info} say={sayFirst} own={seat} people={people} setPeople={setPeople} />
        <Choices
          label={say('app.new.length')}
          choices={campaign.presets.map(({ id, minutes, rounds }) => ({
            value: id,
            label: say(`preset.${id}`),
            about: say('campaign.length', { rounds: rounds.reduce((sum, n) => sum + n, 0), minutes }),
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
      </div>
      <div className="setup-go">
        <Button kind="main" onPress={begin}>
          {people
            ? say('hotseat.new-begin', { count: seated.length })
            : say('app.new.begin', { seat: sayFirst(`seat.${seat}.name`) })}
        </Button>
        <p className="note" role="alert">
          {problem}
        </p>
      </div>
    </div>
  );
}
