/// <reference lib="webworker" />
/** A worker only for forecasts: two hundred worlds are drawn beside the page, so that it never stutters. */
import { type FromForecaster, reckonForecast, type ToForecaster } from './forecast-protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

const post = (message: FromForecaster) => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<ToForecaster>) => {
  const { call } = data;
  try {
    post({ tell: 'told', call, told: reckonForecast(data) });
  } catch (error) {
    post({ tell: 'broke', call, message: error instanceof Error ? error.message : String(error) });
  }
};
