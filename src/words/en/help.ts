/** Help and glossary of the app. Terms as in the model. */
export const help = {
  'help.lead':
    'You sit at a table with three others. In each round you talk, then give orders, then read what came of it.',
  'help.round': 'How a round goes',
  'help.step-talks':
    'Talks. Open an issue and choose what it should become. Up to three issues make a draft; table it, and the others sign, reject or counter it. Only what everybody signs goes further.',
  'help.step-orders':
    'Orders. Choose moves within your political capital, give your reason in one sentence, and seal. All orders are opened together.',
  'help.step-news':
    'News. Read what happened. Press any number to see what changed it, by which rule, and on which source it rests.',
  'help.step-home':
    'At home. A signature is not the end: your own bodies vote. A draft that fails at home costs you approval and standing.',
  'help.step-deliver':
    'Delivery. A ratified deal changes nothing by itself. Its clauses fall due one by one, and each owner performs, delays or breaks its own.',
  'help.keys': 'With the keyboard',
  'help.keys-about':
    'Everything works without a mouse: Tab moves on, Shift and Tab back, arrow keys choose within a group, Space and Enter press, Escape closes a sheet. The first stop on each page skips to the work.',
  'help.terms': 'Words of the game',
  'help.term-issue': 'Issue and option',
  'help.term-issue-about': 'What is argued about. Each issue is a ladder of options; exactly one is in force.',
  'help.term-draft': 'Draft, clause, package',
  'help.term-draft-about':
    'A text that changes up to three issues, each by one clause. What it leaves out stays as it is.',
  'help.term-principal': 'Party',
  'help.term-principal-about': 'A seat that concludes the deal and must have it ratified and carried out.',
  'help.term-mediator': 'Mediator',
  'help.term-mediator-about':
    'A seat that helps the parties, with interests, a budget and bodies of its own: it brings hidden things to light, formulates texts, and offers or threatens.',
  'help.term-red-line': 'Red line',
  'help.term-red-line-about':
    'The furthest a seat may go on an issue. Some lines can be amended, at a price at home; some cannot.',
  'help.term-batna': 'No-deal value (BATNA)',
  'help.term-batna-about':
    'What a seat has if no deal comes: the present options less the pain of tension. Nobody signs below it for long.',
  'help.term-win-set': 'Win-set',
  'help.term-win-set-about':
    'All packages that a seat’s bodies would ratify. A small one ties your hands, and can strengthen them.',
  'help.term-ratification': 'Ratification',
  'help.term-ratification-about':
    'The vote of your own bodies on what you signed. A body with a veto can end it alone.',
  'help.term-confidence': 'Confidence',
  'help.term-confidence-about':
    'How sure you may be that the others deliver. The worse a broken promise would hurt, the more confidence you need before signing.',
  'help.term-guarantee': 'Guarantee',
  'help.term-guarantee-about':
    'A mediator stands in for part of the risk and takes back part of what a breach would save.',
  'help.term-carrot': 'Offer and warning',
  'help.term-carrot-about':
    'Support promised, or pressure announced, by a mediator under a condition. Support is paid in tranches.',
  'help.term-tension': 'Tension',
  'help.term-tension-about':
    'From 0 to 100, for the whole table. It hurts every seat; from 60 on hawks weigh more at home, from 75 on incidents happen.',
  'help.term-support': 'Support',
  'help.term-support-about':
    'How far your own bodies approve of you, weighed together. It decides your capital; below 20 at the end of a round your government falls.',
  'help.term-trust': 'Trust',
  'help.term-trust-about':
    'Promises kept against promises broken, as each seat remembers them. Old deeds fade. Your confidence in a deal rests on it.',
  'help.term-capital': 'Political capital',
  'help.term-capital-about': 'What you can spend in a round. It depends on your support at home and does not add up.',
  'help.term-pledge': 'Pledge',
  'help.term-pledge-about':
    'A public promise never to go below or above an option. It binds your hands, which can help; breaking it costs.',
  'help.term-mandate': 'Mandate',
  'help.term-mandate-about': 'Goals your capital has set, one of them secret. They count beside the score.',
  'help.term-forecast': 'Forecast',
  'help.term-forecast-about':
    'What a bargaining model makes of positions, salience and influence, as far as you may know them. Arithmetic, not prophecy. On the full level only.',
  'help.honest': 'How far to trust it',
  'help.honest-about':
    'The model is built from published research and coded from five documents. Models of this kind miss real outcomes by about 23 points of 100 on average; how well this one does for this conflict nobody knows. It shows how bargaining works, not what will happen.',
};
