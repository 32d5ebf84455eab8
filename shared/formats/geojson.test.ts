import { expect, test } from 'vitest'
import { readGeoJson } from './geojson.ts'

const RING = [[11.8, 52.4], [11.9, 52.4], [11.9, 52.5], [11.8, 52.4]]
const POINTS = [[52.4, 11.8], [52.4, 11.9], [52.5, 11.9], [52.4, 11.8]]
const polygon = { type: 'Polygon', coordinates: [RING] }

test.each([
  ['a bare shape', polygon, ['']],
  ['a feature with its name', { type: 'Feature', geometry: polygon, properties: { name: ' Bahndamm ' } }, ['Bahndamm']],
  ['several features', { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon, properties: null }, { type: 'Feature', geometry: polygon, properties: { NAME: 'Park' } }] }, ['', 'Park']],
  ['several parts', { type: 'MultiPolygon', coordinates: [[RING], [RING]] }, ['', '']],
  ['heights beside', { type: 'Polygon', coordinates: [RING.map(point => [...point, 33])] }, ['']],
])('%s is read with latitude first', (_name, file, names) => {
  expect(readGeoJson(JSON.stringify(file))).toEqual({ ok: true, value: names.map(name => ({ name, points: POINTS })) })
})

test.each([
  ['half a file', '{"type":"Polygon","coord', 'no-json'],
  ['a point', JSON.stringify({ type: 'Point', coordinates: [11, 52] }), 'no-shape'],
  ['latitude and longitude of another system', JSON.stringify({ type: 'Polygon', coordinates: [[[4_400_000, 5_800_000]]] }), 'no-shape'],
  ['latitude and longitude the wrong way round', JSON.stringify({ type: 'Polygon', coordinates: [[[52.4, 111.8], [52.5, 111.8], [52.5, 111.9], [52.4, 111.8]]] }), 'no-shape'],
  ['no coordinates', JSON.stringify({ type: 'Polygon' }), 'no-shape'],
  ['an empty collection', JSON.stringify({ type: 'FeatureCollection', features: [] }), 'no-shape'],
  ['a hole', JSON.stringify({ type: 'Polygon', coordinates: [RING, RING] }), 'hole'],
  ['a list', '[]', 'no-shape'],
])('%s is refused with the reason', (_name, text, problem) => {
  expect(readGeoJson(text)).toEqual({ ok: false, error: problem })
})
