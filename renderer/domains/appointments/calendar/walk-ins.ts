import type { ShownAppointment } from '../../../../shared/contract/appointments.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { instantFromMs, msOf } from '../../../../shared/time.ts'
import { stretchOn, type Block } from './blocks.ts'

const AT_THE_COUNTER: readonly ShownAppointment['status'][] = ['called', 'serving', 'finished', 'missed']

/** As blocks are drawn anew only when they are other objects, what has not grown stays the same one. */
const known = new WeakMap<ShownAppointment, Block>()

/** Somebody without a time of their own, from being called until they left; as long as they are there, for as long as they were expected to take. */
export function walkInAt(appointment: ShownAppointment, nowMs: number): Block | undefined {
  const { resourceId, calledAt, endedAt, status, startsAt, endsAt } = appointment
  if (resourceId !== null || calledAt === null || !AT_THE_COUNTER.includes(status)) return undefined
  const expected = msOf(calledAt) + msOf(endsAt) - msOf(startsAt)
  const day = germanDay(calledAt)
  const { from, to } = stretchOn(day, calledAt, endedAt ?? instantFromMs(Math.max(expected, nowMs)))
  const block = { appointment, day, from: Math.floor(from), to: Math.max(Math.floor(from) + 1, Math.ceil(to)) }
  const kept = known.get(appointment)
  if (kept?.to === block.to) return kept
  known.set(appointment, block)
  return block
}
