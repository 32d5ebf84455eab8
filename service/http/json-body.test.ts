import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from './json-body.ts'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

test.each([
  ['too deep', nested(41)],
  ['far too deep', nested(10_000)],
  ['too deep behind a text with brackets and quotes', `{"a":"]}\\"[","b":${nested(40)}}`],
  ['an unclosed text', '{"a":"'],
  ['NUL in a text', '{"a":"\\u0000"}'],
  ['NUL in a key', '{"\\u0000":1}'],
  ['half a surrogate pair', '{"a":"\\ud800"}'],
  ['a key that reaches prototypes', '{"__proto__":{"isAdmin":true}}'],
  ['the same, escaped', '{"\\u005f_proto__":1}'],
  ['a number beyond all numbers', '{"a":1e400}'],
  ['NaN', '{"a":NaN}'],
  ['nothing', ''],
])('refuses %s', (_, text) => {
  expect(readJson(text)).toMatchObject({ ok: false, error: { code: 'request/invalid' } })
})

test('brackets inside of texts count for nothing', () => {
  expect(readJson(JSON.stringify({ a: '['.repeat(5_000), b: '\\"[[[' }))).toMatchObject({ ok: true })
})

test('takes every JSON value of moderate depth as it is', () => {
  fc.assert(fc.property(fc.json({ maxDepth: 8, stringUnit: 'grapheme' }), text => {
    const plain: unknown = JSON.parse(text)
    if (/"(__proto__|constructor|prototype)"|\\u0000/.test(text)) return
    expect(readJson(text)).toEqual({ ok: true, value: plain })
  }))
})
