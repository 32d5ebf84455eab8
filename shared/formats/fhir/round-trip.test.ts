import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fhirLine } from './element.ts'
import type { ExchangedRecord, ExchangeFormat } from './exchanged.ts'
import { MIO_DISEASES, OTHER_DISEASE } from './mio-diseases.ts'
import { mioVaccine, OTHER_VACCINE } from './mio-vaccines.ts'
import { readRecords } from './read-bundle.ts'
import type { ReadDose } from './read-immunization.ts'
import { ISSUER, someRecords } from './testing.ts'
import { recordsBundle } from './write-bundle.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const TODAY = '2026-11-24'

const codeIn = (format: ExchangeFormat, code: string): string => (format === 'mio' && !MIO_DISEASES.has(code) ? OTHER_DISEASE : code)

function kindIn({ vaccine }: ExchangedRecord, format: ExchangeFormat): string | null {
  if (!vaccine?.snomed || (format === 'mio' && !vaccine.atc)) return null
  const { code } = format === 'mio' ? mioVaccine(vaccine.snomed) : { code: vaccine.snomed }
  return code === OTHER_VACCINE ? null : code
}

/** What has to come back of a record. */
function told(record: ExchangedRecord, format: ExchangeFormat): ReadDose {
  const { vaccination: given } = record
  const diseases = given.diseases.map(({ code, name }) => ({ code: codeIn(format, code), name: fhirLine(name) }))
  return {
    dose: { day: given.day, vaccineName: fhirLine(given.vaccineName), vaccine: kindIn(record, format), diseases, isLive: record.vaccine?.atc ? false : null, lot: fhirLine(given.lot), source: 'import', vaccinationId: null },
    manufacturer: fhirLine(given.manufacturer),
    numbers: given.diseases.flatMap(({ code }) => given.doses.filter(dose => dose.code === code).map(({ number }) => ({ code: codeIn(format, code), number }))),
    nextDays: [...new Set(given.nextDoses.map(({ recommended }) => recommended))].toSorted(),
    responsible: fhirLine(given.responsible.name),
  }
}

for (const format of ['mio', 'fhir'] as const)
  test(`what is given out as ${format} and read again is the same (FC_SEED=${seed})`, () => {
    fc.assert(fc.property(someRecords, records => {
      const read = readRecords(JSON.stringify(recordsBundle(records, ISSUER, format)), TODAY)
      if (read.kind === 'unreadable') throw new Error(read.reason)
      const { familyName, givenName, birthDay } = records[0].vaccination.person
      expect(read.person).toEqual({ familyName: fhirLine(familyName), givenName: fhirLine(givenName), birthDay })
      expect(read.leftOut).toEqual([])
      const inOrder = records.toSorted((one, other) => (`${one.vaccination.day} ${one.vaccination.id}` < `${other.vaccination.day} ${other.vaccination.id}` ? -1 : 1))
      expect(read.doses).toEqual(inOrder.map(record => told(record, format)))
    }), { seed, numRuns: 120 })
  })

test(`the same records give the same bytes, in whatever order they come (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(someRecords, fc.constantFrom('mio' as const, 'fhir' as const), (records, format) => {
    const [first, ...more] = records.toReversed()
    expect(JSON.stringify(recordsBundle([first as ExchangedRecord, ...more], ISSUER, format))).toBe(JSON.stringify(recordsBundle(records, ISSUER, format)))
  }), { seed, numRuns: 60 })
})

test(`no text makes the reader fall over (FC_SEED=${seed})`, () => {
  fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), text => {
    expect(readRecords(text, TODAY).kind).toBe('unreadable')
  }), { seed, numRuns: 120 })
  fc.assert(fc.property(fc.object({ key: fc.constantFrom('status', 'patient', 'reference', 'vaccineCode', 'coding', 'system', 'code', 'protocolApplied', 'targetDisease', 'extension', 'occurrenceDateTime', 'performer', 'actor', 'name', 'text', 'given', 'url') }), odd => {
    const bundle = { resourceType: 'Bundle', entry: [{ resource: { ...odd, resourceType: 'Patient' } }, { resource: { ...odd, resourceType: 'Immunization' } }] }
    expect(readRecords(JSON.stringify(bundle), TODAY)).toMatchObject({ kind: 'read', doses: [] })
  }), { seed, numRuns: 300 })
})
