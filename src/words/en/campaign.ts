/** Campaigns: several scenarios in the order of history, and what one hands to the next. */
export const campaign = {
  // demarche simulate
  'campaign.simulate.title': '{title}, preset {preset}: {games} campaigns, bots {bots}, seed {seed}',
  'campaign.simulate.with': 'With what the parts before left (means of all games)',
  'campaign.simulate.without': 'The same seeds, each part from its document alone',
  'campaign.simulate.deal': 'deal',
  'campaign.simulate.kept': 'kept',
  'campaign.simulate.broken': 'broken',
  'campaign.simulate.from': 'H from',
  'campaign.simulate.to': 'H to',
  'campaign.simulate.moved': 'moved',
  'campaign.simulate.owed': 'owed',
  'campaign.simulate.trust': 'trust',
  'campaign.simulate.other': 'Parts from the second on that end otherwise because of history: {share}',
  'campaign.simulate.refused': 'Commands that the rulebook refused: {count}',
} as const;
