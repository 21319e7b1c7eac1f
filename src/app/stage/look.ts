/** What the map takes over from the page: theme, colours and size of the text, as they are once they are set. */
import { useMemo, useSyncExternalStore } from 'react';
import type { Theme } from '../../theatre/index.ts';
import type { Shades } from './scene.ts';

/** The page's theme and text size stand as attributes on its root, set after the first drawing. */
function watchRoot(changed: () => void): () => void {
  const look = () => {
    key = readRoot();
    changed();
  };
  const observer = new MutationObserver(look);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-text-size'] });
  addEventListener('resize', look);
  return () => {
    observer.disconnect();
    removeEventListener('resize', look);
    key = '';
  };
}

/** What was read last, while somebody watches: reading asks the browser for the styles of a page that it is just about to draw. */
let key = '';
function rootKey(): string {
  key ||= readRoot();
  return key;
}

const readRoot = (): string => {
  const { theme } = document.documentElement.dataset;
  return `${theme === 'night' ? 'night' : 'day'} ${Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16}`;
};

export interface Look {
  readonly theme: Theme;
  /** 1 = 16 px. */
  readonly textScale: number;
  readonly shades: (order: number) => Shades;
}

export function useLook(): Look {
  const key = useSyncExternalStore(watchRoot, rootKey);
  return useMemo(() => {
    const [theme, scale] = key.split(' ');
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    return {
      theme: theme === 'night' ? 'night' : 'day',
      textScale: Number(scale),
      shades: (order) => ({ colour: colour(`--seat-${order % 6}`), on: colour(`--seat-${order % 6}-on`) }),
    };
  }, [key]);
}
