import { expect, test } from 'vitest'
import { GERMAN } from '../../../../shared/domains/vaccinations/phrases-de.ts'
import { aSchedule } from '../../../../shared/domains/vaccinations/testing-schedules.ts'
import { ruleIdOf } from '../../../../shared/domains/vaccinations/rules.ts'
import { aSession } from '../../../../shared/domains/vaccinations/testing.ts'
import { parseDay } from '../../../ui/format.ts'
import { daysIn, triedSentences } from './try-doses.ts'

const schedule = aSchedule()
const { scope } = aSession()
const rules = [{ id: ruleIdOf(scope, schedule.disease.code), scope, version: 1, schedules: [schedule], spacing: [] }]
const words = { counts: (day: string, number: number) => `${day}: ${number}`, nothingDue: (name: string) => `${name}: nichts`, noSchedule: (name: string) => `${name}: kein Schema` }
const tried = (...days: string[]) => triedSentences({ birthDay: '1960-03-15', on: '2026-11-24', doses: days.map(day => ({ code: schedule.disease.code, day })), rules, scope, diseases: [schedule.disease, { code: '1', name: 'Anderes' }] }, GERMAN, words)

test('each dose is judged and what is due is said, and where no schedule fits that is said', () => {
  expect(tried('2026-10-01', '2026-10-15')).toEqual([
    '1. Oktober 2026: 1', expect.stringContaining('zählt nicht: 14 Tage zu früh'), expect.stringContaining('Zweite Dosis gegen Masern möglich seit dem 29. Oktober 2026'), 'Anderes: kein Schema',
  ])
  expect(tried('2026-09-01', '2026-10-15').at(-2)).toBe('Masern: nichts')
})

test('days are read one by one, and what is none is named', () => {
  expect(daysIn('1.9.2026, 15.10.26; gestern', parseDay)).toEqual({ days: ['2026-09-01', '2026-10-15'], unread: ['gestern'] })
})
