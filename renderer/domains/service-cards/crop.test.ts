import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstCrop, heightOf, isLargeEnough, resized, within } from './crop.ts'

const PHOTO = { width: 350, height: 450 }
const picture = fc.record({ width: fc.integer({ min: 350, max: 6_000 }), height: fc.integer({ min: 450, max: 6_000 }) })

test('of a wide picture the middle is proposed in full height, of a high one more of its upper part', () => {
  expect(firstCrop({ width: 1_400, height: 900 }, PHOTO)).toEqual({ x: 350, y: 0, width: 700 })
  expect(firstCrop({ width: 700, height: 1_500 }, PHOTO)).toEqual({ x: 0, y: 200, width: 700 })
  expect([isLargeEnough({ width: 350, height: 450 }, PHOTO), isLargeEnough({ width: 2_000, height: 449 }, PHOTO)]).toEqual([true, false])
})

test('whatever is dragged and turned, the section lies in the picture and has the pixels of a photo at least', () => {
  fc.assert(fc.property(picture, fc.array(fc.tuple(fc.integer({ min: -9_000, max: 9_000 }), fc.integer({ min: -9_000, max: 9_000 }), fc.integer({ min: 1, max: 9_000 })), { maxLength: 6 }), (size, moves) => {
    let crop = firstCrop(size, PHOTO)
    for (const [x, y, width] of moves) crop = within(size, PHOTO, { ...resized(size, PHOTO, crop, width), x: crop.x + x, y: crop.y + y })
    expect(crop.x >= 0 && crop.y >= 0 && crop.width >= PHOTO.width - 1e-6).toBe(true)
    expect(crop.x + crop.width <= size.width + 1e-6 && crop.y + heightOf(crop.width, PHOTO) <= size.height + 1e-6).toBe(true)
  }))
})
