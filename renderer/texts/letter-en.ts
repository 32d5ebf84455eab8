export const letterEn = {
  preview: 'View the letter', previewTitle: 'Decision letter – draft', setting: 'The letter is being set …', document: 'Draft of the letter',
  template: 'Template of the letter',
  none: 'There is no letter template for this decision. The citizen gets it as a message in the mailbox.',
  offline: 'The town’s service sets the preview; without a connection there is none. You can propose and release all the same.',
  addConditions: 'Add conditions', conditions: 'Conditions', conditionsHint: 'Obligations, conditions, time limit (section 36 VwVfG). Lines that begin with a dash become a list.',
  amount: 'Amount in euros', amountHint: 'Up to {{limit}} one person decides alone, above it two people do.', fee: 'Fee in euros', noAmount: 'This is no amount. Write, for instance, 12.50.',
  variableHint: 'The template of the letter wants to know this, too.',
  lacks: 'The letter still lacks:', lacksTodo: 'Your administrator sets up what you cannot write yourself.',
  part: {
    authority: 'the authority in the letterhead', signatory: 'the name of the signatory in the letterhead', recipient: 'the recipient', reasons: 'the reasons',
    remedies: 'the instruction on remedies', 'remedies-seat': 'the seat of the authority in the instruction on remedies', 'remedies-period': 'the period in the instruction on remedies', date: 'the date', variable: 'the entry “{{variable}}”',
  },
  changesTitle: 'Changed since the submission of {{time}}', unchanged: 'Nothing was changed.', added: 'new:', removed: 'struck out:',
  field: { outcome: 'Outcome', reason: 'Reasons', conditions: 'Conditions', amountCents: 'Amount', feeCents: 'Fee', letter: 'Letter' },
  show: 'View', print: 'Print here', providedAt: 'Provided in the mailbox on {{time}}.', retrievedAt: 'Retrieved on {{time}}.', notRetrieved: 'Not retrieved yet.',
  certifyHint: 'The period ran out without a decision, approval is deemed given. On request this is certified in writing.',
}
