import type { Transaction } from 'kysely'
import type { Change, Moment } from '../../../shared/command.ts'
import { takesTime } from '../../../shared/domains/appointments/counter-steps.ts'
import { isOpenFor, isStrandedBy } from '../../../shared/domains/appointments/stranded.ts'
import type { Appointment } from '../../../shared/domains/appointments/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Refusal } from '../../../shared/result.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Guards, Completion } from '../../commands/context.ts'
import type { Schema } from '../../store/schema.ts'
import { appointmentsBetween, placeRows } from './place-rows.ts'

/** Why nobody can have an appointment at its time; null where somebody is there and nobody else has it. */
export async function problemOfTime(trx: Transaction<Schema>, townId: TownId, appointment: Appointment, now: Instant): Promise<Refusal | null> {
  const { lines, resources } = await placeRows(trx, townId, appointment.placeId)
  if (!isOpenFor(appointment, lines, resources)) return { code: 'appointments/closed-then' }
  const others = await atSameTime(trx, townId, appointment)
  return others.some(other => takesTime(other, now)) ? { code: 'appointments/slot-taken' } : null
}

/** What was held too long for somebody who never confirmed, and is in the way of an appointment: given up. */
export async function staleHoldsUnder(trx: Transaction<Schema>, townId: TownId, appointment: Appointment, now: Instant): Promise<readonly Change[]> {
  const others = await atSameTime(trx, townId, appointment)
  return others
    .filter(other => other.status === 'held' && !takesTime(other, now))
    .map(row => ({ table: 'appointments', row: { ...row, status: 'cancelled', endedAt: now } }))
}

async function atSameTime(trx: Transaction<Schema>, townId: TownId, { id, placeId, resourceId, occupiedFrom, occupiedUntil }: Appointment): Promise<readonly Appointment[]> {
  const others = await appointmentsBetween(trx, townId, placeId, occupiedFrom, occupiedUntil)
  return others.filter(other => other.id !== id && other.resourceId === resourceId)
}

/** Somebody is there at that time, and nobody else has it. */
export const timeIsFree: Guards = async (trx, { changes, moment }) => {
  const appointment = booked(changes)
  return appointment ? problemOfTime(trx, moment.actor.townId, appointment, moment.now) : null
}

/** Times that were held too long for somebody who never confirmed are free for whoever books them. */
export const withoutStaleHolds: Completion = async (trx, { changes, moment }) => {
  const appointment = booked(changes)
  return appointment ? [...(await staleHoldsUnder(trx, moment.actor.townId, appointment, moment.now)), ...changes] : changes
}

/** The change strands exactly as many booked appointments as the person has been shown. */
export const strandsAsShown: Guards = async (trx, { changes, input, moment }) => {
  const count = await strandedByChange(trx, changes, moment)
  return count === null || count === (input as { readonly strands: number }).strands ? null : { code: 'hours/strands-others', facts: { count } }
}

/** Where a change strands people whatever the person was shown, the history tells how many these were. */
export const withStrandedCounted: Completion = async (trx, { changes, moment }) => {
  const count = await strandedByChange(trx, changes, moment)
  return changes.map(change => (change.table === 'hours_changes' && count !== null ? { table: 'hours_changes', row: { ...change.row, stranded: count } } : change))
}

/** How many booked appointments lie outside of the opening hours by a change; null where it changes none. */
async function strandedByChange(trx: Transaction<Schema>, changes: readonly Change[], { actor: { townId }, now }: Pick<Moment, 'actor' | 'now'>): Promise<number | null> {
  const set = changes.flatMap(change => (change.table === 'opening_hours' ? [change.row] : []))
  const placeId = set[0]?.placeId
  if (placeId === undefined) return null
  const { lines, resources } = await placeRows(trx, townId, placeId)
  const after = [...lines.filter(({ id }) => !set.some(line => line.id === id)), ...set]
  const ahead = (await appointmentsBetween(trx, townId, placeId, now, null)).filter(({ status, startsAt }) => status === 'booked' && startsAt >= now)
  return ahead.filter(appointment => isStrandedBy({ before: lines, after, resources }, appointment)).length
}

const booked = (changes: Parameters<Guards>[1]['changes']): Appointment | undefined =>
  changes.find(change => change.table === 'appointments' && change.row.resourceId !== null)?.row as Appointment | undefined
