/** `counter-de.ts` has the same keys. */
export const counterEn = {
  title: 'Counter', keys: '{{keys}}: the next step', mine: 'My counter', which: 'I sit at', noCounter: 'No counter has been set up here yet.',
  offline: 'No connection. Calling and taking back need the connection, so that two counters never call the same person. Arrived, appeared, done, parked and taking in without appointment are saved and transferred later.',
  callNext: 'Call next person', call: 'Call', callOne: 'Call {{name}}', recall: 'Call again ({{count}}×)', callAgain: 'Call again', callAgainOne: 'Call {{name}} again',
  calling: 'Calling …', callOffline: 'Calling needs the connection.', finishFirst: 'You can call as soon as your counter is free.',
  nobodyWaits: 'Nobody is waiting.', nobodyForMe: 'Nobody is waiting for your counter.', notGivenHere: 'Not given at your counter.',
  step: { arrive: 'Is here', appear: 'Has appeared', park: 'Comes back later', finish: 'Done', miss: 'Did not come', redirect: 'Back into the queue' },
  did: {
    arrive: '{{name}} has arrived.', call: '{{name}} has been called.', recall: '{{name}} has been called again.', appear: '{{name}} is at the counter.', park: '{{name}} comes back later.',
    finish: '{{name}} is done.', miss: '{{name}} did not come.', redirect: '{{name}} is waiting again.',
  },
  takeBack: 'Take back', takeBackLeft_one: '1 second left', takeBackLeft_other: '{{count}} seconds left', takeBackOffline: 'needs the connection',
  lost: '{{name}} has just been called by {{clerk}} ({{counter}}). Call the next person.', changed: '{{name}} has just changed and is “{{status}}”. Nobody was called.',
  servedByOther: 'Called by {{name}}.', note: 'Note:', phone: 'Telephone {{phone}}', nameless: 'no name', bookedFor: 'Appointment {{time}}',
  priority: { first: 'Priority', usual: 'As usual', last: 'After all others' }, turn: 'Order',
  waiting: 'Waiting ({{count}})', waitingSaid_one: '1 person is waiting.', waitingSaid_other: '{{count}} persons are waiting.',
  waits: 'waiting', expected: 'turn at', about: 'about {{time}}', now: 'now', minutes_one: '1 min', minutes_other: '{{count}} min', moreFor: 'More for {{name}}',
  booked: 'Booked, not here yet ({{count}})', findBooked: 'Find a name', nobodyBooked: 'Nobody else is expected today.', nobodyFound: 'Nobody of this name is booked for today and not here yet.',
  allBooked: 'Show all {{count}}', late_one: 'expected for 1 minute', late_other: 'expected for {{count}} minutes', arriveOne: '{{name}} is here',
  parked: 'Coming back ({{count}})', gone: 'Done and missed ({{count}})', others: 'Other counters', free: 'free',
  walkIn: 'Take in without appointment', takeIn: 'Take in', walkInKeys: 'Ctrl + Enter takes in', nameOptional: 'Name (optional)', nameHint: 'The number is called, never the name.',
  ticket: 'Number', ticketComing: 'The number is on its way …', ticketLater: 'Saved. There is a number as soon as the connection is back.', ticketMeaning: 'This number is called in the waiting area.',
}
