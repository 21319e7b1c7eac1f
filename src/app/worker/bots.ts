/** The bots of one game, fetched after the first page stands. */
import { attachBots } from '../../bots/index.ts';
import type { Session } from '../../session/index.ts';
import { BOT_WORDS, type Catalogue, makeSpeaker } from '../../words/index.ts';

/** Bots play the seats that are theirs from now on, with reasons in the scenario's own words. */
export function seatBots(session: Session, texts: Catalogue): void {
  attachBots(session, { say: makeSpeaker('en', BOT_WORDS.en, texts) });
}
