import { expect, test } from 'vitest'
import type { JsonObject } from '../../json.ts'
import { idOf } from './element.ts'
import { MOST_SIGNS, readRecords } from './read-bundle.ts'

const TODAY = '2026-11-24'
const SNOMED = 'http://snomed.info/sct'

const PATIENT: JsonObject = { resourceType: 'Patient', id: 'p1', name: [{ use: 'official', family: 'Großkopf', given: ['Änne', 'Maria'] }], birthDate: '1948-03-02' }
const dose = (more: JsonObject = {}): JsonObject => ({
  resourceType: 'Immunization', id: 'i1', status: 'completed', vaccineCode: { text: 'Beispielgrippe' }, patient: { reference: 'Patient/p1' }, occurrenceDateTime: '2025-10-07', lotNumber: 'AB1',
  protocolApplied: [{ targetDisease: [{ coding: [{ system: SNOMED, code: '6142004', display: 'Influenza (disorder)' }] }], doseNumberPositiveInt: 2 }], ...more,
})
const bundle = (...resources: readonly JsonObject[]): string => JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: resources.map(resource => ({ fullUrl: `https://example.org/fhir/${resource['resourceType'] === 'Patient' ? 'Patient' : 'Immunization'}/${idOf(resource)}`, resource })) })
const read = (...resources: readonly JsonObject[]) => {
  const records = readRecords(bundle(...resources), TODAY)
  if (records.kind === 'unreadable') throw new Error(records.reason)
  return records
}
const reasonsOf = (more: JsonObject) => read(PATIENT, dose(more)).leftOut.map(({ reason }) => reason)

test('plain FHIR of other programs is read', () => {
  const { person, doses, leftOut } = read(PATIENT, dose())
  expect(person).toEqual({ familyName: 'Großkopf', givenName: 'Änne Maria', birthDay: '1948-03-02' })
  expect(leftOut).toEqual([])
  expect(doses).toEqual([{
    dose: { day: '2025-10-07', vaccineName: 'Beispielgrippe', vaccine: null, diseases: [{ code: '6142004', name: 'Influenza' }], isLive: null, lot: 'AB1', source: 'import', vaccinationId: null },
    manufacturer: '', numbers: [{ code: '6142004', number: 2 }], nextDays: [], responsible: '',
  }])
})

test('a patient summary names the vaccine by ATC and no disease: what it is against follows from that', () => {
  const atc = (system: string, code: string) => read(PATIENT, dose({ protocolApplied: [], vaccineCode: { coding: [{ system, code, display: 'Impfstoff' }] } })).doses.map(one => one.dose.diseases.map(({ name }) => name))
  expect(atc('http://www.whocc.no/atc', 'J07BD52')).toEqual([['Masern', 'Mumps', 'Röteln']])
  expect(atc('http://fhir.de/CodeSystem/bfarm/atc', 'J07AJ52')).toEqual([['Pertussis', 'Diphtherie', 'Tetanus']])
  expect(atc('http://fhir.de/CodeSystem/dimdi/atc', 'J07BA01')).toEqual([['FSME']])
})

test('the German record of its first version is read, with the names and people it has', () => {
  const role = { resourceType: 'PractitionerRole', id: 'r1', practitioner: { reference: 'urn:uuid:d1' } }
  const physician = { resourceType: 'Practitioner', id: 'd1', name: [{ use: 'official', family: 'Topp', given: ['Hans'], prefix: ['Dr. med.'] }] }
  const prime = dose({
    extension: [{ url: 'https://fhir.kbv.de/StructureDefinition/KBV_EX_MIO_Vaccination_Attester', extension: [{ url: 'party', valueReference: { reference: 'urn:uuid:r1' } }] }], patient: { reference: 'urn:uuid:p1' },
    occurrenceDateTime: '2019-12-23T23:30:00Z', vaccineCode: { coding: [{ system: SNOMED, code: '840549009' }], text: 'Pestimpfstoff' },
    protocolApplied: [{ targetDisease: [{ coding: [{ system: SNOMED, code: '58750007', display: 'Plague (disorder)' }], text: 'Pest' }], doseNumberString: 'unknown', extension: [{ url: 'https://fhir.kbv.de/StructureDefinition/KBV_EX_MIO_Vaccination_Follow_Up', valueDateTime: '2020-06-23' }] }],
  })
  expect(read(PATIENT, role, physician, prime).doses).toMatchObject([{ dose: { day: '2019-12-24', vaccine: '840549009', diseases: [{ name: 'Pest' }] }, numbers: [], nextDays: ['2020-06-23'], responsible: 'Hans Topp' }])
})

