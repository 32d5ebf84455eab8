import type { RefusedMove } from '../../../../shared/contract/appointments.ts'
import { timesAt } from '../../../../shared/domains/appointments/booking.ts'
import { move } from '../../../../shared/domains/appointments/booking-commands.ts'
import { takesTime } from '../../../../shared/domains/appointments/counter-steps.ts'
import { nextTimeFor } from '../../../../shared/domains/appointments/stranded.ts'
import { CommandId, type PlaceId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'
import { appointmentById, appointmentsFrom } from './appointment-rows.ts'
import { furnishedPlace } from './places.ts'

interface Refused {
  readonly id: string
  /** Both are missing where the command was taken over from a cache of another version. */
  readonly code: RefusedMove['code'] | null
  readonly facts: string | null
  readonly envelope: string
}

/** Appointments of a place that the service would not move, each with the free time that is nearest to the one that was wanted. */
export function refusedMovesOf(db: Database, placeId: PlaceId, nowMs: number): RefusedMove[] {
  const rows = statement(db, `SELECT id, code, facts, envelope FROM outbox WHERE state = 'attention' AND name = ? ORDER BY sequence DESC`).all(move.name) as Refused[]
  const told = new Set<string>()
  return rows.flatMap(row => {
    const found = refusedMove(db, placeId, row, nowMs)
    // Of several for one appointment, the last says what is wanted.
    if (!found || told.has(found.appointment.id)) return []
    told.add(found.appointment.id)
    return [found]
  })
}

function refusedMove(db: Database, placeId: PlaceId, { id, code, facts, envelope }: Refused, nowMs: number): RefusedMove | undefined {
  const wanted = move.input.safeParse((JSON.parse(envelope) as { readonly input: unknown }).input)
  // Made by another version of the program; it still stands among what needs a person.
  if (!wanted.success) return undefined
  const { appointmentId, resourceId, startsAt, minutes } = wanted.data
  const [appointment, here] = [appointmentById(db, appointmentId), furnishedPlace(db, placeId)]
  const counter = here?.resources.find(one => one.id === resourceId)
  if (!here || !counter || appointment?.placeId !== placeId) return undefined
  const times = timesAt(counter, startsAt, minutes)
  const now = instantFromMs(nowMs)
  const occupied = appointmentsFrom(db, placeId, now)
    .flatMap(other => (other.id !== appointmentId && other.resourceId !== null && takesTime(other, now) ? [{ resourceId: other.resourceId, from: other.occupiedFrom, until: other.occupiedUntil }] : []))
  const next = appointment.status === 'booked' ? nextTimeFor({ ...appointment, ...times, resourceId }, { lines: here.lines, resources: here.resources, occupied }, now) : null
  return {
    commandId: CommandId.parse(id), code: code ?? 'request/unexpected', facts: JSON.parse(facts ?? '{}') as RefusedMove['facts'], appointment, wanted: { startsAt, resourceId },
    next: next && { startsAt: next.slot.startsAt, endsAt: next.slot.endsAt, resourceId: next.resourceId },
  }
}
