import type { State } from '../../command.ts'
import { ok, refuse, type Result } from '../../result.ts'
import type { Area, Position } from './area.ts'
import type { Alert, Imprint, Locality } from './tables.ts'

/**
 * What is kept with a message when it is released: it stays as it was said, whatever is set later. A place that nobody can find any
 * more is refused by its name: without it a gateway would warn everybody, or nobody.
 */
export function imprintOf({ content: { areas, topicId }, earlier }: Pick<Alert, 'content' | 'earlier'>, state: State): Result<Imprint> {
  const settings = state.get('alert_settings', 'alerts')
  if (!settings) return refuse('commands/record-missing', { table: 'alert_settings' })
  // A place that was taken out of the settings meanwhile still gets its all-clear: it lies where it lay.
  const known = [...settings.localities, ...earlier.toReversed().flatMap(({ alertId }) => state.get('alerts', alertId)?.released?.places ?? [])]
  const places: Locality[] = []
  for (const area of areas) {
    const place = area.kind === 'locality' ? known.find(({ name }) => name === area.name) : null
    if (place === undefined) return refuse('alerts/place-unknown', { place: area.name })
    if (place) places.push(place)
    else if (isElsewhere(area, settings.localities)) return refuse('alerts/place-elsewhere', { place: area.name })
  }
  const { sender, senderName, regionCode } = settings
  return ok({ sender, senderName, regionCode, topicName: state.get('alert_topics', topicId)?.name.de ?? '', places })
}

/** Nothing that a town warns of lies farther away; latitude and longitude the wrong way round do. */
const FARTHEST_KM = 100
const KM_PER_DEGREE = 111.2

const isElsewhere = (area: Area, localities: readonly Locality[]): boolean =>
  localities.length > 0 && cornersOf(area).some(corner => localities.every(({ centre }) => kilometres(corner, centre) > FARTHEST_KM))

const cornersOf = (area: Area): readonly Position[] => (area.kind === 'polygon' ? area.points : area.kind === 'circle' ? [area.centre] : [])

/** Near enough for what is near: the earth is taken as flat. */
const kilometres = ([latitude, longitude]: Position, [otherLatitude, otherLongitude]: Position): number =>
  Math.hypot(latitude - otherLatitude, (longitude - otherLongitude) * Math.cos((otherLatitude * Math.PI) / 180)) * KM_PER_DEGREE
