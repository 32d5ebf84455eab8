import { expect, test } from 'vitest'
import { createNoticeViews } from './views.ts'

test('that somebody looks at a notice is put down once an hour, at each notice for itself', () => {
  let now = Date.UTC(2026, 10, 23, 8)
  const views = createNoticeViews({ now: () => now })
  expect(views.isDue('one')).toBe(true)
  views.noted('one')
  now += 59 * 60_000
  expect([views.isDue('one'), views.isDue('other')]).toEqual([false, true])
  now += 60_000
  expect(views.isDue('one')).toBe(true)
})
