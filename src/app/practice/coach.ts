/** The coach of the practice round: one line for each moment, and where the action is. Pure. */

import { assess } from '../../forecast/index.ts';
import type { Update } from '../../session/index.ts';
import { type Case, type Clause, inSet } from '../../world/index.ts';
import { openDrafts } from '../table/reading.ts';

export interface Advice {
  /** Message id. */
  readonly id: string;
  /** The part of the table in which the next step is made. */
  readonly at: 'issues' | 'work';
  /** CSS selector of what to press or look at; '' for nothing in particular. */
  readonly mark: string;
}

const NEXT = '.now-line .button';
const issueMark = (id: string): string => `.issue[data-issue="${id}"]`;

export function advise(c: Case, update: Update, seat: number, clauses: readonly Clause[]): Advice | null {
  const { phase } = update.flow;
  if (phase === 'briefing') return { id: 'practice.briefing', at: 'work', mark: NEXT };
  if (phase === 'talks') return inTalks(c, update, seat, clauses);
  if (phase === 'orders') return inOrders(update);
  if (phase === 'aftermath') return { id: afterRound(update), at: 'work', mark: '' };
  if (phase === 'debrief') return { id: 'practice.over', at: 'work', mark: '' };
  return null;
}

function inTalks(c: Case, update: Update, seat: number, clauses: readonly Clause[]): Advice {
  const { view, legal, flow } = update;
  const drafts = openDrafts(view);
  if (inSet(flow.ready, seat)) return { id: 'practice.sealed', at: 'work', mark: '' };
  if (drafts.some((d) => d.signed === d.signatories)) return { id: 'practice.signed', at: 'work', mark: NEXT };
  if (drafts.some((d) => inSet(d.signatories, seat) && !inSet(d.signed, seat)))
    return { id: 'practice.answer', at: 'work', mark: '.draft-open' };
  if (drafts.some((d) => d.by === seat)) return { id: 'practice.unsigned', at: 'work', mark: '.draft-open' };
  if (legal?.table.why !== '') return { id: 'practice.listen', at: 'work', mark: NEXT };
  const has = (id: string): boolean => clauses.some(([issue]) => c.issues[issue]?.id === id);
  const toward = (id: string): string => (c.issues.some((issue) => issue.id === id) ? issueMark(id) : '');
  if (clauses.length === 0) return { id: 'practice.open-toll', at: 'issues', mark: toward('toll') };
  if (!has('gate')) return { id: 'practice.add-gate', at: 'issues', mark: toward('gate') };
  if (!has('toll')) return { id: 'practice.add-toll', at: 'issues', mark: toward('toll') };
  const a = assess(c, view, seat, clauses);
  const good = a.net >= 0 && a.passes && a.crossed < 0 && a.confidence >= a.needed;
  return {
    id: good ? 'practice.table' : 'practice.check',
    at: 'work',
    mark: good ? '.builder-send .button' : '.assessment',
  };
}

function inOrders({ view, legal }: Update): Advice {
  if (view.mine || !legal?.seal) return { id: 'practice.sealed', at: 'work', mark: '' };
  if (legal.duties.some((duty) => duty.now)) return { id: 'practice.duty', at: 'work', mark: '.duties' };
  return { id: 'practice.orders', at: 'work', mark: '.moves .move:nth-child(2)' };
}

function afterRound({ view, news, flow }: Update): string {
  if (view.stage === 'over') return 'practice.last';
  const happened = (id: string): boolean => news.some((item) => item.round === flow.round && item.id === id);
  if (happened('news.deal')) return 'practice.ratified';
  return happened('news.no-deal') ? 'practice.refused' : 'practice.quiet';
}
