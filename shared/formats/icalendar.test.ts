import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantFromMs, type Instant } from '../time.ts'
import { readCalendar, writeCalendar, type CalendarEntry } from './icalendar.ts'

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

  test('lines that are no lines of a calendar, and components that never end', () => {
    const broken = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', 'DTSTART:20261207T080000Z', 'DTEND:20261207T081500Z', 'SUMMARY:Termin', 'DESCRIPTION:Bitte', '---', '- Ausweis', 'END:VEVENT'].join('\n')
    expect(read(broken)).toEqual({ times: ['2026-12-07T08:00 2026-12-07T08:15 Termin'], skipped: [] })
  })

  test('an entry that makes no sense is told, the others are read', () => {
    expect(read(calendar(event('DTSTART:unknown'), event('DTSTART:20261207T080000Z', 'DTEND:20261207T081500Z')))).toEqual({ times: ['2026-12-07T08:00 2026-12-07T08:15 Urlaub'], skipped: ['Urlaub'] })
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
