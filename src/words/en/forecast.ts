/**
 * Forecasts: the names and meanings of the lines, what they can and cannot say, and the faults of a table of actors. Codes F001 … are
 * stable; `forecast.CODE` says what is wrong, `forecast.CODE.mend` how to mend it.
 */
export const forecast = {
  'forecast.head': '{named, select, no {} other {{issue}: }}{actors, plural, one {# actor} other {# actors}}',
  'forecast.compromise': 'compromise',
  'forecast.compromise.means': 'The mean of all positions, each weighted by influence times salience.',
  'forecast.band': 'band',
  'forecast.band.means': 'In 80 of 100 draws of what you do not know the compromise lies in here.',
  'forecast.unweighted': 'unweighted mean',
  'forecast.unweighted.means':
    'The plain mean of all positions. The nearer it is to the compromise, the less the weights matter.',
  'forecast.median': 'weighted median',
  'forecast.median.means':
    'The position with half of all weight on either side: it would win every vote against another.',
  'forecast.odds': 'odds',
  'forecast.odds.means': 'How likely each option is to win when all options are put against each other, two by two.',
  'forecast.nash': 'Nash package',
  'forecast.nash.means':
    'Of all packages that would be signed and ratified, the one with the largest product of gains of the two who conclude.',
  'forecast.distance': 'left on the table',
  'forecast.distance.means': 'Points that both who conclude could still gain at once by another package.',
  'forecast.deal': 'chance of a deal',
  'forecast.deal.means':
    'The share of {draws, number} draws of what you do not know in which there is any package that all would sign and ratify. It does not say that they find it.',
  'forecast.swaps': 'best trades',
  'forecast.swaps.means': 'Two who conclude give way on one issue each, and both gain the same.',
  'forecast.rounds': 'expected-utility rounds (historical)',
  'forecast.rounds.median': '  median',
  'forecast.rounds.mean': '  mean',
  'forecast.rounds.warning':
    'Warning. The rounds rebuild a well-known model of the 1980s as far as it was published. They do not settle, a small change of the numbers changes them a lot, and models of this kind did worse than the plain compromise where they were compared. They are shown for history, not as a forecast.',
  'forecast.caution':
    'These are models, not knowledge. On 351 issues of the European Union the compromise missed the outcome by 23.0 points of 100 on average, the unweighted mean by 23.6, the best model of the challenge kind by 26.8 (figures at second hand). How well they do on your data nobody knows.',

  'forecast.panel.title': 'Forecasts',
  'forecast.panel.lead':
    'A forecast here is arithmetic, not prophecy: who wants what, how much each cares, how much each can bring to bear. It knows only what you may know: your own wishes as they are, everybody else’s as ranges.',
  'forecast.panel.private': 'Opening it changes nothing in the game, and nobody sees that you look.',
  'forecast.panel.reckoning': 'Reckoning: {draws} imagined worlds …',
  'forecast.panel.again': 'The table has moved on. Reckoning anew …',
  'forecast.panel.ready': 'The forecasts are ready.',
  'forecast.panel.broke': 'The forecasts could not be reckoned. The game is not touched; close this and try again.',
  'forecast.panel.numbers': 'The numbers',
  'forecast.panel.how': 'How it is reckoned',

  'forecast.chance.title': 'Is there anything to agree on?',
  'forecast.chance.share': '{share} %',
  'forecast.chance.says':
    'In {yes} of {draws} imagined worlds there was at least one package that every signatory would sign and get ratified.',
  'forecast.chance.means':
    'What you do not know is drawn at random {draws} times, within the public ranges: what the others really want, how much they care, where their red lines lie, what their bodies think. Each dot is one such world.',
  'forecast.chance.not':
    'It says how likely it is that something can be agreed, for somebody who knows as much as you. It does not say that you will find it, sign it in time, and keep it. Another seat gets another number, and rightly.',
  'forecast.chance.high': 'Look for the package: it most likely exists.',
  'forecast.chance.middle': 'Worth a try: bring more to light before you insist.',
  'forecast.chance.low':
    'Something has to change first: a red line amended, support offered, trust earned, or more brought to light.',
  'forecast.chance.yes': 'a package exists',
  'forecast.chance.no': 'none exists',

  'forecast.issues.title': 'Where each issue leans',
  'forecast.issues.about':
    'Three ways to make one number out of many positions. Where they agree, the forecast does not hang on the weights; where they part, ask why.',
  'forecast.issues.leans': 'Leans to {option} ({x} of 100).',
  'forecast.issues.stays': 'Leans to what is in force: {option} ({x} of 100).',
  'forecast.issues.weights':
    'Those who weigh more pull it {by} points towards “{end}”: with all equal it would be {unweighted}.',
  'forecast.issues.weights-none': 'Weights hardly matter here: with all equal it would be {unweighted}.',
  'forecast.issues.median': 'A vote by weight would end at {median}.',
  'forecast.issues.now': 'in force',
  'forecast.issues.odds-of': 'Odds of each option: {issue}',
  'forecast.issues.option': 'Option',
  'forecast.issues.issue': 'Issue',
  'forecast.issues.share': '{share} %',
  'forecast.issues.pulls': 'Who pulls where',
  'forecast.issues.pulls-about':
    'Compromise = Σ weight × position. The weight of an actor is influence × salience, as a share of all. Positions of others are the middle of their public range; yours is your own, and so is what has come to light.',
  'forecast.issues.actor': 'Actor',
  'forecast.issues.position': 'Position',
  'forecast.issues.salience': 'Salience',
  'forecast.issues.influence': 'Influence',
  'forecast.issues.weight': 'Weight',
  'forecast.issues.sum': 'Compromise',

  'forecast.packages.title': 'Packages',
  'forecast.packages.about':
    'By what you know, at its most likely values. Further right is better for {one}, further up for {other}; on the edge neither can gain without the other losing.',
  'forecast.packages.zone':
    '{count, plural, =0 {By what you know, no package would pass everywhere now.} one {By what you know, one package would pass everywhere.} other {By what you know, # packages would pass everywhere.}}',
  'forecast.packages.says':
    '{count, plural, one {One package lies} other {# packages lie}} on the edge. The Nash package brings {one} {byOne} and {other} {byOther} points.',
  'forecast.packages.in-way': 'What most stands in the way:',
  'forecast.packages.line': 'a red line of {seat} on {issue}, as far as it is known',
  'forecast.packages.line-own': 'your own red line on {issue}',
  'forecast.packages.leader': '{seat} would gain too little',
  'forecast.packages.veto': '{body} would veto it',
  'forecast.packages.quota': 'too few bodies of {seat} would vote for it',
  'forecast.packages.nash': 'Nash package',
  'forecast.packages.draft': 'draft {no} of {seat}',
  'forecast.packages.yours': 'your draft',
  'forecast.packages.gain-of': 'Gain of {seat}, points',
  'forecast.packages.take': 'Study the Nash package as my draft',
  'forecast.packages.drafts': 'What is on the table',
  'forecast.packages.no-drafts':
    'Nothing is on the table yet. Build or table a draft, and its place will be shown here.',
  'forecast.packages.distance-0': 'On the edge: nothing is left on the table for both.',
  'forecast.packages.distance': 'Off the edge: another package would bring both {points} points more.',
  'forecast.packages.distance-none': 'There is no edge to compare it with: nothing would pass.',
  'forecast.packages.passes': 'It would pass everywhere, as far as you know.',
  'forecast.packages.fails': 'In its way: {what}.',
  'forecast.packages.package': 'Package',

  'forecast.swaps.title': 'Trades worth trying',
  'forecast.swaps.about':
    'Each side gives way where it cares less and gains where it cares more. It looks at two issues only: owners, red lines and bodies have their own word.',
  'forecast.swaps.trade': '{seat} gives way on {issue}',
  'forecast.swaps.from-to': 'from {from} to {to} on the scale',
  'forecast.swaps.gain': 'Each gains {points}',
  'forecast.swaps.gain-about': 'in salience × shift of the expected outcome',
  'forecast.swaps.number': 'Trade',
  'forecast.swaps.from': 'From',
  'forecast.swaps.to': 'To',
  'forecast.swaps.gains': 'Gain of each',
  'forecast.swaps.none': 'No two issues on which both would gain by trading, by what you know.',

  'forecast.history.open': 'Show the historical rounds all the same',
  'forecast.history.round': 'Round {round}',
  'forecast.history.says': 'Weighted median and compromise after each of {rounds} rounds of challenges.',

  'forecast.worth.title': 'What forecasts are worth',
  'forecast.worth.says':
    'How far the models missed, on average, on 351 issues of the European Union (DEU III), on a scale of 0–100. The figures are second-hand: they were not recomputed here.',
  'forecast.worth.compromise': 'compromise',
  'forecast.worth.unweighted': 'unweighted mean',
  'forecast.worth.challenge': 'best challenge model',
  'forecast.worth.read':
    'Read it twice: a typical miss is a quarter of the scale, and influence and salience improve on a plain mean by less than one point.',
  'forecast.worth.unknown': 'How accurate any of this is for the conflict at this table, nobody knows.',
  'forecast.worth.model': 'Model',
  'forecast.worth.error': 'Mean error',

  'forecast.no-file': 'The file “{file}” cannot be read. Is the name right?',
  'forecast.too-large': 'The file “{file}” has more than 10 MB. A table of actors is far smaller; is it the right one?',
  'forecast.range-not-positive': '`--range` is the length of the scale and must be above 0; {range} is not.',
  'forecast.range-too-short':
    '`--range {range}` is shorter than the positions are apart: they span {span}{named, select, no {} other { on “{issue}”}}. Give at least that.',
  'forecast.salience-top':
    '`--salience-top {top}` is too low: the highest salience is {most}, and the top must be above 0. Give at least the highest.',
  'forecast.bad':
    '{faults, plural, one {One fault} other {# faults}}. Nothing was reckoned; a line left out would change every number.',

  'forecast.F001': 'The file is empty.',
  'forecast.F001.mend': 'write a heading (actor,position,salience,influence) and below it one line for each actor',
  'forecast.F002': 'A quotation mark is opened here and not closed at the end of the cell.',
  'forecast.F002.mend': 'close it there, double each mark inside the cell, or leave them out',
  'forecast.F003': 'A quotation mark stands where none can stand.',
  'forecast.F003.mend': 'put the whole cell in quotation marks and double each mark inside it, or leave them out',
  'forecast.F004': 'There is no column “{column}”.',
  'forecast.F004.mend': 'add it, or name it in the heading; other names for it: {names}',
  'forecast.F005': '“{first}” and “{second}” both mean the column “{column}”.',
  'forecast.F005.mend': 'rename the one that is not meant',
  'forecast.F006': 'There is no column “{column}”, but there is “{written}”.',
  'forecast.F006.mend': 'if that is the one, call it “{column}”',
  'forecast.F007': 'The cell of the column “{column}” is empty.',
  'forecast.F007.mend': 'fill it in, or delete the line if nothing is known of this actor',
  'forecast.F008': '“{written}” in the column “{column}” is no number.',
  'forecast.F008.mend': 'write digits only, as in 60 or 0.8, without unit or percent sign',
  'forecast.F009':
    '“{written}” in the column “{column}” has a {sign, select, dot {comma} other {point}} where the file mostly has a {sign, select, dot {point} other {comma}}.',
  'forecast.F009.mend': 'write all fractions alike, with a {sign, select, dot {point} other {comma}}',
  'forecast.F010': '“{written}” in the column “{column}” parts its thousands.',
  'forecast.F010.mend': 'write the number without them, as in 12500',
  'forecast.F011': 'The line has {found, plural, one {# cell} other {# cells}}, and the heading has {expected}.',
  'forecast.F011.mend':
    'give the line as many cells as the heading; put a cell with the separating sign in it in quotation marks',
  'forecast.F012':
    'Nobody weighs anything{named, select, no {} other { on “{issue}”}}: influence times salience is 0 for all.',
  'forecast.F012.mend': 'give at least one actor both an influence and a salience above 0',
  'forecast.F013': 'There is a heading and no line below it.',
  'forecast.F013.mend': 'write one line for each actor',
  'forecast.F014': '“{actor}” stands here for the second time{named, select, no {} other { on “{issue}”}}.',
  'forecast.F014.mend': 'keep one of the two lines, or name the issue of each in a column “issue”',
  'forecast.F015': 'There are more than {most} actors{named, select, no {} other { on “{issue}”}}.',
  'forecast.F015.mend': 'put actors together that stand at the same place, adding up their influence',
  'forecast.F016': 'This is not a text in UTF-8.',
  'forecast.F016.mend': 'save the table as “CSV UTF-8”',
  'forecast.F017': '“{written}” in the column “{column}” is below 0.',
  'forecast.F017.mend': 'write a number from 0 upwards; which side an actor is on is told by its position',
};
