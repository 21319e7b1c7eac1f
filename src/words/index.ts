/** The message catalogue: every sentence a person reads, by id and language. */
import { bots } from './en/bots.ts';
import { en, onScreen } from './en/index.ts';
import { type Catalogue, makeSpeaker, type Say } from './say.ts';

/** English words of campaigns; a bundle of their own, since only those who play one need them. */
export { campaign as CAMPAIGN_WORDS_EN } from './en/campaign.ts';
/** English words behind a number's causes; a bundle of their own, since only a sheet that somebody opens needs them. */
export { causes as CAUSES_WORDS_EN } from './en/causes.ts';
/** English words of the debrief; a bundle of their own, since only a game that is over needs them. */
export { debrief as DEBRIEF_WORDS_EN } from './en/debrief.ts';
/** English words of the document room; a bundle of their own, since it opens on its own. */
export { documents as DOCUMENT_WORDS_EN } from './en/documents.ts';
/** English words of forecasts, for the panel at the table. */
export { forecast as FORECAST_WORDS_EN } from './en/forecast.ts';
/** English words of a class; a bundle of their own, since only those who join or host one need them. */
export { net as NET_WORDS_EN } from './en/net.ts';
/** English words of a saved game that can only be looked at; few people ever need them. */
export { stored as STORED_WORDS_EN } from './en/stored.ts';
export { editDistance, nearest } from './nearest.ts';
export {
  type CitedPiece,
  citedText,
  codedText,
  lineText,
  MODEL_ASSUMPTIONS,
  phraseText,
  placeText,
  readsOn,
  splitCited,
  valueText,
} from './room.ts';
export { type Catalogue, makeSpeaker, type Params, type Say } from './say.ts';
export { type DraftName, newsParams, tellMore, tellNews } from './tell.ts';

export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];
const CATALOGUES: Record<Language, Catalogue> = { en };

export const hasMessage = (lang: Language, id: string): boolean => Object.hasOwn(CATALOGUES[lang], id);
export const messageIds = (lang: Language): string[] => Object.keys(CATALOGUES[lang]);

/** A speaker for one language with every message there is; see `makeSpeaker`. */
export const makeSay = (lang: Language, texts: Catalogue = {}): Say => makeSpeaker(lang, CATALOGUES[lang], texts);

/**
 * Parts of the catalogue for bundles that count each kilobyte: what a browser shows (without the terminal's words), and what the
 * bots in its worker say. A bundler leaves out the rest where `makeSay` is not used.
 */
export const SCREEN_WORDS: Record<Language, Catalogue> = { en: onScreen };
export const BOT_WORDS: Record<Language, Catalogue> = { en: bots };
