import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filesOf, inPostalOrder, LETTERS_PER_FILE, pilesOf } from './print-order.ts'
import { aNoticeContent } from './testing.ts'

const to = (number: number, part: Partial<ReturnType<typeof aNoticeContent>['recipient']>) => ({ number, recipient: { ...aNoticeContent().recipient, ...part } })

test('letters lie as the post wants them: by postal code, place, street, number and name, those abroad at the end', () => {
  const pile = [
    to(1, { postalCode: '1010', place: 'Wien', country: 'ÖSTERREICH' }), to(2, { postalCode: '39517', houseNumber: '12' }), to(3, { postalCode: '39517', houseNumber: '9 a' }), to(4, { postalCode: '04103', place: 'Leipzig' }),
    to(5, { postalCode: '39517', houseNumber: '12', name: 'Anton Öser' }), to(6, { postalCode: '39517', street: 'Ackerweg' }), to(7, { postalCode: '00-001', place: 'Warszawa', country: 'POLEN' }),
  ]
  expect(inPostalOrder(pile).map(({ number }) => number)).toEqual([4, 6, 3, 2, 5, 1, 7])
})

test('every letter lies in one pile of one file, in the same order, whatever their number', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 5 * LETTERS_PER_FILE }), count => {
    const letters = Array.from({ length: count }, (_, index) => index)
    const files = filesOf(letters)
    expect(files.flatMap(file => pilesOf(file).flat())).toEqual(letters)
    expect(files.every(file => file.length > 0 && file.length <= LETTERS_PER_FILE)).toBe(true)
  }), { seed: 20_261_123 })
})
