import type { Kysely } from 'kysely'
import { holdsOn, openOn } from '../../../shared/domains/appointments/opening-hours.ts'
import { PlaceId, type TownId } from '../../../shared/ids.ts'
import type { Schema } from '../../store/schema.ts'
import { placeRows } from './place-rows.ts'

/** Whether a department has closed on a day on which it would be open otherwise, at every place it is open; of `fromDay` and later days. */
export async function closedDays(db: Kysely<Schema>, townId: TownId, scope: string, fromDay: string): Promise<(day: string) => boolean> {
  const found = await db.selectFrom('places').select('id').where('town_id', '=', townId).where('scope', '=', scope).where('active', '=', true).execute()
  const places = await Promise.all(found.map(({ id }) => placeRows(db, townId, PlaceId.parse(id))))
  const standing = places.map(({ lines, resources }) => ({ resources, lines: lines.filter(line => !line.isDeleted && (line.toDay === null || line.toDay >= fromDay)) }))
  return day => {
    const usually = standing.filter(({ lines, resources }) => openOn(day, lines.filter(({ kind }) => kind === 'open'), resources).length > 0)
    return usually.length > 0 && usually.every(({ lines, resources }) => lines.some(line => line.kind === 'closed' && holdsOn(line, day)) && openOn(day, lines, resources).length === 0)
  }
}
