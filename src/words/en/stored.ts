/** A saved game that can be looked at and no longer be played. */
export const stored = {
  'stored.kicker': 'A game to look at',
  'stored.as': '{seat}, {seen, plural, one {# round} other {# rounds}} of {rounds} stored, last played {when}',
  'stored.why': 'Why it cannot be played on',
  'stored.why-rules':
    'It was played by rules of version {found}; this app has version {expected}. The same moves would come out differently now, so they are not played again.',
  'stored.why-scenario':
    'The scenario has been changed since, and the saved file does not bring along the one it was played with. The same moves would come out differently now.',
  'stored.why-unknown':
    'This app does not know its scenario, “{found}”, and the saved file does not bring it along. Names stand here as the file has them.',
  'stored.why-other': 'The saved file does not fit: {what}',
  'stored.still':
    'What everybody at the table could see was stored at the end of each round, and stands below. To play on, or to see what was secret, open the file in the version of Demarche that saved it.',
  'stored.nothing': 'No round was finished, so nothing of it was stored to be looked at.',
  'stored.unreadable': 'The rounds stored in it cannot be read. {what}',
  'stored.save': 'Save to a file',
  'stored.delete': 'Delete from this device',
  'stored.agreed': 'What was agreed',
  'stored.agreed-none': 'Nothing was ratified in the rounds that are stored.',
  'stored.agreed-in': 'Round {round}',
  'stored.ended': 'How it ended',
  'stored.course': 'Round by round, in numbers',
  'stored.course-about': 'As it stood at the end of each round. What changed in a round is set in bold.',
  'stored.round': 'Round {round}',
  'stored.support': 'Support: {seat}',
  'stored.deals': 'Agreements ratified',
  'stored.news': 'What the paper said',
  'stored.quiet': 'A quiet round: no news for everybody.',
  'stored.tension': 'Tension {tension}',
  'stored.news-unknown': 'Something this version of the app has no words for ({id}).',
};
