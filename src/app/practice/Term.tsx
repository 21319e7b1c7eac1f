import { lazy, type ReactNode, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useSay } from '../words.tsx';

const Bubble = lazy(() => import('./Bubble.tsx'));

/**
 * A word of the game that explains itself where it stands: by keyboard focus, by pointing, by tap. Who listens hears the explanation
 * as the word's description. Escape closes it.
 * @param of the term's id in `help.term-…`
 */
export function Term({ of, children }: { of: string; children: ReactNode }) {
  const say = useSay();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = () => {
    clearTimeout(leaving.current);
    setWanted(true);
    setOpen(true);
  };
  // The pointer may travel from the word to its explanation.
  const hideSoon = () => {
    leaving.current = setTimeout(() => setOpen(false), 180);
  };
  // Some browsers on touch do not move the focus to a button: a touch elsewhere closes it there, too.
  useEffect(() => {
    if (!open) return;
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !button.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);
  useEffect(() => () => clearTimeout(leaving.current), []);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="term"
        aria-describedby={id}
        onClick={show}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) show();
        }}
        onBlur={() => setOpen(false)}
        onPointerEnter={(event) => {
          if (event.pointerType === 'mouse') show();
        }}
        onPointerLeave={(event) => {
          if (event.pointerType === 'mouse') hideSoon();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && open) {
            event.stopPropagation();
            setOpen(false);
          }
        }}
      >
        {children}
      </button>
      <span id={id} hidden>
        {say(`help.term-${of}-about`)}
      </span>
      {wanted ? (
        <Suspense fallback={null}>
          <Bubble
            anchor={button}
            isOpen={open}
            onOpenChange={setOpen}
            onStay={show}
            onLeave={hideSoon}
            title={say(`help.term-${of}`)}
            text={say(`help.term-${of}-about`)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
