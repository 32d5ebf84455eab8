import { expect, test } from 'vitest'
import { nameAndPlace } from './name-and-place.ts'

test('a hit says where somebody lives, unless they stand under secrecy', () => {
  const hit = { id: 'one', applicantName: 'Änne Großkopf', locality: 'Uetz' }
  expect([nameAndPlace(hit, () => false), nameAndPlace(hit, id => id === 'one')]).toEqual(['Änne Großkopf, Uetz', 'Änne Großkopf'])
})
