import { useMemo, useState } from 'react';
import type { Say } from '../../words/index.ts';
import type { Carried, Cite } from '../../world/index.ts';
import { Button } from '../components/Controls.tsx';
import { dateText } from '../dates.ts';
import { Cited, PlaceLink } from '../documents/link.tsx';
import type { GameInfo } from '../game-info.ts';
import { go } from '../route.ts';
import { Handed } from './Handed.tsx';
import { Mandates } from './Mandates.tsx';
import { beginPart, type Part } from './parts.ts';
import type { CampaignRecord } from './store.ts';

interface Props {
  record: CampaignRecord;
  parts: readonly Part[];
  next: { readonly part: Part; readonly carried: Carried };
  say: Say;
}

/** The years between two parts: what happened, what goes on, and what one's government wanted then and wants now. */
export function Between({ record, parts, next: { part, carried }, say }: Props) {
  const before = parts[part.no - 2]!;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const grounds = record.file.campaign.parts[part.no - 1]!.restsOn;
  const begin = async () => {
    setBusy(true);
    try {
      go({ at: 'game', id: await beginPart(record, part, carried) });
    } catch {
      setBusy(false);
      setProblem(say('app.new.no-storage'));
    }
  };
  const people = useMemo(
    () => Object.keys(record.players).filter((seat) => record.players[seat] === 'person'),
    [record.players],
  );
  return (
    <>
      <section className="sheet campaign-years" aria-labelledby="years-title">
        <p className="campaign-dates">
          {dateText(before.date, 'en')} <span aria-hidden="true">→</span>
          <span className="visually-hidden">{say('campaign.until')}</span> {dateText(part.date, 'en')}
        </p>
        <h2 id="years-title">{say('campaign.years')}</h2>
        <p className="lead" lang={record.language}>
          {say(`between.${part.scenario}`)}
        </p>
        <details>
          <summary>{say('campaign.rests-on')}</summary>
          <ul className="campaign-grounds">
            {grounds.map((ground, k) => (
              <li key={k}>
                <Ground of={ground} infos={[before.info, part.info]} say={say} />
              </li>
            ))}
          </ul>
        </details>
      </section>
      <Handed before={before} part={part} carried={carried} say={say} />
      <Mandates
        before={before}
        part={part}
        people={people}
        rule={record.file.campaign.parts[part.no - 2]!.rule}
        say={say}
      />
      <div className="setup-go">
        <Button kind="main" isDisabled={busy} onPress={() => void begin()}>
          {say('campaign.begin', { title: part.info.texts.title ?? part.scenario })}
        </Button>
        <p className="note" role="alert">
          {problem}
        </p>
      </div>
    </>
  );
}

/** A grade, the document and paragraph, and the reason. */
function Ground({ of, infos, say }: { of: Cite; infos: readonly GameInfo[]; say: Say }) {
  const info = infos.find(({ sources }) => of.source !== undefined && sources[of.source] !== undefined) ?? infos[0];
  return (
    <span className="citation">
      <span className={`tag grade-${of.grade}`}>{say(`ledger.grade-${of.grade}`)}</span>{' '}
      {of.source && info ? <PlaceLink info={info} say={say} source={of.source} paragraph={of.paragraph ?? 0} /> : null}{' '}
      {of.because && info ? (
        <span className="small">
          <Cited info={info} say={say} text={of.because} />
        </span>
      ) : null}
    </span>
  );
}
