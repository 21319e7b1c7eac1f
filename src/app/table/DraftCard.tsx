import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { type Draft, inSet, REJECT_REASONS, type RejectReason } from '../../world/index.ts';
import { Button, Choices } from '../components/Controls.tsx';
import { SeatMark } from '../components/SeatMark.tsx';
import { Sheet } from '../components/Sheet.tsx';
import { AssessmentView } from './AssessmentView.tsx';
import { Because } from './Citation.tsx';
import { ClauseList } from './Clauses.tsx';
import { useWriting } from './draft.tsx';
import { seatsByOrder } from './names.ts';
import { useSitting } from './sitting.tsx';

/** One draft: who tabled it, its clauses (against the one it answers), who signed, what it means for us, what we can do. */
export function DraftCard({ draft }: { draft: Draft }) {
  const { info, update, seat, say, names, act } = useSitting();
  const { load } = useWriting();
  const legal = update.legal;
  const parent = draft.parent > 0 ? update.view.drafts.find((d) => d.no === draft.parent) : undefined;
  const open = draft.state === 'open';
  const can = (list: readonly number[] | undefined) => open && (list?.includes(draft.no) ?? false);
  const because = update.talks.find(
    (line) => line.draft === draft.no && (line.did === 'table' || line.did === 'counter'),
  )?.because;

  return (
    <article className={`draft sheet draft-${draft.state}`} data-draft={draft.no}>
      <header className="draft-head">
        <SeatMark of={info.case} seat={draft.by} />
        <h3>
          {say(draft.parent ? 'app.draft.title-counter' : 'app.draft.title', {
            no: names.draft(draft.no),
            seat: names.seatShort(draft.by),
            parent: names.draft(draft.parent),
          })}
        </h3>
        <span className="small">{say('app.draft.round', { round: draft.round })}</span>
        {open ? null : <span className={`tag tag-${draft.state}`}>{say(`app.draft.state-${draft.state}`)}</span>}
      </header>
      <ClauseList clauses={draft.clauses} {...(parent ? { before: parent.clauses } : {})} />
      {because ? (
        <p className="because">
          <Because text={because} />
        </p>
      ) : null}
      {draft.state === 'rejected' && draft.rejectedBy >= 0 ? (
        <p className="small">
          {say('app.draft.rejected-by', { seat: names.seatShort(draft.rejectedBy) })}{' '}
          {draft.reason ? say(`app.reject.${draft.reason}`) : ''}
        </p>
      ) : null}
      <ul className="signatures" aria-label={say('app.draft.signatures')}>
        {seatsByOrder(info.case, draft.signatories).map((s) => {
          const signed = inSet(draft.signed, s);
          return (
            <li key={s} className={signed ? 'signed' : 'unsigned'}>
              <SeatMark of={info.case} seat={s} small />
              {names.seatShort(s)}{' '}
              <span className="small">{say(signed ? 'app.draft.signed' : 'app.draft.unsigned')}</span>
            </li>
          );
        })}
      </ul>
      {open ? <AssessmentView clauses={draft.clauses} /> : null}
      {open ? (
        <div className="actions">
          {can(legal?.sign) ? (
            <Button kind="main" onPress={() => act({ do: 'sign', seat, draft: draft.no })}>
              {say('app.draft.sign')}
            </Button>
          ) : null}
          {can(legal?.counter) && draft.by !== seat ? (
            <Button onPress={() => load(draft.clauses, draft.no)}>{say('app.draft.counter')}</Button>
          ) : null}
          {can(legal?.reject) && draft.by !== seat ? (
            <Reject
              reject={(reason) => act({ do: 'reject', seat, draft: draft.no, reason })}
              no={names.draft(draft.no)}
            />
          ) : null}
          {can(legal?.withdraw) ? (
            <Button onPress={() => act({ do: 'withdraw', seat, draft: draft.no })}>{say('app.draft.withdraw')}</Button>
          ) : null}
        </div>
      ) : null}
    </article>
  );
}

function Reject({ reject, no }: { reject: (reason: RejectReason) => Promise<unknown>; no: number }) {
  const { say } = useSitting();
  const [reason, setReason] = useState<string>(REJECT_REASONS[1]);
  return (
    <DialogTrigger>
      <Button>{say('app.draft.reject')}</Button>
      <Sheet title={say('app.reject.title', { no })} small>
        {(close) => (
          <>
            <Choices
              label={say('app.reject.label')}
              choices={REJECT_REASONS.map((value) => ({ value, label: say(`app.reject.${value}`) }))}
              value={reason}
              onChange={setReason}
            />
            <div className="actions">
              <Button
                kind="main"
                onPress={async () => {
                  await reject(reason as RejectReason);
                  close();
                }}
              >
                {say('app.reject.do')}
              </Button>
              <Button onPress={close}>{say('app.cancel')}</Button>
            </div>
          </>
        )}
      </Sheet>
    </DialogTrigger>
  );
}
