import { expect, test } from 'vitest'
import { momentOf, recordKey, stateOf } from '../../command.ts'
import { CommandId, derivedUuid, ResourceId } from '../../ids.ts'
import { TABLES, type RowOf } from '../../tables.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { anActor } from '../staff/testing.ts'
import { setSession, turnSession } from './session-commands.ts'
import { aSession, SESSION_NOW } from './testing.ts'

const place: RowOf<'places'> = {
  id: aSession().placeId, scope: aSession().scope, version: 1, name: 'Impfstelle', address: 'Breite Straße 1, 39517 Tangerhütte', directions: '', position: 0, active: true, holdMinutes: 10,
  changeUntilMinutes: 120, maxPerEmail: 4, remindHoursBefore: 24, keepDays: 30,
}
const { title, day, startTime, endTime, serviceIds, resourceIds, responsible, team, vaccineIds, fromAge, groups } = aSession({ day: '2026-12-01' })
const content = { title, day, startTime, endTime, serviceIds, resourceIds, responsible, team, vaccineIds, fromAge, groups }
const input = { sessionId: aSession().id, placeId: place.id, slotMinutes: 10, publicResourceIds: [ResourceId.parse('0192a000-0000-7000-8000-000000000c01')], content, strands: 0 }
const CANCELLED = { sessionId: aSession().id, to: 'cancelled' } as const

const aMoment = (digit: string) => momentOf(anActor('lead'), SESSION_NOW, CommandId.parse(derivedUuid('test/command', digit)))

function planned() {
  const rows = rowsUnderCommands([{ table: 'places', row: place }], anActor('lead'), SESSION_NOW)
  expect(rows.run(setSession, input)).toBe('ok')
  const line = () => {
    const session = rows.get('vaccination_sessions', aSession().id)
    return session && rows.get('opening_hours', session.openingHoursId)
  }
  return { ...rows, line }
}

test('a session that is planned gives out times on its day alone, and changing it changes them', () => {
  const { run, line } = planned()
  expect(line()).toMatchObject({ kind: 'open', fromDay: '2026-12-01', toDay: '2026-12-01', startTime: '09:00', slotMinutes: 10, isDeleted: false })
  run(setSession, { ...input, slotMinutes: 15, content: { ...content, day: '2026-12-02' } })
  expect(line()).toMatchObject({ fromDay: '2026-12-02', toDay: '2026-12-02', slotMinutes: 15 })
})

test('a session that is cancelled gives out no more times, and whoever only works at a station cancels none', () => {
  const { run, get, line } = planned()
  expect(run(turnSession, CANCELLED, anActor('clerk'))).toEqual({ code: 'commands/not-allowed' })
  expect(line()?.isDeleted).toBe(false)
  expect(run(turnSession, CANCELLED)).toBe('ok')
  expect([get('vaccination_sessions', aSession().id)?.status, line()?.isDeleted]).toEqual(['cancelled', true])
})

test('a session with a long name gives out times as any other: its line bears the beginning of it', () => {
  const { run, line } = planned()
  expect(run(setSession, { ...input, content: { ...content, title: 'Grippe '.repeat(22).trim() } })).toBe('ok')
  expect(TABLES.opening_hours.schema.safeParse(line()).success).toBe(true)
})

test('a time that no clock shows is refused, and a station that does not work is not given out', () => {
  const { run, line } = planned()
  for (const times of [{ endTime: '25:00' }, { endTime: '15:60' }, { startTime: '15:00' }]) expect(run(setSession, { ...input, content: { ...content, ...times } })).toMatchObject({ code: 'vaccinations/wrong-times' })
  run(setSession, { ...input, publicResourceIds: [...input.publicResourceIds, ResourceId.parse('0192a000-0000-7000-8000-000000000c09')] })
  expect(line()?.publicResourceIds).toEqual(input.publicResourceIds)
})

test('each change of the times is kept with what was before and how many it left standing; one that changes none is not', () => {
  const before = stateOf(new Map([[recordKey({ table: 'places', id: place.id }), place]]))
  const first = setSession.decide(before, input, aMoment('1'))
  const rows = new Map((first.ok ? first.value : []).map(({ table, row }) => [recordKey({ table, id: row.id }), row]))
  const changesOf = (answer: ReturnType<typeof setSession.decide>) => (answer.ok ? answer.value.flatMap(({ table, row }) => (table === 'hours_changes' ? [row] : [])) : [])
  expect(changesOf(first)).toMatchObject([{ before: null, after: { fromDay: '2026-12-01', startTime: '09:00' }, stranded: 0, changedByName: 'Person 1' }])
  const state = stateOf(new Map([...rows, [recordKey({ table: 'places', id: place.id }), place]]))
  expect(changesOf(setSession.decide(state, { ...input, strands: 3, content: { ...content, startTime: '10:00' } }, aMoment('2')))).toMatchObject([{ before: { startTime: '09:00' }, after: { startTime: '10:00' }, stranded: 3 }])
  expect(changesOf(setSession.decide(state, { ...input, content: { ...content, groups: 'Alle' } }, aMoment('3')))).toEqual([])
  expect(changesOf(turnSession.decide(state, CANCELLED, aMoment('4')))).toMatchObject([{ before: { startTime: '09:00' }, after: null }])
})
