import { describe, expect, test } from 'vitest'
import { contentOf } from '../../../../shared/domains/appointments/hours-commands.ts'
import { aResource, counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import { createTexts } from '../../../texts/texts.ts'
import { counterWords } from './counter-words.ts'
import { hoursWords } from './hours-words.ts'

const COUNTERS = [1, 2, 3, 4].map(n => aResource(n))
const said = (line: ReturnType<typeof someHours>, language: 'de' | 'en' = 'de'): string => hoursWords(createTexts(language).t, language, contentOf(line), COUNTERS).sentence

describe('a line of the opening hours in words', () => {
  const saturdays = someHours({ title: 'Samstagsöffnung', weekdays: [6], weeksOfMonth: [1], fromDay: '2026-12-01', from: '09:00', publicResourceIds: [1, 2, 3].map(counterId) })

  test('of a Saturday once a month', () => {
    expect(said(saturdays)).toBe('Samstagsöffnung: jeden 1. Samstag im Monat, 9–12 Uhr, ab 01.12.2026; Schalter 1–3 für alle buchbar, Schalter 4 nur intern')
    expect(said(saturdays, 'en')).toBe('Samstagsöffnung: every 1st Saturday of the month, 9–12, from 01/12/2026; Schalter 1–3 bookable by everybody, Schalter 4 inside only')
  })

  test('of weekdays in a row and of single ones', () => {
    expect(said(someHours({ from: '08:30' }))).toBe('Geöffnet: Montag bis Freitag, 8:30–12 Uhr, ab 01.01.2026; Schalter 1 für alle buchbar, Schalter 2–4 nur intern')
    expect(said(someHours({ weekdays: [5, 1, 3], onHolidays: true, publicResourceIds: [] }))).toBe('Geöffnet: jeden Montag, Mittwoch und Freitag, 8–12 Uhr, ab 01.01.2026, auch an Feiertagen; Schalter 1–4 nur intern')
  })

  test('of every second week, and of the first and last of a month', () => {
    expect(said(someHours({ weekdays: [2], everyWeeks: 2, toDay: '2026-06-30' }))).toContain('alle 2 Wochen am Dienstag, 8–12 Uhr, vom 01.01.2026 bis 30.06.2026')
    expect(said(someHours({ weekdays: [5], weeksOfMonth: [-1, 1] }))).toContain('jeden 1. und letzten Freitag im Monat')
  })

  test('of closures: one day, and every day of some', () => {
    const closed = someHours({ kind: 'closed', title: 'Betriebsausflug', fromDay: '2026-12-04', toDay: '2026-12-04', from: '00:00', to: '24:00' })
    expect(said(closed)).toBe('Betriebsausflug: am 04.12.2026, ganztägig; alle Schalter')
    expect(said({ ...closed, toDay: '2026-12-06', weekdays: [1, 2, 3, 4, 5, 6, 7], resourceIds: [counterId(2)] })).toBe('Betriebsausflug: täglich, ganztägig, vom 04.12.2026 bis 06.12.2026; Schalter 2')
  })
})

test('counters that follow each other are told by the first and the last, others by their names', () => {
  const named = [...COUNTERS, { id: counterId(5), name: 'Trauzimmer' }, { id: counterId(6), name: 'Zimmer 112' }]
  expect(counterWords([1, 2, 4, 5, 6].map(counterId), named, 'de')).toBe('Schalter 1–2, Schalter 4, Trauzimmer und Zimmer 112')
})
