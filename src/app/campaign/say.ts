import { CAMPAIGN_WORDS_EN, type Catalogue, makeSpeaker, type Say, SCREEN_WORDS } from '../../words/index.ts';
import { APP_LANGUAGE } from '../words.tsx';

const WORDS = Object.assign({}, SCREEN_WORDS[APP_LANGUAGE], CAMPAIGN_WORDS_EN);

/** A speaker with the words of campaigns; `texts` are those of the campaign, or of the scenario of one part. */
export const makeCampaignSay = (texts: Catalogue = {}): Say => makeSpeaker(APP_LANGUAGE, WORDS, texts);

/** The texts of a campaign in the language of play. */
export const textsIn = (texts: Readonly<Record<string, Catalogue>>, lang: string): Catalogue =>
  texts[lang] ?? texts.en ?? Object.values(texts)[0] ?? {};
