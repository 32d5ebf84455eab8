import { afterAll, beforeAll, expect, test } from 'vitest'
import { aVaccination, aVaccinee, SESSION_NOW } from '../../../../shared/domains/vaccinations/testing.ts'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { aLog } from '../../../delivery/testing.ts'
import { readPdf } from '../../letters/testing.ts'
import { createTypesetter, type LaidOut, type Typesetter } from '../../letters/typesetter.ts'
import { certificateData } from './certificate-data.ts'
import { CERTIFICATE_LAYOUT, LABELS_LAYOUT } from './layouts.ts'
import { labelsData } from './labels-data.ts'

let typesetter: Typesetter
beforeAll(() => {
  typesetter = createTypesetter({ log: aLog() })
})
afterAll(() => typesetter.close())

const source = { authority: 'Stadt Tangerhütte', address: 'Breite Straße 1, 39517 Tangerhütte', placeName: 'Bürgerhaus', url: 'https://rathaus.example', claimsOffice: 'Beim Amt für Entschädigung.', withList: false }

async function set(document: LaidOut) {
  const pdf = await typesetter.typeset(document)
  if (!pdf.ok) throw new Error(pdf.error.code)
  const read = await readPdf(pdf.value)
  return { ...read, bytes: pdf.value, words: read.texts.map(({ text }) => text).join(' ') }
}

const certificate = (records: readonly Vaccination[], withList = false) =>
  set({ layout: CERTIFICATE_LAYOUT, data: certificateData({ ...source, withList, doses: records.map(record => ({ record, before: undefined, after: undefined })) }) })

test('a certificate is tagged PDF/UA on one page, with a line to sign on and English below', async () => {
  const { isTagged, metadata, pages, roles, words, title, language } = await certificate([aVaccination('one', { seal: 'a'.repeat(400) })])
  expect({ isTagged, pages, language, isUa: metadata.includes('pdfuaid'), hasFigure: roles.includes('Figure'), h1: roles.filter(role => role === 'H1').length }).toEqual({ isTagged: true, pages: 1, language: 'de-DE', isUa: true, hasFigure: true, h1: 1 })
  expect(title).toBe('Impfdokumentation I-2026-000001')
  for (const part of ['Impfbescheinigung', 'Certificate of vaccination', 'Chargenbezeichnung', 'Batch number', 'Unterschrift der für die Durchführung', 'Notruf 112']) expect(words).toContain(part)
  expect(words).not.toContain('signiert')
})

test('in a town for practice every certificate and every label says so', async () => {
  const practising = createTypesetter({ log: aLog(), isTraining: true })
  const labels: LaidOut = { layout: LABELS_LAYOUT, data: labelsData([aVaccination('one'), aVaccination('two')], source.authority) }
  const certificates: LaidOut = { layout: CERTIFICATE_LAYOUT, data: certificateData({ ...source, doses: [{ record: aVaccination(), before: undefined, after: undefined }] }) }
  const marks = await Promise.all([labels, certificates].map(async document => {
    const pdf = await practising.typeset(document)
    return pdf.ok ? (await readPdf(pdf.value)).texts.filter(({ text }) => text.includes('ÜBUNG')).length : 0
  }))
  await practising.close()
  expect(marks).toEqual([2, 1])
})

test('names and words of any length and script are set, and nothing of them is markup', async () => {
  const person = aVaccinee({ familyName: 'Łąčki-Đorđević von und zu '.repeat(4).trim(), givenName: '#let x = 1 *Олена*' })
  const long = aVaccination('one', { person, vaccineName: 'Beispielimpfstoff '.repeat(8).trim(), responsible: { ...aVaccination().responsible, address: 'Sehr lange Straße '.repeat(16).trim() } })
  const { words } = await certificate([long])
  expect(words).toContain('#let x = 1 *Олена*')
})

test('a whole session to be signed begins with its list; each person has sheets of their own', async () => {
  const records = Array.from({ length: 60 }, (_, index) => aVaccination(`n${index}`, { number: `I-2026-${String(index + 1).padStart(6, '0')}`, person: aVaccinee({ givenName: `Person ${index}` }) }))
  const { pages, words } = await certificate(records, true)
  expect(pages).toBeGreaterThan(60)
  expect(words).toContain('60 Impfdokumentationen')
})

test('what was signed lies inside the file', async () => {
  const confirmation = { kind: 'qualified', at: SESSION_NOW, provider: 'Vertrauensdienst', reference: 'V-1', signature: 'abc' } as const
  const { bytes, words } = await certificate([aVaccination('one', { confirmation })])
  expect(words).toContain('qualifiziert elektronisch signiert')
  expect(words).not.toContain('Ort, Datum')
  expect(Buffer.from(bytes).toString('latin1')).toContain('/EmbeddedFile')
})

test('forty labels stand on a sheet, each in its place', async () => {
  const records = Array.from({ length: 41 }, (_, index) => aVaccination(`n${index}`))
  const { pages, texts, isTagged } = await set({ layout: LABELS_LAYOUT, data: labelsData(records, 'Stadt Tangerhütte') })
  expect([pages, isTagged]).toEqual([2, true])
  const days = texts.filter(({ text }) => text.includes('24.11.2026'))
  expect(days).toHaveLength(41)
  // 8 mm and 21.5 mm from the edges, 48.5 by 25.4 mm each.
  expect([days[0]?.x, days[1]?.x].map(x => Math.round(x ?? 0))).toEqual([11, 60])
  expect((days[4]?.y ?? 0) - (days[0]?.y ?? 0)).toBeCloseTo(25.4, 0)
})
