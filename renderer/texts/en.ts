import type { de } from './de.ts'
import { alertBoardEn } from './alert-board-en.ts'
import { alertCatalogueEn } from './alert-catalogue-en.ts'
import { alertsEn } from './alerts-en.ts'
import { alertReleaseEn } from './alert-release-en.ts'
import { alertWarningsEn } from './alert-warnings-en.ts'
import { errorsEn } from './errors-en.ts'
import { servicesEn } from './services-en.ts'
import { editingEn } from './editing-en.ts'
import { lettersAdminEn } from './letters-admin-en.ts'
import { letterBlocksEn } from './letter-blocks-en.ts'
import { savedViewsEn } from './saved-views-en.ts'
import { vaccinationsEn } from './vaccinations-en.ts'
import { vaccinationCertificateEn } from './vaccination-certificate-en.ts'
import { vaccinationExchangeEn } from './vaccination-exchange-en.ts'
import { vaccinationPlanningEn } from './vaccination-planning-en.ts'
import { vaccinationRecordsEn } from './vaccination-records-en.ts'
import { vaccinationRetentionEn } from './vaccination-retention-en.ts'
import { vaccinationTicketEn } from './vaccination-ticket-en.ts'
import { workEn } from './work-en.ts'
import { letterEn } from './letter-en.ts'
import { filesEn } from './files-en.ts'
import { captureEn } from './capture-en.ts'
import { deputiesEn } from './deputies-en.ts'
import { staffCommandsEn, staffDoneEn, staffEn } from './staff-en.ts'
import { reportsEn } from './reports-en.ts'
import { suggestionsEn } from './suggestions-en.ts'
import { portalLinkEn } from './portal-link-en.ts'
import { serviceExchangeEn } from './service-exchange-en.ts'
import { townSetupEn } from './town-setup-en.ts'
import { auditEn } from './audit-en.ts'
import { privacyEn } from './privacy-en.ts'
import { protectionEn } from './protection-en.ts'
import { dueEn } from './due-en.ts'
import { appointmentsEn } from './appointments-en.ts'
import { calendarEn } from './calendar-en.ts'
import { counterEn } from './counter-en.ts'
import { calendarFilesEn } from './calendar-files-en.ts'
import { bookingEn } from './booking-en.ts'
import { displayEn } from './display-en.ts'
import { hoursEn } from './hours-en.ts'
import { statisticsEn } from './statistics-en.ts'
import { peopleEn } from './people-en.ts'
import { inboxEn } from './message-inbox-en.ts'
import { hallsEn } from './halls-en.ts'
import { serviceCardsEn } from './service-card-en.ts'
import { noticeCaseEn } from './notice-case-en.ts'
import { noticeCorrectEn } from './notice-correct-en.ts'
import { noticeSettingsEn } from './notice-settings-en.ts'
import { noticesEn } from './notices-en.ts'
import { noticeClockEn } from './notice-clock-en.ts'
import { noticeConsentsEn } from './notice-consents-en.ts'
import { noticeDeliveriesEn } from './notice-deliveries-en.ts'
import { noticeImportEn } from './notice-import-en.ts'
import { bulkEn } from './bulk-en.ts'
import { helpEn, tourEn } from './help-en.ts'
import { helpPagesEn } from './help-pages-en.ts'
import { diagnosisEn } from './diagnosis-en.ts'
import type { Translated } from './translated.ts'

