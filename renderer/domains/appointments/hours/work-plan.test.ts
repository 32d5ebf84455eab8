import { expect, test } from 'vitest'
import { anAppointment, aResource, counterId, someHours } from '../../../../shared/domains/appointments/testing.ts'
import { AppointmentId } from '../../../../shared/ids.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import { filledMessage, firstChoice, otherTimes, type Choices } from './work-plan.ts'

const at = (hour: number, minute = 0): Instant => instantFromMs(Date.UTC(2026, 11, 7, hour - 1, minute))
const slot = (hour: number, minute: number, ...counters: readonly number[]) => ({ startsAt: at(hour, minute), endsAt: at(hour, minute + 15), resourceIds: counters.map(counterId) })
const own = { appointment: anAppointment(), proposal: null }
const other = { appointment: anAppointment({ id: AppointmentId.parse('0192a000-0000-7000-8000-0000000000f2') }), proposal: { startsAt: at(8), endsAt: at(8, 15), resourceId: counterId(1) } }
const after = { lines: [someHours({ to: '10:00' })], resources: [aResource(1), aResource(2)] }
const offered = (choices: Choices = new Map()): readonly string[] =>
  otherTimes([slot(8, 0, 1, 2), slot(8, 15, 2, 1), slot(9, 45, 2), slot(10, 0, 1)], after, [own, other], choices, own.appointment).map(({ startsAt, resourceId }) => `${startsAt.slice(11, 16)} ${resourceId.slice(-1)}`)

test('whoever has a proposal gets it unless something else is chosen; others stay', () => {
  expect([firstChoice(own), firstChoice(other)]).toEqual([{ act: 'leave' }, { act: 'move', to: other.proposal }])
})

test('other times lie within the new hours, at the own counter where it is free, and are given to nobody else', () => {
  expect(offered()).toEqual(['07:00 2', '07:15 1', '08:45 2'])
  expect(offered(new Map([[other.appointment.id, { act: 'cancel' }]]))).toEqual(['07:00 1', '07:15 1', '08:45 2'])
})

test('a message has the facts in the place of their words, and leaves other braces alone', () => {
  const words = { name: 'Name', before: 'bisher', after: 'neu', place: 'Ort' }
  const facts = { name: 'Änne {neu}', before: 'Montag', after: 'Dienstag', place: 'Bürgeramt' }
  expect(filledMessage('{name}, {bisher} → { NEU } in {Ort} {etwas} {}', words, facts)).toBe('Änne {neu}, Montag → Dienstag in Bürgeramt {etwas} {}')
})
