import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlainText } from './plain-text.ts'

const SEED = Number(process.env['SEED'] ?? 20261122)
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/

/** What the platform's own decoder says. */
function isText(bytes: Uint8Array): boolean {
  try {
    return bytes.length > 0 && !CONTROL.test(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return false
  }
}

test(`bytes are text exactly where a strict decoder reads them (seed ${SEED})`, () => {
  const sign = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }).map(text => new TextEncoder().encode(text)), fc.uint8Array({ maxLength: 5 }))
  const bytes = fc.array(sign, { maxLength: 6 }).map(parts => Uint8Array.from(parts.flatMap(part => [...part])))
  fc.assert(fc.property(bytes, some => {
    expect(isPlainText(some)).toBe(isText(some))
  }), { seed: SEED, numRuns: 20_000 })
})

test('scripts and markup are no plain text, whatever stands before them', () => {
  const texts = ['#!/bin/sh', ' \n<!DOCTYPE html>', '<script>', '\ufeff<svg', '<?xml version="1.0"?>', 'Sehr geehrte Frau <script>']
  expect(texts.map(text => isPlainText(new TextEncoder().encode(text)))).toEqual([false, false, false, false, false, true])
})
