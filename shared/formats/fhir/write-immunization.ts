import type { Disease } from '../../domains/vaccinations/disease.ts'
import type { Vaccination } from '../../domains/vaccinations/tables.ts'
import type { Json, JsonObject } from '../../json.ts'
import {
  absent, ACT_SITES, ATC, ATC_VERSION, ATTESTATION_MODES, ATTESTER, ENTERER, ENTRY_TYPE, ENTRY_TYPES, FOLLOW_UP, GERMAN_TERM, LEGAL_HINT, PARTICIPATION_TYPES, PERFORMER_FUNCTIONS, PZN, ROUTES,
  SNOMED, SNOMED_VERSION,
} from './codes.ts'
import { doseNumberText } from './dose-number.ts'
import { element, extension, fhirLine, fhirText, reference } from './element.ts'
import type { ExchangedRecord, ExchangeFormat } from './exchanged.ts'
import { MIO_DISEASES, OTHER_DISEASE } from './mio-diseases.ts'
import { mioVaccine, OTHER_VACCINE } from './mio-vaccines.ts'
import { profileOf } from './write-people.ts'

export interface Roles {
  readonly responsible: string
  readonly station: string
}

/** One dose. */
export function immunization(record: ExchangedRecord, roles: Roles, format: ExchangeFormat): JsonObject {
  const { vaccination: given } = record
  return element({
    resourceType: 'Immunization', id: given.id, meta: profileOf(format, 'Record_Prime'),
    extension: format === 'mio' ? [entryType(given), party(ATTESTER, ATTESTATION_MODES, 'legal', roles.responsible), party(ENTERER, PARTICIPATION_TYPES, 'ENT', roles.station)] : [],
    ...(format === 'fhir' && given.number ? { identifier: [{ value: given.number }] } : {}),
    status: 'completed',
    vaccineCode: { coding: [...codings(record, format)], text: fhirLine(given.vaccineName) },
    patient: reference(given.vaccineeId),
    occurrenceDateTime: given.day,
    ...(format === 'fhir' ? { recorded: given.at } : {}),
    primarySource: true,
    manufacturer: fhirLine(given.manufacturer) ? { display: fhirLine(given.manufacturer) } : undefined,
    lotNumber: fhirLine(given.lot),
    ...(format === 'fhir' ? elsewhereOnly(given, roles) : {}),
    note: [{ text: LEGAL_HINT }, ...followUpNote(given)],
    protocolApplied: format === 'mio' ? [protocolOf(given)] : given.diseases.map((disease, index) => protocolOfDisease(given, disease, index === 0)),
  })
}

/** Written digitally, and on paper too where somebody signed the sheet. */
function entryType({ confirmation }: Vaccination): JsonObject {
  const coding = confirmation.kind === 'by-hand' ? { code: 'Eduai', display: 'Eintrag digital und als Impfbescheinigung' } : { code: 'End', display: 'Eintrag nur digital' }
  return extension(ENTRY_TYPE, { valueCodeableConcept: { coding: [{ system: ENTRY_TYPES, ...coding }] } })
}

const party = (url: string, system: string, code: string, role: string): JsonObject =>
  extension(url, { extension: [extension('mode', { valueCodeableConcept: { coding: [{ system, code }] } }), extension('party', { valueReference: reference(role) })] })

/** The kind of vaccine, and the product where the catalogue knows one package of it alone. */
function codings({ vaccination, vaccine }: ExchangedRecord, format: ExchangeFormat): readonly JsonObject[] {
  const snomed = format === 'mio' ? kindFor(vaccine) : vaccine?.snomed ? { code: vaccine.snomed } : undefined
  const against = fhirLine(vaccination.diseases.map(({ name }) => name).join(', '))
  const pzn = vaccine?.pzns.length === 1 ? vaccine.pzns[0] : undefined
  return [
    ...(snomed ? [{ system: SNOMED, version: SNOMED_VERSION, ...snomed }] : []),
    ...(vaccine?.atc ? [{ system: ATC, version: ATC_VERSION, code: fhirLine(vaccine.atc), display: `Impfstoff gegen ${against}` }] : []),
    ...(pzn ? [{ system: PZN, code: pzn, display: fhirLine(vaccination.vaccineName) }] : []),
  ]
}

