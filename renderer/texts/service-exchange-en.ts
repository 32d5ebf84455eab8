/** Services from town to town; `service-exchange-de.ts` has the same keys. */
export const serviceExchangeEn = {
  takeTitle: 'Take over from another town', takeIntro: 'Choose the file that another town has saved. You first see what is in it; only what you choose is taken over, and only as a draft.',
  chooseFile: 'Choose a file', otherFile: 'Choose another file', reading: 'The file is being checked …',
  choose: 'Choose from the file', from: 'File of the town {{town}} of', fingerprint: 'Ask there by telephone whether these signs are right:',
  services: 'Services', templates: 'Letter templates', none: 'None in the file.',
  standing: { new: 'new for you', same: 'you have exactly this', changed: 'yours is different', clash: 'somebody is writing it here just now' },
  department: 'Department for new services', departmentHint: 'Services that you have already stay in their department and keep your contact.',
  take_one: 'Make one draft', take_other: 'Make {{count}} drafts', taken_one: 'One draft is made.', taken_other: '{{count}} drafts are made.', takenNext: 'Citizens see nothing of it yet.',
  lastImport_one: 'One draft taken over on', lastImport_other: '{{count}} drafts taken over on', next: 'Read, complete and publish them here:', undo: 'Undo taking over',
  undone_one: 'One draft is discarded.', undone_other: '{{count}} drafts are discarded.', kept_one: 'One stays, because somebody has written in it or published it.', kept_other: '{{count}} stay, because somebody has written in them or published them.',
  giveTitle: 'Give to other towns', giveIntro: 'The file holds all services offered and all letter templates with forms, fees and periods, but no contacts, not who wrote them, and nothing of any case. If your texts hold names, take them out first.',
  give: 'Save the file', given: 'Saved: {{services}} services and {{templates}} letter templates.', fileName: 'Services',
  parts: {
    title: 'Name', description: 'Description', legalBasis: 'Legal basis', deadline: 'Period', releaseMode: 'Release', singleUpToCents: 'Amount up to which one person releases', steps: 'Steps of work', automatic: 'What happens by itself', documents: 'Documents', fees: 'Fees', retention: 'Retention', form: 'Questions of the form',
    serviceId: 'Service of the template', outcome: 'Kind of letter', position: 'Order', subject: 'Subject', paragraphs: 'Text', asked: 'What clerks fill in', remedies: 'Remedies', other: 'something this program does not know',
  },
  differs: 'Different: {{part}}', reads: '{{part}}: here “{{here}}”, in the file “{{there}}”', nothing: 'nothing',
  questions: { added: 'New question: {{label}}', removed: 'This question goes: {{label}}', changed: 'This question is different: {{label}}' },
}
