import type { ReactNode } from 'react';

export type Level = 2 | 3;

/** Heading of a page of the room; links put the focus on it. */
export function PageTitle({ level, children }: { level: Level; children: ReactNode }) {
  const Heading = `h${level}` as const;
  return (
    <Heading className="room-title" data-page-title="" tabIndex={-1}>
      {children}
    </Heading>
  );
}

/** Heading below a page's own. */
export function PartTitle({ level, id, children }: { level: Level; id?: string; children: ReactNode }) {
  const Heading = `h${level + 1}` as 'h3' | 'h4';
  return (
    <Heading className="room-part" {...(id ? { id } : {})} tabIndex={-1}>
      {children}
    </Heading>
  );
}
