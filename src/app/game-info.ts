import type { Case } from '../world/index.ts';

/** What everybody at a table may read from the start: the compiled scenario and its texts in the language of play. */
export interface GameInfo {
  readonly case: Case;
  /** BCP 47, of `texts`. */
  readonly lang: string;
  readonly texts: Readonly<Record<string, string>>;
  /** The texts that read differently with other place names, by setting. Games kept by an older version have none. */
  readonly named?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Titles of the documents the scenario cites, by source id. */
  readonly sources: Readonly<Record<string, SourceInfo>>;
}

export interface SourceInfo {
  readonly title: string;
  /** The name beside a citation. Games kept by an older version have none: see `shortOf`. */
  readonly short?: string;
  readonly author?: string;
  readonly publisher: string;
  /** ISO year, month or day; `null` where the document is undated. */
  readonly date: string | null;
}
