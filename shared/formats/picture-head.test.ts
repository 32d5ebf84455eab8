import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOfBase64 } from './base64.ts'
import { pictureHead } from './picture-head.ts'

/** One white point, grey without anything shining through. */
const GREY = bytesOfBase64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAG7buVgAAAABJRU5ErkJggg==')
/** One point that cannot be seen. */
const CLEAR = bytesOfBase64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==')

const jpeg = (frame: number, colours: number): Uint8Array =>
  Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, frame, 0, 11, 8, 0, 40, 1, 44, colours, 1, 0x11, 0, 0xff, 0xda, 0, 2, 0xff, 0xd9)

test('pictures tell their size and whether something shines through', () => {
  expect(pictureHead(GREY)).toEqual({ kind: 'png', width: 1, height: 1, isOpaque: true })
  expect(pictureHead(CLEAR)).toEqual({ kind: 'png', width: 1, height: 1, isOpaque: false })
  expect([0xc0, 0xc2].map(frame => pictureHead(jpeg(frame, 3)))).toEqual([0, 1].map(() => ({ kind: 'jpeg', width: 300, height: 40, isOpaque: true })))
})

test('what is cut off, for printing presses or no picture at all is none', () => {
  expect(pictureHead(GREY.subarray(0, -4))).toBeUndefined()
  expect(pictureHead(jpeg(0xc0, 4))).toBeUndefined()
  expect(pictureHead(jpeg(0xc0, 3).subarray(0, -1))).toBeUndefined()
  expect(pictureHead(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined()
})

test('whatever the bytes are, they are read to an end', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, isPng) => {
    expect(() => pictureHead(Uint8Array.of(...(isPng ? GREY.subarray(0, 8) : [0xff, 0xd8]), ...bytes, 0xff, 0xd9))).not.toThrow()
  }))
})

test('base64 is read as other programs write it', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), bytes => {
    expect(bytesOfBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
  }))
  expect(() => bytesOfBase64('a-b_')).toThrow('no base64')
})
