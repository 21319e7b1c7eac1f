/** Not part of the first load: made while the app is built, or when a save brings a scenario along. */
import type { Meta } from '../../scenario/index.ts';
import type { ScenarioFileInApp } from './types.ts';

/** What a table needs of the bibliography; what each paragraph says is for the document room. */
export function citedBy({ sources }: Pick<Meta, 'sources'>): ScenarioFileInApp['sources'] {
  return Object.fromEntries(
    Object.entries(sources).map(([id, source]) => {
      const { title, short, author, publisher, date } = source;
      return [id, { title, short, ...(author ? { author } : {}), publisher, date }];
    }),
  );
}
