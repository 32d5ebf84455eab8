import { expect, test } from 'vitest'
import { aVaccination, aVaccinee, aVaccine, INFLUENZA } from '../../domains/vaccinations/testing.ts'
import type { Vaccination } from '../../domains/vaccinations/tables.ts'
import type { JsonObject } from '../../json.ts'
import { LEGAL_HINT } from './codes.ts'
import { idOf } from './element.ts'
import type { ExchangedRecord, ExchangeFormat } from './exchanged.ts'
import { codingsIn, extensionIn, extensionsIn, objectIn, objectsIn, type Raw } from './raw.ts'
import { ISSUER } from './testing.ts'
import { recordsBundle } from './write-bundle.ts'

const TDAP = [{ code: '76902006', name: 'Tetanus' }, { code: '397430003', name: 'Diphtherie' }, { code: '27836007', name: 'Pertussis' }]
const given = (label: string, more: Partial<Vaccination> = {}, vaccine: Partial<ExchangedRecord['vaccine'] & object> = {}): ExchangedRecord =>
  ({ vaccination: aVaccination(label, more), vaccine: aVaccine({ snomed: '836377006', ...vaccine }) })
const next = (recommended: string, sentence: string) => ({ disease: INFLUENZA, number: 2, earliest: recommended, recommended, sentence })

const bundleOf = (records: readonly ExchangedRecord[], format: ExchangeFormat = 'mio'): JsonObject => recordsBundle(records as [ExchangedRecord], ISSUER, format)
const resourcesIn = (bundle: JsonObject, type: string): readonly Raw[] => objectsIn(objectsIn(bundle['entry']).map(({ resource }) => resource)).filter(({ resourceType }) => resourceType === type)
const only = (bundle: JsonObject, type: string): Raw => {
  const found = resourcesIn(bundle, type)
  expect(found).toHaveLength(1)
  return found[0] as Raw
}
const record = (one: ExchangedRecord): Raw => only(bundleOf([one]), 'Immunization')
const KBV = 'https://fhir.kbv.de/StructureDefinition/KBV'

