import { sql, type Kysely } from 'kysely'
import { nextFreeDays } from '../../../../shared/domains/halls/free-days.ts'
import { holdsTime, overlap } from '../../../../shared/domains/halls/hall-steps.ts'
import { requestedBookings } from '../../../../shared/domains/halls/request-command.ts'
import type { Hall, HallBooking } from '../../../../shared/domains/halls/tables.ts'
import { germanDay, plusMonths } from '../../../../shared/german-days.ts'
import { derivedUuid, type TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import type { HallAsked } from '../../../../shared/wire/public-halls.ts'
import type { Schema } from '../../../store/schema.ts'
import { LOOKED_AT_DAYS, MOST_OFFERED, written } from '../guard-hall.ts'
import { bookingsOfHall } from '../hall-rows.ts'

/** Requests somebody may have open at once, so that nobody asks for every weekend of a summer. */
const MOST_OPEN = 3
/** A house is asked for online so far ahead. */
export const MONTHS_AHEAD = 18

export interface Judging {
  readonly hall: Hall
  readonly asked: HallAsked
  /** Makes the same request under the same key. */
  readonly source: string
  readonly now: Instant
}

/** The request as it would be kept; refused where it cannot be made, with the next days on which it could. */
export async function judgedRequest(db: Kysely<Schema>, townId: TownId, { hall, asked, source, now }: Judging): Promise<Result<HallBooking>> {
  const { startsAt, endsAt, purpose, persons, note } = asked
  const tenant = trimmed(asked.tenant)
  if (!isReachable(tenant)) return refuse('halls/contact-missing')
  const made = requestedBookings(hall, {
    wish: { purpose, persons, note, tenant }, times: [{ startsAt, endsAt }], channel: 'portal', requestedAt: now, requestedByName: null, newId: label => derivedUuid(source, label),
  })
  if (!made.ok) return made
  const [booking] = made.value
  if (!booking || startsAt <= now) return refuse('halls/in-the-past')
  const latest = plusMonths(germanDay(now), MONTHS_AHEAD)
  if (germanDay(endsAt) > latest) return refuse('halls/too-far-ahead', { latest: written(latest) })
  if ((await openRequests(db, townId, booking, now)) >= MOST_OPEN) return refuse('halls/too-many-open', { most: MOST_OPEN })
  const others = await bookingsOfHall(db, townId, hall.id, booking.occupiedFrom, plusDays(booking.occupiedUntil, LOOKED_AT_DAYS))
  return others.some(other => holdsTime(other) && overlap(booking, other)) ? notFree(booking, others) : ok(booking)
}

/** `freeDays` are for machines, `free` for the sentence. */
function notFree(booking: HallBooking, others: readonly HallBooking[]): Result<never> {
  const days = nextFreeDays(booking, germanDay(booking.startsAt), others, MOST_OFFERED)
  return refuse('halls/not-free', { free: days.map(written).join(', ') || '–', freeDays: days.join(' ') })
}

type Tenant = HallBooking['tenant']

const trimmed = (tenant: Tenant): Tenant => ({
  ...tenant, street: tenant.street.trim(), postalCode: tenant.postalCode.trim(), place: tenant.place.trim(), email: tenant.email?.trim() || null, phone: tenant.phone?.trim() || null,
})

const isReachable = ({ street, postalCode, place, email, phone }: Tenant): boolean => Boolean(street && postalCode && place && (email ?? phone))

/** What whoever is reached by this address, or without one by this number, has asked for and nobody has decided. */
async function openRequests(db: Kysely<Schema>, townId: TownId, { tenant: { email, phone } }: HallBooking, now: Instant): Promise<number> {
  const reached = email === null
    ? sql<boolean>`tenant->>'email' is null and regexp_replace(tenant->>'phone', '\\D', '', 'g') = ${(phone ?? '').replaceAll(/\D/g, '')}`
    : sql<boolean>`lower(tenant->>'email') = lower(${email})`
  const rows = await db.selectFrom('hall_bookings').select('id').where('town_id', '=', townId).where('status', '=', 'requested').where('starts_at', '>', now).where(reached).execute()
  return rows.length
}