test('a month alone is kept as one; a year alone, or a day that is none, is left out with the reason', () => {
  expect(read(PATIENT, dose({ occurrenceDateTime: '2019-05' })).doses.map(one => one.dose.day)).toEqual(['2019-05'])
  expect(reasonsOf({ occurrenceDateTime: '2019' })).toEqual(['no-month'])
  for (const day of ['2019-02-30', '7.10.2025', '', 20_251_007, null]) expect(reasonsOf({ occurrenceDateTime: day })).toEqual(['no-day'])
  expect(reasonsOf({ occurrenceDateTime: '2026-11-25' })).toEqual(['in-future'])
})

test('what was not given, or entered by mistake, is no dose; nor one of somebody else, or against nothing known', () => {
  expect(reasonsOf({ status: 'not-done' })).toEqual(['not-done'])
  expect(reasonsOf({ status: 'entered-in-error' })).toEqual(['entered-in-error'])
  expect(reasonsOf({ status: 'geplant' })).toEqual(['unclear-status'])
  expect(reasonsOf({ patient: { reference: 'Patient/other' } })).toEqual(['other-patient'])
  expect(reasonsOf({ patient: { display: 'Änne Großkopf' } })).toEqual(['other-patient'])
  expect(reasonsOf({ protocolApplied: [] })).toEqual(['no-disease'])
  expect(reasonsOf({ protocolApplied: [{ targetDisease: [{ coding: [{ system: SNOMED, code: '64572001', display: 'Disease (disorder)' }] }] }] })).toEqual(['no-disease'])
  expect(read(PATIENT, dose({ status: 'not-done' })).leftOut).toEqual([{ reason: 'not-done', label: 'Beispielgrippe · 2025-10-07' }])
})

test('one record that cannot be used does not keep the others away', () => {
  const { doses, leftOut } = read(PATIENT, dose({ id: 'a', status: 'not-done' }), dose({ id: 'b' }), dose({ id: 'c', occurrenceDateTime: 'x' }))
  expect([doses.length, leftOut.map(({ reason }) => reason)]).toEqual([1, ['not-done', 'no-day']])
})

test('ids that stand twice, references to versions and rings of references confuse nobody', () => {
  const own = dose({ id: 'p1', patient: { reference: 'urn:uuid:p1' } })
  const ring: JsonObject = { resourceType: 'PractitionerRole', id: 'r', practitioner: { reference: 'PractitionerRole/r' } }
  const records = [own, own, dose({ patient: { reference: 'https://example.org/fhir/Patient/p1/_history/3' } }), dose({ performer: [{ actor: { reference: 'PractitionerRole/r' } }] })]
  expect(read(PATIENT, ring, ...records)).toMatchObject({ doses: [{}, {}, {}, { responsible: '' }], leftOut: [] })
  expect(readRecords('['.repeat(500_000), TODAY)).toEqual({ kind: 'unreadable', reason: 'not-json' })
})

test('a file that tells nothing is refused with the reason', () => {
  const reasonOf = (text: string) => {
    const records = readRecords(text, TODAY)
    return records.kind === 'unreadable' ? records.reason : 'read'
  }
  expect(reasonOf('<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"/>')).toBe('xml')
  expect(reasonOf('\uFEFF <Bundle/>')).toBe('xml')
  expect(reasonOf(`\uFEFF${bundle(PATIENT, dose())}`)).toBe('read')
  expect(reasonOf(bundle(PATIENT, dose()).slice(0, -5))).toBe('not-json')
  for (const text of ['null', '[]', '"Bundle"', '{}', JSON.stringify(dose()), '{"resourceType":"Patient"}']) expect(reasonOf(text)).toBe('not-a-bundle')
  expect(reasonOf(bundle(dose()))).toBe('no-patient')
  expect(reasonOf(bundle(PATIENT, { ...PATIENT, id: 'p2' }, dose()))).toBe('several-patients')
  expect(reasonOf(bundle(PATIENT))).toBe('no-doses')
  expect(reasonOf(JSON.stringify({ resourceType: 'Bundle', entry: 'none' }))).toBe('no-patient')
  expect(reasonOf(bundle(PATIENT, ...Array.from({ length: 201 }, () => dose())))).toBe('too-many')
  expect(reasonOf(' '.repeat(MOST_SIGNS + 1))).toBe('too-large')
})

test('texts are cut to the room there is and bring no control signs along', () => {
  const [one] = read(PATIENT, dose({ vaccineCode: { text: 'x'.repeat(500) }, lotNumber: '\u0007A\u0000B\n1' })).doses
  expect(one?.dose.vaccineName).toHaveLength(160)
  expect(one?.dose.lot).toBe('A B 1')
})
