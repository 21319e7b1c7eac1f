import { Fragment } from 'react';
import { placeText, splitCited } from '../../words/index.ts';
import { documentOf, useReader } from './context.tsx';

/** "paragraph 13", without its document: the one that the sentence is about. */
const SAME_DOCUMENT = /\b(paragraph \d+)\b/;

/**
 * A sentence of a coder; citations in it lead to their paragraph.
 * @param source the document that the sentence is about; the main one where it is about none
 */
export function Told({ text, source }: { text: string; source?: string | undefined }) {
  const { room, say, href } = useReader();
  const own = source ?? room.documents.find(({ main }) => main)?.id;
  const link = (page: string, part: string, words: string) => (
    <a className="cite-link" href={href({ page, part })}>
      {words}
    </a>
  );
  return splitCited(text, (id) => documentOf(room, id) !== undefined).map((piece, k) => (
    <Fragment key={k}>
      {typeof piece !== 'string'
        ? link(
            piece.source,
            String(piece.paragraph),
            placeText(say, documentOf(room, piece.source)?.short ?? piece.source, piece.paragraph),
          )
        : piece
            .split(SAME_DOCUMENT)
            .map((words, n) => (
              <Fragment key={n}>
                {n % 2 === 1 && own !== undefined ? link(own, words.replace(/\D/g, ''), words) : words}
              </Fragment>
            ))}
    </Fragment>
  ));
}
