import { type ReactNode, useEffect, useRef } from 'react';
import { AssumedPage } from './AssumedPage.tsx';
import { Catalogue } from './Catalogue.tsx';
import { ContradictionsPage } from './ContradictionsPage.tsx';
import { anchorOf, documentOf, type Reader, ReaderProvider } from './context.tsx';
import { DocumentPage, paragraphId } from './DocumentPage.tsx';
import { IssuesPage } from './IssuesPage.tsx';
import { ModelPage } from './ModelPage.tsx';
import { Overview } from './Overview.tsx';
import { PositionsPage } from './PositionsPage.tsx';

/** Catalogue and the page that is read. `heading`: level of a page's own heading. */
export function RoomView({ reader, heading }: { reader: Reader; heading: 2 | 3 }) {
  const { reading } = reader;
  const page = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  const { page: at, part, mark } = reading;
  // A link leads the eye and the focus to its place: the number that somebody came from, the paragraph, else the page's heading.
  useEffect(() => {
    const box = page.current;
    if (!box) return;
    const marked = mark ? box.querySelector<HTMLElement>(`#${CSS.escape(anchorOf(mark))}`) : null;
    const named = part ? box.querySelector<HTMLElement>(`#${CSS.escape(paragraphId(at, part))}`) : null;
    const target = marked ?? named ?? (first.current ? null : box.querySelector<HTMLElement>('[data-page-title]'));
    first.current = false;
    if (!target) return;
    // A paragraph begins with its words: they are seen with the number that rests on it, where both fit.
    (named ?? target).scrollIntoView({ block: 'start' });
    if (marked) marked.scrollIntoView({ block: 'nearest' });
    target.focus({ preventScroll: true });
  }, [at, part, mark]);
  return (
    <ReaderProvider value={reader}>
      <div className="room" data-page={at} data-heading={heading}>
        <Catalogue />
        <div className="room-page" ref={page} key={at}>
          {pageOf(reader, heading)}
        </div>
      </div>
    </ReaderProvider>
  );
}

function pageOf({ room, reading }: Reader, heading: 2 | 3): ReactNode {
  const document = documentOf(room, reading.page);
  if (document) return <DocumentPage of={document} heading={heading} />;
  switch (reading.page) {
    case 'positions':
      return <PositionsPage heading={heading} />;
    case 'issues':
      return <IssuesPage heading={heading} />;
    case 'contradictions':
      return <ContradictionsPage heading={heading} />;
    case 'assumed':
      return <AssumedPage heading={heading} />;
    case 'model':
      return <ModelPage heading={heading} />;
    default:
      return <Overview heading={heading} />;
  }
}
