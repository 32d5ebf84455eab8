/** `message-inbox-de.ts` has the same keys. */
export const inboxEn = {
  commands: {
    'begin-call': 'Take down a call', answer: 'Answer to the citizen', note: 'Note on a message', read: 'Mark a message as read', assign: 'Assign a message', close: 'Close a message', reopen: 'Reopen a message',
    redirect: 'Pass a message on', link: 'Take a message to a case', unlink: 'Take a message out of a case', 'set-desk': 'Set how messages are taken', 'set-absence': 'Enter an absence',
  },
  done: {
    'begin-call': 'Call taken down.', answer: 'Answer saved.', note: 'Note saved.', read: 'Marked.', assign: 'Assigned.', close: 'Closed.', reopen: 'Open again.', redirect: 'Passed on.', link: 'Taken to the case.', unlink: 'Taken out of the case.',
    'set-desk': 'Saved.', 'set-absence': 'Absence saved.',
  },
  words: {
    list: 'Messages of citizens', filters: 'Which messages', search: 'Search messages', unreadMark: 'new', newCall: 'Take down a call', absence: 'Absence', settings: 'Set up intake',
    filter: { waiting: 'Waiting for us', mine: 'Mine', unassigned: 'Unassigned', unread: 'Unread', all: 'All open', closed: 'Closed' },
    none: 'There is nothing here.', noneHint: 'New messages appear by themselves.', notFound: 'Nothing found.', notFoundHint: 'The search went through “{{filter}}”.', choose: 'Choose a message on the left.', more: 'There are more. Search for a name or subject.', marks: '{{count}} are waiting for an answer', marksOverdue: 'of which too long: {{count}}',
    due: 'answer by {{day}}', overdue: 'overdue since {{day}}', answered: 'answered', closedState: 'closed', free: 'nobody', byCase: 'Case {{reference}}',
    via: { portal: 'Portal', telephone: 'Telephone', counter: 'Counter', email: 'E-mail' },
    caseMessages: 'New messages on cases', back: 'Back to the list',
    head: { person: 'Person', topic: 'Topic', contact: 'Reached by', noContact: 'only by the link on the portal', noWay: 'no address: please call', assignee: 'Handled by', begun: 'Received', waiting: 'Answer', case: 'Case' },
    present: '{{names}} is reading or answering now.', awayNote: '{{name}} is away until {{day}}.',
    toMe: 'Assign to me', assign: 'Assign', assignTitle: 'Who handles the message?', colleague: 'Colleague', nobody: 'Nobody', away: 'away until {{day}}',
    redirect: 'Pass on', redirectTitle: 'To which department?', redirectText: 'The message will lie with the other department, files and all, and no longer with you.', department: 'Department', reason: 'Hint for the department',
    link: 'To a case', linkTitle: 'Which case does the message belong to?', linkText: 'Message and files will stand in the case too. In the mailbox of the application it does not appear.', linkSearch: 'Reference, name or subject', linkType: 'Type two characters at least.', linkNothing: 'No case found.', newCase: 'Take down a new application', linkAsk: 'Take the message to this case?', linkCase: '{{reference}}: {{subject}}, {{name}}', linkDo: 'Take to the case', unlink: 'Take out of the case', unlinkAsk: 'Take out of the case?', unlinkText: 'Message and files will stand in the case no longer; it keeps a note that they were taken out.', unlinkUndo: 'Undo',
    close: 'Close', reopen: 'Reopen', markUnread: 'Mark as unread', markRead: 'Mark as read', nextOne: 'Next waiting',
    answer: 'Answer to {{name}}', answerText: 'Answer', answerHint: 'The answer lies behind the person’s link. The e-mail only says that something is waiting there. Ctrl+Enter sends.', send: 'Send', sendAndClose: 'Send and close', block: 'Insert block of text', openPlaces: 'Still to fill in: {{places}}',
    noAnswer: 'There is no way to answer here: an e-mail address is missing. Please call, and write down as a note what was said.',
    closedAnswer: 'The message is closed. Open it again to answer.', files: 'Attach files', removeFile: 'Remove {{name}}', note: 'Internal note', noteText: 'Note for colleagues', noteHint: 'The person never sees this.', saveNote: 'Save note',
    kind: { 'from-citizen': '{{name}} writes', 'to-citizen': '{{name}} answers', automatic: 'Automatic answer', note: 'Note by {{name}}' }, provided: 'ready since {{time}}', retrieved: 'read {{time}}', notRetrieved: 'not read yet', infected: 'File with a finding, deleted', download: 'Download {{name}}', fileFailed: '{{name}} could not be opened',
    call: { title: 'Take down a call', intro: 'What somebody said on the telephone, at the counter or by e-mail. The message then waits like any other.', via: 'How did it come?', name: 'Name', phone: 'Telephone', email: 'E-mail', emailHint: 'Only with an e-mail address can you answer here.', subject: 'Subject', text: 'What was said?', save: 'Save' },
    absenceDialog: { title: 'My absence', intro: 'Whoever writes to you gets one automatic answer. Your deputy sees what is assigned to you.', from: 'First day', until: 'Last day', text: 'Addition (German)', textEn: 'Addition (English)', save: 'Save', remove: 'I am here', wrongDay: 'This is not a day.' },
    desk: { title: 'Intake of messages', active: 'Citizens can write to this department on the portal', topics: 'Topics, one per line (German | English)', topicsHint: 'For example: Straßen und Wege | Streets and paths', days: 'Answer within working days', keep: 'Keep after the end, in days', away: 'The department is away', save: 'Save', wrongNumber: 'This is not a fitting number.', wrongTopics: 'Each line needs German and English, separated by |.' },
    overdueNotice_one: '1 message has been waiting too long.', overdueNotice_other: '{{count}} messages have been waiting too long.', showOverdue: 'Show', inCase: 'Messages taken to this case', openConversation: 'To the message', fromMessage: 'From the message of {{name}}', takeOver: 'It is taken to the case as soon as you save the application.',
  },
}
