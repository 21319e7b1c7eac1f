import { useState } from 'react';
import { Button } from '../components/Controls.tsx';
import { Icon } from '../components/Icon.tsx';
import { Sheet } from '../components/Sheet.tsx';
import { go, readingAt, useRoute } from '../route.ts';
import { Brief } from './Briefing.tsx';
import { useSitting } from './sitting.tsx';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  act(): void;
}

/** What is not a move: the own brief again, the ledger, the saved game, help, settings, leaving. */
export function Menu({ items }: { items: readonly MenuItem[] }) {
  const { say } = useSitting();
  const [open, setOpen] = useState<'menu' | 'brief' | null>(null);
  const route = useRoute();
  const documents: MenuItem = {
    id: 'documents',
    label: say('app.documents'),
    act: () => go(readingAt(route, { page: 'overview' })),
  };
  return (
    <>
      <Button kind="plain" small onPress={() => setOpen('brief')}>
        {say('app.menu.brief')}
      </Button>
      <Button kind="plain" small onPress={() => setOpen('menu')} aria-label={say('app.menu')}>
        <Icon name="menu" className="icon-big" />
      </Button>
      {open === 'menu' ? (
        <Sheet title={say('app.menu')} small isOpen onOpenChange={() => setOpen(null)}>
          {(close) => (
            <ul className="menu-list">
              {[...items.slice(0, 1), documents, ...items.slice(1)].map((item) => (
                <li key={item.id}>
                  <Button
                    kind="quiet"
                    onPress={() => {
                      close();
                      item.act();
                    }}
                  >
                    {item.label}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Sheet>
      ) : null}
      {open === 'brief' ? (
        <Sheet title={say('app.menu.brief')} isOpen onOpenChange={() => setOpen(null)}>
          {() => <Brief />}
        </Sheet>
      ) : null}
    </>
  );
}
