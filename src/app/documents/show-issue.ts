/** From the document room back to a number's place at the table: the card of its issue. */
type Listener = () => void;
const listeners = new Set<Listener>();

/** Calls before an issue is shown: a narrow screen first turns to the part where the issues are. */
export function watchShownIssue(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Opens the card of an issue at the table and puts the focus on it. */
export function showIssue(issue: string): void {
  for (const listener of listeners) listener();
  requestAnimationFrame(() => {
    const card = document.querySelector(`[data-issue="${CSS.escape(issue)}"]`);
    const button = card?.querySelector<HTMLElement>('.issue-open');
    if (!button) return;
    if (button.getAttribute('aria-expanded') !== 'true') button.click();
    button.focus();
    button.scrollIntoView({ block: 'start' });
  });
}
