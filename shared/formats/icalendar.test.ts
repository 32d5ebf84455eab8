import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantFromMs, type Instant } from '../time.ts'
import { readCalendar } from './icalendar-read.ts'
import { writeCalendar, type CalendarEntry } from './icalendar.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const at = (text: string): Instant => instantFromMs(Date.parse(text))
const FROM = at('2026-01-01T00:00:00Z')
const UNTIL = at('2028-01-01T00:00:00Z')

const entry = (overrides: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'a1@rathaus.example', sequence: 0, startsAt: at('2026-12-07T08:00:00Z'), endsAt: at('2026-12-07T08:15:00Z'), stampedAt: at('2026-11-22T10:00:00Z'),
  summary: 'Personalausweis beantragen', description: 'Bitte bringen Sie mit:\n- Ausweis, alt; Foto\n---', location: 'Bürgeramt, Bismarckstraße 5', isCancelled: false,
  organizer: { name: 'Bürgeramt „Mitte"', email: 'termine@rathaus.example' }, attendee: { name: 'Änne Großkopf', email: 'aenne@example.org' }, url: null, remindMinutesBefore: 1_440, ...overrides,
})

const lines = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n')
const read = (text: string) => {
  const found = readCalendar(text, FROM, UNTIL)
  return found.ok ? { times: found.value.entries.map(({ startsAt, endsAt, summary }) => `${startsAt.slice(0, 16)} ${endsAt.slice(0, 16)} ${summary}`), skipped: found.value.skipped } : found.error.code
}
const calendar = (...inside: readonly string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...inside, 'END:VCALENDAR'].join('\r\n')
const event = (...inside: readonly string[]): string => ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Urlaub', ...inside, 'END:VEVENT'].join('\r\n')

describe('what is written', () => {
  test('an invitation and its cancellation are about the same entry', () => {
    const [invited, cancelled] = [writeCalendar([entry()], { method: 'request', name: '' }), writeCalendar([entry({ sequence: 1, isCancelled: true })], { method: 'cancel', name: '' })].map(lines)
    expect(invited).toEqual(expect.arrayContaining(['METHOD:REQUEST', 'UID:a1@rathaus.example', 'SEQUENCE:0', 'STATUS:CONFIRMED', 'DTSTAMP:20261122T100000Z', 'DTSTART:20261207T080000Z', 'DTEND:20261207T081500Z', 'TRIGGER:-P1D']))
    expect(cancelled).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'UID:a1@rathaus.example', 'SEQUENCE:1', 'STATUS:CANCELLED']))
    expect(invited).toContain('DESCRIPTION:Bitte bringen Sie mit:\\n- Ausweis\\, alt\\; Foto\\n---')
    expect(cancelled).not.toContain('BEGIN:VALARM')
  })

  test('a feed says what it is called and how often to look again', () => {
    const written = lines(writeCalendar([entry({ organizer: null, attendee: null })], { method: 'publish', name: 'Bürgeramt, Mitte' }))
    expect(written).toEqual(expect.arrayContaining(['METHOD:PUBLISH', 'X-WR-CALNAME:Bürgeramt\\, Mitte', 'REFRESH-INTERVAL;VALUE=DURATION:PT15M', 'X-PUBLISHED-TTL:PT15M']))
  })

  test(`no line is longer than 75 octets or begins with what is not a property, whatever the texts (FC_SEED=${seed})`, () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(fc.property(text, text, text, text, fc.constantFrom('request', 'publish'), (summary, description, location, name, method) => {
      const written = writeCalendar([entry({ summary, description, location, attendee: { name, email: 'a@example.org' } })], { method, name })
      for (const line of written.slice(0, -2).split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).toMatch(/^(?: |[A-Z-]+[;:])/)
      }
      expect(written).not.toMatch(/[^\r]\n|\r[^\n]/)
      expect(read(written)).toMatchObject({ times: [expect.stringContaining('2026-12-07T08:00 2026-12-07T08:15')], skipped: [] })
    }), { seed, numRuns: 300 })
  })
})

