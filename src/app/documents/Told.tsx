import { Fragment } from 'react';
import { placeText, splitCited } from '../../words/index.ts';
import { documentOf, useReader } from './context.tsx';

/** A sentence of a coder; citations in it lead to their paragraph. */
export function Told({ text }: { text: string }) {
  const { room, say, href } = useReader();
  return splitCited(text, (id) => documentOf(room, id) !== undefined).map((piece, k) => (
    <Fragment key={k}>
      {typeof piece === 'string' ? (
        piece
      ) : (
        <a className="cite-link" href={href({ page: piece.source, part: String(piece.paragraph) })}>
          {placeText(say, documentOf(room, piece.source)?.short ?? piece.source, piece.paragraph)}
        </a>
      )}
    </Fragment>
  ));
}