/** Every sentence a person can see, in English. */
export const en: Translated<typeof de> = {
  app: { name: 'Rathaus Desk', town: '{{town}} town hall' },
  languages: { de: 'Deutsch', en: 'English' },
  common: {
    cancel: 'Cancel', close: 'Close', copied: 'Copied', loading: 'Loading …', none: '–',
    yes: 'Yes', no: 'No', notGiven: 'not given', apply: 'Apply',
    tryAgain: 'Try again', remove: 'Remove {{what}}',
  },
  skip: { toContent: 'Skip to content' },
  regions: { header: 'Header', navigation: 'Areas', content: 'Content', decision: 'Decision', notices: 'Notices' },
  connection: {
    interrupted: 'Connection to the program interrupted.',
    interruptedMeaning: 'It is restored by itself. What you have saved is safe.',
    refused: 'This page may not talk to the program.',
    refusedMeaning: 'The address works once and on this computer only. Open Rathaus Desk again by its icon.',
    connecting: 'The program is starting …',
    notSaved: 'Not saved: the connection to the program is interrupted. Your text stays where it is.',
  },
  clock: { ahead: 'The clock of this computer is {{duration}} ahead.', behind: 'The clock of this computer is {{duration}} behind.', meaning: 'Hours, deadlines and “today” on the screen are wrong with it.', wayOut: 'Set date and time, or ask the administrator to.' },
  session: {
    welcome: 'Hello.', intro: 'Sign in with your work account.', signIn: 'Sign in',
    signingIn: 'Signing in', signingInHint: 'The sign-in goes on in the window of your browser. You come back here by yourself afterwards.',
    startAgain: 'Start the sign-in again',
    afreshTitle: 'Begin with a new key',
    afreshIntro: 'The cases are loaded again. What had not been transferred from here stays on the device, unreadable; only the system administration can recover it.',
    afresh: 'Begin anew and sign in',
    offlineTitle: 'Go on without a network',
    offlineIntro: '{{name}}, your PIN opens this desk without a connection too, until {{until}} at the latest.',
    lockedTitle: 'Desk locked', lockedIntro: '{{name}}, enter your PIN to go on. Nothing has been lost.',
    lockedNoPin: '{{name}}, sign in again to go on. Nothing has been lost.',
    pin: 'PIN', unlock: 'Unlock', attemptsLeft_one: 'One attempt left; after that only signing in is possible.',
    attemptsLeft_other: '{{count}} attempts left.',
    noAttempts: {
      happened: 'The PIN was entered wrongly five times.', meaning: 'It no longer opens this desk. Nothing has been lost: your work stays here, saved and encrypted.',
      todo: 'Sign in with your work account; this takes a connection. After that you can set a new PIN.',
    },
    otherSignIn: 'Sign in instead', keyInFile: 'Demo: the key lies in a file instead of the keychain. Please enter no real data.',
    setPinTitle: 'Set a PIN', setPinIntro: 'The PIN unlocks this desk, also without a network. At least 6 characters, no series such as 123456.',
    newPin: 'New PIN', repeatPin: 'Repeat the PIN', pinsDiffer: 'The two entries differ.', pinSaved: 'The PIN is set.',
  },
  load: {
    title: 'Loading the cases', intro: 'The first time, this desk fetches all cases of your departments. After that it opens them at once, also without a network.',
    progress: '{{rows}} of about {{estimate}} entries', label: 'Progress', offline: 'There is no connection right now. It goes on by itself once the network is back.',
    problem: 'The desk cannot be opened', waiting: 'The desk is being prepared …',
  },
  frame: {
    pages: 'Town hall',
    applications: 'Cases', search: 'Search and commands',
    account: 'Account of {{name}}', inPlaceOf: 'also standing in',
  },
  pages: { messages: 'Messages', day: 'My day', calendar: 'Calendar', counter: 'Counter', hours: 'Opening hours', people: 'People', halls: 'Rooms and houses', 'service-cards': 'Service ID cards', vaccination: 'Vaccination', 'vaccination-records': 'Vaccination records', 'vaccination-planning': 'Vaccination planning', notices: 'Notices', 'notice-settings': 'Law of notices', alerts: 'Messages', 'alert-catalogue': 'Topics and templates', capture: 'Record an application', services: 'Services', letters: 'Letters', reports: 'Reports', suggestions: 'Suggestions', deputies: 'Deputies', staff: 'People and rights', rights: 'Who may what', 'portal-link': 'Portal link', 'town-setup': 'Setting up', audit: 'Audit log', protection: 'Data protection overview', privacy: 'Data protection', diagnosis: 'Open a diagnosis' },
  roles: { clerk: 'Clerk', lead: 'Team lead', physician: 'Physician', officer: 'Emergency officer', administrator: 'Administrator', 'data-protection-officer': 'Data protection' },
  views: { all: 'All', mine: 'Mine', unassigned: 'Unassigned', 'to-release': 'To be released', overdue: 'Overdue', waiting: 'Awaiting a reply', unread: 'New messages', team: 'My department', 'follow-up': 'Follow-ups', mentioned: 'Mentions', attention: 'Needs attention' },
  viewHints: {
    all: 'All cases of your departments', mine: 'Cases you work on', unassigned: 'Received, claimed by nobody yet',
    'to-release': 'Proposed decisions', overdue: 'Past the deadline',
    waiting: 'Something was asked for, the deadline is on hold', unread: 'Replies nobody has read yet',
    team: 'Everything open in your departments', 'follow-up': 'The day has come, or the answer that was awaited', mentioned: 'Comments that mention you',
    attention: 'Cases on which one of your changes was not accepted',
  },
  account: {
    setPin: 'Set a PIN …', changePin: 'Change the PIN …', lock: 'Lock', signOut: 'Sign out', language: 'Language', theme: 'Appearance',
    light: 'Light', dark: 'Dark', system: 'Like the system', shortcuts: 'Keyboard shortcuts …', help: 'Help …',
    signOutPendingTitle: 'Not everything is transferred yet',
    signOutPending_one: 'One change is saved on this desk but not transferred yet. It stays safely saved and is transferred once you sign in here again.',
    signOutPending_other: '{{count}} changes are saved on this desk but not transferred yet. They stay safely saved and are transferred once you sign in here again.',
    signOutAnyway: 'Sign out anyway',
  },
  transfer: {
    online: 'Connected', connecting: 'Connecting', offline: 'No connection', allDone: 'Everything transferred',
    waiting_one: '1 change not transferred yet', waiting_other: '{{count}} changes not transferred yet', waitingShort: '{{count}} open, oldest {{age}}',
    title: 'State of the transfer', onlineMeaning: 'Changes reach all desks at once.',
    connectingMeaning: 'You can go on working. What you save is transferred afterwards.',
    offlineMeaning: 'You can go on working. Everything is saved here and transferred once the network is back.',
    since: 'since {{time}}', lastSync: 'Last synchronised {{time}}', neverSynced: 'Not synchronised yet', empty: 'Nothing is waiting to be transferred.',
    list: 'Saved, not transferred yet', attempts_one: '1 attempt', attempts_other: '{{count}} attempts', openCase: 'Open the case',
  },
  attention: {
    button: 'Needs you', count_one: '1 change needs you', count_other: '{{count}} changes need you',
    previous: 'Previous one', next: 'Next one',
    title: 'Needs you', empty: 'There is nothing to settle.', of: '{{index}} of {{count}}', happened: 'What happened?', meaning: 'What does it mean?', todo: 'What can you do?',
    yourText: 'Your text', copyText: 'Copy the text', differences: 'What has changed', field: 'Detail', seen: 'When you worked on it', now: 'Now', mine: 'Your change', untouched: 'not changed', goOn: 'Go on in the case', goOnHint: 'Your text then stands in the fields of the case again.',
    redo: 'Apply again', redoHint: 'Sends the same input again, on what stands now.', dismiss: 'Take note',
    dismissHint: 'The change is not carried out. Your text is lost unless you copy it first.', openCase: 'Look at the case',
    redone: 'Saved again. You will see in a moment whether it is accepted.', dismissed: 'Noted.', command: '“{{name}}” of {{time}}',
  },
  commands: {
    views: { save: 'Save the view', change: 'Change the view', delete: 'Delete the view' },
    preferences: { set: 'Remember a setting' },
    applications: {
      claim: 'Claim', release: 'Put back', propose: 'Propose a decision', approve: 'Release', return: 'Return', reject: 'Turn the proposal down', note: 'Note', capture: 'Record an application',
      ask: 'Ask for what is missing', resume: 'Documents complete', extend: 'Extend the deadline', certify: 'Make out the certificate under section 42a',
      link: 'Link to another case', unlink: 'Undo link', merge: 'Merge cases', unmerge: 'Undo merge', 'hand-over': 'Hand over to another department', reopen: 'Reopen case',
      assign: 'Assign', 'follow-up': 'Follow-up', tag: 'Tags', close: 'End', exported: 'Export list',
      'add-file': 'Add file', 'turn-file': 'Turn file', 'note-on-file': 'Note on a file', 'remove-file-note': 'Remove note on a file',
    },
    services: { 'begin-draft': 'Service: begin a draft', 'save-draft': 'Service: save the draft', 'discard-draft': 'Service: throw the draft away', publish: 'Publish a service', withdraw: 'Withdraw a service', offer: 'Offer a service again' },
    letters: { 'begin-draft': 'Template: begin a draft', 'save-draft': 'Template: save the draft', 'discard-draft': 'Template: throw the draft away', publish: 'Publish a template', withdraw: 'Withdraw a template', offer: 'Put a template back into use', 'set-letterhead': 'Change a letterhead', 'set-block': 'Change a text block', 'switch-block': 'Put a text block into use or withdraw it' },
    notices: {
      'enter-consent': 'Enter an agreement to a mailbox', 'withdraw-consent': 'Withdraw an agreement to a mailbox',
      'set-kind': 'Change a kind of notice', 'set-law': 'Enter a version of a law', 'take-out-law': 'Take a version of a law out', 'begin-run': 'Begin a run of notices', 'add-rows': 'Take notices in', mend: 'Correct a notice', 'leave-out': 'Keep a notice back', 'take-in': 'Take a notice in again',
      submit: 'Give the run for release', return: 'Give the run back', release: 'Release the run', 'take-back': 'Take the release back', pause: 'Pause sending', resume: 'Go on sending', cancel: 'End the run',
      repeat: 'Repeat what failed', 'choose-way': 'Choose how a notice goes', printed: 'Enter what was printed here', booked: 'Give amounts to the finance system', record: 'Entry about a notice', correct: 'Prepare a correction', 'send-again': 'Prepare for a new address',
    },
    comments: { add: 'Comment' },
    tasks: { add: 'Add task', finish: 'Finish task', reopen: 'Reopen task' },
    messages: { send: 'Message to the citizen', 'mark-read': 'Mark as read', ...inboxEn.commands },
    reports: { 'set-person-figures': 'Figures per person' },
    appointments: { book: 'Book an appointment', 'walk-in': 'Take in without appointment', move: 'Move an appointment', 'change-person': 'Change details of an appointment', cancel: 'Cancel an appointment', call: 'Call', step: 'Step at the counter', redirect: 'Send on', 'take-back': 'Take a step back' },
    hours: { set: 'Set opening hours', delete: 'Delete opening hours' },
    places: { set: 'Set up a place', 'set-resource': 'Set up a counter', 'set-service': 'Set up what people come for' },
    alerts: {
      begin: 'Begin a message', write: 'Write a message', submit: 'Give a message to the second person', wish: 'Note a message for release', withdraw: 'Withdraw a message', 'follow-up': 'Begin a later message',
      release: 'Release a message', 'release-alone': 'Send a message alone in an emergency', review: 'Review an emergency', return: 'Return a message', reject: 'Reject a message', stop: 'Stop a message',
      'set-topic': 'Set up a topic', 'set-template': 'Change the template of a message', 'set-settings': 'Change the settings for messages', acknowledge: 'Acknowledge an official warning',
    },
    'service-cards': { 'set-organisation': 'Set up service ID cards', request: 'Ask for a service ID card', renew: 'Renew service ID cards', correct: 'Correct a request for a service ID card', withdraw: 'Withdraw a service ID card', approve: 'Approve service ID cards', refuse: 'Refuse a service ID card', issue: 'Issue service ID cards', 'hand-over': 'Hand over a service ID card', block: 'Block a service ID card' },
    people: { reveal: 'Show details under secrecy' },
    halls: { set: 'Set up a house', request: 'Request for a house', approve: 'Approve a request for a house', refuse: 'Refuse a request for a house', correct: 'Correct a request for a house', contract: 'Make a contract', 'hand-over': 'Hand over the key', 'take-back': 'Take the key back', cancel: 'Cancel the booking of a house' },
    vaccinations: {
      'set-vaccine': 'Enter a vaccine', 'add-batch': 'Add a batch', 'block-batch': 'Block or release a batch',
      'set-rules': 'Enter vaccination rules', 'set-session': 'Plan a session', 'turn-session': 'Open, close or cancel a session',
      'set-stock': 'Stock of a session', 'set-stand-by': 'Stand-by list', 'check-in': 'Check in for vaccination',
      'change-person': 'Change personal details', 'add-history': 'Enter earlier doses', 'remove-history': 'Remove an earlier dose',
      answer: 'Fill in the questionnaire', judge: 'Physician’s decision', consent: 'Record consent',
      'end-observation': 'End the time of watching', leave: 'Left without vaccination', 'take-over': 'Take over a ticket',
      document: 'Document a vaccination', correct: 'Correct a documentation', void: 'Withdraw a documentation',
      'note-signed': 'Note a signature', 'keep-both': 'Let both documentations stand', 'open-recall': 'Open a recall',
      'note-contact': 'Note a contact', 'close-recall': 'Close a recall', suspect: 'Record a suspected side effect',
      'note-reported': 'Note a report',
    },
    suggestions: { make: 'Suggestion', answer: 'Answer to a suggestion', see: 'Answer read' },
    ...staffCommandsEn,
    unknown: 'Change',
  },
  fields: {
    status: 'Status', outcome: 'Outcome', assigneeName: 'Assignee', subject: 'Subject', applicantName: 'Applicant', locality: 'Place', dueAt: 'Deadline', decidedAt: 'Decided on', suspendedAt: 'Deadline on hold since', heldDueAt: 'Deadline before it was on hold', extendedAt: 'Deadline extended on', until: 'New deadline',
    closedAt: 'Ended on', followUpAt: 'Follow-up', followUpOnAnswer: 'Follow-up with the answer', followUpNote: 'Note on the follow-up', tags: 'Tags', conditions: 'Conditions',
    reason: 'Reason', form: 'Details of the application', attachmentCount: 'Attachments', unreadMessages: 'Unread messages', state: 'State of the decision', proposedByName: 'Proposed by',
    settledByName: 'Released by', text: 'Text', note: 'Remark', departmentId: 'Department', serviceId: 'Service', assigneeId: 'Assignee (identifier)', decisionId: 'Decision (identifier)', contentHash: 'Check value of the content',
  },
  status: { received: 'Received', 'in-progress': 'In progress', proposed: 'Proposed', decided: 'Decided', closed: 'Ended' },
  outcome: { granted: 'Granted', refused: 'Refused' },
  decided: { granted: 'Granted', refused: 'Refused' },
  proposed: { granted: 'Grant proposed', refused: 'Refusal proposed' },
  channel: { portal: 'online portal', 'state-portal': 'state portal', paper: 'paper', telephone: 'telephone' },
  list: {
    caption: 'List of cases', search: 'Search the list', searchPlaceholder: 'Name, reference, place, details of the application …', clearSearch: 'Clear the search',
    count_one: '{{formatted}} case', count_other: '{{formatted}} cases', countCapped: 'more than {{formatted}} hits', filters: 'Filters', resetFilters: 'Reset all filters', filterActive: '{{name}}: {{value}}',
    columnsButton: 'Columns', columnsTitle: 'Columns shown', resetColumns: 'Reset columns',
    columns: {
      case: 'Case', number: 'No.', reference: 'Reference', subject: 'Subject', applicantName: 'Applicant', serviceId: 'Service', locality: 'Place', status: 'Status', assigneeName: 'Assignee',
      receivedAt: 'Received', dueAt: 'Deadline', marks: 'Marks', decidedAt: 'Decided', departmentId: 'Department', followUpAt: 'Follow-up', tags: 'Tags',
    },
    marks: { unread_one: 'New message', unread_other: '{{count}} new messages', attachments_one: '1 attachment', attachments_other: '{{count}} attachments', viewing: 'Open right now with {{names}}' },
    overdue: 'overdue', restsSince: 'held since {{day}}', nobody: 'nobody', me: 'Me',
    filter: {
      status: 'Status', serviceId: 'Service', locality: 'Place', assigneeId: 'Assignee', departmentId: 'Department', received: 'Received', outcome: 'Outcome', find: 'Find entries', selected: '{{count}} chosen', clear: 'Clear the choice', nothing: 'No entries',
      from: 'from', to: 'to', dateHint: 'DD/MM/YYYY', dateWrong: 'Please enter a date such as 22/11/2026.', dateOrder: 'The end lies before the beginning.', today: 'Today', week: 'Last 7 days', month: 'This month', year: 'This year', since: 'from {{from}}', until: 'to {{to}}', between: '{{from}} – {{to}}',
      due: 'Deadline', decided: 'Decided', rests: 'On hold', restsUntil: 'since {{day}} or longer', dueBefore: 'Before today', dueWeek: 'Next 7 days', dueMonth: 'Next 30 days',
      late: 'Deadline', isLate: 'decided after its end', closed: 'Closed without decision', sentBack: { returned: 'Proposal returned', rejected: 'Proposal rejected', either: 'Proposal came back' }, askedFor: 'Asked for', askedWords: '{{label}}, {{days}}', ownWords: 'in words of our own',
      channel: 'Came in by', channels: { portal: 'Portal', 'state-portal': 'State portal', paper: 'Paper', telephone: 'Telephone' },
      form: 'Answers', how: 'Comparison', contains: 'contains', begins: 'begins with', containsWords: 'contains “{{text}}”', beginsWords: 'begins with “{{text}}”', any: 'any', yes: 'Yes', no: 'No',
      boundsWrongDate: 'Please two dates like 22/11/2026, the earlier one first.', boundsWrongNumber: 'Please two numbers like 12.5, the smaller one first.',
    },
    empty: {
      all: 'No case has come in yet. New applications from the portal appear here by themselves.', mine: 'You are working on no case right now. You find new ones under “Unassigned”.',
      unassigned: 'Everything is claimed.', 'to-release': 'No decision is waiting to be released.', overdue: 'Nothing is overdue.',
      waiting: 'No reply is awaited. What you ask for stands here until the reply is there.', unread: 'All messages are read.',
      team: 'Everything in your departments is done.', 'follow-up': 'Nothing is up for follow-up today. You set a follow-up on the case.',
      mentioned: 'You have read everything that mentions you.', attention: 'All your changes are accepted.',
      search: 'Nothing found for “{{search}}”.', filtered: 'No case fits the filters.',
    },
    endedHint: 'Cases deleted after their time of keeping are missing here and in the report.',
    offlineHint: 'As of the last synchronisation {{time}}',
    keysHint: 'Arrow keys move, Enter opens',
  },
  case: {
    back: 'To the list', next: 'Next case', wasLast: 'That was the last case of the list.', wasFirst: 'That was the first case of the list.', previous: 'Previous case', copyReference: 'Copy the reference', applicant: 'Applicant', service: 'Service', received: 'Received', due: 'Deadline', noDue: 'no deadline set', assignee: 'Assignee', department: 'Department',
    present: 'Also here: {{names}}', form: 'Details of the application', formVersion: 'Form version {{version}}', otherFields: 'Further details', attachments: 'Attachments', noAttachments: 'No attachments', notFoundTitle: 'Case not found',
    notTransferred: 'saved, not transferred yet', reserved: 'reserved', pendingTitle: 'Saved here, not transferred yet', tentativeTitle: 'Release reserved', extensionTentative: 'Extension reserved', handOverTentative: 'Hand-over reserved',
    tentativeMeaning: 'It counts once it is transferred. Until then the citizen learns nothing.', allTransferred: 'All changes transferred',
  },
  decision: {
    title: 'Decision', claim: 'Claim', claimHint: 'Everybody then sees that you work on the case.', release: 'Put back', releaseHint: 'Gives the case back to everybody.', outcome: 'Proposal', grant: 'Grant', refuse: 'Refuse', reason: 'Reason', reasonGrantedHint: 'optional, part of the decision', reasonRefusedHint: 'required for a refusal, part of the decision',
    propose: 'Propose a decision', approve: 'Release', return: 'Return', reject: 'Turn the proposal down', proposal: 'Proposal', proposedBy: 'proposed by {{name}}, {{time}}', fourEyes: 'Four-eyes principle: a second person releases.', singleByService: 'One person alone may decide on this service.', waitsForRelease: 'The proposal waits to be released.',
    decidedBy: 'released by {{name}}, {{time}}', standingIn: 'standing in', decidedAt: 'Decided {{time}}', noReason: 'without a reason', why: 'Why is this not possible?', unavailable: '{{action}} is not possible right now:', free: 'Nobody works on this case yet.', chooseFirst: 'First choose whether to grant or to refuse.', heldByYou: 'You work on this case.', heldBy: '{{name}} works on this case.',
    approveTitle: 'Release the decision?', approveText: '{{outcome}} for {{name}}. With the release the decision takes effect and the citizen is told.', approveOffline: 'Without a connection the release is reserved and counts once it is transferred.', note: 'Remark', noteHint: 'optional, in the file only',
    returnTitle: 'Return the proposal', returnText: '{{name}} keeps the case and can improve the proposal.', rejectTitle: 'Turn the proposal down', rejectText: 'The proposal is discarded and the case put back for everybody. The application itself stays open.', whatToChange: 'What has to be changed?', whyRejected: 'Why is the proposal turned down?',
    refuseConfirm: 'Propose a refusal', grantConfirm: 'Propose to grant', lastReturned: 'Last returned by {{name}}: {{reason}}',
  },
  period: {
    until: 'Deadline {{day}}', soon: 'Deadline {{day}}, {{when}}', late: 'Deadline passed on {{day}}, {{since}}', rests: 'Deadline on hold since {{day}} – a reply is awaited', extended: 'extended on {{day}}', legalBasis: 'Legal basis: {{law}}',
    basis: { 'own-target': 'own target', 'vwvfg-42a': '§ 42a VwVfG: after it the permission counts as granted', 'gewo-15': '§ 15 GewO: confirm the receipt' },
    ask: 'Ask for what is missing', resume: 'Documents complete', extend: 'Extend the deadline',
    askTitle: 'Ask for documents or details', askText: '{{name}} receives the message in the mailbox of the portal. The deadline is on hold until the reply.', askAgainText: '{{name}} receives the message in the mailbox of the portal. The deadline is on hold already.', askLabel: 'Message', askUnchanged: 'First write what is missing.', askConfirm: 'Ask for it',
    extendTitle: 'Extend the deadline', extendText: 'The deadline is {{day}}. It can be extended once; {{name}} learns the new day and the reason.', extendOffline: 'Without a connection the extension is reserved and counts once it is transferred.', newEnd: 'New deadline', newEndHint: 'DD/MM/YYYY, after {{day}}', extendReason: 'Reason', extendReasonHint: 'part of the message', extendConfirm: 'Extend the deadline',
  },
  done: {
    alerts: {
      begin: 'Draft begun.', write: 'Draft saved.', submit: 'Given to the second person.', wish: 'Noted. Nothing goes out by itself.', withdraw: 'Withdrawn.', 'follow-up': 'Later message begun.',
      release: 'Released. The message goes out.', 'release-alone': 'Sent alone. Somebody else will review it.', review: 'Reviewed.', return: 'Returned.', reject: 'Rejected. Nothing goes out.',
      stop: 'Stopped. What was not out yet stays here.', 'set-topic': 'Topic saved.', 'set-template': 'Template saved.', 'set-settings': 'Settings saved.', acknowledge: 'Acknowledged.',
    },
    views: { save: 'View saved.', change: 'View changed.', delete: 'View deleted.' },
    applications: {
      claim: 'Claimed.', release: 'Put back.', propose: 'Decision proposed.', approve: 'Released.', return: 'Returned.', reject: 'Proposal turned down.', note: 'Note saved.', capture: 'Application recorded.',
      link: 'Linked.', unlink: 'Link undone.', merge: 'Merged.', unmerge: 'Merge undone.', 'hand-over': 'Handed over.', reopen: 'Reopened.',
      ask: 'Asked for, the deadline is on hold.', resume: 'The deadline runs again.', extend: 'Deadline extended.', certify: 'Certificate made out. It goes to the mailbox as PDF.',
      assign: 'Assigned.', 'follow-up': 'Follow-up saved.', tag: 'Tags saved.', close: 'Ended; the message is in the mailbox.', exported: 'List exported.',
      'turn-file': 'Turned, for everybody.', 'note-on-file': 'Note saved.', 'remove-file-note': 'Note removed.',
    },
    letters: { 'begin-draft': 'Draft begun.', 'save-draft': 'Draft saved.', 'discard-draft': 'Draft thrown away.', publish: 'Published. New letters are written from this version.', withdraw: 'Withdrawn. Nothing more is proposed with the template.', offer: 'Back in use.', 'set-letterhead': 'Letterhead saved.', 'set-block': 'Text block saved. New letters are written with this version.', 'switch-block': 'Saved.' },
    comments: { add: 'Comment saved.' },
    tasks: { add: 'Task added.', finish: 'Done.', reopen: 'Reopened.' },
    services: { 'begin-draft': 'Draft begun.', 'save-draft': 'Draft saved.', 'discard-draft': 'Draft thrown away.', publish: 'Published. Portal and desks have the new state.', withdraw: 'Withdrawn. New applications are not possible any more.', offer: 'Offered again.' },
    messages: { send: 'Message saved.', 'mark-read': 'Marked as read.', ...inboxEn.done },
    reports: { 'set-person-figures': 'Saved. Everybody in the department sees it in the account menu.' },
    appointments: { book: 'Appointment booked.', 'walk-in': 'Taken in.', move: 'Appointment moved.', 'change-person': 'Details saved.', cancel: 'Appointment cancelled.', call: 'Called.', step: 'Saved.', redirect: 'Sent on.', 'take-back': 'Taken back.' },
    places: { set: 'Place saved.', 'set-resource': 'Counter saved.', 'set-service': 'Service saved.' },
    hours: { set: 'Opening hours saved.', delete: 'Opening hours deleted.' },
    notices: {
      'enter-consent': 'Entered. The next notice comes to the mailbox.', 'withdraw-consent': 'Withdrawn. Notices go by post again.',
      'set-kind': 'Kind of notice saved.', 'choose-way': 'Way saved.', printed: 'Entered. The periods run.', booked: 'Noted. The file is among your downloads.', 'set-law': 'Entered. Deadlines that run stay.', 'take-out-law': 'Taken out.', mend: 'Notice corrected.', 'leave-out': 'The notice stays here.', 'take-in': 'The notice goes along again.', submit: 'Given. All letters are now set and checked.', return: 'Returned.',
      release: 'Released.', 'take-back': 'Release taken back. Nothing was sent.', pause: 'Paused. Nothing more leaves.', resume: 'Sending goes on.', cancel: 'Ended.', repeat: 'What failed is sent once more.', record: 'Entered. The periods have been reckoned anew.', correct: 'Prepared. It leaves once it was checked and released.', 'send-again': 'Prepared. The notice leaves once it was checked and released.',
    },
    'service-cards': { 'set-organisation': 'Set-up saved.', request: 'Card asked for.', renew: 'Renewal asked for.', correct: 'Corrected.', withdraw: 'Withdrawn.', approve: 'Approved.', refuse: 'Refused.', issue: 'Issued and signed.', 'hand-over': 'Handed over.', block: 'Blocked.' },
    people: { reveal: 'Noted. The details are visible.' },
    halls: { set: 'House saved.', request: 'Request taken down.', approve: 'Approved.', refuse: 'Refused.', correct: 'Corrected.', contract: 'Contract made.', 'hand-over': 'Key handed over.', 'take-back': 'The key is back.', cancel: 'Cancelled.' },
    vaccinations: {
      'set-vaccine': 'Vaccine saved.', 'add-batch': 'Batch added.', 'block-batch': 'Batch saved.',
      'set-rules': 'Rules saved.', 'set-session': 'Session saved.', 'turn-session': 'Session saved.',
      'set-stock': 'Stock saved.', 'set-stand-by': 'Stand-by list saved.', 'check-in': 'Checked in.',
      'change-person': 'Details saved.', 'add-history': 'Earlier doses entered.', 'remove-history': 'Earlier dose removed.',
      answer: 'Answers saved.', judge: 'Decision saved.', consent: 'Consent recorded.',
      'end-observation': 'Time of watching ended.', leave: 'Recorded.', 'take-over': 'Taken over.',
      document: 'Documented.', correct: 'New version saved.', void: 'Withdrawn.',
      'note-signed': 'Signature noted.', 'keep-both': 'Both stand.', 'open-recall': 'Recall opened, batch blocked.',
      'note-contact': 'Noted.', 'close-recall': 'Recall closed.', suspect: 'Suspicion recorded.',
      'note-reported': 'Report noted.',
    },
    suggestions: { make: 'Suggestion saved.', answer: 'Answer saved.', see: 'Marked as read.' },
    ...staffDoneEn,
    offline: 'It is transferred once the network is back.', reserved: 'Release reserved.', extensionReserved: 'Extension reserved.', certificateReserved: 'Certificate reserved.', handOverReserved: 'Hand-over reserved.', moveReserved: 'New time reserved.',
  },
  attachments: { download: 'Download', downloadFile: 'Download {{name}}', failed: '{{name}} could not be opened', },
  inbox: inboxEn.words,
  messages: {
    title: 'Messages', empty: 'No messages on this case yet.', fromCitizen: '{{name}} writes', toCitizen: '{{name}} to {{citizen}}', townHall: 'Town hall', provided: 'in the mailbox since {{time}}', retrieved: 'retrieved {{time}}', notRetrieved: 'not retrieved yet',
    compose: 'Message to {{name}}', subject: 'Subject', text: 'Message', send: 'Send', sendHint: 'The message lies in the mailbox of the portal. The e-mail only says that something is waiting there.', unread_one: '1 new message', unread_other: '{{count}} new messages', markRead: 'Mark as read',
  },
  history: {
    title: 'History', empty: 'Nothing has happened yet.', received: 'Application received by {{channel}}', captured: '{{name}} took the application down ({{channel}})', claimed: '{{name}} claimed the case', released: '{{name}} put the case back', proposed: '{{name}} proposed a decision', approved: '{{name}} released the decision', returned: '{{name}} returned the proposal',
    rejected: '{{name}} turned the proposal down', noted: '{{name}} noted', asked: '{{name}} asked for what is missing, the deadline is on hold', resumed: '{{name}} took the documents as complete, the deadline runs again', extended: '{{name}} extended the deadline to {{until}}', viewed: '{{name}} looked at the case', sent: '{{name}} wrote to the citizen: {{subject}}', answered: '{{name}} wrote: {{subject}}', somebody: 'Somebody', system: 'The system',
    assigned: '{{name}} assigned: {{subject}}', 'handed-over': '{{name}} handed the case over: {{subject}}', 'followed-up': '{{name}} set a follow-up', tagged: '{{name}} changed the tags', 'task-added': '{{name}} added a task', 'task-done': '{{name}} finished', 'task-reopened': '{{name}} took up again', 'task-freed': 'Task free again, as the case went to another department',
    closed: '{{name}} ended the case without a decision', reopened: '{{name}} reopened the case', merged: '{{name}} merged the case with another', unmerged: '{{name}} undid the merge', linked: '{{name}} linked it to another case', unlinked: '{{name}} removed a link', certified: '{{name}} issued the certificate under section 42a VwVfG', 'file-added': '{{name}} added a file', 'letter-provided': 'Decision letter provided in the mailbox', actingFor: 'for {{name}}',
  },
  palette: { title: 'Search and commands', placeholder: 'Find a command, a view or a case', actions: 'Commands', views: 'Views', cases: 'Cases', nothing: 'Nothing found.', searching: 'Searching …', hint: 'Arrow keys choose, Enter opens, Esc closes' },
  shortcuts: {
    areOn: 'Keyboard shortcuts switched on', own: 'Keys of your own', none: 'none', change: 'Change', changeOf: 'Change keys: {{title}}', off: 'Off', offOf: 'Off: {{title}}', usual: 'As usual', usualOf: 'As usual: {{title}}',
    reset: 'All as usual', press: 'Press new keys …', pressFor: 'Press new keys for: {{title}}; Esc leaves it as it was',
    problem: { single: 'Single keys are not possible: speech input and slips would set something off. Please use Ctrl or Alt.', taken: 'These keys belong to the system or the program.', given: 'Already given to: {{to}}' },
    handOver: 'Hand over to another department', comment: 'Write a comment or note', addTask: 'Add a task',
    title: 'Keyboard shortcuts', keys: 'Keys', does: 'Effect', palette: 'Search and commands', help: 'Help on this screen', sheet: 'Show keyboard shortcuts', regions: 'Next region', regionsBack: 'Previous region', primary: 'Do the main action', ask: 'Ask for what is missing (own case)', resume: 'Documents complete (deadline on hold)', capture: 'Record an application', extend: 'Extend the deadline (own case)', followUp: 'Follow-up (in the case)', assign: 'Assign (in the case)', tag: 'Tags (in the case)', close: 'End without a decision (in the case)', mark: 'Select the row (in the list)', markOn: 'Select further rows (in the list)', markAll: 'Select the whole list (in the list)', space: 'Space', arrowDown: 'Arrow down', day: 'My day', book: 'Book an appointment', newAlert: 'New message to the public', nextTime: 'Next free time, with arrow up the one before (while booking)', nextDay: 'Next day, with arrow up the one before (while booking)', listSearch: 'Search the list', back: 'Back to the list, close a dialog', send: 'Send what is in the field', lock: 'Lock the desk', transfer: 'State of the transfer', attention: 'Needs you', view: 'View “{{name}}”', next: 'Next case of the list', previous: 'Previous case of the list', open: 'Open a case (in the list)',
    ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift', enter: 'Enter', escape: 'Esc', down: 'Page down', up: 'Page up', or: 'or',
  },
  time: { overdueSince_one: 'overdue for 1 day', overdueSince_other: 'overdue for {{count}} days', dueToday: 'due today', dueTomorrow: 'due tomorrow', dueIn: 'due in {{count}} days' },
  toast: { region: 'Notifications', dismiss: 'Close the message' },
  problem: { code: 'Code for support: {{code}}' },
  unexpected: { title: 'Something went wrong', text: 'This part could not be shown. Your saved changes are safe.', reload: 'Load again' },
  services: servicesEn,
  editing: editingEn,
  letters: lettersAdminEn,
  blocks: letterBlocksEn,
  savedViews: savedViewsEn,
  work: workEn,
  letter: letterEn,
  files: filesEn,
  capture: captureEn,
  deputies: deputiesEn,
  staff: staffEn,
  reports: reportsEn,
  suggestions: suggestionsEn,
  halls: hallsEn,
  people: peopleEn,
  serviceCards: serviceCardsEn,
  notices: noticesEn,
  noticeSettings: noticeSettingsEn,
  noticeClock: noticeClockEn,
  noticeCase: noticeCaseEn,
  noticeCorrect: noticeCorrectEn,
  noticeDeliveries: noticeDeliveriesEn,
  noticeConsents: noticeConsentsEn,
  noticeImport: noticeImportEn,
  alerts: alertsEn,
  alertRelease: alertReleaseEn,
  alertBoard: alertBoardEn,
  alertCatalogue: alertCatalogueEn,
  alertWarnings: alertWarningsEn,
  vaccinations: vaccinationsEn,
  vaccinationExchange: vaccinationExchangeEn,
  vaccinationTicket: vaccinationTicketEn,
  vaccinationRecords: vaccinationRecordsEn,
  vaccinationRetention: vaccinationRetentionEn,
  planning: vaccinationPlanningEn,
  vaccinationCertificate: vaccinationCertificateEn,
  hours: hoursEn,
  statistics: statisticsEn,
  booking: bookingEn,
  display: displayEn,
  calendarFiles: calendarFilesEn,
  counter: counterEn,
  calendar: calendarEn,
  appointments: appointmentsEn,
  privacy: privacyEn,
  audit: auditEn,
  protection: protectionEn,
  portalLink: portalLinkEn,
  townSetup: townSetupEn,
  serviceExchange: serviceExchangeEn,
  bulk: bulkEn,
  help: helpEn,
  helpPages: helpPagesEn,
  tour: tourEn,
  diagnosis: diagnosisEn,
  due: dueEn,
  errors: errorsEn,
}
