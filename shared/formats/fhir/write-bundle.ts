import { derivedUuid } from '../../ids.ts'
import type { JsonObject } from '../../json.ts'
import type { Instant } from '../../time.ts'
import { mioProfile, SNOMED, SNOMED_VERSION } from './codes.ts'
import { element, fhirLine, idOf, reference } from './element.ts'
import type { ExchangedRecord, ExchangeFormat, Issuer } from './exchanged.ts'
import { immunization } from './write-immunization.ts'
import { patient, responsibleWorker, stationWorker } from './write-people.ts'

/**
 * The records of one person as a file. All ids and times follow from the records, so that the same records give the same
 * bytes whenever and by whomever they are given out.
 */
export function recordsBundle(records: readonly [ExchangedRecord, ...ExchangedRecord[]], issuer: Issuer, format: ExchangeFormat): JsonObject {
  const inOrder = records.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const latest = inOrder.at(-1) ?? records[0]
  const at = records.map(({ vaccination }) => vaccination.at).toSorted().at(-1) ?? latest.vaccination.at
  const people = new Map<string, JsonObject>()
  const doses = inOrder.map(record => immunization(record, rolesOf(record, issuer, format, people), format))
  const about = patient(latest.vaccination.vaccineeId, latest.vaccination.person, format)
  const id = derivedUuid(`${format}/${records.map(({ vaccination }) => vaccination.id).toSorted().join()}`, at)
  const resources = [...doses, about, ...people.values()]
  if (format === 'fhir') return element({ resourceType: 'Bundle', id, type: 'collection', timestamp: at, entry: resources.map(entryOf) })
  const title = composition({ id: derivedUuid(id, 'composition'), at, author: rolesOf(latest, issuer, format, people).station, latest, doses })
  return element({
    resourceType: 'Bundle', id, meta: { profile: [mioProfile('Bundle_Entry')] }, identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` }, type: 'document', timestamp: at,
    entry: [title, ...resources].map(entryOf),
  })
}

const keyOf = ({ vaccination: { day, id } }: ExchangedRecord): string => `${day} ${id}`

const entryOf = (resource: JsonObject): JsonObject => ({ fullUrl: `urn:uuid:${idOf(resource)}`, resource })

/** The people of a record, each put in once. */
function rolesOf({ vaccination: { responsible, vaccinatorName } }: ExchangedRecord, issuer: Issuer, format: ExchangeFormat, people: Map<string, JsonObject>) {
  const signing = responsibleWorker(responsible, issuer, format)
  const station = fhirLine(vaccinatorName) === fhirLine(responsible.name) ? signing : stationWorker(vaccinatorName, responsible.address, issuer, format)
  for (const resource of [...signing.resources, ...station.resources]) people.set(idOf(resource), resource)
  return { responsible: signing.roleId, station: station.roleId }
}

interface Title {
  readonly id: string
  readonly at: Instant
  readonly author: string
  readonly latest: ExchangedRecord
  readonly doses: readonly JsonObject[]
}

/** What a document begins with: what it is, about whom, by whom, and its list of doses. */
const composition = ({ id, at, author, latest, doses }: Title): JsonObject =>
  element({
    resourceType: 'Composition', id, meta: { profile: [mioProfile('Composition_Prime')] }, status: 'final',
    type: { coding: [{ system: 'http://loinc.org', code: '11369-6', display: 'History of Immunization Narrative' }] },
    subject: reference(latest.vaccination.vaccineeId), date: at, author: [reference(author)], title: 'Impfdokumentation',
    section: [{ code: { coding: [{ system: SNOMED, version: SNOMED_VERSION, code: '713404003', display: 'Vaccination given (situation)' }] }, entry: doses.map(dose => reference(idOf(dose))) }],
  })
