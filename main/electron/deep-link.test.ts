import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, applicationAmong, applicationIn } from './deep-link.ts'
import { isStartPage } from './addresses.ts'

const ID = '0199f3a2-5b1c-7d3e-8f4a-1b2c3d4e5f60'

test.each([
  [`rathaus://application/${ID}`], [`rathaus://application/${ID}/`], [`RATHAUS://APPLICATION/${ID.toUpperCase()}`],
])('leads to the case: %s', link => {
  expect(applicationIn(link)).toBe(ID)
})

test.each([
  '', 'rathaus:', `rathaus:application/${ID}`, `rathaus://applications/${ID}`, `rathaus://application/${ID}x`, `rathaus://application/${ID}?a=b`,
  `rathaus://application/${ID}#a`, `rathaus://application/${ID}/approve`, `rathaus://application/../${ID}`, `rathaus://application//${ID}`,
  `rathaus://user@application/${ID}`, `rathaus://application:80/${ID}`, ` rathaus://application/${ID}`, `rathaus://application/${ID}\n`,
  `rathaus://application/${ID}\u0000`, `rathaus://application/${ID} --remote-debugging-port=1`, `https://application/${ID}`,
  'rathaus://application/00000000-0000-0000-0000-00000000000g', `rathaus://application/%30${ID.slice(1)}`,
])('leads nowhere: %j', link => {
  expect(applicationIn(link)).toBeUndefined()
})

test('whatever is typed leads to a case by its exact form or nowhere', () => {
  const near = fc.tuple(fc.constantFrom('rathaus://application/', 'rathaus:', 'rathaus://', '--', ''), fc.oneof(fc.string({ unit: 'binary' }), fc.uuid(), fc.webUrl()), fc.string())
  fc.assert(fc.property(near, ([start, middle, end]) => {
    const id = applicationIn(start + middle + end)
    if (id === undefined) return
    expect((start + middle + end).toLowerCase().replace(/\/$/, '')).toBe(`rathaus://application/${id}`)
    expect(isStartPage(addressOf(id))).toBe(true)
  }), { numRuns: 10_000 })
})

test('among arguments, one link is followed and two are not', () => {
  const link = `rathaus://application/${ID}`
  expect(applicationAmong(['--flag', link])).toBe(ID)
  expect(applicationAmong(['--allow-file-access', link, 'rathaus://other'])).toBeUndefined()
  expect(applicationAmong(['.'])).toBeUndefined()
})
