/** `alert-release-de.ts` has the same keys. */
export const alertReleaseEn = {
  release: 'Release', return: 'Return', reject: 'Reject', withdraw: 'Withdraw', offline: 'This needs a connection.', leadsOnly: 'A lead or an emergency officer decides this.',
  ownWords: 'You have written on this message. Somebody else releases it.', waiting: 'Waits for the second person', waitingText: 'Read text, area and duration. The message goes out exactly like this.',
  incomplete: 'The message can no longer go out like this. Return it and say what is to be changed:',
  sending: 'Sending …', offlineNothing: 'Without a connection nothing goes out. The window may stay open until there is one again.',
  notLikeThis: 'It cannot go out like this.',
  returnTitle: 'Return the message', rejectTitle: 'Reject the message', returnMeaning: 'The message becomes a draft again. Nothing goes out.', rejectMeaning: 'That ends the message. Nothing goes out.',
  reason: 'Reason', reasonMissing: 'One sentence on why.', sendNothing: 'Cancel, send nothing', language: { de: 'German', en: 'English' },
  banner: 'Waits for your release:', bannerReal: 'Real warning, waits for your release:', bannerRead: 'Read and decide', bannerMore_one: 'and {{count}} more', bannerMore_other: 'and {{count}} more',
  papers: 'What people get', long: 'E-mail, page, display', short: 'SMS and push message',
  facts: { authors: 'Written by', submitted: 'Given to the second person', released: 'Released', alone: 'Sent alone', audience: 'Who gets it', where: 'Where', until: 'Holds until', asOf: 'Situation as of' },
  byAt: '{{name}}, {{at}}', asOfAge: '{{at}}, {{age}}', noArea: 'no area',
  live: {
    title: 'Send a real message?', word: 'Type {{word}} to send', wrongWord: 'Exactly {{word}} has to stand here.', send: 'Send to everybody now',
    sentence: '{{status}} to {{people}} in {{where}} by {{ways}}, holds until {{until}}',
  },
  training: {
    title: 'Drill: send a drill message?', word: 'Type {{word}} for the drill message', wrongWord: 'For a drill, {{word}} stands here.', send: 'Send the drill message',
    sentence: 'DRILL to {{people}} in {{where}} by {{ways}}, until {{until}}. Nobody outside of the drill gets it.',
  },
  status: { hazard: 'REAL WARNING', news: 'REAL MESSAGE', update: 'REAL UPDATE', cancel: 'REAL CORRECTION', 'all-clear': 'REAL ALL-CLEAR' },
  people: {
    unknown: 'a number of people that is not known now', exactly_one: '{{count}} person', exactly_other: '{{count}} people', upTo_one: 'up to {{count}} person', upTo_other: 'up to {{count}} people',
    drill_one: '{{count}} address of the drill', drill_other: '{{count}} addresses of the drill',
  },
  wayOf: '{{way}} ({{people}})', countedTwice: 'Whoever has chosen several channels is counted several times.', away: 'Not set up, nothing goes out by it: {{ways}}',
  morePlaces_one: '{{count}} other place', morePlaces_other: '{{count}} other places', untilTime: '{{time}}', untilDay: '{{day}}, {{time}}', noEnd: 'no end',
  alone: {
    button: 'Emergency: send alone', title: 'Send alone',
    warning: 'You send without a second person. This stands in the report with your name and your reason, and somebody else reviews it afterwards.', reason: 'Why is there no second person?',
    incomplete: 'Complete the marked fields first.',
  },
  review: {
    title: 'Sent alone, not reviewed yet', text: '{{name}} sent this message on {{at}} without a second person: "{{reason}}"', confirm: 'Confirm', dispute: 'Dispute', note: 'Note',
    disputeTitle: 'Dispute what was sent alone', disputeMeaning: 'Your note will stand in the report. The message itself stays as it is: correct it or call it off separately.',
    confirmed: '{{name}} confirmed on {{at}} that it was sent alone.', disputed: '{{name}} disputed on {{at}} that it was sent alone: "{{note}}"', others: 'Somebody who had no part in it reviews this.',
  },
  judged: { returned: 'Returned by {{name}}, {{at}}: "{{reason}}"', rejected: 'Rejected by {{name}}, {{at}}: "{{reason}}"', withdrawn: 'Withdrawn by {{name}}, {{at}}.' },
  drill: {
    begin: 'Begin a drill', end: 'End the drill', banner: 'DRILL', bannerText: 'What you write now goes to those who take part in the drill only. Real warnings do not go out from here.',
    beginTitle: 'Change to drill mode?', beginMeaning: 'The window gets violet stripes. Everything you begin in it stays a drill; meanwhile you cannot send real messages.',
    endTitle: 'End the drill?', endMeaning: 'After that you work in earnest again. Drill messages that were begun stay drills.', titlePrefix: 'DRILL – ',
    isDrill: 'This is a drill message. It is worked on in drill mode only.', isLive: 'This is a real message. In drill mode it is shown only.',
    never: 'No drill is on record yet. Hold one every month.', last: 'Last drill: {{day}}.', overdue: 'Last drill: {{day}}. Hold one every month.',
  },
}
