import { nearest } from '../../words/index.ts';
import type { Cell } from './cells.ts';
import type { CsvFault } from './fault.ts';

export const COLUMNS = ['actor', 'issue', 'position', 'salience', 'influence'] as const;
export type Column = (typeof COLUMNS)[number];

/** What columns are called in the literature and in people's spreadsheets. Listed in docs/forecasts.md. */
export const SYNONYMS: Readonly<Record<Column, readonly string[]>> = {
  actor: ['actor', 'actors', 'name', 'stakeholder', 'player', 'country', 'state', 'member', 'party', 'group'],
  issue: ['issue', 'issues', 'topic', 'question', 'item', 'dimension'],
  position: ['position', 'pos', 'x', 'preference', 'preferred position', 'ideal', 'ideal point'],
  salience: ['salience', 'sal', 's', 'importance', 'priority', 'attention'],
  influence: ['influence', 'inf', 'c', 'capability', 'capabilities', 'power', 'clout', 'resources', 'voting power'],
};

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** A heading as it is compared: small letters, no remark in brackets, one blank for blanks, hyphens and underscores. */
const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[([].*$/, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();

export const columnOf = (heading: string): Column | undefined =>
  COLUMNS.find((column) => SYNONYMS[column].includes(plain(heading)));

/** The sign between the cells: the one that makes most of the first line known headings, else the one that parts it most. */
export function delimiterOf(firstLine: string): string {
  const score = (delimiter: string): number => {
    const parts = firstLine.split(delimiter).map((part) => part.trim().replace(/^"|"$/g, ''));
    return 1000 * parts.filter((part) => columnOf(part)).length + parts.length;
  };
  return DELIMITERS.reduce((a, b) => (score(b) > score(a) ? b : a));
}

/** Place of each column in the rows; a column of no interest is no fault. */
export function findColumns(
  heading: readonly Cell[],
  at: (code: string, offset: number, params?: Record<string, string>) => CsvFault,
): { columns: Partial<Record<Column, number>>; faults: CsvFault[] } {
  const columns: Partial<Record<Column, number>> = {};
  const faults: CsvFault[] = [];
  heading.forEach((cell, k) => {
    const column = columnOf(cell.text);
    if (!column) return;
    const before = columns[column];
    if (before === undefined) columns[column] = k;
    else faults.push(at('F005', cell.offset, { column, first: heading[before]?.text ?? '', second: cell.text }));
  });
  const strange = heading.filter((cell) => cell.text !== '' && !columnOf(cell.text));
  for (const column of COLUMNS) {
    if (column === 'issue' || columns[column] !== undefined) continue;
    const like = strange.find((cell) => nearest(plain(cell.text), SYNONYMS[column]));
    const names = SYNONYMS[column].slice(1).join(', ');
    faults.push(
      like
        ? at('F006', like.offset, { column, written: like.text })
        : at('F004', heading[0]?.offset ?? 0, { column, names }),
    );
  }
  return { columns, faults };
}
