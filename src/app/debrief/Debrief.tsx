import '../styles/debrief.css';
import '../styles/debrief-parts.css';
import '../styles/debrief-print.css';
import { startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useSitting } from '../table/sitting.tsx';
import { Agreement } from './Agreement.tsx';
import { Charts } from './Charts.tsx';
import { Documents } from './Documents.tsx';
import { Ending } from './Ending.tsx';
import { Keep } from './Keep.tsx';
import { DebriefProvider, useDebrief } from './opened.tsx';
import { Promises } from './Promises.tsx';
import { Reflection } from './Reflection.tsx';
import { Scores, ScoresOnPaper } from './Scores.tsx';
import { Secrets } from './Secrets.tsx';
import { Story } from './Story.tsx';
import { WhatIf } from './WhatIf.tsx';

/** The parts of the debrief in the order in which a class goes through them; `debrief.nav.<part>`. */
const PARTS = [
  ['scores', Scores],
  ['story', Story],
  ['secrets', Secrets],
  ['agreement', Agreement],
  ['charts', Charts],
  ['promises', Promises],
  ['what-if', WhatIf],
  ['documents', Documents],
  ['reflection', Reflection],
  ['keep', Keep],
] as const;

/** The end of a game and everything it can teach: what happened, what was possible, what was secret, what could have been otherwise. */
export default function Debrief() {
  const { update } = useSitting();
  if (!update.opened) return null;
  return (
    <DebriefProvider opened={update.opened}>
      <Pages />
    </DebriefProvider>
  );
}

function Pages() {
  const { say } = useDebrief();
  useOpenForPrint();
  // The first parts at once, the others one by one after them: ten parts are too much for one task on a slow machine.
  const [ready, setReady] = useState(2);
  useEffect(() => {
    if (ready >= PARTS.length) return;
    const timer = setTimeout(() => startTransition(() => setReady(ready + 1)));
    return () => clearTimeout(timer);
  }, [ready]);
  return (
    <div className="debrief result">
      <Contents whole={() => flushSync(() => setReady(PARTS.length))} />
      <div className="debrief-pages">
        <Ending />
        {PARTS.map(([id, Part], k) => (
          <section key={id} className="sheet debrief-part" aria-labelledby={`${id}-title`} data-part={id}>
            <h2 id={`${id}-title`} tabIndex={-1}>
              {say(`debrief.${id}.title`)}
            </h2>
            {k < ready ? <Part /> : null}
          </section>
        ))}
        <ScoresOnPaper />
      </div>
    </div>
  );
}

/**
 * The way to each part. Buttons, since what stands after # in the address is the app's own map. Whoever leads somewhere
 * early asks for the `whole` first: a part that is still empty has nothing to step on to, and would move when the others come.
 */
function Contents({ whole }: { readonly whole: () => void }) {
  const { say } = useDebrief();
  const [at, setAt] = useState('');
  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries)
          if (isIntersecting) setAt((target as HTMLElement).dataset.part ?? '');
      },
      { rootMargin: '-20% 0px -70% 0px' },
    );
    for (const part of document.querySelectorAll('.debrief-part')) seen.observe(part);
    return () => seen.disconnect();
  }, []);
  const lead = (id: string) => {
    whole();
    const title = document.getElementById(`${id}-title`);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    title?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
    title?.focus({ preventScroll: true });
  };
  return (
    <nav className="contents" aria-label={say('debrief.contents')}>
      <ul>
        {PARTS.map(([id]) => (
          <li key={id}>
            <button type="button" aria-current={at === id ? 'true' : undefined} onClick={() => lead(id)}>
              {say(`debrief.nav.${id}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On paper nothing can be opened: what is folded is opened before printing, and folded again after it. */
function useOpenForPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const before = () => {
      opened = [
        ...document.querySelectorAll<HTMLDetailsElement>(
          '.debrief details:not([open]):not([data-screen]):not([data-folded])',
        ),
      ];
      for (const one of opened) one.open = true;
    };
    const after = () => {
      for (const one of opened) one.open = false;
      opened = [];
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
}
