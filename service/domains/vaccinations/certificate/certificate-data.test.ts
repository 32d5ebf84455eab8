import { expect, test } from 'vitest'
import { aVaccination, aVaccinee, INFLUENZA, SESSION_NOW } from '../../../../shared/domains/vaccinations/testing.ts'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { Instant } from '../../../../shared/time.ts'
import { certificateData } from './certificate-data.ts'

const source = { authority: 'Stadt Tangerhütte', address: 'Breite Straße 1', placeName: 'Bürgerhaus', url: 'https://rathaus.example', claimsOffice: 'Beim Amt für Entschädigung.', withList: false }
const alone = (record: Vaccination) => ({ record, before: undefined, after: undefined })
const textOf = (value: unknown): string => JSON.stringify(value)

test('all that § 22 IfSG wants stands on the sheet', () => {
  const next = { disease: INFLUENZA, number: 2, earliest: '2027-09-01', recommended: '2027-10-01', sentence: 'Zweite Dosis gegen Influenza ab Oktober (STIKO).' }
  const data = certificateData({ ...source, doses: [alone(aVaccination('one', { nextDoses: [next] }))] })
  const text = textOf(data)
  const items = [
    '24. November 2026', 'Beispielgrippe 2026/2027 (Beispielwerk)', 'AB123', 'Influenza (1. Dosis)', 'Änne Großkopf', '2. März 1948', 'Dr. med. Eva Arndt', 'Breite Straße 1, 39517 Tangerhütte',
    'Zweite Dosis gegen Influenza ab Oktober (STIKO).', '1. Oktober 2027', 'Notruf 112', '§ 24 SGB XIV', 'Beim Amt für Entschädigung.', 'I-2026-000001',
  ]
  expect(items.filter(item => !text.includes(item))).toEqual([])
  // Until a provider has signed, somebody signs by hand; what a desk has noted about that is no signature.
  expect(data.sheets.map(({ qualified, responsible }) => [qualified, responsible.name])).toEqual([[[], 'Dr. med. Eva Arndt']])
})

test('doses of one visit share a sheet, each with a code of its own; other persons have theirs', () => {
  const first = aVaccination('one', { seal: 'a.b.c' })
  const doses = [first, aVaccination('two', { visitId: first.visitId, seal: 'd.e.f' }), aVaccination('three', { person: aVaccinee({ givenName: 'Karl' }) })].map(alone)
  const { sheets, overview } = certificateData({ ...source, doses, withList: true })
  expect(sheets.map(({ entries }) => entries.map(({ qr }) => qr?.startsWith('<svg') ?? false))).toEqual([[true, true], [false]])
  expect(overview?.rows).toHaveLength(3)
})

test('a replaced version says by which and when, and carries no code', () => {
  const after = aVaccination('after', { number: 'I-2026-000009', documentedAt: Instant.parse('2026-11-25T08:00:00.000Z') })
  const [sheet] = certificateData({ ...source, doses: [{ record: aVaccination('one', { replacedById: after.id, seal: 'a.b.c' }), before: undefined, after }] }).sheets
  expect(sheet?.isReplaced).toBe(true)
  expect(sheet?.entries).toMatchObject([{ qr: null, replaced: { de: 'Ersetzt durch I-2026-000009 am 25. November 2026. Diese Fassung gilt nicht mehr.' } }])
})

test('a qualified signature takes the place of the line to sign on and comes with what was signed', () => {
  const confirmation = { kind: 'qualified', at: SESSION_NOW, provider: 'Vertrauensdienst', reference: 'V-1', signature: 'abc' } as const
  const { sheets, attached } = certificateData({ ...source, doses: [alone(aVaccination('one', { confirmation }))] })
  expect(textOf(sheets[0]?.qualified)).toContain('qualifiziert elektronisch signiert von Dr. med. Eva Arndt')
  expect(attached.map(({ name, content }) => [name, content.includes('Änne') || content === 'abc'])).toEqual([['I-2026-000001.json', true], ['I-2026-000001.sig', true]])
})
