import type { Area, Position } from '../../../../shared/domains/alerts/area.ts'
import type { Locality } from '../../../../shared/domains/alerts/tables.ts'

/** One shape on the map, in units of its drawing. */
export type MapShape =
  | { readonly kind: 'round'; readonly name: string; readonly x: number; readonly y: number; readonly radius: number }
  | { readonly kind: 'outline'; readonly name: string; readonly x: number; readonly y: number; readonly points: string }

export interface TownMap {
  readonly width: number
  readonly height: number
  /** All localities of the town, for orientation. */
  readonly places: readonly { readonly name: string; readonly x: number; readonly y: number }[]
  /** Where the message holds. */
  readonly shapes: readonly MapShape[]
}

const WIDTH = 400
const TALLEST = 360
const LEAST = 160
const EDGE = 24
/** Kilometres of one degree of latitude. */
const KM_PER_DEGREE = 111.2

/** The town and the areas of a message from above; undefined where nothing of both has a place. */
export function townMap(localities: readonly Locality[], areas: readonly Area[]): TownMap | undefined {
  const placed = areas.flatMap(area => placedArea(area, localities))
  const corners = [...localities.map(({ centre }) => centre), ...placed.flatMap(cornersOf)]
  const [first] = corners
  if (!first) return undefined
  const [south, north] = [Math.min(...corners.map(([latitude]) => latitude)), Math.max(...corners.map(([latitude]) => latitude))]
  const [west, east] = [Math.min(...corners.map(([, longitude]) => longitude)), Math.max(...corners.map(([, longitude]) => longitude))]
  // A degree of longitude is narrower the further north it lies.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min((WIDTH - 2 * EDGE) / Math.max((east - west) * narrow, 0.02), (TALLEST - 2 * EDGE) / Math.max(north - south, 0.02))
  const height = Math.max(LEAST, (north - south) * scale + 2 * EDGE)
  const at = ([latitude, longitude]: Position): { readonly x: number; readonly y: number } => ({
    x: rounded(WIDTH / 2 + (longitude - (west + east) / 2) * narrow * scale), y: rounded(height / 2 - (latitude - (south + north) / 2) * scale),
  })
  return {
    width: WIDTH, height: rounded(height),
    places: localities.map(({ name, centre }) => ({ name, ...at(centre) })),
    shapes: placed.map(area => (area.kind === 'round'
      ? { kind: 'round', name: area.name, ...at(area.centre), radius: rounded((area.radiusKm / KM_PER_DEGREE) * scale) }
      : { kind: 'outline', name: area.name, ...at(area.points[0] ?? first), points: area.points.map(point => Object.values(at(point)).join(',')).join(' ') })),
  }
}

type Placed = { readonly kind: 'round'; readonly name: string; readonly centre: Position; readonly radiusKm: number } | { readonly kind: 'outline'; readonly name: string; readonly points: readonly Position[] }

function placedArea(area: Area, localities: readonly Locality[]): readonly Placed[] {
  if (area.kind === 'polygon') return area.points.length > 0 ? [{ kind: 'outline', name: area.name, points: area.points }] : []
  const round = area.kind === 'circle' ? area : localities.find(({ name }) => name === area.name)
  return round ? [{ kind: 'round', name: area.name, centre: round.centre, radiusKm: round.radiusKm }] : []
}

function cornersOf(area: Placed): readonly Position[] {
  if (area.kind === 'outline') return area.points
  const [latitude, longitude] = area.centre
  const degrees = area.radiusKm / KM_PER_DEGREE
  const aside = degrees / Math.cos((latitude * Math.PI) / 180)
  return [[latitude - degrees, longitude - aside], [latitude + degrees, longitude + aside]]
}

const rounded = (value: number): number => Math.round(value * 10) / 10
