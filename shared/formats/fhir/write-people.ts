import type { Responsible } from '../../domains/vaccinations/tables.ts'
import type { Vaccinee } from '../../domains/vaccinations/vaccinee.ts'
import { derivedUuid } from '../../ids.ts'
import type { Json, JsonObject } from '../../json.ts'
import { absent, IDENTIFIER_TYPES, mioProfile, OFFICIAL_GENDER, OFFICIAL_GENDERS, PRECINCT, SNOMED } from './codes.ts'
import { element, extension, fhirLine, reference } from './element.ts'
import type { ExchangeFormat, Issuer } from './exchanged.ts'
import { humanName, namePartsOf } from './write-name.ts'

export const profileOf = (format: ExchangeFormat, name: string): Json | undefined => (format === 'mio' ? { profile: [mioProfile(name)] } : undefined)

const identifier = (type: string, id: string): JsonObject => ({ type: { coding: [{ system: IDENTIFIER_TYPES, code: type }] }, system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` })

/** Whom the records are about. The German record has no place for address and telephone. */
export function patient(id: string, person: Vaccinee, format: ExchangeFormat): JsonObject {
  return element({
    resourceType: 'Patient', id, meta: profileOf(format, 'Patient'),
    identifier: [identifier('MR', id)],
    name: [humanName({ title: '', given: person.givenName, family: person.familyName })],
    ...(format === 'fhir' ? { telecom: [...telecom('phone', person.phone), ...telecom('email', person.email)] } : {}),
    ...genderOf(person.gender),
    ...(person.birthDay === null ? { _birthDate: absent } : { birthDate: person.birthDay }),
    ...(format === 'fhir' ? { address: addressOf(person) } : {}),
  })
}

const telecom = (system: string, value: string | null): readonly JsonObject[] => (value ? [{ system, value: fhirLine(value) }] : [])

const genderOf = (gender: Vaccinee['gender']): Readonly<Record<string, Json>> =>
  gender === 'diverse'
    ? { gender: 'other', _gender: { extension: [extension(OFFICIAL_GENDER, { valueCoding: { system: OFFICIAL_GENDERS, code: 'D', display: 'divers' } })] } }
    : { gender }

function addressOf({ street, postalCode, place, locality }: Vaccinee): readonly JsonObject[] {
  const lines = element({
    type: 'both',
    extension: locality ? [extension(PRECINCT, { valueString: fhirLine(locality) })] : [],
    line: [fhirLine(street)].filter(line => line !== ''), city: fhirLine(place), postalCode: fhirLine(postalCode),
  })
  return Object.keys(lines).length > 1 ? [{ ...lines, country: 'D' }] : []
}

/** Somebody who works at a session, in the three resources that FHIR wants for it. */
export interface Worker {
  readonly roleId: string
  readonly resources: readonly JsonObject[]
}

/** Who is responsible and signs. Neither a physician's number nor the chamber's is kept here: the id stands for them. */
export function responsibleWorker({ personId, name, address }: Responsible, issuer: Issuer, format: ExchangeFormat): Worker {
  const physician = { coding: [{ system: SNOMED, code: '309343006', display: 'Physician (occupation)' }], text: 'Ärztin oder Arzt' }
  // The name belongs to the id: somebody who marries signs later records by another one.
  return worker({ id: derivedUuid(personId, name), key: personId, name, qualification: physician }, { issuer, address, format })
}

/** Who vaccinated and wrote it down at the station; of them the name alone is known. */
export function stationWorker(name: string, address: string, issuer: Issuer, format: ExchangeFormat): Worker {
  const id = derivedUuid(issuer.id, `worker/${name}`)
  return worker({ id, key: id, name, qualification: { text: 'Impfende Person' } }, { issuer, address, format })
}

interface Person {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly qualification: JsonObject
}

function worker({ id, key, name, qualification }: Person, { issuer, address, format }: { readonly issuer: Issuer; readonly address: string; readonly format: ExchangeFormat }): Worker {
  const organizationId = derivedUuid(issuer.id, `organization/${address}`)
  const roleId = derivedUuid(id, organizationId)
  return {
    roleId,
    resources: [
      element({ resourceType: 'PractitionerRole', id: roleId, meta: profileOf(format, 'Practitionerrole'), practitioner: reference(id), organization: reference(organizationId) }),
      element({
        resourceType: 'Practitioner', id, meta: profileOf(format, 'Practitioner'), identifier: [identifier('ESN', key)], name: [humanName(namePartsOf(name))],
        qualification: [{ code: qualification }],
      }),
      element({ resourceType: 'Organization', id: organizationId, meta: profileOf(format, 'Organization'), name: fhirLine(issuer.name), address: [postalAddress(address)] }),
    ],
  }
}

/** An address in one line, taken apart where it ends with postal code and town as German ones do. */
function postalAddress(text: string): JsonObject {
  const [, line = '', postalCode, city] = /^(.*?)[, ]*\b(\d{5}) +(\S.*)$/.exec(fhirLine(text)) ?? []
  return element({
    type: 'both', text: fhirLine(text), line: [postalCode ? line : fhirLine(text)].filter(one => one !== ''),
    ...(city ? { city } : { _city: absent }), ...(postalCode ? { postalCode } : { _postalCode: absent }), country: 'D',
  })
}
