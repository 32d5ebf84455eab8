import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, effectiveWhere, getEffective } from '../../cache/rows.ts'
import { sortKey } from '../../cache/sort-key.ts'

/** All places of this desk with what is offered there. */
export const furnishedPlaces = (db: Database): FurnishedPlace[] =>
  effectiveAll(db, 'places').toSorted(byPosition).map(place => furnished(db, place))

/** One of them; undefined where this desk has none by that id. */
export function furnishedPlace(db: Database, placeId: PlaceId): FurnishedPlace | undefined {
  const place = getEffective(db, 'places', placeId)
  return place && furnished(db, place)
}

function furnished(db: Database, place: FurnishedPlace['place']): FurnishedPlace {
  return {
    place,
    resources: effectiveWhere(db, 'resources', 'place_id', place.id).toSorted(byPosition),
    services: effectiveWhere(db, 'appointment_services', 'place_id', place.id).toSorted((one, other) => one.position - other.position || compare(sortKey(one.title), sortKey(other.title))),
    lines: effectiveWhere(db, 'opening_hours', 'place_id', place.id).filter(({ isDeleted }) => !isDeleted)
      .toSorted((one, other) => compare(one.fromDay, other.fromDay) || compare(one.startTime, other.startTime) || compare(one.id, other.id)),
  }
}

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)

const byPosition = (one: { readonly position: number; readonly name: string }, other: { readonly position: number; readonly name: string }): number =>
  one.position - other.position || compare(sortKey(one.name), sortKey(other.name))
