import '../styles/campaign.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Confirm } from '../components/Confirm.tsx';
import { Button } from '../components/Controls.tsx';
import { Page } from '../components/Page.tsx';
import { go, makeRoute } from '../route.ts';
import { withNames } from '../scenarios/named.ts';
import { offerFile } from '../screens/offer-file.ts';
import { useSettings } from '../settings.tsx';
import { Arc } from './Arc.tsx';
import { Between } from './Between.tsx';
import { makeCampaignFile } from './file.ts';
import { Progress, type Step } from './Progress.tsx';
import { loadParts, nextOf, type Part } from './parts.ts';
import { makeCampaignSay, textsIn } from './say.ts';
import { type CampaignRecord, deleteCampaign, getCampaign } from './store.ts';

type State =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly what: string }
  | { readonly is: 'there'; readonly record: CampaignRecord; readonly parts: readonly Part[] };

/** A campaign of this device, wherever it stands: in the middle of a part, between two, or at its end. */
export default function CampaignScreen({ id }: { id: string }) {
  const [{ names }] = useSettings();
  const plain = useMemo(() => makeCampaignSay(), []);
  const [state, setState] = useState<State>({ is: 'loading' });
  useEffect(() => {
    let there = true;
    load(id).then(
      (next) => there && setState(next ?? { is: 'failed', what: plain('campaign.unknown') }),
      (error: unknown) => there && setState({ is: 'failed', what: error instanceof Error ? error.message : '' }),
    );
    return () => {
      there = false;
    };
  }, [id, plain]);
  const shown = useMemo(
    () => (state.is === 'there' ? state.parts.map((part) => ({ ...part, info: withNames(part.info, names) })) : []),
    [state, names],
  );
  if (state.is === 'loading')
    return (
      <Page>
        <p className="loading">{plain('app.loading')}</p>
      </Page>
    );
  if (state.is === 'failed')
    return (
      <Page>
        <div className="sheet broken" role="alert">
          <h1>{plain('campaign.failed')}</h1>
          <p>{state.what}</p>
        </div>
      </Page>
    );
  return (
    <Page>
      <Standing record={state.record} parts={shown} />
    </Page>
  );
}

async function load(id: string): Promise<State | null> {
  const record = await getCampaign(id);
  return record ? { is: 'there', record, parts: await loadParts(record) } : null;
}

function Standing({ record, parts }: { record: CampaignRecord; parts: readonly Part[] }) {
  const texts = textsIn(record.file.texts, record.language);
  const say = useMemo(() => makeCampaignSay(texts), [texts]);
  const next = useMemo(() => nextOf(record, parts), [record, parts]);
  const running = parts.find(({ game }) => game !== null && game.phase !== 'debrief');
  // Its game is over, and nothing here can read it any more: the rules or its scenario are others now.
  const lost = parts.find(({ game, played }) => game?.phase === 'debrief' && played === null);
  const over = parts.every(({ played }) => played !== null);
  const steps = parts.map((part): Step => {
    const state =
      part.game === null ? (next?.part === part ? 'next' : 'later') : part === running ? 'running' : 'played';
    return {
      no: part.no,
      date: part.date,
      title: part.info.texts.title ?? part.scenario,
      state,
      game: part.game?.id ?? null,
    };
  });
  return (
    <article className="campaign" data-standing={over ? 'over' : running ? 'running' : 'between'}>
      <header className="campaign-head">
        <p className="tag">{say('campaign.kicker', { parts: parts.length })}</p>
        <h1 lang={record.language}>{say('title')}</h1>
        <p className="small">
          {say('campaign.as', { seat: record.seatName })} · {say(`preset.${record.preset}`)}
        </p>
      </header>
      <Progress steps={steps} say={say} />
      {running?.game ? (
        <section className="sheet campaign-running" aria-labelledby="running-title">
          <h2 id="running-title">{say('campaign.running', { part: running.no, parts: parts.length })}</h2>
          <p>
            <strong lang={running.info.lang}>{running.info.texts.title}</strong>{' '}
            {say('app.home.game', { seat: record.seatName, round: running.game.round, rounds: running.game.rounds })}
          </p>
          <div className="actions">
            <a className="button button-main" href={makeRoute({ at: 'game', id: running.game.id })}>
              {say('campaign.go-on')}
            </a>
          </div>
        </section>
      ) : null}
      {lost ? (
        <p className="sheet note" role="alert">
          {say('campaign.lost', { title: lost.info.texts.title ?? lost.scenario })}
        </p>
      ) : null}
      {next && next.part.no > 1 ? <Between record={record} parts={parts} next={next} say={say} /> : null}
      {over ? <Arc record={record} parts={parts} say={say} /> : null}
      <Keep record={record} say={say} />
    </article>
  );
}

/** The campaign as a file, and the way to be rid of it. */
function Keep({ record, say }: { record: CampaignRecord; say: ReturnType<typeof makeCampaignSay> }) {
  const [doomed, setDoomed] = useState(false);
  const save = useCallback(async () => {
    offerFile(`demarche-${record.file.campaign.id}-${record.seat}.jsonl`, await makeCampaignFile(record));
  }, [record]);
  return (
    <footer className="campaign-keep">
      <Button small onPress={() => void save()}>
        {say('campaign.save')}
      </Button>
      <Button small kind="quiet" onPress={() => setDoomed(true)}>
        {say('campaign.delete')}
      </Button>
      <p className="small">{say('campaign.kept')}</p>
      {doomed ? (
        <Confirm
          title={say('campaign.delete-title')}
          about={say('campaign.delete-about', { title: record.title })}
          deed={say('campaign.delete')}
          act={() => void deleteCampaign(record.id).then(() => go({ at: 'home' }))}
          close={() => setDoomed(false)}
        />
      ) : null}
    </footer>
  );
}