test('a document says what it is, by whom and about whom, and lists every dose', () => {
  const bundle = bundleOf([given('one'), given('two', { day: '2025-11-04' })])
  expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'document', meta: { profile: [`${KBV}_PR_MIO_Vaccination_Bundle_Entry|1.1.0`] }, identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${idOf(bundle)}` } })
  const [first] = objectsIn(bundle['entry'])
  const title = objectIn(first?.['resource'])
  expect(title).toMatchObject({ resourceType: 'Composition', status: 'final', type: { coding: [{ system: 'http://loinc.org', code: '11369-6' }] }, meta: { profile: [`${KBV}_PR_MIO_Vaccination_Composition_Prime|1.1.0`] } })
  const [section, ...others] = objectsIn(title?.['section'])
  expect(others).toEqual([])
  expect(codingsIn(section?.['code'])).toEqual([{ system: 'http://snomed.info/sct', version: 'http://snomed.info/sct/900000000000207008/version/20210131', code: '713404003', display: 'Vaccination given (situation)' }])
  expect(objectsIn(section?.['entry']).map(({ reference }) => reference)).toEqual(['two', 'one'].map(label => `urn:uuid:${aVaccination(label).id}`))
})

test('every reference leads to an entry, and no entry stands there twice', () => {
  for (const format of ['mio', 'fhir'] as const) {
    const bundle = bundleOf([given('one'), given('two', { vaccinatorName: 'Person 2' }), given('three', { responsible: { ...aVaccination().responsible, address: 'Am Markt 2, 39576 Stendal' } })], format)
    const urls = objectsIn(bundle['entry']).map(({ fullUrl }) => fullUrl)
    expect(new Set(urls).size).toBe(urls.length)
    const named = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]*)"/g)].map(([, reference]) => reference)
    expect(named.filter(reference => !urls.includes(reference))).toEqual([])
    expect(objectsIn(bundle['entry']).every(({ fullUrl, resource }) => fullUrl === `urn:uuid:${String(objectIn(resource)?.['id'])}`)).toBe(true)
  }
})

test('a dose has all that the profile asks for and nothing that it forbids', () => {
  const dose = record(given('one'))
  expect(dose).toMatchObject({ status: 'completed', primarySource: true, occurrenceDateTime: '2026-11-24', lotNumber: 'AB123', patient: { reference: `urn:uuid:${aVaccination().vaccineeId}` }, manufacturer: { display: 'Beispielwerk' } })
  expect(dose['meta']).toEqual({ profile: [`${KBV}_PR_MIO_Vaccination_Record_Prime|1.1.0`] })
  const allowed = ['resourceType', 'id', 'meta', 'extension', 'status', 'vaccineCode', 'patient', 'occurrenceDateTime', 'primarySource', 'manufacturer', 'lotNumber', 'note', 'protocolApplied']
  expect(Object.keys(dose).filter(key => !allowed.includes(key))).toEqual([])
})

test('the vaccine is named by kind, ATC and package, once each and with the name of the product', () => {
  const { vaccineCode } = record(given('one'))
  expect(objectIn(vaccineCode)?.['text']).toBe('Beispielgrippe 2026/2027')
  expect(codingsIn(vaccineCode)).toMatchObject([
    { system: 'http://snomed.info/sct', version: expect.any(String), code: '836377006', display: 'Vaccine product containing Influenza virus antigen (medicinal product)' },
    { system: 'http://fhir.de/CodeSystem/dimdi/atc', version: expect.any(String), code: 'J07BB02', display: expect.any(String) },
    { system: 'http://fhir.de/CodeSystem/ifa/pzn', code: '12345678', display: 'Beispielgrippe 2026/2027' },
  ])
  const systems = (vaccine: Partial<ExchangedRecord['vaccine'] & object>) => codingsIn(record(given('one', {}, vaccine))['vaccineCode']).map(({ code }) => code)
  expect(systems({ pzns: ['12345678', '12345679'] })).toEqual(['836377006', 'J07BB02'])
  expect(systems({ snomed: '' })).toEqual(['787859002', 'J07BB02', '12345678'])
  // A kind without its ATC code would break the profile's own rule (atc1).
  expect(systems({ atc: '' })).toEqual(['787859002', '12345678'])
})

test('the legal hint stands first and to the letter; what comes next stands after it', () => {
  expect(record(given('one'))['note']).toEqual([{ text: LEGAL_HINT }])
  const note = record(given('one', { nextDoses: [next('2027-10-01', 'Die nächste Impfung ist ab 1. Oktober 2027 vorgesehen.')] }))['note']
  expect(note).toEqual([{ text: LEGAL_HINT }, { text: 'Die nächste Impfung ist ab 1. Oktober 2027 vorgesehen.' }])
})

test('one protocol tells all diseases by code and German name, the number of the dose and the days of the next', () => {
  const [protocol, ...others] = objectsIn(record(given('one', { diseases: TDAP, doses: [{ code: '76902006', number: 4 }, { code: '27836007', number: 1 }], nextDoses: [next('2036-11-24', ''), next('2036-11-24', ''), next('2031-01-01', '')] }))['protocolApplied'])
  expect(others).toEqual([])
  expect(protocol?.['doseNumberString']).toBe('4 (Tetanus), 1 (Pertussis)')
  expect(extensionsIn(protocol, `${KBV}_EX_MIO_Vaccination_Follow_Up`).map(one => one['valueDateTime'])).toEqual(['2031-01-01', '2036-11-24'])
  const diseases = objectsIn(protocol?.['targetDisease'])
  expect(diseases.map(codingsIn)).toEqual(TDAP.map(({ code, name }) => [{
    system: 'http://snomed.info/sct', version: expect.any(String), code, display: expect.stringContaining('(disorder)'),
    _display: { extension: [{ url: `${KBV}_EX_Base_Terminology_German`, extension: [{ url: 'content', valueString: name }] }] },
  }]))
})

test('a number that nobody knows is said to be unknown', () => {
  const [protocol] = objectsIn(record(given('one', { doses: [] }))['protocolApplied'])
  expect(protocol).not.toHaveProperty('doseNumberString')
  expect(protocol?.['_doseNumberString']).toEqual({ extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }] })
})

test('who signs and who wrote it down stand in extensions, and in three resources each', () => {
  const bundle = bundleOf([given('one')])
  const dose = only(bundle, 'Immunization')
  const [roles, people] = [resourcesIn(bundle, 'PractitionerRole'), resourcesIn(bundle, 'Practitioner')]
  const partyOf = (name: string) => {
    const found = extensionIn(dose, `${KBV}_EX_MIO_Vaccination_${name}`)
    return { mode: codingsIn(extensionIn(found, 'mode')?.['valueCodeableConcept'])[0]?.['code'], role: roles.find(({ id }) => objectIn(extensionIn(found, 'party')?.['valueReference'])?.['reference'] === `urn:uuid:${String(id)}`) }
  }
  expect(partyOf('Attester').mode).toBe('legal')
  expect(partyOf('Enterer').mode).toBe('ENT')
  const nameOf = (role: Raw | undefined) => people.find(({ id }) => objectIn(role?.['practitioner'])?.['reference'] === `urn:uuid:${String(id)}`)
  expect(nameOf(partyOf('Attester').role)).toMatchObject({ identifier: [expect.anything()], qualification: [expect.anything()], name: [{ use: 'official', text: 'Dr. med. Eva Arndt', family: 'Arndt', given: ['Eva'], prefix: ['Dr. med.'] }] })
  expect(nameOf(partyOf('Enterer').role)).toMatchObject({ name: [{ family: '1', given: ['Person'] }] })
  expect(only(bundle, 'Organization')).toMatchObject({ name: 'Stadt Tangerhütte', address: [{ type: 'both', line: ['Breite Straße 1'], postalCode: '39517', city: 'Tangerhütte', country: 'D' }] })
})

test('the entry is called paper too once somebody signed the sheet', () => {
  const typeOf = (confirmation: Vaccination['confirmation']) => codingsIn(extensionIn(record(given('one', { confirmation })), `${KBV}_EX_MIO_Vaccination_Entry_Type`)?.['valueCodeableConcept'])[0]?.['code']
  expect(typeOf({ kind: 'awaited' })).toBe('End')
  expect(typeOf({ kind: 'by-hand', at: aVaccination().at, notedByName: 'Person 1' })).toBe('Eduai')
})

test('the person has a name in its parts, a number and a day of birth; the German record has no address', () => {
  const person = aVaccinee({ familyName: 'von der Heide', gender: 'diverse' })
  const patient = only(bundleOf([given('one', { person })]), 'Patient')
  expect(patient).toMatchObject({ identifier: [{ type: { coding: [{ code: 'MR' }] }, value: expect.stringContaining('urn:uuid:') }], gender: 'other', birthDate: '1948-03-02', name: [{ use: 'official', family: 'von der Heide', given: ['Änne'] }] })
  expect(extensionIn(patient['_gender'], 'http://fhir.de/StructureDefinition/gender-amtlich-de')).toMatchObject({ valueCoding: { code: 'D' } })
  const own = objectIn(objectsIn(patient['name'])[0]?.['_family'])
  expect(extensionIn(own, 'http://hl7.org/fhir/StructureDefinition/humanname-own-name')?.['valueString']).toBe('Heide')
  expect(extensionIn(own, 'http://hl7.org/fhir/StructureDefinition/humanname-own-prefix')?.['valueString']).toBe('von der')
  expect(patient).not.toHaveProperty('address')
  expect(only(bundleOf([given('one', { person })], 'fhir'), 'Patient')).toMatchObject({ address: [{ line: ['Am Anger 3'], city: 'Tangerhütte', postalCode: '39517' }], telecom: [{ system: 'phone', value: '03935 123' }] })
})

test('elsewhere a dose also tells expiry, site, number and who did what, disease by disease', () => {
  const dose = only(bundleOf([given('one', { diseases: TDAP, doses: [{ code: '76902006', number: 4 }] })], 'fhir'), 'Immunization')
  expect(dose).toMatchObject({ expirationDate: '2027-06-30', site: { coding: [{ code: 'LA' }] }, identifier: [{ value: 'I-2026-000001' }], recorded: aVaccination().at, performer: [expect.anything(), { function: { coding: [{ code: 'AP' }] } }] })
  expect(dose).not.toHaveProperty('meta')
  expect(objectsIn(dose['protocolApplied']).map(one => one['doseNumberPositiveInt'])).toEqual([4, undefined, undefined])
})
