/** What the bench lays into the page before its first line. Small on purpose: its own work is measured along. */
export const WATCH = `(() => {
  const bench = {};
  window.bench = bench;
  const seen = (element) => element.getClientRects().length > 0;
  const find = (selector, text) =>
    [...document.querySelectorAll(selector)].find(
      (one) => seen(one) && !one.disabled && one.getAttribute('aria-disabled') !== 'true' && (!text || one.textContent.includes(text)),
    );
  bench.has = (selector, text) => find(selector, text) !== undefined;
  /** Where to press: the middle of the element, brought into view. */
  bench.at = (selector, text) => {
    const element = find(selector, text);
    if (!element) return null;
    element.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  };
  bench.mark = (name) => void performance.mark(name);
  /** When something can be pressed, in milliseconds since navigation, asked once a frame. */
  bench.usable = (selector, text, press) =>
    new Promise((done) => {
      const ask = () => {
        const element = find(selector, text);
        if (!element) return requestAnimationFrame(ask);
        if (press) element.click();
        // Usable is what has been painted, not what is about to be.
        requestAnimationFrame(() => setTimeout(() => done(performance.now())));
      };
      ask();
    });
  /** Until the page has nothing better to do. */
  bench.rest = () => new Promise((done) => setTimeout(() => requestIdleCallback(() => done(), { timeout: 3000 }), 120));
})()`;
