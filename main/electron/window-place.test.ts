import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placeWindow, readPlace, writePlace, type WindowPlace } from './window-place.ts'

const LAPTOP = { x: 0, y: 0, width: 1600, height: 860 }
const SECOND = { x: 1600, y: -200, width: 1920, height: 1080 }
const saved = (x: number, y: number): WindowPlace => ({ x, y, width: 1200, height: 800, isMaximized: false, zoomLevel: 0 })

test.each([
  ['where it was', saved(1800, -100), [LAPTOP, SECOND], { x: 1800, y: -100, width: 1200, height: 800 }],
  ['without the display it was on', saved(1800, -100), [LAPTOP], { width: 1200, height: 800 }],
  ['with its title bar above the display', saved(100, -50), [LAPTOP], { width: 1200, height: 800 }],
  ['with too little of it visible', saved(1500, 100), [LAPTOP], { width: 1200, height: 800 }],
  ['for the first time', undefined, [LAPTOP], { width: 1440, height: 900 }],
  ['smaller than anything fits into', { ...saved(0, 0), width: 50, height: 20 }, [LAPTOP], { x: 0, y: 0, width: 900, height: 600 }],
])('places a window %s', (_name, place, displays, expected) => {
  expect(placeWindow(place, displays)).toEqual(expected)
})

test('remembers the place, and takes nothing from a file that says something else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'place-'))
  const file = join(folder, 'window.json')
  writePlace(file, saved(1, 2))
  const kept = readPlace(file)
  writeFileSync(file, JSON.stringify({ ...saved(1, 2), width: '1200', zoomLevel: 99 }))
  const broken = readPlace(file)
  rmSync(folder, { recursive: true, force: true })
  writePlace(file, saved(1, 2))
  expect([kept, broken, readPlace(file)]).toEqual([saved(1, 2), undefined, undefined])
})
