import { expect, test } from 'vitest'
import { derivedUuid, PersonId } from '../../ids.ts'
import { instantFromMs } from '../../time.ts'
import { sampleOf } from './sample.ts'
import { aNotice, aNoticeContent } from './testing.ts'
import type { Notice } from './tables.ts'

const LEFT_OUT = { at: instantFromMs(0), byPersonId: PersonId.parse(derivedUuid('test/person', 'clerk')), byName: 'Katrin Sommer', reason: 'Doppelt' }

const content = (overrides: Parameters<typeof aNoticeContent>[0]): Partial<Notice> => ({ content: aNoticeContent(overrides) })
const [parcel] = aNoticeContent().parcels

const RUN: readonly Notice[] = [
  ...Array.from({ length: 40 }, (_, index) => aNotice(index + 1)),
  aNotice(41, content({ totalCents: 1 })),
  aNotice(42, content({ totalCents: 900_000 })),
  aNotice(43, content({ recipient: { ...aNoticeContent().recipient, addition: 'c/o Hausverwaltung' } })),
  aNotice(44, content({ parcels: parcel ? [parcel, parcel, parcel] : [] })),
  aNotice(45, { ...content({ totalCents: 999_999 }), leftOut: LEFT_OUT }),
]

test('the extremes are in it, with why, and five others by chance; what was left out is not', () => {
  const sample = sampleOf(RUN, 1)
  expect(sample.filter(({ reasons }) => !reasons.includes('chance')).map(({ notice, reasons }) => [notice.number, reasons])).toEqual([
    [41, ['cheapest']], [42, ['dearest']], [43, ['longest-address']], [44, ['most-parcels']],
  ])
  expect(sample.filter(({ reasons }) => reasons.includes('chance')).map(({ notice }) => notice.number).every(number => number <= 40)).toBe(true)
  expect(sample).toHaveLength(9)
})

test('the same seed draws the same ones, another one others', () => {
  const numbers = (seed: number): readonly number[] => sampleOf(RUN, seed).map(({ notice }) => notice.number)
  expect(numbers(7)).toEqual(sampleOf(RUN.toReversed(), 7).map(({ notice }) => notice.number))
  expect(numbers(7)).not.toEqual(numbers(8))
})

test('a notice that is extreme in everything is looked at once', () => {
  expect(sampleOf([aNotice(1)], 1)).toEqual([{ notice: aNotice(1), reasons: ['dearest', 'cheapest', 'longest-address', 'most-parcels'] }])
  expect(sampleOf([], 1)).toEqual([])
})
