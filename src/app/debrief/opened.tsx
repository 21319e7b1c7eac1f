import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Opened } from '../../session/index.ts';
import { CAUSES_WORDS_EN, DEBRIEF_WORDS_EN, makeSpeaker, SCREEN_WORDS } from '../../words/index.ts';
import { makeNames } from '../table/names.ts';
import { type Sitting, SittingProvider, useSitting } from '../table/sitting.tsx';
import { APP_LANGUAGE } from '../words.tsx';
import type { Look } from '../worker/lab-protocol.ts';
import { look, type Progress } from './lab.ts';

/** What the debrief's worker found out, or how far it is. */
export type Looking =
  | { readonly is: 'looking'; readonly progress: Progress }
  | { readonly is: 'found'; readonly look: Look }
  | { readonly is: 'broke' };

export interface Debriefed extends Sitting {
  readonly opened: Opened;
  readonly looking: Looking;
}

const DebriefContext = createContext<{ opened: Opened; looking: Looking } | null>(null);

/** The table's sitting, with what the debrief opened. */
export function useDebrief(): Debriefed {
  const sitting = useSitting();
  const more = useContext(DebriefContext);
  if (!more) throw new Error('useDebrief outside a debrief');
  return { ...sitting, ...more };
}

/** Lends the debrief its own words, opens the secrets, and sets the worker to look for what could have been agreed. */
export function DebriefProvider({ opened, children }: { opened: Opened; children: ReactNode }) {
  const sitting = useSitting();
  const { info, update } = sitting;
  const own = useMemo(() => {
    const words = Object.assign({}, SCREEN_WORDS[APP_LANGUAGE], CAUSES_WORDS_EN, DEBRIEF_WORDS_EN);
    const say = makeSpeaker(APP_LANGUAGE, words, info.texts);
    return { say, names: makeNames(info.case, say, info.lang, update.talks) };
  }, [info, update.talks]);
  const looking = useLook(sitting, opened);
  const seated = useMemo(() => ({ ...sitting, ...own }), [sitting, own]);
  const value = useMemo(() => ({ opened, looking }), [opened, looking]);
  return (
    <SittingProvider value={seated}>
      <DebriefContext value={value}>{children}</DebriefContext>
    </SittingProvider>
  );
}

function useLook({ info, update }: Sitting, { truth, closed }: Opened): Looking {
  const [looking, setLooking] = useState<Looking>({ is: 'looking', progress: { done: 0, of: closed.length } });
  const { talks } = update;
  useEffect(() => {
    const tabled = talks.filter((line) => line.clauses.length > 0).map((line) => line.clauses);
    const question = look({ case: info.case, truth, closed, tabled }, (progress) =>
      setLooking({ is: 'looking', progress }),
    );
    question.answer.then(
      (found) => setLooking({ is: 'found', look: found }),
      () => setLooking({ is: 'broke' }),
    );
    return question.stop;
  }, [info, truth, closed, talks]);
  return looking;
}
