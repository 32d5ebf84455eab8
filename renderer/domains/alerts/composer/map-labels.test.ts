import { expect, test } from 'vitest'
import { labelsOf } from './map-labels.ts'

const place = (name: string, x: number, y: number) => ({ name, x, y })
const on = (places: ReturnType<typeof place>[], ...chosen: string[]) => labelsOf({ places, width: 400, height: 300 }, name => chosen.includes(name))

test('a name stands to the right of its place, and on the left where the map ends', () => {
  expect(on([place('Uetz', 100, 100), place('Grieben', 390, 200)])).toEqual([{ name: 'Uetz', x: 107, y: 104, anchor: 'start' }, { name: 'Grieben', x: 383, y: 204, anchor: 'end' }])
})

test('names that would lie on each other move aside, and one without any room gives way to those that were chosen', () => {
  const close = [place('Windberge', 100, 100), place('Lüderitz', 112, 104), place('Hüselitz', 106, 97), place('Demker', 104, 106), place('Uetz', 108, 101)]
  const labels = on(close, 'Uetz')
  expect(labels[0]).toMatchObject({ name: 'Uetz' })
  expect(labels.length).toBeLessThan(close.length)
  expect(new Set(labels.map(({ x, y }) => `${x} ${y}`)).size).toBe(labels.length)
})
