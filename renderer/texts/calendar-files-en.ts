/** `calendar-files-de.ts` has the same keys. */
export const calendarFilesEn = {
  subscribe: 'Subscribe to calendar …', subscribeTitle: 'Subscribe to calendar: {{place}}',
  subscribeIntro: 'With this address your own calendar program shows the appointments here: four weeks back and twelve weeks ahead.',
  contains: 'It holds time, counter, service and ticket or initials, no names and no contact details.',
  address: 'Address', addressHint: 'It is yours alone. Whoever knows it sees the calendar: do not pass it on.', copy: 'Copy address',
  how: 'How to enter it',
  outlook: 'Outlook: Add calendar, then “From internet”.', thunderbird: 'Thunderbird: New calendar, then “On the network”.', phone: 'Telephone: Add a calendar subscription.',
  renew: 'Another address …', renewAsk: 'The address before will show nothing any more. Wherever it is entered, the new one has to be entered.', renewNow: 'Take the address back',
  renewed: 'The address before is no longer valid. This is the new one.',
}