describe('what is read', () => {
  test('days, times of our clock, times of another zone, and zones as one program names them', () => {
    expect(read(calendar(event('DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261228')))).toEqual({ times: ['2026-12-23T23:00 2026-12-27T23:00 Urlaub'], skipped: [] })
    expect(read(calendar(event('DTSTART:20260701T090000', 'DTEND:20260701T100000')))).toEqual({ times: ['2026-07-01T07:00 2026-07-01T08:00 Urlaub'], skipped: [] })
    expect(read(calendar(event('DTSTART;TZID=America/New_York:20260701T090000', 'DURATION:PT1H')))).toEqual({ times: ['2026-07-01T13:00 2026-07-01T14:00 Urlaub'], skipped: [] })
    expect(read(calendar(event('DTSTART;TZID=W. Europe Standard Time:20260701T090000', 'DTEND;TZID=W. Europe Standard Time:20260701T100000')))).toEqual({ times: ['2026-07-01T07:00 2026-07-01T08:00 Urlaub'], skipped: [] })
  })

  test('a series with an exception, a changed time and a day it does not take place, over the change of clocks', () => {
    const series = event('DTSTART;TZID=Europe/Berlin:20260319T090000', 'DTEND;TZID=Europe/Berlin:20260319T100000', 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;TZID=Europe/Berlin:20260326T090000')
    const moved = event('RECURRENCE-ID;TZID=Europe/Berlin:20260402T090000', 'DTSTART;TZID=Europe/Berlin:20260402T140000', 'DTEND;TZID=Europe/Berlin:20260402T150000')
    expect(read(calendar(series, moved))).toEqual({ times: ['2026-03-19T08:00 2026-03-19T09:00 Urlaub', '2026-04-02T12:00 2026-04-02T13:00 Urlaub', '2026-04-09T07:00 2026-04-09T08:00 Urlaub'], skipped: [] })
  })

  test('a series in another zone stays on the clock there', () => {
    const series = event('DTSTART;TZID=America/New_York:20260305T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2')
    expect(read(calendar(series))).toEqual({ times: ['2026-03-05T14:00 2026-03-05T15:00 Urlaub', '2026-03-12T13:00 2026-03-12T14:00 Urlaub'], skipped: [] })
  })

  test('a series without an end ends with the window', () => {
    const daily = readCalendar(calendar(event('DTSTART:20260101T090000', 'DTEND:20260101T100000', 'RRULE:FREQ=DAILY')), FROM, at('2026-02-01T00:00:00Z'))
    expect(daily.ok && daily.value.entries.length).toBe(31)
  })

  test.each([
    ['FREQ=DAILY;INTERVAL=2;UNTIL=20260106', '01 03 05'], ['FREQ=DAILY;COUNT=3', '01 02 03'], ['FREQ=DAILY;UNTIL=20260102T080000Z', '01 02'],
    ['FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20260112', '02 05 09 12'], ['FREQ=WEEKLY;INTERVAL=2;COUNT=3', '01 15 29'], ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH;WKST=SU;COUNT=4', '01 11 15 25'],
    ['FREQ=MONTHLY;BYDAY=2TU;COUNT=1', '13'], ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=1', '30'], ['FREQ=MONTHLY;BYMONTHDAY=-1,15;COUNT=2', '15 31'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=1', '30'], ['FREQ=YEARLY;BYMONTH=1;BYDAY=3MO;COUNT=1', '19'], ['FREQ=YEARLY;BYDAY=2WE;COUNT=1', '14'],
  ])('%s: January %s', (rule, days) => {
    const found = readCalendar(calendar(event('DTSTART:20260101T090000', 'DURATION:PT1H', `RRULE:${rule}`)), FROM, at('2026-02-01T00:00:00Z'))
    expect(found.ok && found.value.entries.map(({ startsAt }) => startsAt.slice(8, 10)).join(' ')).toBe(days)
  })

  test('a series from long ago, on the last of months, on a leap day, and listed days', () => {
    const days = (...inside: readonly string[]) => (read(calendar(event(...inside))) as { times: readonly string[] }).times.map(time => time.slice(0, 10))
    expect(days('DTSTART;VALUE=DATE:19700101', 'RRULE:FREQ=DAILY')).toHaveLength(731)
    expect(days('DTSTART:20251231T090000Z', 'RRULE:FREQ=MONTHLY;UNTIL=20260601')).toEqual(['2026-01-31', '2026-03-31', '2026-05-31'])
    expect(days('DTSTART:20240229T090000Z', 'RRULE:FREQ=YEARLY')).toEqual([])
    expect(days('DTSTART:20260301T090000Z', 'RDATE:20260305T090000Z,20260309T090000Z')).toEqual(['2026-03-01', '2026-03-05', '2026-03-09'])
    expect(days('DTSTART;VALUE=DATE:20260301', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20260302T000000')).toEqual(['2026-02-28', '2026-03-02'])
    expect(days('DTSTART:20260301T090000', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20260302')).toEqual(['2026-03-01', '2026-03-03'])
  })

  test('an entry of a series that was moved into the window from outside of it', () => {
    const series = event('DTSTART:20271230T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=5')
    const moved = event('RECURRENCE-ID:20280102T090000Z', 'DTSTART:20271231T140000Z', 'DURATION:PT1H')
    expect(read(calendar(series, moved))).toMatchObject({ times: ['2027-12-30T09:00 2027-12-30T10:00 Urlaub', '2027-12-31T09:00 2027-12-31T10:00 Urlaub', '2027-12-31T14:00 2027-12-31T15:00 Urlaub'] })
  })

  // Each of these kept a reader busy for ever, or made it refuse the other entries too.
  test.each([
    ['FREQ=SECONDLY', 1], ['FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30', 1], ['FREQ=DAILY;INTERVAL=99999999999', 1], ['FREQ=DAILY;INTERVAL=0', 1], ['FREQ=MONTHLY;BYMONTHDAY=32', 1],
    ['FREQ=YEARLY;BYWEEKNO=60', 1], ['FREQ=YEARLY;COUNT=99999999999', 1], ['FREQ=DAILY;UNTIL=soon', 1], ['FREQ=', 1], ['', 1], [';;=;', 1],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 0], ['FREQ=YEARLY;COUNT=5;BYMONTH=2;BYMONTHDAY=30', 0],
  ])('a series that makes no sense or never takes place does not keep the others from being read: %s', (rule, skipped) => {
    const found = read(calendar(event('DTSTART:20260101T090000Z', 'DURATION:PT1H', `RRULE:${rule}`), event('DTSTART:20261207T080000Z', 'DURATION:PT1H')))
    expect(found).toEqual({ times: ['2026-12-07T08:00 2026-12-07T09:00 Urlaub'], skipped: Array.from({ length: skipped }, () => 'Urlaub') })
  })

  test('many of them at once, and a zone with such a rule, take no longer', () => {
    const endless = Array.from({ length: 500 }, () => event('DTSTART:00010101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9'))
    const zone = ['BEGIN:VTIMEZONE', 'TZID:Odd', 'BEGIN:STANDARD', 'DTSTART:00010101T000000', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE'].join('\r\n')
    const found = readCalendar(calendar(zone, ...endless, event('DTSTART;TZID=Odd:20261207T090000', 'DURATION:PT1H')), FROM, UNTIL)
    expect(found.ok && [found.value.entries.map(({ startsAt }) => startsAt), found.value.skipped.length]).toEqual([['2026-12-07T08:00:00.000Z'], 500])
  })

  test('lines that are no lines of a calendar, and components that never end', () => {
    const broken = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'DTSTART:20261207T080000Z', 'DTEND:20261207T081500Z', 'SUMMARY:Termin', 'DESCRIPTION:Bitte', '---', '- Ausweis', 'END:VEVENT'].join('\n')
    expect(read(broken)).toEqual({ times: ['2026-12-07T08:00 2026-12-07T08:15 Termin'], skipped: [] })
  })

  test('an entry that makes no sense is told, the others are read', () => {
    expect(read(calendar(event('DTSTART:unknown'), event('DTSTART:20261207T080000Z', 'DTEND:20261207T081500Z')))).toEqual({ times: ['2026-12-07T08:00 2026-12-07T08:15 Urlaub'], skipped: ['Urlaub'] })
  })

  test('an entry that changes no time there is keeps no series from being read', () => {
    const series = event('DTSTART:20261207T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2')
    const odd = event('RECURRENCE-ID:unknown', 'DTSTART:20261210T080000Z', 'DURATION:PT1H')
    expect(read(calendar(series, odd))).toEqual({ times: ['2026-12-07T08:00 2026-12-07T09:00 Urlaub', '2026-12-08T08:00 2026-12-08T09:00 Urlaub', '2026-12-10T08:00 2026-12-10T09:00 Urlaub'], skipped: [] })
  })

  test('what is cancelled takes no time', () => {
    expect(read(calendar(event('STATUS:CANCELLED', 'DTSTART:20261207T080000Z', 'DTEND:20261207T081500Z')))).toEqual({ times: [], skipped: [] })
  })

  test.each(['', 'hello', 'BEGIN:VCARD\nFN:x\nEND:VCARD', '<html></html>', '\0\0\0'])('%j is no calendar', text => {
    expect(read(text)).toBe('calendar/unreadable')
  })

  test(`nothing that is read breaks the reader (FC_SEED=${seed})`, () => {
    const parts = ['BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VCALENDAR', 'END:VCALENDAR', 'DTSTART:', 'RRULE:FREQ=', 'DAILY', ';INTERVAL=0', ';BYDAY=XX', 'DURATION:P', '20261207T080000Z', 'TZID=', 'BEGIN:VTIMEZONE', 'EXDATE:', '\r\n', '\n ', ':', ';', '"', 'UID:1']
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 5 })), { maxLength: 40 }), pieces => {
      const found = readCalendar(`BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${pieces.join('')}`, FROM, UNTIL)
      expect(found.ok || found.error.code === 'calendar/unreadable').toBe(true)
    }), { seed, numRuns: 500 })
  })
})
