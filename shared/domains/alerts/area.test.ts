import { expect, test } from 'vitest'
import { problemsOfArea, problemsOfAreas, type Position } from './area.ts'

const polygon = (...points: readonly Position[]) => ({ kind: 'polygon', name: 'Bahn', points: [...points] }) as const
const SQUARE: readonly Position[] = [[52.4, 11.8], [52.4, 11.9], [52.5, 11.9], [52.5, 11.8], [52.4, 11.8]]

test('a closed shape is right, however it runs round', () => {
  expect(problemsOfArea(polygon(...SQUARE))).toEqual([])
  expect(problemsOfArea(polygon(...SQUARE.toReversed()))).toEqual([])
})

test.each([
  ['three corners and not closed', [[52.4, 11.8], [52.4, 11.9], [52.5, 11.9]], 'polygon-too-few'],
  ['open', SQUARE.slice(0, -1), 'polygon-open'],
  ['a line there and back', [[52.4, 11.8], [52.5, 11.9], [52.6, 12], [52.4, 11.8]], 'polygon-flat'],
  ['a bow tie', [[52.4, 11.8], [52.5, 11.9], [52.4, 11.9], [52.5, 11.8], [52.4, 11.8]], 'polygon-flat'],
  ['a bow tie of two sizes', [[52.4, 11.8], [52.5, 11.9], [52.4, 11.9], [52.48, 11.8], [52.4, 11.8]], 'polygon-crosses'],
  ['too many corners', [...Array.from({ length: 250 }, (_, index): Position => [52 + Math.sin(index / 40), 11 + Math.cos(index / 40)]), [52, 12]], 'polygon-too-many'],
] as const)('a shape with %s is refused', (_name, points, problem) => {
  expect(problemsOfArea(polygon(...points))).toEqual([problem])
})

test('a circle has a size', () => {
  const circle = (radiusKm: number) => ({ kind: 'circle', name: 'Werk', centre: [52.4, 11.8] as Position, radiusKm }) as const
  expect([0, -1, 100.1, Number.NaN].map(radius => problemsOfArea(circle(radius)))).toEqual(Array.from({ length: 4 }, () => ['radius-wrong']))
  expect(problemsOfArea(circle(2.5))).toEqual([])
})

test('a message without an area, or with one twice, is refused', () => {
  const uchtdorf = { kind: 'locality', name: 'Uchtdorf' } as const
  expect(problemsOfAreas([])).toEqual(['area-missing'])
  expect(problemsOfAreas([uchtdorf, uchtdorf])).toEqual(['area-twice'])
  expect(problemsOfAreas([uchtdorf, { kind: 'locality', name: 'Uetz' }])).toEqual([])
})
