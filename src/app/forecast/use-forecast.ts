import { startTransition, useEffect, useRef, useState } from 'react';
import type { Case, Clause, View } from '../../world/index.ts';
import type { FromForecaster, ToForecaster, Told } from '../worker/forecast-protocol.ts';

/** `told` stays while the next answer is reckoned, marked as `old`. */
export type Forecasting =
  | { readonly is: 'reckoning' }
  | { readonly is: 'told'; readonly told: Told; readonly old: boolean }
  | { readonly is: 'broke' };

/** Asks a worker of its own for the forecasts of a view, again whenever the table moves on. The worker ends with the panel. */
export function useForecast(c: Case, view: View, drafts: readonly (readonly Clause[])[]): Forecasting {
  const [state, setState] = useState<Forecasting>({ is: 'reckoning' });
  const worker = useRef<Worker | null>(null);
  const calls = useRef(0);
  useEffect(() => {
    const port = new Worker(new URL('../worker/forecast.ts', import.meta.url), {
      type: 'module',
      name: 'demarche-forecast',
    });
    worker.current = port;
    port.onmessage = ({ data }: MessageEvent<FromForecaster>) => {
      // An answer about a table that has moved on since.
      if (data.call !== calls.current) return;
      // A page full of lines is drawn in portions, so that nothing else waits for it.
      startTransition(() =>
        setState(data.tell === 'told' ? { is: 'told', told: data.told, old: false } : { is: 'broke' }),
      );
    };
    port.onerror = () => setState({ is: 'broke' });
    return () => {
      worker.current = null;
      port.terminate();
    };
  }, []);
  // Drafts are small lists: by their contents, since they are put together anew at every look.
  const asked = JSON.stringify(drafts);
  useEffect(() => {
    calls.current += 1;
    setState((before) => (before.is === 'told' ? { ...before, old: true } : { is: 'reckoning' }));
    worker.current?.postMessage({
      call: calls.current,
      case: c,
      view,
      drafts: JSON.parse(asked),
    } satisfies ToForecaster);
  }, [c, view, asked]);
  return state;
}
