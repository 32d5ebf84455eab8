import { expect, test } from 'vitest'
import { aTownsSettings } from '../../../../shared/domains/alerts/testing.ts'
import { townMap } from './map-shapes.ts'

const { localities } = aTownsSettings()

test('north is up and east is right', () => {
  const places = townMap(localities, [])?.places ?? []
  const [town, village] = places
  expect(town && village && [village.x > town.x, village.y > town.y]).toEqual([true, true])
})

test('a locality is drawn as far as it reaches, and all of it lies on the map', () => {
  const map = townMap(localities, [{ kind: 'locality', name: 'Tangerhütte' }])
  const [shape] = map?.shapes ?? []
  expect(shape).toMatchObject({ kind: 'round', name: 'Tangerhütte' })
  if (!map || shape?.kind !== 'round') throw new Error('no shape')
  expect(shape.radius).toBeGreaterThan(20)
  expect([shape.x - shape.radius, shape.y - shape.radius, map.width - shape.x - shape.radius, map.height - shape.y - shape.radius].every(room => room >= 0)).toBe(true)
})

test('a shape from a file far away widens the map', () => {
  const points = [[52.4, 12.8], [52.4, 12.9], [52.5, 12.9], [52.4, 12.8]] as const
  const map = townMap(localities, [{ kind: 'polygon', name: 'Park', points: points.map(([latitude, longitude]) => [latitude, longitude] as const) }])
  expect(map?.shapes).toMatchObject([{ kind: 'outline', name: 'Park' }])
  expect(map?.places.every(({ x, y }) => x >= 0 && x <= map.width && y >= 0 && y <= map.height)).toBe(true)
})

test('a locality that the town does not have any more, and nothing at all, are no map', () => {
  expect(townMap([], [{ kind: 'locality', name: 'Fort' }])).toBeUndefined()
  expect(townMap([], [])).toBeUndefined()
})

test('a circle alone makes a map', () => {
  expect(townMap([], [{ kind: 'circle', name: 'Fundort', centre: [52.43, 11.8], radiusKm: 0.5 }])?.shapes).toHaveLength(1)
})
