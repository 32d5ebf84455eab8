export const workEn = {
  complete: {
    title: 'Completeness', ok: 'Complete: every answer and document is there.', missing_one: 'Something is still missing:', missing_other: '{{count}} things are still missing:',
    answer: '{{label}}: not filled in', wrong: '{{label}}: {{what}}', document: 'Document: {{label}}', perhaps: 'Document: {{label}} – please look through the attachments', ask: 'Ask for what is missing', askedBefore: 'Asked for, waiting for the answer.',
  },
  tasks: {
    title: 'Tasks', open_one: '1 open', open_other: '{{count}} open', allDone: 'all done', none: 'No tasks.', required: 'needed before the decision', forLeads: 'team lead',
    due: 'by {{day}}', late: 'was due {{day}}', doneBy: 'done by {{name}}, {{time}}', done: 'Done: {{title}}', add: 'Add a task', addTitle: 'New task', what: 'What is to be done?', who: 'Who?', whoever: 'whoever holds the case',
    until: 'By when?', untilHint: 'DD/MM/YYYY, optional', save: 'Add task', showDone_one: 'Show 1 that is done', showDone_other: 'Show {{count}} that are done',
  },
  comments: {
    title: 'Among colleagues', hint: 'Type @ to name colleagues. Comments are not part of the file; citizens see neither comments nor notes.', label: 'Comment or note', save: 'Comment', note: 'Save as note',
    forYou: 'new for you', suggestions: 'Colleagues', lead: 'team lead', older_one: 'Show 1 older comment', older_other: 'Show {{count}} older comments',
  },
  related: {
    title: 'Related cases', none: 'None.', parent: 'Part of', parts: 'Belongs to this one', merged: 'Merged into this one', mergedNote: 'Its attachments and messages are listed here.', samePerson: 'Other cases of the same person', more_one: 'and 1 older one', more_other: 'and {{count}} older ones',
    link: 'Link …', unlink: 'Undo link', unmerge: 'Undo merge', linkTitle: 'Make it part of another case', linkText: 'This case becomes a part of the other one. Both show a reference afterwards.', search: 'Reference, name or subject', searching: 'Searching …', nothing: 'Nothing found.', type: 'Type at least two characters.',
    unmergeTitle: 'Undo the merge?', unmergeText: '{{reference}} becomes a case of its own again and stands where it stood before.',
    keptIn: 'This case was merged into {{reference}} as its duplicate.', openKept: 'Open {{reference}}',
  },
  duplicates: {
    title: 'Perhaps received twice', again: '{{name}} applied for the same service again within 30 days ({{reference}}, received {{day}}).', alike: '{{reference}}, received {{day}}, has {{percent}} of the same answers.', compare: 'Compare',
    compareTitle: 'Two applications side by side', field: 'Field', this: 'This one: {{reference}}', other: 'The other: {{reference}}', differs: 'different', same: 'same', onlyDifferences: 'Show differences only', noDifferences: 'All answers are the same.',
    received: 'Received', applicant: 'Applicant', status: 'Status', mergeText: 'Merging closes {{duplicate}} as a duplicate. Its attachments and messages are then shown in {{kept}}. The citizen is not told. It can be undone until {{kept}} is decided.', mergeThis: 'Close this one, keep {{reference}}', mergeOther: 'Close {{reference}}, keep this one', impossible: '{{reference}} cannot be closed as a duplicate: {{why}}',
  },
  handOver: {
    open: 'Hand over …', title: 'Hand over to another department', text: 'The case then lies in the other department, free for everybody there. Your department keeps nothing of it: no attachments, no messages, no comments.', offline: 'Without a connection the hand-over is reserved and takes effect only once transferred.', department: 'Department', choose: 'Please choose', reason: 'Reason', reasonHint: 'shown in the history', confirm: 'Hand over', chooseFirst: 'Choose the department.',
  },
  reopen: {
    open: 'Reopen …', title: 'Reopen the case', text: 'The decision so far stays on file and in force until a new one is released. The citizen is not told about the reopening.', textClosed: 'The case goes back to work. The citizen is not told.', reason: 'Reason', confirm: 'Reopen',
  },
  story: {
    filter: 'Show', all_one: 'Show 1 earlier entry', all_other: 'Show {{count}} earlier entries', nothing: 'The history says nothing about this.',
    groups: { decision: 'Decision', mail: 'Letters and deadline', notes: 'Notes', work: 'Work', views: 'Views' },
  },
}
