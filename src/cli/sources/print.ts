/** The document room as text, for a terminal: readable at 80 columns, and aloud. */
import { citedText, lineText, MODEL_ASSUMPTIONS, phraseText, placeText, type Say } from '../../words/index.ts';
import type { Coded, Room, RoomDocument, RoomParagraph } from '../../world/index.ts';
import { wrap } from '../help.ts';
import type { RoomPart } from '../sources.ts';

export interface Sheet {
  readonly room: Room;
  readonly say: Say;
  readonly columns: number;
}

export function printRoom(sheet: Sheet, parts: readonly RoomPart[]): string[] {
  const print: Record<RoomPart, (sheet: Sheet) => string[]> = {
    documents: (s) => [...s.room.documents.flatMap((one) => document(s, one)), ...contradictions(s)],
    positions,
    assumed,
    model,
    shares,
  };
  return parts.flatMap((part, k) => [...(k === 0 ? [] : ['']), ...print[part](sheet)]);
}

const LANG = 'en';
const shortOf = (room: Room, id: string) => room.documents.find((one) => one.id === id)?.short;
const actorName = ({ room, say }: Sheet, id: string) =>
  say(`${room.actors.find((one) => one.id === id)?.is ?? 'seat'}.${id}.name`);

// Documents ---------------------------------------------------------------------------------------------------------

function document(sheet: Sheet, of: RoomDocument): string[] {
  const { say, columns } = sheet;
  const about = [
    of.title,
    of.author === null ? '' : say('documents.author', { author: of.author }),
    of.publisher,
    say(`documents.kind-${of.kind}`),
    of.date === null ? '' : say('documents.dated', { date: of.date }),
    of.undated === null ? '' : `${say('documents.undated')} ${of.undated}`,
    say('documents.paragraphs', { count: of.paragraphs.length }),
  ];
  const rests = of.paragraphs.reduce((sum, { rests }) => sum + rests.length, 0);
  const furniture = of.paragraphs.filter((one) => one.furniture).map((one) => `¶${one.paragraph}`);
  return [
    of.short.toUpperCase(),
    `  ${of.id}${of.main ? `, ${say('documents.main')}` : ''}`,
    ...about.filter((text) => text !== '').map((text) => wrap(text, columns, '  ')),
    wrap(
      rests === 0 ? say('documents.only-contradictions') : say('documents.rests-count', { count: rests }),
      columns,
      '  ',
    ),
    '',
    ...of.paragraphs.filter((one) => !one.furniture).flatMap((one) => paragraph(sheet, one)),
    ...(furniture.length === 0
      ? []
      : [wrap(say('documents.furniture', { count: furniture.length, list: furniture.join(', ') }), columns, '  '), '']),
  ];
}

function paragraph(sheet: Sheet, { paragraph: number, says, rests, contradictions: touched }: RoomParagraph): string[] {
  const { room, say, columns } = sheet;
  const told = says[LANG] ?? say('documents.untold');
  const head = `  ¶${number}`.padEnd(INDENT.length);
  return [
    head + wrap(told, columns, INDENT).slice(INDENT.length),
    ...rests.map((no) => numberLine(sheet, room.numbers[no]!)),
    ...touched.map((id) => wrap(`≠ ${say(`contradiction.${id}.title`)}`, columns, `${INDENT}  `)),
    '',
  ];
}

const INDENT = '       ';

/** "Kosovo, Tariffs: wants 0–15–45, about “full” · inferred: why". */
function numberLine(sheet: Sheet, one: Coded): string {
  const { say, columns } = sheet;
  const text = `– ${whole(sheet, one)} [${say(`documents.grade-${one.cite.grade}`)}]${because(sheet, one)}`;
  return wrap(text, columns, `${INDENT}  `);
}

function whole(sheet: Sheet, one: Coded): string {
  const { say } = sheet;
  const place = [
    one.actor === null ? '' : actorName(sheet, one.actor),
    one.issue === null ? '' : say(`issue.${one.issue}.name`),
  ].filter((text) => text !== '');
  const line = lineText(say, one);
  return `${place.join(', ')}${place.length > 0 ? ': ' : ''}${phraseText(say, one)}${line === '' ? '' : ` (${line})`}`;
}

