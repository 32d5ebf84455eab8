/** How the decisions of a case reached whoever applied; `notice-case-de.ts` has the same keys. */
export const noticeCaseEn = {
  toCase: 'To the case',
  periodOver: 'Period over',
  law: 'Reckoned by: {{law}}.',
  objections: 'Whether somebody objected to a decision in a case is not entered here. It is final only if no objection came in before the end of the period.',
  byPost: 'This person has no mailbox: the decision is printed here and goes by post. Please note the day on which it was posted in the case; no deadlines are reckoned here.',
}
