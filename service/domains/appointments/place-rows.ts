import type { Kysely } from 'kysely'
import type { PlaceId, TownId } from '../../../shared/ids.ts'
import type { Appointment, OpeningHours, Resource } from '../../../shared/domains/appointments/tables.ts'
import { plusDays, type Instant } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'
import { loadRecords } from '../../store/records.ts'

/** Longer than any appointment with the time around it. The index is by the start; without bounds on it, all years of a place would be read. */
export const SLACK_DAYS = 3

/** The opening hours and the counters of a place. */
export async function placeRows(db: Kysely<Schema>, townId: TownId, placeId: PlaceId): Promise<{ readonly lines: readonly OpeningHours[]; readonly resources: readonly Resource[] }> {
  const [lines, resources] = await Promise.all([idsOf(db, 'opening_hours', townId, placeId), idsOf(db, 'resources', townId, placeId)])
  const rows = await loadRecords(db, townId, [...lines.map(id => ({ table: 'opening_hours', id }) as const), ...resources.map(id => ({ table: 'resources', id }) as const)], false)
  return { lines: lines.map(id => rows.get(`opening_hours/${id}`) as OpeningHours), resources: resources.map(id => rows.get(`resources/${id}`) as Resource) }
}

async function idsOf(db: Kysely<Schema>, table: 'opening_hours' | 'resources', townId: TownId, placeId: PlaceId): Promise<readonly string[]> {
  const rows = await db.selectFrom(table).select('id').where('town_id', '=', townId).where('place_id', '=', placeId).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** What takes time at the counters of a place between two moments. */
export async function appointmentsBetween(db: Kysely<Schema>, townId: TownId, placeId: PlaceId, from: Instant, until: Instant | null): Promise<readonly Appointment[]> {
  let query = db.selectFrom('appointments').select('id').where('town_id', '=', townId).where('place_id', '=', placeId)
    .where('resource_id', 'is not', null).where('status', '<>', 'cancelled')
    .where('starts_at', '>', plusDays(from, -SLACK_DAYS)).where('occupied_until', '>', from).orderBy('starts_at').orderBy('id')
  if (until !== null) query = query.where('starts_at', '<', plusDays(until, SLACK_DAYS)).where('occupied_from', '<', until)
  const ids = (await query.execute()).map(({ id }) => id)
  const rows = await loadRecords(db, townId, ids.map(id => ({ table: 'appointments', id }) as const), false)
  return ids.map(id => rows.get(`appointments/${id}`) as Appointment)
}
