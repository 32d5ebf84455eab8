import type { lettersAdminDe } from './letters-admin-de.ts'
import type { Translated } from './translated.ts'

/** Templates and letterheads. */
export const lettersAdminEn: Translated<typeof lettersAdminDe> = {
  intro: 'Decision letters are written from templates and a letterhead. A template is changed in a draft until you publish it; a letterhead counts as soon as it is saved.',
  views: 'Templates and letterheads', templates: 'Templates', letterheads: 'Letterheads', back: 'All templates', backToHeads: 'All letterheads',
  new: 'New template', newText: 'It begins as a draft with the usual text. Nothing is proposed with it until you publish it.', begin: 'Begin the draft', untitled: 'Template without a name',
  count_one: '{{count}} template', count_other: '{{count}} templates', headCount_one: 'Letterhead of {{count}} department', headCount_other: 'Letterheads of {{count}} departments', none: 'No template yet: decisions go out as messages, without a letter.',
  headTitle: 'Letterhead: {{department}}', headPart: { head: 'Head and address', valid: 'Signature and court', foot: 'Foot' }, headMissing_one: 'One thing has to be settled before it can be saved.', headMissing_other: '{{count}} things have to be settled before it can be saved.',
  headChanged: 'Somebody changed this letterhead while it was open here. Saving replaces the other change.',
  column: { title: 'Template', outcome: 'For', usedBy: 'Used by', version: 'Version', since: 'In force since', state: 'State', department: 'Department', authority: 'Authority', signatory: 'Signs', complete: 'Complete' },
  outcome: { granted: 'Approval', refused: 'Refusal', certificate: 'Certificate (§ 42a VwVfG)', notice: 'Notice in a mass run' },
  state: { offered: 'In use', withdrawn: 'Withdrawn', new: 'Not published yet' },
  every: 'All services without a template of their own', everyCount_one: '{{count}} service without a template of its own', everyCount_other: '{{count}} services without a template of their own', wholeTown: 'All services', massRuns: 'Mass runs', first: 'proposed first', delivered: 'Came with the program', draftBy: 'Draft: {{name}}', version: 'Version {{version}}',
  complete: 'Yes', lacking: 'Missing: {{what}}',
  parts: 'Parts of the template', firstPlace: '1 – chosen already', ownInstead: 'This service is then offered its own templates only, and no longer the general ones.',
  part: { head: 'General', text: 'Text', asked: 'Asked when proposing', remedies: 'Instruction on remedies' },
  field: {
    title: 'Name of the template', service: 'Service', outcome: 'Letter', position: 'Place in the choice', subject: 'Subject', remedies: 'Instruction on remedies', askedLabel: 'Question',
    authority: 'Authority', signatory: 'Who signs', street: 'Street and number', postalCode: 'Postal code', place: 'Town', telephone: 'Telephone', email: 'E-mail', senderLine: 'Sender’s line', bankName: 'Bank', iban: 'IBAN', openingHours: 'Opening hours', court: 'Administrative court',
  },
  hint: {
    title: 'As clerks choose it, for instance “Permit with conditions”', paragraph: '“# ” at the beginning makes a heading, “- ” a list. A paragraph with reasons, conditions, amount or fee is left out where there are none.',
    condition: 'A first line “? ” with a placeholder shows the paragraph only where there is such a value; “? ohne” and the placeholder only where there is none; with “= word” behind it only for that word.',
    table: 'Lines with “|” become a table: its heads first, at the end the sum with “|=”. A line about items or parcels stands in the letter once for each of them.',
    remedies: 'Remedy, authority with its seat, period (§ 37 (6) VwVfG)', asked: 'What no case says: whoever proposes the decision is asked for it.',
    authority: 'With the department, for instance “Stadt Musterstadt, Ordnungsamt”', signatory: 'Name and office in whose name the letter is valid (§ 37 (3) VwVfG)', senderLine: 'Small, above the address; empty: authority, street and town', iban: 'Stands at the foot and as the placeholder “Bank account”', openingHours: 'Stand at the foot', court: 'Name and seat, for templates that tell of an action at law: placeholder “Administrative court”',
  },
  paragraph: 'Paragraph', addParagraph: 'Add a paragraph', noParagraphs: 'No text yet.', question: 'Question', addAsked: 'Add a question', noAsked: 'Nothing else is asked for.',
  insert: 'Insert a placeholder', insertInto: 'Insert a placeholder: {{what}}', groups: { case: 'Case', form: 'Answers in the form', asked: 'Asked when proposing', decision: 'Decision', notice: 'Notice', item: 'Items (in tables)', parcel: 'Parcels (in tables)', letterhead: 'Letterhead' },
  variable: {
    applicantName: 'Name of the applicant', subject: 'Subject of the application', reference: 'Reference', receivedDay: 'Day of receipt', dueDay: 'End of the period', service: 'Name of the service', legalBasis: 'Legal basis',
    recipientName: 'Name of the recipient', salutation: 'Salutation', debtorRole: 'Who owes', period: 'Period', periodFrom: 'Beginning of the charged period', periodTo: 'End of the charged period', cashReference: 'Cash reference', total: 'Total', payableBy: 'Due on', replaces: 'Notice that this one replaces', comesAgain: 'Notice that did not arrive',
    itemLabel: 'Item', itemAmount: 'Amount of the item', parcelLabel: 'Parcel with district and section', parcelDistrict: 'District (Gemarkung)', parcelSection: 'Section (Flur)', parcelNumber: 'Parcel (Flurstück)', parcelArea: 'Area',
    reason: 'Reasons', conditions: 'Conditions', amount: 'Amount', fee: 'Fee', authority: 'Authority', street: 'Street and number', postalCode: 'Postal code', place: 'Town', bank: 'Bank account', openingHours: 'Opening hours', court: 'Administrative court',
  },
  preview: 'Look at it as PDF', previewTitle: 'Preview with an invented case', lacksTodo: 'Add it in the template or in the letterhead.', document: 'Preview of the template', offline: 'Needs a connection.',
  publish: 'Publish', discard: 'Throw the draft away', withdraw: 'Withdraw', offerAgain: 'Put back into use', nothingToPublish: 'There is no change.', save: 'Save the letterhead', nothingToSave: 'There is no change.',
  sure: {
    publishTitle: 'Publish the template?', publishText: 'New letters are written from version {{version}} at once. What has gone out keeps its text. What waits for release has to be proposed anew.', publishNew: 'As soon as it is published, clerks can choose it when they propose.', publishWithdrawn: 'The template stays withdrawn until you put it back into use.',
    discardTitle: 'Throw the draft away?', discardText: 'Everything changed in this draft is lost, also what others changed. The published version stays.',
    withdrawTitle: 'Withdraw the template?', withdrawText: 'Nothing more is proposed or released with it, from now on. What has gone out stays. You can put it back into use at any time.', withdrawLast_one: 'Then one service has no template for this letter: nothing can be decided that way there.', withdrawLast_other: 'Then {{count}} services have no template for this letter: nothing can be decided that way there.',
    leaveTitle: 'Back without saving?', leaveText: 'What you changed in the letterhead is lost.', leave: 'Throw away',
    letterheadText: 'The letterhead counts at once. What waits for release has to be proposed anew.',
  },
  outdated: 'After this draft had begun, another version was published. Compare before you publish: the draft replaces it as a whole.', rebase: 'Compared, go on from the present version',
  withdrawnNote: 'This template is withdrawn: nothing is proposed with it.',
  missingTitle_one: 'One thing has to be settled before it can be published.', missingTitle_other: '{{count}} things have to be settled before it can be published.',
  problem: {
    missing: 'Please fill this in.', 'too-long': 'This is too long.', 'too-many': 'These are too many. Take some out.', 'service-unknown': 'There is no such service.', 'certificate-is-general': 'The certificate is for all services.', 'notice-is-general': 'Mass runs belong to no service.', 'position-invalid': 'Please give a whole number from 1 to 99.',
    'variable-unknown': 'There is no placeholder “{{variable}}” here. Choose one from the list.', 'variable-meant': 'There is no placeholder “{{variable}}” here. Did you mean “{{meant}}”?', 'variable-broken': 'Something is wrong with these braces: {{variable}}',
    'name-invalid': 'Please use letters and digits only, a letter first.', 'name-twice': 'This placeholder is there already.', 'name-known': 'The case fills this placeholder already.', 'not-used': 'This placeholder does not stand in the text.', 'nobody-asked': 'A mass run asks for nothing. Take the questions out.',
    'condition-broken': 'This condition cannot be read. After “? ” stands a placeholder, before it possibly “ohne”, after it possibly “= word”; the text begins on the next line.', 'condition-value': '“{{variable}}” never occurs here. Possible: {{meant}}.', 'row-outside': 'The placeholder “{{variable}}” belongs into a line of a table.',
    'table-uneven': 'Every line of the table needs as many columns as its heads.', 'table-wide': 'A table has four columns at most.', 'table-empty': 'Below the heads a line is missing.', 'table-total': 'The sum (“|=”) stands once, in the last line.', 'row-mixed': 'Items and parcels stand in lines of their own.',
    reasons: 'A refusal needs its reasons: a paragraph with the placeholder “Reasons” is missing.', remedies: 'The instruction on objection, action or appeal is missing.', 'remedies-seat': 'The seat of the authority or court is missing: insert “Town” or “Administrative court”.', 'remedies-period': 'The period is missing, in German for instance “innerhalb eines Monats”.',
    'email-invalid': 'This is no e-mail address.', 'iban-invalid': 'This is no valid IBAN.', 'bank-without-iban': 'A bank needs its IBAN.',
  },
}
