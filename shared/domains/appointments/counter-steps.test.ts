import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppointmentServiceId, PersonId } from '../../ids.ts'
import { instantFromMs } from '../../time.ts'
import { isPossible, sentOn, stepped, STEPS, stepTakenBack, takesTime, UNDO_MS, type AtCounter, type Step } from './counter-steps.ts'
import type { Appointment } from './tables.ts'
import { anAppointment, counterId } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const clerk = (n: number): AtCounter => ({ counterId: counterId(n), personId: PersonId.parse(`0192a000-0000-7000-8000-0000000000a${n}`), name: `Person ${n}` })
const otherService = AppointmentServiceId.parse('0192a000-0000-7000-8000-0000000005e2')
const second = (n: number) => instantFromMs(Date.UTC(2026, 11, 7, 8) + n * 1_000)

function through(steps: readonly Step[], from: Appointment = anAppointment()): Appointment {
  let appointment = from
  for (const [index, step] of steps.entries()) {
    const next = stepped(appointment, step, clerk(1), second(index * 60))
    if (!next.ok) throw new Error(`${step} in ${appointment.status}`)
    appointment = next.value
  }
  return appointment
}

test('a visit from arrival to the end', () => {
  expect(through(['arrive', 'call', 'appear', 'finish'])).toMatchObject({
    status: 'finished', waitingSince: second(0), calledAt: second(60), callCount: 1, counterId: counterId(1), servedByName: 'Person 1', servingSince: second(120), endedAt: second(180),
  })
})

test('whoever was called is not called by a second counter', () => {
  expect(stepped(through(['arrive', 'call']), 'call', clerk(2), second(90))).toMatchObject({ ok: false, error: { code: 'appointments/wrong-status' } })
})

test('who is sent on waits since they came, with what was said to them and for how long they were served', () => {
  const serving = through(['arrive', 'call', 'appear'])
  const sent = sentOn(serving, { toCounterId: counterId(2), serviceIds: [otherService], note: 'Ausweis liegt vor' }, clerk(1), second(180))
  expect(sent).toMatchObject({ ok: true, value: {
    status: 'waiting', waitingSince: second(0), counterId: null, servedBy: null, serviceIds: [otherService],
    sentOn: { toCounterId: counterId(2), fromCounterId: counterId(1), byName: 'Person 1', note: 'Ausweis liegt vor', at: second(180) },
    stays: [{ serviceIds: serving.serviceIds, calledAt: second(60), servingSince: second(120), servedBy: clerk(1).personId, endedAt: second(180) }],
  } })
  expect(sent.ok && stepTakenBack(sent.value, second(181))).toMatchObject({ ok: true, value: { ...serving, before: null, steppedAt: second(180) } })
})

test('who was only called was not served yet; nobody who waits is sent on', () => {
  const on = (from: Appointment) => sentOn(from, { toCounterId: null, serviceIds: from.serviceIds, note: '' }, clerk(1), second(180))
  expect(on(through(['arrive', 'call']))).toMatchObject({ ok: true, value: { stays: [] } })
  expect(on(through(['arrive', 'call', 'appear', 'park', 'recall']))).toMatchObject({ ok: true, value: { stays: [] } })
  expect([on(through(['arrive'])), on(through(['arrive', 'park']))]).toMatchObject([{ ok: false }, { ok: false }])
})

test('who was missed can still be called', () => {
  expect(through(['arrive', 'call', 'miss', 'recall'])).toMatchObject({ status: 'called', callCount: 2, endedAt: null })
})

test('a step is taken back within ten seconds, and not twice', () => {
  const called = through(['arrive', 'call'])
  const back = stepTakenBack(called, instantFromMs(Date.parse(second(60)) + UNDO_MS))
  expect(back).toMatchObject({ ok: true, value: { status: 'waiting', callCount: 0, calledAt: null, before: null } })
  expect(stepTakenBack(called, instantFromMs(Date.parse(second(60)) + UNDO_MS + 1))).toMatchObject({ ok: false, error: { code: 'appointments/too-late-to-undo' } })
  expect(back.ok && stepTakenBack(back.value, second(61))).toMatchObject({ ok: false })
})

test('who held a time too long or cancelled leaves it to others; who did not come has let it go by', () => {
  const takes = (overrides: Partial<Appointment>): boolean => takesTime(anAppointment(overrides), second(0))
  expect([takes({}), takes({ status: 'held', heldUntil: second(1) }), takes({ status: 'finished' }), takes({ status: 'missed' })]).toEqual([true, true, true, true])
  expect([takes({ status: 'held', heldUntil: second(0) }), takes({ status: 'cancelled' }), takes({ resourceId: null })]).toEqual([false, false, false])
})

test(`whatever is done, times follow each other, and taking back restores what was before (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 12 }), steps => {
    let appointment = anAppointment()
    for (const [index, step] of steps.entries()) {
      const next = stepped(appointment, step, clerk(1 + (index % 2)), second(index))
      expect(next.ok).toBe(isPossible(step, appointment))
      if (!next.ok) continue
      const now = next.value
      expect(stepTakenBack(next.value, second(index))).toEqual({ ok: true, value: { ...appointment, sequence: now.sequence + (step === 'cancel' ? 1 : 0), before: null, steppedAt: second(index) } })
      const isAtCounter = now.status === 'called' || now.status === 'serving'
      expect(now.waitingSince && now.calledAt && now.status !== 'waiting' ? now.waitingSince <= now.calledAt : true).toBe(true)
      expect(isAtCounter ? now.counterId : 'none').not.toBeNull()
      expect(now.status === 'finished' ? now.endedAt : now.steppedAt).toBe(now.steppedAt)
      appointment = now
    }
  }), { seed, numRuns: 1_000 })
})
