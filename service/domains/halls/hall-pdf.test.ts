import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractSheet, protocolSheet } from '../../../shared/domains/halls/contract-sheet.ts'
import { aHall, aHallBooking } from '../../../shared/domains/halls/testing.ts'
import type { Sheet } from '../../../shared/domains/letters/sheet.ts'
import { aLetterhead } from '../../../shared/domains/letters/testing.ts'
import { aLog } from '../../delivery/testing.ts'
import { readPdf, type ReadPdf } from '../letters/testing.ts'
import { createTypesetter, type Typesetter } from '../letters/typesetter.ts'

let typesetter: Typesetter
beforeAll(() => {
  typesetter = createTypesetter({ log: aLog() })
})
afterAll(() => typesetter.close())

const source = { hall: aHall(), letterhead: aLetterhead(), clerkName: 'Torsten Wegener', reference: 'MV-2026-0007' }

async function set(letter: Sheet): Promise<ReadPdf & { readonly words: string }> {
  const pdf = await typesetter.typeset({ letter, date: '24. November 2026', verification: null, isDraft: false })
  if (!pdf.ok) throw new Error(pdf.error.code)
  const read = await readPdf(pdf.value)
  return { ...read, words: read.texts.map(({ text }) => text).join(' ') }
}

test('a contract is a tagged letter with a table of prices and a line for each who signs', async () => {
  const { isTagged, roles, words, metadata } = await set(contractSheet({ ...source, bookings: [aHallBooking()] }))
  expect([isTagged, metadata.includes('pdfuaid'), roles.includes('Table'), roles.includes('TH')]).toEqual([true, true, true, true])
  for (const part of ['MV-2026-0007', 'Mietvertrag über „Dorfgemeinschaftshaus Uchtdorf“', 'Miete insgesamt', '120,00', 'Ort, Datum, Änne Großkopf (Mieter)', 'Hausordnung']) expect(words).toContain(part)
  expect(words).not.toContain('trägt deshalb keine Unterschrift')
})

test('a contract about a year of times runs over several pages', async () => {
  const bookings = Array.from({ length: 53 }, (_, index) => aHallBooking(`n${index}`))
  const { pages, words } = await set(contractSheet({ ...source, bookings }))
  expect(pages).toBeGreaterThan(1)
  expect(words).toContain('Mietzeiten (53)')
})

test('a protocol says what was found', async () => {
  const keyBack = { at: aHallBooking().endsAt, byName: 'Torsten Wegener', condition: 'defects', defects: 'Ein Stuhl #let x = 1', meters: '', keptCents: 4_000 } as const
  const { isTagged, words } = await set(protocolSheet({ ...source, bookings: [aHallBooking('one', { keyBack })] }))
  expect([isTagged, words.includes('Ein Stuhl #let x = 1'), words.includes('40,00')]).toEqual([true, true, true])
})
