import { type ReactNode, useMemo } from 'react';
import { FORECAST_WORDS_EN, makeSpeaker, SCREEN_WORDS } from '../../words/index.ts';
import { makeNames } from '../table/names.ts';
import { SittingProvider, useSitting } from '../table/sitting.tsx';
import { APP_LANGUAGE, SayProvider } from '../words.tsx';
import { capital } from './parts.tsx';

/** Lines of a forecast that explain themselves where they stand, by the terms' ids. */
export const LINES = [
  'compromise',
  'band',
  'unweighted',
  'median',
  'odds',
  'nash',
  'distance',
  'swaps',
  'rounds',
] as const;

/** The panel's words: the screen's, the forecasts', and each line once more as a term of the glossary. */
export function panelWords(): Readonly<Record<string, string>> {
  const words: Record<string, string> = { ...SCREEN_WORDS[APP_LANGUAGE], ...FORECAST_WORDS_EN };
  const own: Readonly<Record<string, string>> = FORECAST_WORDS_EN;
  for (const line of LINES) {
    words[`help.term-${line}`] = capital(own[`forecast.${line}`] ?? '');
    words[`help.term-${line}-about`] = own[`forecast.${line}.means`] ?? own[`forecast.${line}.warning`] ?? '';
  }
  return words;
}

/** Lends the forecasts their words. */
export function ForecastWords({ children }: { children: ReactNode }) {
  const sitting = useSitting();
  const { info, update } = sitting;
  const seated = useMemo(() => {
    const say = makeSpeaker(APP_LANGUAGE, panelWords(), info.texts);
    return { ...sitting, say, names: makeNames(info.case, say, info.lang, update.talks) };
  }, [sitting, info, update.talks]);
  return (
    <SayProvider value={seated.say}>
      <SittingProvider value={seated}>{children}</SittingProvider>
    </SayProvider>
  );
}
