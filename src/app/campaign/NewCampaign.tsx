import '../styles/campaign.css';
import { useEffect, useMemo, useState } from 'react';
import { carriedInto } from '../../rules/index.ts';
import type { Carried } from '../../world/index.ts';
import { Page } from '../components/Page.tsx';
import type { GameInfo } from '../game-info.ts';
import { go } from '../route.ts';
import { loadShipped } from '../scenarios/index.ts';
import { useNamed } from '../scenarios/named.ts';
import { playersOf } from '../setup/players.ts';
import { type Chosen, SetupForm } from '../setup/SetupForm.tsx';
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
  const { campaign } = file;

  const begin = async ({ seated, preset, level }: Chosen) => {
    const seed = newSeed();
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
      players: playersOf(c, seated, 'mixed', seed),
      changed: Date.now(),
      games: [],
    };
    try {
      await putCampaign(record);
      const carried: Carried = carriedInto(campaign, preset, 1, c, null);
      const part = { no: 1, scenario: c.id, date: c.date, info: plain, game: null, played: null };
      go({ at: 'game', id: await beginPart(record, part, carried) });
      return undefined;
    } catch {
      return say('app.new.no-storage');
    }
  };

  return (
    <SetupForm
      info={info}
      say={sayFirst}
      question={say('campaign.seat')}
      lengths={campaign.presets.map(({ id, minutes, rounds }) => ({
        value: id,
        label: say(`preset.${id}`),
        about: say('campaign.length', { rounds: rounds.reduce((sum, n) => sum + n, 0), minutes }),
      }))}
      begin={begin}
    >
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
    </SetupForm>
  );
}
