import * as z from 'zod'
import { ok, type Result } from '../result.ts'

/** Positions in GeoJSON are longitude first (RFC 7946); what is given out here is latitude first. */
const Point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number())
const Ring = z.array(Point).min(1).max(20_000)
const Polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1).max(50) })
const MultiPolygon = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1).max(50)).min(1).max(50) })
const Geometry = z.discriminatedUnion('type', [Polygon, MultiPolygon])
const Feature = z.object({ type: z.literal('Feature'), geometry: Geometry, properties: z.record(z.string(), z.unknown()).nullish() })
const File = z.union([Geometry, Feature, z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature).min(1).max(50) })])

/** One shape of a file: its outer line, closed, and the name that the file gives it; empty where it gives none. */
export interface Shape {
  readonly name: string
  readonly points: readonly (readonly [latitude: number, longitude: number])[]
}

/** Why a file is not taken: no JSON, no shape that encloses something, or one with a hole, which no channel can carry. */
export type GeoJsonProblem = 'no-json' | 'no-shape' | 'hole'

/** The shapes of a GeoJSON file. Nothing is left out or closed silently: a wrong area warns the wrong people. */
export function readGeoJson(text: string): Result<readonly Shape[], GeoJsonProblem> {
  const json = parsed(text)
  if (json === undefined) return { ok: false, error: 'no-json' }
  const file = File.safeParse(json)
  if (!file.success) return { ok: false, error: 'no-shape' }
  const features = file.data.type === 'FeatureCollection' ? file.data.features : [file.data.type === 'Feature' ? file.data : { geometry: file.data, properties: null }]
  const polygons = features.flatMap(({ geometry, properties }) => polygonsOf(geometry).map(rings => ({ name: nameIn(properties), rings })))
  if (polygons.some(({ rings }) => rings.length > 1)) return { ok: false, error: 'hole' }
  return ok(polygons.flatMap(({ name, rings }) => rings.map(ring => ({ name, points: ring.map(([longitude, latitude]) => [latitude, longitude] as const) }))))
}

const polygonsOf = (geometry: z.infer<typeof Geometry>): readonly z.infer<typeof Ring>[][] => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)

function nameIn(properties: Readonly<Record<string, unknown>> | null | undefined): string {
  const name = properties?.['name'] ?? properties?.['Name'] ?? properties?.['NAME']
  return typeof name === 'string' ? name.trim().slice(0, 80) : ''
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
