import { expect, test } from 'vitest'
import { stepped, type Step } from '../../../../shared/domains/appointments/counter-steps.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { anAppointment, counterId } from '../../../../shared/domains/appointments/testing.ts'
import { PersonId } from '../../../../shared/ids.ts'
import { isStill, type Deed } from './deeds.ts'

const at = (n: number) => ({ counterId: counterId(n), personId: PersonId.parse('0192a000-0000-7000-8000-0000000000a1'), name: 'Person' })

function after(steps: readonly Step[], counter = 1): Appointment {
  return steps.reduce<Appointment>((appointment, step) => {
    const next = stepped(appointment, step, at(counter), appointment.startsAt)
    if (!next.ok) throw new Error(`${step} in ${appointment.status}`)
    return next.value
  }, anAppointment())
}

const WAYS: readonly (readonly [Deed, readonly Step[]])[] = [
  ['arrive', ['arrive']], ['call', ['arrive', 'call']], ['recall', ['arrive', 'call', 'recall']], ['appear', ['arrive', 'call', 'appear']],
  ['park', ['arrive', 'park']], ['finish', ['arrive', 'call', 'appear', 'finish']], ['miss', ['miss']], ['redirect', ['arrive', 'call', 'redirect']],
]

test.each(WAYS)('%s can be taken back as long as it is the last thing that happened', (deed, steps) => {
  expect(isStill(deed, after(steps), counterId(1))).toBe(true)
  expect(isStill(deed, { ...after(steps), before: null }, counterId(1))).toBe(false)
})

test('what another counter did since is not taken back', () => {
  expect(isStill('arrive', after(['arrive', 'call'], 2), counterId(1))).toBe(false)
  expect(isStill('call', after(['arrive', 'call'], 2), counterId(1))).toBe(false)
  expect(isStill('call', after(['arrive', 'call', 'appear']), counterId(1))).toBe(false)
})
