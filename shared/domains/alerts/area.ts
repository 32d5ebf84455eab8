import * as z from 'zod'

/** `[latitude, longitude]` in degrees (WGS 84), the order in which CAP writes them; GeoJSON has them the other way round. */
export const Position = z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).readonly()
export type Position = z.infer<typeof Position>

/** As many corners as the federal channels take. */
export const MOST_POINTS = 250

/** Where a message holds: a locality by its name, a shape that was read in, or all within some distance of a point. */
export const Area = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('locality'), name: z.string().min(1).max(80) }),
  z.object({ kind: z.literal('polygon'), name: z.string().min(1).max(80), points: z.array(Position).max(5_000).readonly() }),
  z.object({ kind: z.literal('circle'), name: z.string().min(1).max(80), centre: Position, radiusKm: z.number() }),
])
export type Area = Readonly<z.infer<typeof Area>>

export type AreaProblem = 'area-missing' | 'area-twice' | 'polygon-too-few' | 'polygon-open' | 'polygon-too-many' | 'polygon-flat' | 'polygon-crosses' | 'radius-wrong'

/** Ten metres: anything smaller is a slip, and lost where places are written with five digits. */
export const SMALLEST_RADIUS_KM = 0.01
export const LARGEST_RADIUS_KM = 100

/** What is wrong with an area; nothing of it is mended silently, because a wrong area warns the wrong people. */
export function problemsOfArea(area: Area): readonly AreaProblem[] {
  if (area.kind === 'locality') return []
  if (area.kind === 'circle') return area.radiusKm >= SMALLEST_RADIUS_KM && area.radiusKm <= LARGEST_RADIUS_KM ? [] : ['radius-wrong']
  const { points } = area
  if (points.length < 4) return ['polygon-too-few']
  if (points.length > MOST_POINTS) return ['polygon-too-many']
  if (!isSame(points[0], points.at(-1))) return ['polygon-open']
  if (Math.abs(doubledSurface(points)) < 1e-9) return ['polygon-flat']
  return crossesItself(points) ? ['polygon-crosses'] : []
}

/** The same for all areas of a message. */
export function problemsOfAreas(areas: readonly Area[]): readonly AreaProblem[] {
  if (areas.length === 0) return ['area-missing']
  const names = areas.map(({ kind, name }) => `${kind} ${name}`)
  return [...new Set([...(new Set(names).size < names.length ? ['area-twice' as const] : []), ...areas.flatMap(problemsOfArea)])]
}

const isSame = (one: Position | undefined, other: Position | undefined): boolean => one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1]

/** Twice the signed surface in square degrees: zero for a line. */
const doubledSurface = (points: readonly Position[]): number =>
  points.slice(1).reduce((sum, [latitude, longitude], index) => {
    const [beforeLatitude, beforeLongitude] = points[index] ?? [latitude, longitude]
    return sum + beforeLongitude * latitude - longitude * beforeLatitude
  }, 0)

/** Whether two sides that do not follow each other meet. At most 250 points, so each pair is tried. */
function crossesItself(points: readonly Position[]): boolean {
  const sides = points.slice(1).map((end, index): readonly [Position, Position] => [points[index] ?? end, end])
  return sides.some((side, index) => sides.some((other, place) => place > index + 1 && !(index === 0 && place === sides.length - 1) && meet(side, other)))
}

function meet([a, b]: readonly [Position, Position], [c, d]: readonly [Position, Position]): boolean {
  const turns = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)] as const
  if (turns[0] !== turns[1] && turns[2] !== turns[3]) return true
  return (turns[0] === 0 && isWithin(a, b, c)) || (turns[1] === 0 && isWithin(a, b, d)) || (turns[2] === 0 && isWithin(c, d, a)) || (turns[3] === 0 && isWithin(c, d, b))
}

const turn = (a: Position, b: Position, c: Position): number => Math.sign((b[1] - a[1]) * (c[0] - a[0]) - (b[0] - a[0]) * (c[1] - a[1]))

const isWithin = (a: Position, b: Position, point: Position): boolean =>
  Math.min(a[0], b[0]) <= point[0] && point[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= point[1] && point[1] <= Math.max(a[1], b[1])
