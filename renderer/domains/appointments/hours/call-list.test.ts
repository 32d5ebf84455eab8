import { expect, test } from 'vitest'
import { anAppointment, counterId } from '../../../../shared/domains/appointments/testing.ts'
import { AppointmentId } from '../../../../shared/ids.ts'
import { callList, toCall, toldChoices, toTakeAlong, toWrite } from './call-list.ts'
import type { Choice } from './work-plan.ts'

const { startsAt, endsAt } = anAppointment()
const row = (n: number, reach: { readonly email?: string | null; readonly phone?: string | null }) =>
  ({ appointment: anAppointment({ id: AppointmentId.parse(`0192a000-0000-7000-8000-0000000000f${n}`), name: `Person ${n}`, email: null, ...reach }), proposal: { startsAt, endsAt, resourceId: counterId(2) } })
const rows = [row(1, { email: 'a@example.org' }), row(2, { phone: '03935 1' }), row(3, {})]
const names = (some: readonly { readonly appointment: { readonly name: string } }[]): readonly string[] => some.map(({ appointment }) => appointment.name)
const messages = { of: (_: unknown, { act }: Choice) => (act === 'leave' ? undefined : act) }

test('who has an address is not called, who has neither that nor a number is written to', () => {
  expect(names(toCall(rows, new Map()))).toEqual(['Person 2', 'Person 3'])
  expect(names(toWrite(rows, new Map(), messages))).toEqual(['Person 3'])
})

test('whoever could not be moved is told no new time, but called all the same', () => {
  const told = toldChoices(new Map(), new Map(rows.map(({ appointment }) => [appointment.id, { kind: 'refused', refusal: { code: 'appointments/slot-taken' }, commandId: null }])))
  expect(names(toCall(rows, told))).toEqual(['Person 1', 'Person 2', 'Person 3'])
  expect(toWrite(rows, told, messages)).toEqual([])
})

test('whoever stands under secrecy is on no list that is printed or copied', () => {
  const open = toTakeAlong(rows, id => id === rows[1]?.appointment.id)
  expect(names(toCall(open, new Map()))).toEqual(['Person 3'])
  expect(callList(open, new Map(), messages)).not.toContain('03935 1')
})
