import type { hoursDe } from './hours-de.ts'
import type { Translated } from './translated.ts'

/** `hours-de.ts` has the same keys. */
export const hoursEn: Translated<typeof hoursDe> = {
  title: 'Opening hours',
  views: 'Parts of the setup', tab: { hours: 'Opening hours', place: 'Place, counters, services', statistics: 'Use', history: 'History' },
  add: 'Add opening hours', addClosed: 'Add a closure', offline: 'Only possible with a connection: the service checks who has booked.',
  notLead: 'The team lead of the department of this place sets this.',
  kind: { open: 'Open', break: 'Break', closed: 'Closed' },
  kindHint: { open: 'Appointments are given at these times.', break: 'A gap in the opening hours that comes again.', closed: 'Nobody is there: holidays, a day off, building work.' },
  words: {
    run: '{{first}} to {{last}}', once: 'on {{day}}', daily: 'every day', weekly: 'every {{days}}', weeklyRun: '{{days}}', everyWeeks: 'every {{count}} weeks on {{days}}', monthly: 'every {{weeks}} {{days}} of the month',
    times: '{{from}}–{{to}}', wholeDay: 'all day', from: 'from {{from}}', fromTo: 'from {{from}} to {{to}}', onHolidays: 'on public holidays too',
    public: '{{counters}} bookable by everybody', inside: '{{counters}} inside only', nobody: 'no counter', everywhere: 'all counters', sentence: '{{title}}: {{when}}; {{counters}}',
  },
  ordinal: { first: '1st', second: '2nd', third: '3rd', fourth: '4th', fifth: '5th', last: 'last' },
  week: {
    title: 'Week from {{from}} to {{to}}', caption: 'The week at a glance', before: 'Previous week', after: 'Next week', now: 'This week',
    day: 'Day', public: 'Bookable by everybody', inside: 'Inside only', gone: 'Breaks and closures', closed: 'closed', today: 'today', holiday: 'Public holiday: {{name}}',
  },
  lines: {
    title: 'Rules', kind: 'Kind', when: 'When', where: 'Counters', next: 'Next holds on', act: 'Change', change: 'Change', changeOf: 'Change: {{line}}', removeOf: 'Delete: {{line}}',
    never: 'on no day any more', withPast: 'Past ones too', none: 'No opening hours yet: without them no appointment is given.',
  },
  edit: {
    title: { new: 'Add opening hours', change: 'Change opening hours', remove: 'Delete opening hours?' }, save: 'Save', remove: 'Delete',
    removeText: 'The rule ends at once. It can still be read in the history.',
  },
  field: {
    since: 'What is changed?', sinceDay: 'Holds from', everyWeeksHintLater: 'With the same number as before the weeks stay the same.',
    kind: 'Kind', title: 'Name', titleHint: 'Voluntary, for instance “Saturday opening” or “Staff outing”.', from: 'First day', to: 'Last day', toHint: 'Empty: until further notice.',
    weekdays: 'Weekdays', rhythm: 'How often', everyWeeks: 'Every how many weeks', everyWeeksHint: 'Counted from the week of the first day.', weeksOfMonth: 'Which of the month',
    start: 'Beginning', end: 'End', wholeDay: 'All day', slotMinutes: 'Grid in minutes', slotMinutesHint: 'Appointments begin at this distance.', onHolidays: 'On public holidays too',
    everywhereOpen: 'All counters are staffed, later ones too', everywhereGone: 'For all counters', countersOpen: 'Staffed counters', countersGone: 'Counters concerned', countersPublic: 'Of these bookable by everybody',
  },
  since: { whole: 'The whole rule', later: 'Only from a day on' },
  sinceHint: { whole: 'Holds for all days of the rule.', later: 'Until the day before the rule stays as it is.' },
  rhythm: { weekly: 'Every week', every: 'Every n weeks', monthly: 'Certain ones of the month' },
  wrong: {
    day: 'Please enter a day, for instance 01/12/2026.', time: 'Please enter a time, for instance 8:30.', number: 'This number is not possible here.', none: 'Please choose at least one.',
    order: 'The end is before the beginning.', 'too-short': 'The time is shorter than the grid.', 'not-listed': 'This counter is not staffed.', never: 'A rhythm of weeks and weeks of the month do not go together.',
    'not-after': 'As early as this it would be the whole rule: please choose a day after its first one.', over: 'On this day the rule has ended already.',
  },
  preview: { title: 'In words', until: 'Until then it stays: {{line}}', unreadable: 'As soon as everything is filled in, the rule stands here in words.', next: 'Next holds on: {{days}}', never: 'Like this the rule holds on no day.' },
  stranded: {
    none: 'No booked appointment is concerned.', count_one: '1 booked appointment would be outside of the opening hours.', count_other: '{{count}} booked appointments would be outside of the opening hours.',
    toList_one: 'Next: settle 1 appointment', toList_other: 'Next: settle {{count}} appointments',
  },
  work: {
    intro_one: 'This appointment would be outside of the new opening hours. Choose what becomes of it; only then it is saved.', intro_other: 'These {{count}} appointments would be outside of the new opening hours. Choose what becomes of each; only then it is saved.',
    introSaved_one: 'Nobody is there for this appointment.', introSaved_other: 'Nobody is there for these {{count}} appointments.',
    before: 'So far:', byEmail: 'learns of it by e-mail: {{email}}', byPhone: 'please call: {{phone}}', noContact: 'neither e-mail nor telephone known',
    chooseFor: 'What becomes of {{name}}?', timeFor: 'New time for {{name}}', chooseTime: 'Please choose a time', noTimes: 'Nothing is free in the next four weeks.', noProposal: 'Nothing is free within four weeks; please call or cancel.',
    act: { proposal: 'Move to {{when}}', other: 'Another time …', cancel: 'Cancel it', leave: 'Leave it for now and call' }, movedTo: 'New: {{when}}', cancelled: 'Cancelled',
    calls_one: '1 person learns of it only by a call.', calls_other: '{{count}} persons learn of it only by a call.', copyCalls: 'Copy the list of calls', printCalls: 'Print the list of calls',
    sheet: { title: 'List of calls: {{place}}', made: 'As of {{day}}', name: 'Name', reach: 'Can be reached', before: 'So far', after: 'New', done: 'Reached', open: 'still open' },
    message: 'Message', copy: 'Copy message', wording: 'Change the wording of the messages', wordingMoved: 'When it is moved', wordingCancelled: 'When it is cancelled', wordingHint: 'Is filled in: {{words}}',
    word: { name: 'name', before: 'before', after: 'after', place: 'place' },
    template: {
      moved: 'Hello {name},\n\nunfortunately we are closed at the time of your appointment on {before}. We have entered a new appointment for you: {after}, {place}.\n\nIf it does not suit you, please call us or change it online.',
      cancelled: 'Hello {name},\n\nunfortunately we are closed at the time of your appointment on {before} and have to cancel it. Please book a new appointment or call us: {place}.',
    },
    back: 'Back to the rule', saveAndCarryOut_one: 'Save and change 1 appointment', saveAndCarryOut_other: 'Save and change {{count}} appointments', saveOnly_one: 'Save, the appointment stays for now', saveOnly_other: 'Save, the appointments stay for now',
    carryOut_one: 'Change 1 appointment', carryOut_other: 'Change {{count}} appointments', nothingChosen: 'There is nothing to change yet.',
    pause: 'Pause', paused: 'Paused.', goOn: 'Go on', progress: '{{done}} of {{total}} worked on.', refused_one: '1 was not possible.', refused_other: '{{count}} were not possible.',
    result: { running: 'Running …', done: 'Done', saved: 'Saved, not transferred yet', left: 'Stays for now', refused: 'Not possible' },
  },
  outside: {
    title_one: '1 appointment without opening hours', title_other: '{{count}} appointments without opening hours', text: 'Booked, but nobody is there at that time.', open: 'Settle appointments', listTitle: 'Appointments without opening hours',
  },
  place: {
    title: { place: 'Change place', counter: 'Change counter', newCounter: 'Add a counter', service: 'Change service', newService: 'Add a service' },
    change: 'Change place', counters: 'Counters, persons, rooms', addCounter: 'Add a counter', services: 'Services with appointments', addService: 'Add a service',
    name: 'Name', nameMissing: 'Please enter a name.', address: 'Address', directions: 'How to get there', directionsHint: 'Stands in the confirmation: entrance, floor, lift.',
    kindLabel: 'Kind', kind: { counter: 'Counter', person: 'Person', room: 'Room' }, allServices: 'All services of this place, later ones too', servicesHere: 'Services', all: 'all',
    number: {
      holdMinutes: 'Keep a time (minutes)', changeUntilMinutes: 'Change and cancel until (minutes before)', maxPerEmail: 'Open appointments per e-mail address', remindHoursBefore: 'Remind (hours before)', keepDays: 'Keep who came (days)',
      minutesBefore: 'Set-up (minutes)', minutesAfter: 'Clearing up (minutes)', position: 'Order',
      minutes: 'Duration (minutes)', minutesPerFurtherPerson: 'Per further person (minutes)', maxPersons: 'Persons at most', leadMinutes: 'Lead time (minutes)', bookableDays: 'Bookable ahead (days)',
    },
    hint: {
      holdMinutes: 'For so long a time stays reserved while somebody types.', changeUntilMinutes: 'After that only you can do it.', maxPerEmail: 'Empty: as many as one likes.', remindHoursBefore: 'Empty: no reminder.', keepDays: 'After that name and contact are forgotten; what is counted stays.',
      minutesBefore: 'Taken, but not seen by citizens.', minutesAfter: 'Taken, but not seen by citizens.', position: 'Smaller numbers come first.',
      minutes: 'For one person.', minutesPerFurtherPerson: 'Added for each further one.', maxPersons: 'In one appointment.', leadMinutes: 'Online it can be booked at such short notice at most.', bookableDays: 'Online it can be booked so far ahead.',
    },
    range: 'Please enter a number from {{least}} to {{most}}.', placeActive: 'Appointments are given here', counterActive: 'In use', serviceActive: 'Is offered', isPublic: 'Bookable online by everybody',
    followUp: 'Second appointment', followUpHint: 'Where another appointment belongs after so many days, it is offered together with the first. Empty: none.', followUpFrom: 'At the earliest after (days)', followUpTo: 'At the latest after (days)', followUpWrong: 'Enter both numbers, the smaller one first, or neither.',
    outsideTitle: 'Name outside the office', outsideAs: 'Outside: {{title}}',
    outsideTitleHint: 'Stands in e-mails, reminders and calendars instead of the name where that tells of somebody’s health or distress, such as “Termin im Bürgerbüro”. What to bring is then told on the page of the appointment alone. Empty: the name.',
    bring: 'What to bring', bringHint: 'As citizens read it when they book.', state: 'State', active: 'in use', inactive: 'out of use',
    minutes_one: '1 minute', minutes_other: '{{count}} minutes', hours_one: '1 hour', hours_other: '{{count}} hours', days_one: '1 day', days_other: '{{count}} days', unlimited: 'as many as one likes', never: 'never',
    aroundHead: 'Set-up time', around: '{{before}} min before, {{after}} min after', bookable: 'Bookable online', window: 'from {{minutes}} min before, {{days}} days ahead', insideOnly: 'inside only',
    booked: {
      counter_one: '1 appointment is booked here. If the counter is put out of use, it stands under “Appointments without opening hours”.', counter_other: '{{count}} appointments are booked here. If the counter is put out of use, they stand under “Appointments without opening hours”.',
      service_one: '1 appointment is booked for this service; it stays as it is.', service_other: '{{count}} appointments are booked for this service; they stay as they are.',
    },
  },
  history: {
    title: 'History of the opening hours', none: 'Nothing has been changed yet.', when: 'When', who: 'Who', what: 'What', stranded: 'Appointments concerned', before: 'Before:', after: 'After:',
    until: 'Until then:', following: 'After that:', act: { added: 'Added', changed: 'Changed', changedFrom: 'Changed from {{day}}', removed: 'Deleted' },
  },
}