const because = ({ room, say }: Sheet, { cite }: Coded): string =>
  cite.because === undefined ? '' : ` ${citedText(say, cite.because, (id) => shortOf(room, id))}`;

function contradictions(sheet: Sheet): string[] {
  const { room, say, columns } = sheet;
  if (room.contradictions.length === 0) return [];
  return [
    say('documents.contradictions').toUpperCase(),
    ...room.contradictions.flatMap(({ id, between }) => [
      wrap(
        `${say(`contradiction.${id}.title`)} (${between
          .map(({ source, paragraph: n }) => placeText(say, shortOf(room, source) ?? source, n))
          .join('; ')})`,
        columns,
        '  ',
      ),
      wrap(say(`contradiction.${id}.text`), columns, '    '),
    ]),
  ];
}

// Positions ---------------------------------------------------------------------------------------------------------

function positions(sheet: Sheet): string[] {
  const { room, say, columns } = sheet;
  return [
    say('documents.positions').toUpperCase(),
    ...room.actors.flatMap((actor) => [
      actorName(sheet, actor.id),
      ...actor.issues.flatMap(({ issue, numbers }) => [
        wrap(say(`issue.${issue}.name`), columns, '  '),
        ...numbers.map((no) => position(sheet, room.numbers[no]!)),
      ]),
      '',
    ]),
  ].slice(0, -1);
}

const GRADE_WIDTH = 9;

/** Grade in a column, then what, then where it stands. */
function position(sheet: Sheet, one: Coded): string {
  const { room, say, columns } = sheet;
  const grade = say(`documents.grade-${one.cite.grade}`).padEnd(GRADE_WIDTH);
  const { source, paragraph: n } = one.cite;
  const where = source === undefined ? '' : placeText(say, shortOf(room, source) ?? source, n ?? 0);
  const line = lineText(say, one);
  const what = `${phraseText(say, one)}${line === '' ? '' : ` (${line})`}`;
  const why = `${where}${where !== '' && one.cite.because !== undefined ? ':' : ''}${because(sheet, one)}`.trim();
  return wrap(`${what}. ${why}`, columns, `    ${' '.repeat(GRADE_WIDTH)}`).replace(/^ +/, `    ${grade}`);
}

// Assumptions and shares --------------------------------------------------------------------------------------------

function assumed(sheet: Sheet): string[] {
  const { room, say, columns } = sheet;
  const groups = new Map<string, Coded[]>();
  for (const one of room.numbers) {
    if (one.cite.grade !== 'assumption') continue;
    const group = one.actor ?? '';
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [
    say('documents.assumed').toUpperCase(),
    wrap(say('documents.assumed-about'), columns),
    ...[...groups].flatMap(([actor, list]) => [
      actor === '' ? say('documents.table') : actorName(sheet, actor),
      ...list.map((one) => {
        const issue = one.issue === null ? '' : `${say(`issue.${one.issue}.name`)}: `;
        return wrap(`– ${issue}${phraseText(say, one)}.${because(sheet, one)}`, columns, '  ');
      }),
    ]),
  ];
}

function model({ say, columns }: Sheet): string[] {
  return [
    say('documents.model').toUpperCase(),
    wrap(say('documents.model-about'), columns),
    ...MODEL_ASSUMPTIONS.map((id) => {
      const part = (what: string) => say(`documents.constant.${id}.${what}`);
      return wrap(`– ${part('what')}: ${part('value')}. ${part('why')}`, columns, '  ');
    }),
  ];
}

function shares({ room, say }: Sheet): string[] {
  return (['positions', 'all'] as const).map((what) => {
    const { stated, inferred, assumption, total } = room.shares[what];
    const share = (count: number) => (total === 0 ? 0 : count / total);
    const params = { what, total, stated: share(stated), inferred: share(inferred), assumption: share(assumption) };
    return say('check.sources.shares', params);
  });
}
