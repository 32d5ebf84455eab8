import { expect, test } from 'vitest'
import type { Area } from '../../../../shared/domains/alerts/area.ts'
import { problemsOfAreas } from '../../../../shared/domains/alerts/area.ts'
import { moreAreas } from './more-areas.ts'

const shape = (name: string, east: number): Area => ({ kind: 'polygon', name, points: [[52.4, east], [52.4, east + 0.1], [52.5, east + 0.1], [52.4, east]] })
const circle = (radiusKm: number): Area => ({ kind: 'circle', name: 'Tangerhütte', centre: [52.43, 11.8], radiusKm })

test('a file that calls all its shapes the same gives areas that can be told apart, and read once more it adds nothing', () => {
  const file = [shape('Rauch', 11.7), shape('Rauch', 11.8), shape('Rauch', 11.9)]
  const areas = moreAreas([], file)
  expect(areas.map(({ name }) => name)).toEqual(['Rauch', 'Rauch 2', 'Rauch 3'])
  expect(problemsOfAreas(areas)).toEqual([])
  expect(moreAreas(areas, file)).toEqual(areas)
})

test('a circle drawn anew takes the place of the one before; a locality of its name is another area', () => {
  expect(moreAreas([circle(1), { kind: 'locality', name: 'Tangerhütte' }], [circle(3)])).toEqual([circle(3), { kind: 'locality', name: 'Tangerhütte' }])
  expect(moreAreas([{ kind: 'locality', name: 'Uetz' }], [{ kind: 'locality', name: 'Uetz' }, circle(1)])).toEqual([{ kind: 'locality', name: 'Uetz' }, circle(1)])
})
