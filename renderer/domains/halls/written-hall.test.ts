import { expect, test } from 'vitest'
import { aHall } from '../../../shared/domains/halls/testing.ts'
import { centsOf, writtenCents } from '../../ui/money.ts'
import { contentOf, EMPTY_PRICE, writtenHall } from './written-hall.ts'

const read = (text: string): number | null | undefined => centsOf(text, 'de')
const written = writtenHall(aHall(), cents => writtenCents(cents, 'de'))

test('a house comes out of the fields as it went in', () => {
  const { id: _id, scope: _scope, version: _version, ...content } = aHall()
  expect(contentOf(written, content.position, read)).toEqual(content)
})

test.each([
  ['a name', { name: ' ' }], ['a capacity', { capacity: 'viele' }], ['an amount', { deposit: '12,345' }], ['a price', { prices: [EMPTY_PRICE] }],
])('without %s it is no house yet', (_what, changed) => {
  expect(contentOf({ ...written, ...changed }, 1, read)).toBeUndefined()
})

test('a new house begins with nothing but usual times', () => {
  expect(contentOf({ ...writtenHall(undefined, cents => writtenCents(cents, 'de')), name: 'Haus', locality: 'Uetz', capacity: '30' }, 4, read)).toMatchObject({ minutesBefore: 60, depositCents: 0, prices: [], active: true })
})
