import { expect, test } from 'vitest'
import { readRegionCode } from './region-code.ts'

test('a key says state and county, and whether it is that of a town', () => {
  expect(readRegionCode('150900546546')).toEqual({ state: 'Sachsen-Anhalt', county: '15090', isWholeCounty: false })
  expect(readRegionCode('150900000000')?.isWholeCounty).toBe(true)
  expect(readRegionCode('010510044044')?.state).toBe('Schleswig-Holstein')
})

test('what cannot be one is none: too short, a state that there is not, no county', () => {
  expect(['15090054654', '1509005465460', '170900546546', '000000000000', '150000546546', '15090054654x', ''].map(readRegionCode)).toEqual(Array(7).fill(undefined))
})
