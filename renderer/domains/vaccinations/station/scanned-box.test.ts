import { expect, test } from 'vitest'
import { aBatch, aVaccine } from '../../../../shared/domains/vaccinations/testing.ts'
import { boxOfLot, looksLikeBox, scannedBox } from './scanned-box.ts'

const GTIN = '04150123456782'
const vaccine = aVaccine({ gtins: [GTIN] })
const scan = (text: string, { batches = [aBatch()], vaccines = [vaccine], vaccineIds = [vaccine.id], today = '2026-11-24' } = {}) =>
  scannedBox(text, { catalogue: { vaccines, batches }, vaccineIds, today })
const BOX = `(01)${GTIN}(17)270630(10)AB123`

test('a box sets product, batch and expiry at once', () => {
  expect(scan(BOX)).toEqual({ kind: 'usable', box: { vaccineId: vaccine.id, lot: 'AB123', expiresOn: '2027-06-30' }, vaccine, isNew: false, isOther: false })
})

test('a batch that nobody has seen yet is new, a product of another session is told', () => {
  expect(scan(BOX, { batches: [] })).toMatchObject({ kind: 'usable', isNew: true })
  expect(scan(BOX, { vaccineIds: [] })).toMatchObject({ kind: 'usable', isOther: true })
})

test.each([
  ['of a product that is not in the catalogue', BOX, { vaccines: [] }, { kind: 'unknown-product', number: GTIN }],
  ['that has expired', BOX, { today: '2027-07-01' }, { kind: 'expired', expiresOn: '2027-06-30' }],
  ['that is blocked', BOX, { batches: [aBatch({ blockedReason: 'Kühlkette' })] }, { kind: 'blocked', reason: 'Kühlkette' }],
  ['known with another expiry date', BOX, { batches: [aBatch({ expiresOn: '2027-01-31' })] }, { kind: 'other-expiry', expiresOn: '2027-01-31' }],
  ['without a lot', `(01)${GTIN}(17)270630`, {}, { kind: 'incomplete', lacks: 'lot' }],
  ['without an expiry date that anybody knows', `(01)${GTIN}(10)ZZ1`, {}, { kind: 'incomplete', lacks: 'expiry' }],
  ['that cannot be read', '(01)04150123456783(10)AB123', {}, { kind: 'unreadable', problem: 'wrong-gtin' }],
])('a box %s is not used, and why is said', (_what, text, around, expected) => expect(scan(text, around)).toMatchObject(expected))

test('the expiry of a known batch need not be on the box', () => {
  expect(scan(`(01)${GTIN}(10)ab123`)).toMatchObject({ kind: 'usable', box: { lot: 'AB123', expiresOn: '2027-06-30' } })
})

test('names, tickets and birth days are not taken for boxes', () => {
  expect(['Großkopf', 'A017', '2.3.1948', '02031948', 'von der Heide-Müller', 'Maximiliane-Theodora Freifrau von und zu Schaumburg-Lippenstein'].filter(looksLikeBox)).toEqual([])
  expect([BOX, `]d201${GTIN}1727063010AB123`, `01${GTIN}1727063010AB123`].filter(text => !looksLikeBox(text))).toEqual([])
})

test('a scanner that types as on an American keyboard is known by how the code begins', () => {
  expect([`+d201${GTIN}1727063010AB123`, `)01=${GTIN})17=270630)10=AB123`, 'ü=:06;GS:9N110416267063'].filter(text => !looksLikeBox(text))).toEqual([])
  expect(scan(`)01=${GTIN})17=270630)10=AB123`)).toMatchObject({ kind: 'usable', box: { lot: 'AB123' } })
})

test('the address in the code of a booking is no box, however long it is and however it was typed', () => {
  const key = 'AZKgAAAAcACAAAAAAAAA-QcHBwcHBwcHBwcHBwcHBwc'
  expect([`https://portal.tangerhuette.example/portal/appointments/${key}`, `httpsÖ--portal.tangerhuette.example-portal-appointments-${key}`].filter(looksLikeBox)).toEqual([])
})

test('whoever has no scanner types the lot', () => {
  const around = { catalogue: { vaccines: [vaccine], batches: [aBatch(), aBatch({ lot: 'CD456', blockedReason: 'Kühlkette' })] }, vaccineIds: [vaccine.id], today: '2026-11-24' }
  expect([boxOfLot(' ab123', around)?.kind, boxOfLot('CD456', around)?.kind, boxOfLot('AB12', around), boxOfLot('AB123', { ...around, vaccineIds: [] })]).toEqual(['usable', 'blocked', undefined, undefined])
})
