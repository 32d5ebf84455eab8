import type { peopleDe } from './people-de.ts'

/** Files of citizens, in English. */
export const peopleEn: typeof peopleDe = {
  intro: 'Everything your departments have to do with a person, in one file. Each opening is noted.',
  tabs: { search: 'Search', duplicates: 'Possible duplicates' },
  search: 'Find a person', searchHint: 'Name in any spelling, date of birth, e-mail address, telephone, street with number, reference or Kassenzeichen', find: 'Search', tooShort: 'Please type at least two characters.',
  found_one: '1 person found', found_other: '{{count}} persons found', more: 'There are more. Please search more closely.',
  nobody: 'Nobody is kept for “{{search}}” in your departments.',
  offline: 'This desk asks the central service for files; there is no connection now. It goes on by itself. Until then you see the cases that this desk has itself.',
  held: 'Cases on this desk', heldNone: 'This desk has no case about it.',
  name: 'Name', born: 'Born', contact: 'Contact', address: 'Address', state: 'State', received: 'Received', reference: 'Reference', subject: 'Subject',
  open: 'Open the file', openOf: 'Open the file: {{name}}', openRecord: 'Open', openRecordOf: 'Open: {{what}}', back: 'Back to the search', fileOf: 'File of the person', noFile: 'There is no file for this entry yet, for instance because it names a firm.',
  otherNames: 'also: {{names}}', alsoWritten: 'Also written', email: 'E-mail', phone: 'Telephone', unknown: 'not known',
  timeline: 'History', timelineHint: 'Only what you may see; vaccinations are not among it.', nothing: 'You may see nothing about this person.', olderLeftOut: 'Older entries stand in the single areas.',
  sameAddress: 'under the same e-mail address', byHand: 'assigned by hand',
  kinds: {
    applications: 'Application', decisions: 'Decision', letters: 'Letter', messages: 'Message', appointments: 'Appointment', hall_bookings: 'Room or house', notices: 'Notice', mailbox_consents: 'Mailbox for notices', service_cards: 'Service ID card', subscribers: 'Subscription',
    vaccinations: 'Vaccination', vaccination_visits: 'Vaccination',
  },
  states: {
    received: 'received', 'in-progress': 'in progress', proposed: 'to be released', decided: 'decided', closed: 'ended', granted: 'granted', refused: 'refused',
    written: 'written', 'letter-provided': 'provided in the mailbox', 'from-citizen': 'to the town', retrieved: 'retrieved', provided: 'provided', sent: 'sent',
    held: 'not confirmed', booked: 'booked', waiting: 'waiting', called: 'called', serving: 'under way', parked: 'interrupted', finished: 'attended', missed: 'did not come', cancelled: 'cancelled',
    requested: 'requested', approved: 'approved', contracted: 'contract made', 'handed-over': 'handed over', returned: 'returned',
    processed: 'processed by the print centre', 'at-print-centre': 'at the print centre', dispatched: 'with the post', 'to-print': 'to be printed', printed: 'printed and posted', failed: 'not delivered',
    given: 'in force', withdrawn: 'withdrawn', documented: 'documented', void: 'not given', issued: 'issued', blocked: 'blocked', expired: 'expired', replaced: 'replaced', rejected: 'rejected', active: 'active',
  },
  vaccinations: { title: 'Vaccinations', ask: 'Show vaccinations …', askNow: 'Show vaccinations', meaning: 'Health data is shown for a certain purpose only. Who read it what for is noted.', purpose: 'What do you need it for?', missing: 'Please say in some words what for.', none: 'No vaccination of this person is documented that you may see.' },
  ways: { mailbox: 'Mailbox', email: 'E-mail', letter: 'Letter', telephone: 'Telephone' },
  sources: { portal: 'on the portal', paper: 'on paper', telephone: 'by telephone', counter: 'at the counter' },
  choices: {
    title: 'Wishes and consents', way: 'Preferred way', noWay: 'not set', setWay: 'Set the way …', consents: 'Consents', addConsent: 'Enter a consent …', subject: 'To what', subjectHint: 'For instance: photo on the website', source: 'From where', value: 'What',
    given: 'given', withdrawn: 'withdrawn', withdraw: 'Enter a withdrawal …', save: 'Enter', history: 'What held when', line: '{{what}}, {{source}}, entered by {{name}}', none: 'Nothing has been entered yet.', missing: 'Please say to what.', proposed: 'This person prefers to be reached like this: {{way}}.', consentTo: 'Consent “{{subject}}” {{value}}', wayIs: 'Preferred way: {{way}}',
  },
  secrecy: {
    mark: 'Under secrecy', until: 'Under secrecy until {{day}}', meaning: 'This person is under secrecy (§ 51 BMG). Address, telephone, e-mail and date of birth are hidden. Give information to nobody, not even whether the person is known here.',
    show: 'Show the details …', showNow: 'Show the details', showMeaning: 'Say what you need the details for. It is noted with your name.', why: 'What for?', whyMissing: 'Please say what for.', shown: 'The details are visible until you leave this view.',
    title: 'Secrecy', none: 'There is none.', set: 'Enter …', extend: 'Extend …', lift: 'Lift …', liftNow: 'Lift', liftMeaning: 'All desks then show again how the person is reached.', setMeaning: 'All desks then hide how the person is reached. Whoever has to see it says what for first.', lastDay: 'Last day', lastDayHint: 'Two years, unless the decision says otherwise.', noDay: 'Please give a day, for instance 22.11.2028.', reason: 'Basis', reasonHint: 'For instance: decision of the registration office of 20.11.2026',
    changes: { set: 'entered until {{day}}', extended: 'extended until {{day}}', lifted: 'lifted' }, hidden: 'hidden', unknown: 'This desk does not know yet who is under secrecy. Until then nothing is printed or saved.', notInFiles: 'Cases of people under secrecy are not put into the file.', leftOut_one: 'One row is missing: the person is under secrecy.', leftOut_other: '{{count}} rows are missing: the persons are under secrecy.',
  },
  duplicates: {
    intro: 'These files may be of one person. Nothing is merged by itself.', none: 'There are no files that may be of one person.', score: '{{score}} % alike',
    reasons: { 'same-name': 'same name', 'part-of-name': 'one name is part of the other', 'alike-name': 'names sound alike', 'same-given-name': 'same given name', 'birth-day': 'same date of birth', account: 'same account at the portal', email: 'same e-mail address', phone: 'same telephone number', address: 'same address' },
    records_one: '1 entry', records_other: '{{count}} entries', merge: 'Merge …', mergeNow: 'Merge', apart: 'Not the same person …', apartNow: 'Leave apart', mergeTitle: 'Merge two files', mergeMeaning: 'The files “{{from}}” and “{{into}}” become one; it will stand under “{{into}}”. No entry is changed, and you can take it back at any time.',
    apartTitle: 'Not the same person', apartMeaning: 'The two files stay apart and are not suggested any more.', why: 'How did you recognise it?', whyMissing: 'Please say how.', more: 'There are more possible duplicates. They move up as soon as these are decided.', pair: '{{one}} and {{other}}',
  },
  merges: { title: 'Merged files', line: '“{{from}}” into “{{into}}” on {{day}} by {{name}}: {{reason}}', undone: 'taken back on {{day}} by {{name}}: {{reason}}', undo: 'Take back …', undoNow: 'Take back', undoTitle: 'Take the merge back', undoMeaning: 'Afterwards both files have the entries again that they had before. That works although more came later.', why: 'Why?' },
  assign: {
    open: 'Assign to somebody else: {{what}}', title: 'Assign to somebody else', what: '{{kind}} “{{title}}” of {{day}}', who: '{{what}}: whose is this entry?', found: 'Persons found', nobody: 'Nobody else is kept for “{{search}}”.', born: 'born {{day}}', newFile: 'New file for it …',
    meaning: '{{what}} goes from the file “{{from}}” into the file “{{to}}”. The entry itself is not changed.', meaningNew: '{{what}} goes from the file “{{from}}” into a new file under the name that stands in the entry. The entry itself is not changed.',
    withCase: 'Decisions, letters and messages of the mailbox of the application go with it; what was taken to the case from the inbox stays with the person who wrote it.', withConversation: 'All messages of this conversation go with it.', secretThen: 'The person is under secrecy; it then holds for this entry too.', openThen: 'The secrecy does not hold for this entry any more then.',
    last: 'You see nothing else in this file: you will not find it afterwards, and it cannot be taken back.', canBeUndone: 'You can take it back.', confirm: 'Assign',
    given: '{{what}} now stands in the file “{{to}}”.', givenNew: '{{what}} now stands in a new file.', gone: 'There is nothing left in this file that you may see.', undoTitle: 'Take the assignment back', undoMeaning: '{{what}} comes back into this file.', back: '{{what}} stands in this file again.',
  },
  done: { assign: 'The entry is assigned.', merge: 'The files are merged.', undo: 'The files are apart again.', apart: 'Noted. The pair is not suggested any more.', choose: 'Entered.', secrecy: 'The secrecy is changed. All desks know it.' },
}
