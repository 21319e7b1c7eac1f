/** What page and worker say to each other. Only plain data crosses; the journal and the truth stay in the worker. */
import type { Ack, Ask, JournalFault, Level, Notice, Player, Update } from '../../session/index.ts';
import type { Carried, Case, Who } from '../../world/index.ts';

/** How a new game is to begin. */
export interface Beginning {
  readonly case: Case;
  readonly seed: number;
  readonly preset: string;
  readonly level: Level;
  readonly language: string;
  /** The scenario's texts, for the reasons that bots give. */
  readonly texts: Readonly<Record<string, string>>;
  readonly timed: boolean;
  /** By seat number. */
  readonly players: readonly Player[];
  /** Plays the case as a part of a campaign. */
  readonly carried?: Carried;
}

export type ToWorker =
  /**
   * Takes up the game `id` from its stored journal, or begins it where nothing is stored yet. `seat`: whose view crosses from now
   * on, a person's seat or −1 for what everybody may know.
   */
  | {
      readonly ask: 'open';
      readonly call: number;
      readonly id: string;
      readonly seat: Who;
      readonly beginning: Beginning;
    }
  /** Stores a journal from a file as game `id`, after playing it through. */
  | { readonly ask: 'import'; readonly call: number; readonly id: string; readonly case: Case; readonly text: string }
  /** From now on only the view of this person's seat crosses; −1: only what everybody may know. Answered with `ack` and an update. */
  | { readonly ask: 'sit'; readonly call: number; readonly seat: Who }
  /** Takes back the last act of the seat that sits there, and everything after it. */
  | { readonly ask: 'undo'; readonly call: number }
  /** Everybody at this screen has read the paper: all people are done with this phase. */
  | { readonly ask: 'go-on'; readonly call: number }
  | { readonly ask: 'send'; readonly call: number; readonly command: Ask; readonly as: string }
  /** The update now, whatever was sent before: the answer to a gap. */
  | { readonly ask: 'refresh'; readonly call: number }
  /** The journal as a file. `bundle`: the scenario's own text, to travel along. */
  | { readonly ask: 'save'; readonly call: number; readonly bundle: string | null };

export type Opened =
  | { readonly ok: true; readonly notices: readonly Notice[] }
  | { readonly ok: false; readonly fault: JournalFault };

export type FromWorker =
  | { readonly tell: 'update'; readonly update: Update }
  | { readonly tell: 'opened'; readonly call: number; readonly result: Opened }
  | { readonly tell: 'ack'; readonly call: number; readonly ack: Ack }
  | { readonly tell: 'saved'; readonly call: number; readonly text: string }
  /** Something that should not happen: the page says so and offers to begin again from what is stored. */
  | { readonly tell: 'broke'; readonly call: number | null; readonly message: string };
