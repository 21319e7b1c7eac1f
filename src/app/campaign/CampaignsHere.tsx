import '../styles/campaign.css';
import { useEffect, useMemo, useState } from 'react';
import { makeRoute } from '../route.ts';
import type { GameRecord } from '../worker/games.ts';
import { makeCampaignSay } from './say.ts';
import { type CampaignRecord, listCampaigns } from './store.ts';

/** The campaigns of this device on the first screen, each with how far it is. */
export default function CampaignsHere({ games }: { games: readonly GameRecord[] }) {
  const say = useMemo(() => makeCampaignSay(), []);
  const [all, setAll] = useState<readonly CampaignRecord[]>([]);
  useEffect(() => {
    let there = true;
    listCampaigns().then(
      (found) => there && setAll(found),
      () => {},
    );
    return () => {
      there = false;
    };
  }, []);
  if (all.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="campaigns-title">
      <h2 id="campaigns-title">{say('campaign.here')}</h2>
      <ul className="games">
        {all.map((one) => {
          const parts = one.file.campaign.parts.length;
          const last = games.find(({ id }) => id === one.games.at(-1));
          const over = last?.phase === 'debrief';
          const state = over ? (one.games.length === parts ? 'over' : 'between') : 'running';
          return (
            <li key={one.id}>
              <a href={makeRoute({ at: 'campaign', id: one.id })}>
                <strong>{one.title}</strong>
                <span>
                  {say('campaign.as', { seat: one.seatName })} ·{' '}
                  {say(`campaign.here-${state}`, { part: one.games.length, parts, title: last?.title ?? '' })}
                </span>
              </a>
              <time className="small" dateTime={new Date(one.changed).toISOString()}>
                {new Date(one.changed).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
