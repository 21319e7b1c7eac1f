import { OVERVIEW, OWN_PAGES, useReader } from './context.tsx';

/** The ways through the room: its documents like cards in a drawer, then its own pages. */
export function Catalogue() {
  const { room, say, reading, href } = useReader();
  const current = (page: string) => (reading.page === page ? ({ 'aria-current': 'page' } as const) : {});
  return (
    <nav className="catalogue" aria-label={say('documents.catalogue')}>
      <ul>
        <li>
          <a href={href({ page: OVERVIEW })} {...current(OVERVIEW)}>
            {say('documents.overview')}
          </a>
        </li>
        {room.documents.map((one) => (
          <li key={one.id} className="catalogue-document">
            <a href={href({ page: one.id })} {...current(one.id)}>
              {one.short}
            </a>
            <span className="small">
              {one.main ? say('documents.main') : say(`documents.kind-${one.kind}`).toLowerCase()}
            </span>
          </li>
        ))}
        {OWN_PAGES.filter((page) => page !== 'contradictions' || room.contradictions.length > 0).map((page) => (
          <li key={page}>
            <a href={href({ page })} {...current(page)}>
              {say(`documents.${page}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
