import { takesTime } from '../../../shared/domains/appointments/counter-steps.ts'
import { isOpenFor, isStrandedBy } from '../../../shared/domains/appointments/stranded.ts'
import type { Appointment } from '../../../shared/domains/appointments/tables.ts'
import type { Guards, Completion } from '../../commands/context.ts'
import { appointmentsBetween, placeRows } from './place-rows.ts'

/** Somebody is there at that time, and nobody else has it. */
export const timeIsFree: Guards = async (trx, { changes, moment }) => {
  const appointment = booked(changes)
  if (!appointment) return null
  const { townId } = moment.actor
  const { lines, resources } = await placeRows(trx, townId, appointment.placeId)
  if (!isOpenFor(appointment, lines, resources)) return { code: 'appointments/closed-then' }
  const others = await appointmentsBetween(trx, townId, appointment.placeId, appointment.occupiedFrom, appointment.occupiedUntil)
  const isTaken = others.some(other => other.id !== appointment.id && other.resourceId === appointment.resourceId && takesTime(other, moment.now))
  return isTaken ? { code: 'appointments/slot-taken' } : null
}

/** Times that were held too long for somebody who never confirmed are free for whoever books them. */
export const withoutStaleHolds: Completion = async (trx, { changes, moment }) => {
  const appointment = booked(changes)
  if (!appointment) return changes
  const others = await appointmentsBetween(trx, moment.actor.townId, appointment.placeId, appointment.occupiedFrom, appointment.occupiedUntil)
  const stale = others.filter(other => other.resourceId === appointment.resourceId && other.status === 'held' && !takesTime(other, moment.now))
  return [...stale.map(row => ({ table: 'appointments', row: { ...row, status: 'cancelled', endedAt: moment.now } }) as const), ...changes]
}

/** The change strands exactly as many booked appointments as the person has been shown. */
export const strandsAsShown: Guards = async (trx, { changes, input, moment }) => {
  const line = changes.find(change => change.table === 'opening_hours')?.row
  if (!line) return null
  const { townId } = moment.actor
  const { lines, resources } = await placeRows(trx, townId, line.placeId)
  const after = [...lines.filter(({ id }) => id !== line.id), line]
  const ahead = (await appointmentsBetween(trx, townId, line.placeId, moment.now, null)).filter(({ status, startsAt }) => status === 'booked' && startsAt >= moment.now)
  const count = ahead.filter(appointment => isStrandedBy({ before: lines, after, resources }, appointment)).length
  return count === (input as { readonly strands: number }).strands ? null : { code: 'hours/strands-others', facts: { count } }
}

const booked = (changes: Parameters<Guards>[1]['changes']): Appointment | undefined =>
  changes.find(change => change.table === 'appointments' && change.row.resourceId !== null)?.row as Appointment | undefined
