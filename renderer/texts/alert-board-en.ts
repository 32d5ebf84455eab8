/** `alert-board-de.ts` has the same keys. */
export const alertBoardEn = {
  title: 'Delivery', way: 'Channel', state: 'State', waiting: 'Waiting', handed: 'Handed over', failed: 'Failed', first: 'First', last: 'Last', retry: 'Try again', retryWay: '{{way}}: try failed ones again',
  ways: { email: 'e-mail', push: 'push message', sms: 'SMS', feed: 'warning feed', display: 'town hall display', 'web-hook': 'connected services' },
  states: { open: 'being sent', done: 'done', stopped: 'stopped', expired: 'time is over', published: 'published', away: 'not available' },
  stages: { draft: 'Draft', pending: 'Waits for release', returned: 'Returned', rejected: 'Rejected', withdrawn: 'Withdrawn', live: 'Holds', stopped: 'Stopped', expired: 'Expired', over: 'Ended' },
  readBack: { same: 'stored as released', different: 'Something else is stored than was released', unreadable: 'could not be read back' },
  summary: '{{handed}} of {{all}} handed over', summaryFailed_one: '{{count}} failed', summaryFailed_other: '{{count}} failed', none: 'Nobody gets it by this channel.', reasonOf: '{{reason}} ({{people}})',
  spoken: '{{percent}} percent handed over, {{failed}} failed', unknown: 'Without a connection nobody can say how far the message is.', asOf: 'As of {{time}}', retried: 'Failed ones are tried again.',
  reasons: {
    unsubscribed: 'unsubscribed meanwhile', stopped: 'stopped', expired: 'time was over', unreachable: 'out of reach', 'number-unknown': 'number unknown', 'not-entered': 'not entered for drills', 'read-back': 'not stored as released',
    'no-way': 'channel not set up', refused: 'refused: {{code}}',
  },
  report: { pdf: 'Report (PDF)', csv: 'Report (CSV)' },
  county: {
    button: 'Request to the county', title: 'Request a warning by the county', meaning: 'Sirens, the federal app and cell broadcast are released by the control room of the county alone. The sheet is signed and handed in there.',
    level: 'Warning level', levels: { high: '1 – extreme danger', middle: '2 – danger', low: '3 – information on danger' }, means: 'Wanted means',
    mean: { broadcasting: 'radio and television', app: 'federal app', 'cell-broadcast': 'cell broadcast', sirens: 'sirens', boards: 'display boards' }, length: 'Cell broadcast: {{units}} of {{most}} characters', missing: 'This is missing.',
    name: 'Ask back', phone: 'Telephone', fetch: 'Make the sheet',
  },
  stop: 'Stop', stopTitle: 'Stop sending', stopMeaning: 'What still waits no longer goes out. Whoever has the message has it: correct it or call it off afterwards.',
  stopped: 'Stopped by {{name}}, {{at}}: "{{reason}}"', next: 'What follows', update: 'Update', cancel: 'Correct', over: 'It is over', 'all-clear': 'All clear',
  followUpHint: 'The text lies ready, for the same people by the same channels. Somebody else releases it then.',
  soon_one: 'The message holds for {{count}} more minute. Update it or call it off?', soon_other: 'The message holds for {{count}} more minutes. Update it or call it off?',
  noAllClear: 'This hazard ended without its all-clear. Nobody knows whether it is over.', ended: 'A later message has ended this one.', showLater: 'Show the later message', earlier: 'Refers to', showEarlier: 'Show the message of {{at}}', begun: 'A later message has been begun already.', showBegun: 'Show',
}
