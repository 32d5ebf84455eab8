/** How the decisions of a case reached whoever applied; `notice-case-de.ts` has the same keys. */
export const noticeCaseEn = {
  toCase: 'To the case',
  periodOver: 'Period over',
  law: 'Reckoned by: {{law}}.',
  objections: 'Whether somebody objected to a decision in a case is not entered here. It is final only if no objection came in before the end of the period.',
  later: 'There is a later decision of {{day}} in this case. Whether it takes the place of this letter stands in it.',
  dayUnknown: 'This letter lies in the mailbox. Since when is not known at this desk, so no deadlines can be reckoned here.',
  byPost: 'This person has no mailbox: the letter is printed here and goes by post. Please note the day on which it was posted in the case; no deadlines are reckoned here.',
}
