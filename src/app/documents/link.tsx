/** Links into the document room. Small: tables load it at once, the room itself only when it is opened. */
import { Fragment, type ReactNode } from 'react';
import { placeText, type Say, splitCited } from '../../words/index.ts';
import type { GameInfo } from '../game-info.ts';
import { makeRoute, type Reading, type Route, readingAt, useRoute } from '../route.ts';

/** The address at which this page began to need links into the room: told apart from addresses that a link led to. */
export const tableOpenedAt = typeof location === 'undefined' ? '' : location.hash;

/** At a table the room is laid over the table; elsewhere it is a screen of its own. */
export function hrefOf(route: Route, scenario: string, reading: Reading): string {
  const over = route.at === 'game' || route.at === 'join' || route.at === 'host';
  return makeRoute(over ? readingAt(route, reading) : { at: 'documents', scenario, reading });
}

/** What stands beside a citation: "Moscow Times, 2019". */
export function shortOf({ sources }: GameInfo, id: string): string {
  const source = sources[id];
  return source?.short ?? source?.title ?? id;
}

export function ReadingLink({ info, to, className, children }: Props & { to: Reading; className?: string }) {
  const route = useRoute();
  return (
    <a className={className ?? 'cite-link'} href={hrefOf(route, info.case.id, to)}>
      {children}
    </a>
  );
}

interface Props {
  readonly info: GameInfo;
  readonly children: ReactNode;
}

interface PlaceProps {
  readonly info: GameInfo;
  readonly say: Say;
  readonly source: string;
  readonly paragraph: number;
  /** Key of the citation that the reader comes from. */
  readonly mark?: string;
}

/** "Moscow Times, 2019, ¶12", leading there. */
export function PlaceLink({ info, say, source, paragraph, mark }: PlaceProps) {
  const known = Object.hasOwn(info.sources, source);
  const text = placeText(say, shortOf(info, source), paragraph);
  if (!known) return text;
  return (
    <ReadingLink info={info} to={{ page: source, part: String(paragraph), mark: mark ?? null }}>
      {text}
    </ReadingLink>
  );
}

/** A sentence whose citations lead into the document room. */
export function Cited({ info, say, text }: { info: GameInfo; say: Say; text: string }) {
  return splitCited(text, (id) => Object.hasOwn(info.sources, id)).map((piece, k) => (
    <Fragment key={k}>
      {typeof piece === 'string' ? (
        piece
      ) : (
        <PlaceLink info={info} say={say} source={piece.source} paragraph={piece.paragraph} />
      )}
    </Fragment>
  ));
}
