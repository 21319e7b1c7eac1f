/** "Did you mean": edit distance and the nearest of a list. */

/** Edits (a letter added, dropped, replaced, or two neighbours swapped) between two words, or `limit + 1` when more. */
export function editDistance(a: string, b: string, limit = 2): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** The nearest of `known` within two edits; a hint must share more with what was typed than its length. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const word = typed.slice(0, 80).toLowerCase();
  let best: string | undefined;
  let least = 3;
  for (const candidate of known) {
    const distance = editDistance(word, candidate.toLowerCase());
    if (distance < least && distance < Math.max(word.length, candidate.length) - 1) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
