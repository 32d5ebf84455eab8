import { describe, expect, test } from 'vitest'
import { germanDayAt } from '../../shared/german-days.ts'
import { daysApart, formatAge, formatBytes, formatDay, formatDayAndTime, formatDuration, formatNumber, formatPlainDay, formatRelative, formatTime, parseClock, parseDay, parseNumber } from './format.ts'

const NOW = Date.parse('2026-11-20T09:30:00.000Z')

describe('moments are told as they were in Berlin', () => {
  test('in winter and in summer', () => {
    expect([formatDayAndTime('2026-11-20T23:30:00.000Z', 'de'), formatDayAndTime('2026-07-01T22:30:00.000Z', 'de')]).toEqual(['21.11.2026, 00:30', '02.07.2026, 00:30'])
  })

  test('in both languages', () => {
    expect([formatDay('2026-11-20T09:30:00.000Z', 'de'), formatDay('2026-11-20T09:30:00.000Z', 'en'), formatTime('2026-11-20T09:30:00.000Z', 'de')]).toEqual(['20.11.2026', '20/11/2026', '10:30'])
  })

  test('a calendar day stays that day', () => {
    expect(formatPlainDay('2026-01-01', 'de')).toBe('01.01.2026')
  })
})

test.each([
  ['2026-11-20T09:29:40.000Z', 'jetzt'],
  ['2026-11-20T09:25:00.000Z', 'vor 5 Minuten'],
  ['2026-11-20T06:00:00.000Z', 'vor 3 Stunden'],
  ['2026-11-19T22:59:00.000Z', 'gestern'],
  ['2026-11-19T23:01:00.000Z', 'vor 10 Stunden'],
  ['2026-11-16T12:00:00.000Z', 'vor 4 Tagen'],
  ['2026-11-21T08:00:00.000Z', 'morgen'],
  ['2026-10-01T08:00:00.000Z', '01.10.2026'],
])('%s is "%s"', (instant, words) => {
  expect(formatRelative(instant, NOW, 'de')).toBe(words)
})

test('counts calendar days in Berlin, not spans of 24 hours', () => {
  expect(daysApart(Date.parse('2026-11-19T22:59:00Z'), Date.parse('2026-11-19T23:01:00Z'))).toBe(1)
  expect(daysApart(Date.parse('2026-03-28T12:00:00Z'), Date.parse('2026-03-29T21:30:00Z'))).toBe(1)
  expect(germanDayAt(Date.parse('2026-12-31T23:30:00Z'))).toBe('2027-01-01')
})

test.each([[0, '0 s'], [-5, '0 s'], [59_000, '59 s'], [61_000, '1 min'], [7_300_000, '2 h'], [200_000_000, '2 d']])('an age of %i ms is "%s"', (ms, words) => {
  expect(formatAge(ms)).toBe(words)
})

test.each([[1, '1 Minute'], [119, '119 Minuten'], [120, '2 Stunden'], [1_440, '24 Stunden'], [2_880, '2 Tage'], [1_234_567, '857 Tage']])('%i minutes last %s', (minutes, words) => {
  expect(formatDuration(minutes, 'de')).toBe(words)
})

test.each([[0, '0 B'], [412, '412 B'], [1_536, '1,5 kB'], [1_245_184, '1,2 MB'], [262_144_000, '250 MB']])('%i bytes are "%s"', (bytes, words) => {
  expect(formatBytes(bytes, 'de')).toBe(words)
})

test.each([['1.234,5', 1_234.5, undefined], ['1,234.5', undefined, 1_234.5], ['1.234', 1_234, 1.234], ['12,5', 12.5, 12.5], ['-3', -3, -3], ['1.2.3', undefined, undefined], ['viel', undefined, undefined]])(
  '"%s" is read as %d in German, as %d in English', (text, german, english) => {
    expect([parseNumber(text, 'de'), parseNumber(text, 'en')]).toEqual([german, english])
  })

test('numbers have the separators of the language', () => {
  expect([formatNumber(1042.5, 'de'), formatNumber(1042.5, 'en')]).toEqual(['1.042,5', '1,042.5'])
})

test.each([
  ['22.11.2026', '2026-11-22'], ['1.3.26', '2026-03-01'], [' 01.03.2026 ', '2026-03-01'], ['2026-11-22', '2026-11-22'], ['29.2.2028', '2028-02-29'], ['22/11/2026', '2026-11-22'], ['1/3.2026', undefined],
  ['31.02.2026', undefined], ['2026-02-31', undefined], ['22.11.', undefined], ['heute', undefined], ['0.1.2026', undefined], ['1.13.2026', undefined],
])('reads "%s" as %s', (text, day) => {
  expect(parseDay(text)).toBe(day)
})

test.each([
  ['8', '08:00'], ['8:30', '08:30'], ['08.30', '08:30'], ['0830', '08:30'], ['930', '09:30'], ['1400', '14:00'], ['8 Uhr', '08:00'], ['14 Uhr', '14:00'], ['24', '24:00'], ['24:00', '24:00'],
  ['24:30', undefined], ['25', undefined], ['9:75', undefined], ['8:6', undefined], ['acht', undefined], ['morgens', undefined], ['', undefined],
])('%j is the time %j', (text, time) => {
  expect(parseClock(text)).toBe(time)
})
