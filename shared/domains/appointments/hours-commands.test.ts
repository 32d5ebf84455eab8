import { describe, expect, test } from 'vitest'
import { momentOf, stateOf } from '../../command.ts'
import { CommandId, OpeningHoursId } from '../../ids.ts'
import { instantFromMs } from '../../time.ts'
import type { AnyRow } from '../../tables.ts'
import { anActor } from '../staff/testing.ts'
import { ClockTime } from './clock-time.ts'
import { contentOf, deleteHours, hoursProblems, setHours } from './hours-commands.ts'
import type { HoursContent } from './hours-history.ts'
import type { OpeningHours } from './tables.ts'
import { aPlace, aResource, counterId, someHours } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 11, 1))
const moment = momentOf(anActor('lead'), NOW, CommandId.parse('0192a000-0000-7000-8000-00000000c001'))
const stateWith = (line?: OpeningHours) => stateOf(new Map<string, AnyRow>([
  [`places/${aPlace().id}`, aPlace()], [`resources/${counterId(1)}`, aResource(1)], ...(line ? [[`opening_hours/${line.id}`, line] as const] : []),
]))
const on = { placeId: aPlace().id, lineId: someHours().id, strands: 2 }
const set = (content: HoursContent, line?: OpeningHours) => setHours.decide(stateWith(line), { ...on, content, follows: null }, moment)
const content = (overrides: Partial<HoursContent> = {}): HoursContent => ({ ...contentOf(someHours()), ...overrides })

describe('what is kept of a change', () => {
  const shorter = content({ endTime: ClockTime.parse('11:00') })

  test('a line that is set keeps what it was, who set it and how many it left standing', () => {
    const answer = set(shorter, someHours())
    expect(answer.ok && answer.value[1]?.row).toMatchObject({ changedByName: 'Person 1', changedAt: NOW, stranded: 2, before: content(), after: shorter })
  })

  test('a new line was nothing before, one that is taken away is nothing after', () => {
    const [added, gone] = [set(shorter), deleteHours.decide(stateWith(someHours()), on, moment)]
    expect(added.ok && added.value[1]?.row).toMatchObject({ before: null, after: shorter })
    expect(gone.ok && gone.value[1]?.row).toMatchObject({ before: content(), after: null })
  })

  test('a line set again as it is, or taken away twice, is no change', () => {
    expect(set(content(), someHours())).toEqual({ ok: true, value: [] })
    expect(deleteHours.decide(stateWith(someHours({ isDeleted: true })), on, moment)).toEqual({ ok: true, value: [] })
  })
})

describe('a line that is changed from a day on', () => {
  const NEXT = OpeningHoursId.parse('0192a000-0000-7000-8000-00000000f002')
  const shorter = content({ fromDay: '2026-12-07', endTime: ClockTime.parse('11:00') })
  const follow = (next: HoursContent, line: OpeningHours) => setHours.decide(stateWith(line), { ...on, lineId: NEXT, content: next, follows: line.id }, moment)

  test('ends the day before and goes on as another, in one step with one entry', () => {
    const answer = follow(shorter, someHours())
    expect(answer.ok && answer.value.map(({ table }) => table)).toEqual(['opening_hours', 'opening_hours', 'hours_changes'])
    expect(answer.ok && answer.value[0]?.row).toEqual(someHours({ toDay: '2026-12-06' }))
    expect(answer.ok && answer.value[1]?.row).toMatchObject({ id: NEXT, fromDay: '2026-12-07', toDay: null, endTime: '11:00' })
    expect(answer.ok && answer.value[2]?.row).toMatchObject({ lineId: NEXT, follows: someHours().id, before: content(), after: shorter, stranded: 2 })
  })

  test('has to have begun before, and not to be over or deleted', () => {
    const wrong = (problem: string) => ({ ok: false, error: { code: 'hours/wrong', facts: { field: 'fromDay', problem } } })
    expect(follow(content(), someHours())).toEqual(wrong('not-after'))
    expect(follow(shorter, someHours({ toDay: '2026-12-06' }))).toEqual(wrong('over'))
    expect(follow(shorter, someHours({ isDeleted: true }))).toMatchObject({ ok: false, error: { code: 'commands/record-missing' } })
  })
})

test('what makes no sense is named by its field', () => {
  const wrong = content({ endTime: ClockTime.parse('07:00'), toDay: '2025-12-31', everyWeeks: 2, weeksOfMonth: [1], resourceIds: [counterId(2)] })
  expect(hoursProblems(wrong).map(({ field }) => field)).toEqual(['endTime', 'toDay', 'weeksOfMonth', 'publicResourceIds'])
  expect(hoursProblems(content({ slotMinutes: 240, startTime: ClockTime.parse('09:00') }))).toEqual([{ field: 'slotMinutes', code: 'too-short' }])
  expect(hoursProblems(content())).toEqual([])
})
