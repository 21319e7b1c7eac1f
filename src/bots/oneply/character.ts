import type { Temperament } from '../bot.ts';

/**
 * What a temperament weighs. Utility points unless said otherwise. All are assumptions: bots stand in for people of three kinds, and
 * what they do must be plausible, not optimal.
 */
export interface Character {
  readonly opens: number; // share of its best reachable package that it asks for at first …
  readonly ends: number; // … and in the last round
  readonly least: number; // public net gain that it leaves the others in a draft, at least 1
  readonly gives: number; // weight of the others' gain in its drafts at first; grows with the rounds
  readonly trust: number; // factor on what being trusted is worth
  readonly tension: number; // factor on the pain of tension
  readonly home: number; // factor on approval at home
  readonly chip: number; // share of what an issue is worth to others that it will not give away for nothing
  readonly goal: number; // points for a goal of its mandate
  readonly pressure: number; // dislike of sticks; negative: likes them
  readonly word: number; // what keeping its word is worth, in points, beside what trust buys
  readonly pledges: number; // worth of a public pledge
  readonly signals: number; // worth of a public step towards the other
  readonly asks: number; // worth of knowing its own bodies
  readonly noise: number; // width of the whim on each choice
  readonly probes: boolean; // tables texts although another's bodies may refuse them by what is known
  readonly texts: number; // texts it tables in one round at most
}

export const CHARACTERS: Readonly<Record<Temperament, Character>> = {
  'by-the-book': {
    opens: 0.75,
    ends: 0.15,
    least: 1,
    gives: 0.3,
    trust: 1,
    tension: 1,
    home: 1,
    chip: 0.35,
    goal: 3,
    pressure: 1,
    word: 8,
    pledges: 0.2,
    signals: 0.3,
    asks: 1.5,
    noise: 0.5,
    probes: false,
    texts: 3,
  },
  dealmaker: {
    opens: 0.55,
    ends: 0,
    least: 1,
    gives: 0.7,
    trust: 1.6,
    tension: 1.2,
    home: 0.7,
    chip: 0.2,
    goal: 1.5,
    pressure: 2,
    word: 3,
    pledges: -0.5,
    signals: 0.8,
    asks: 1,
    noise: 0.8,
    probes: true,
    texts: 3,
  },
  hardliner: {
    opens: 0.95,
    ends: 0.45,
    least: 1,
    gives: 0.1,
    trust: 0.5,
    tension: 0.5,
    home: 1.8,
    chip: 0.6,
    goal: 2,
    pressure: -0.5,
    word: -2.5,
    pledges: 1,
    signals: -0.5,
    asks: 0.5,
    noise: 0.8,
    probes: true,
    texts: 3,
  },
};
