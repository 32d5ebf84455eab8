export const bulkEn = {
  title: 'Bulk work',
  select: { row: 'Select {{reference}}', all: 'Select all cases of the list', count_one: '1 case selected', count_other: '{{formatted}} cases selected', wholeList: 'All {{formatted}} of the list', clear: 'Clear selection' },
  actions: { claim: 'Claim', assign: 'Assign …', 'follow-up': 'Follow-up …', tag: 'Tags …', close: 'End …' },
  many_one: 'For 1 selected case.', many_other: 'For {{formatted}} selected cases, each on its own. What is not possible for one does not hold up the others.',
  claimTitle: 'Claim cases', claimConfirm: 'Claim',
  run: {
    name: { claim: 'Claim', assign: 'Assign', 'follow-up': 'Follow-up', tag: 'Tags', close: 'End' },
    progress: '{{done}} of {{total}}', refused_one: '1 not possible', refused_other: '{{formatted}} not possible', skipped_one: '1 was so already', skipped_other: '{{formatted}} were so already', doneCount_one: '1 done', doneCount_other: '{{formatted}} done',
    running: 'running', paused: 'paused', ended: 'finished', cancelled: 'cancelled', pause: 'Pause', resume: 'Resume', cancel: 'Cancel', forget: 'Close', results: 'See the result', label: 'Progress of the bulk work',
    waits: 'Paused by itself: {{why}}',
  },
  results: {
    title: 'Result: {{what}}', table: 'Result per case', all: 'All', done: 'Done', refused: 'Not possible', skipped: 'Was so already', show: 'Show', case: 'Case', what: 'Result', applicant: 'Applicant', more: 'Show more', none: 'None.', save: 'Save as CSV', filename: 'result', why: 'Reason', subject: 'Subject', reference: 'Reference', open: 'Open {{reference}}',
  },
  handling: { title: 'Handling', followUp: 'Follow-up', assign: 'Assign', tags: 'Tags', close: 'End', followUpOn: 'Follow-up on {{day}}', followUpOnAnswer: 'Follow-up when the answer comes', followUpGone: 'Follow-up removed', followUpBoth: 'Follow-up on {{day}} or when the answer comes', followUpDue: 'Follow-up due since {{day}}' },
  followUp: {
    title: 'Follow-up', week: '+1 week', weeks: '+2 weeks', month: '+1 month', day: 'Day', dayHint: 'DD.MM.YYYY. A weekend or holiday moves to the next working day.', dayWrong: 'Give a day from today on, for example 15.12.2026.', onAnswer: 'Also as soon as the citizen answers',
    note: 'What for?', noteHint: 'Shown on the case; the citizen does not see it.', save: 'Set follow-up', clear: 'Remove follow-up', nothing: 'Choose a day or the citizen’s answer.', quick: 'Choose a day', moved: '{{chosen}} is not a working day; it becomes {{day}}.',
  },
  assign: {
    title: 'Assign the case', titleMany: 'Assign cases', person: 'To whom?', personHint: 'Beside each name: how many open cases the person has.', load_one: '1 open', load_other: '{{count}} open', me: '{{name}} (me)', reason: 'Reason', reasonHint: 'Optional. Shown in the history.', confirm: 'Assign', missing: 'Choose a person from the list.', nobody: 'Nobody matches.', show: 'Show people',
  },
  tags: {
    title: 'Tags', add: 'Add', addHint: 'Enter adds it. Suggestions are tags in use.', remove: 'Remove', current: 'Tags of the case', toAdd: 'To be added', toRemove: 'To be removed', none: 'None yet.', removeOne: 'Remove {{tag}}', save: 'Save tags', suggestions: 'Show suggestions', nothing: 'Add a tag or remove one.',
  },
  close: {
    title: 'End without a decision', text: 'The case ends and its deadline stops. {{name}} learns kind and reason in their mailbox.', textMany: 'The cases end and their deadlines stop. Everybody concerned learns kind and reason in their mailbox.',
    kind: 'Why does it end?', withdrawn: 'Application withdrawn', duplicate: 'Received twice', 'not-competent': 'Not competent', other: 'Another reason', kindMissing: 'Choose why the case ends.', reason: 'Reason that the citizen reads', confirm: 'End and send the message',
  },
  export: {
    open: 'Export', title: 'Export the list', text_one: '1 case with the columns you see now.', text_other: '{{formatted}} cases with the columns you see now, in the order of the list.', format: 'Kind of file', csv: 'CSV (text file)', xlsx: 'Excel (XLSX)', columns: 'Columns',
    many: 'These are personal data of more than 1,000 cases. The file is not encrypted. Count, columns and your name are kept in the audit log.', consent: 'I need all of these cases for my task.', consentMissing: 'Confirm that you need all of these cases.',
    protocol: 'The export is kept in the audit log: count and columns, no contents.', confirm: 'Create file', progress: '{{done}} of {{total}} cases read', writing: 'The file is being written …', cancel: 'Cancel', done_one: 'The file with 1 case is in your downloads.', done_other: 'The file with {{formatted}} cases is in your downloads.', filename: 'cases', label: 'Progress of the export', unread: 'Unread messages', attachments: 'Attachments', empty: 'The list is empty; there is nothing to export.',
  },
}