/** A kind may be named only together with its ATC code (invariant atc1 of the profile). */
const kindFor = (vaccine: ExchangedRecord['vaccine']): { readonly code: string; readonly display: string } => mioVaccine(vaccine?.atc ? vaccine.snomed : OTHER_VACCINE)

/** What the German record has no place for. */
function elsewhereOnly({ expiresOn, site, vaccinatorName }: Vaccination, roles: Roles): Readonly<Record<string, Json>> {
  const where = SITES[site]
  return {
    expirationDate: expiresOn,
    ...(where.site ? { site: { coding: [{ system: ACT_SITES, ...where.site }] } } : {}),
    ...(where.route ? { route: { coding: [{ system: ROUTES, ...where.route }] } } : {}),
    performer: [
      { function: { text: RESPONSIBLE_FUNCTION }, actor: reference(roles.responsible) },
      { function: { coding: [{ system: PERFORMER_FUNCTIONS, code: 'AP', display: 'Administering Provider' }] }, actor: { ...reference(roles.station), display: fhirLine(vaccinatorName) } },
    ],
  }
}

export const RESPONSIBLE_FUNCTION = 'Verantwortliche Person (§ 22 Abs. 2 IfSG)'

interface Coded {
  readonly code: string
  readonly display: string
}

const SITES: Readonly<Record<Vaccination['site'], { readonly site?: Coded; readonly route?: Coded }>> = {
  'left-arm': { site: { code: 'LA', display: 'left arm' } },
  'right-arm': { site: { code: 'RA', display: 'right arm' } },
  'left-thigh': { site: { code: 'LT', display: 'left thigh' } },
  'right-thigh': { site: { code: 'RT', display: 'right thigh' } },
  mouth: { route: { code: 'PO', display: 'Swallow, oral' } },
  nose: { route: { code: 'NASINHL', display: 'Inhalation, nasal' } },
}

/** The next doses in words, as they were printed (§ 22 Abs. 4 IfSG). */
function followUpNote({ nextDoses }: Vaccination): readonly JsonObject[] {
  const text = fhirText(nextDoses.map(({ sentence }) => sentence).join('\n'))
  return text ? [{ text }] : []
}

/** All diseases in one, as the German record wants it. */
const protocolOf = (given: Vaccination): JsonObject =>
  element({ extension: followUps(given.nextDoses), targetDisease: given.diseases.map(disease => ({ coding: [mioDisease(disease)] })), ...numberOf(doseNumberText(given)) })

/** The first also takes the next doses against what this one was not for. */
function protocolOfDisease(given: Vaccination, disease: Disease, isFirst: boolean): JsonObject {
  const number = given.doses.find(({ code }) => code === disease.code)?.number
  const isOwn = (code: string): boolean => given.diseases.some(one => one.code === code)
  return element({
    extension: followUps(given.nextDoses.filter(next => next.disease.code === disease.code || (isFirst && !isOwn(next.disease.code)))),
    targetDisease: [{ coding: [{ system: SNOMED, version: SNOMED_VERSION, code: disease.code }], text: fhirLine(disease.name) }],
    ...(number === undefined ? numberOf('') : { doseNumberPositiveInt: number }),
  })
}

const numberOf = (text: string): Readonly<Record<string, Json>> => (text ? { doseNumberString: text } : { _doseNumberString: absent })

const followUps = (next: Vaccination['nextDoses']): readonly JsonObject[] =>
  [...new Set(next.map(({ recommended }) => recommended))].toSorted().map(day => extension(FOLLOW_UP, { valueDateTime: day }))

/** One that the list does not know is told by its German name alone. */
function mioDisease({ code, name }: Disease): JsonObject {
  const listed = MIO_DISEASES.has(code) ? code : OTHER_DISEASE
  return {
    system: SNOMED, version: SNOMED_VERSION, code: listed, display: MIO_DISEASES.get(listed)?.display ?? '',
    _display: { extension: [extension(GERMAN_TERM, { extension: [extension('content', { valueString: fhirLine(name) })] })] },
  }
}
