/**
 * A control that is gone, or that can no longer be pressed, must not take the focus with it: whoever plays by keys would begin again at
 * the top of the page. Where nothing else has taken it, the focus goes to the nearest part of the page that is still there.
 */

/** Parts that make sense as a place to go on from. */
const PLACES = 'section, article, main, aside, form, [role="dialog"], li, .part';
/** Milliseconds in which a new screen, or a sheet that closes, may place the focus itself. */
const GRACE = 80;

/** @returns the way to stop */
export function keepFocus(page: Document): () => void {
  /** The control that had the focus last, and everything around it at that time, from inside out. */
  let trail: Element[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const note = (event: FocusEvent) => {
    trail = [];
    for (let el = event.target instanceof Element ? event.target : null; el; el = el.parentElement) trail.push(el);
  };
  const isLost = () => {
    const at = page.activeElement;
    const last = trail[0];
    return (!at || at === page.body) && last !== undefined && (!last.isConnected || last.matches(':disabled'));
  };
  const restore = () => {
    waiting = undefined;
    if (!isLost()) return;
    const place = trail.slice(1).find((el) => el.isConnected && el.matches(PLACES)) ?? page.getElementById('work');
    if (!(place instanceof HTMLElement)) return;
    if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  const look = () => {
    if (waiting === undefined && isLost()) waiting = setTimeout(restore, GRACE);
  };

  const observer = new MutationObserver(look);
  observer.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  page.addEventListener('focusin', note);
  return () => {
    observer.disconnect();
    page.removeEventListener('focusin', note);
    clearTimeout(waiting);
  };
}
