import { objectIn, objectsIn, type Raw } from './raw.ts'
import { readImmunization, type LeftOut, type ReadDose } from './read-immunization.ts'
import { readPerson, type ReadPerson } from './read-person.ts'

/** Why a file tells nothing. */
export type UnreadableReason = 'too-large' | 'xml' | 'not-json' | 'not-a-bundle' | 'no-patient' | 'several-patients' | 'too-many' | 'no-doses'

export type ReadRecords =
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly kind: 'read'; readonly person: ReadPerson; readonly doses: readonly ReadDose[]; readonly leftOut: readonly LeftOut[] }

/** A life of vaccinations is some dozen entries. */
export const MOST_SIGNS = 2_000_000
const MOST_ENTRIES = 2_000
const MOST_DOSES = 200

/** Vaccination records of one person: the German record of any version, plain FHIR R4, a patient summary. Never throws. */
export function readRecords(text: string, today: string): ReadRecords {
  if (text.length > MOST_SIGNS) return unreadable('too-large')
  if (/^\uFEFF?\s*</.test(text)) return unreadable('xml')
  const parsed = parsedJson(text)
  if (parsed === undefined) return unreadable('not-json')
  const bundle = objectIn(parsed)
  if (bundle?.['resourceType'] !== 'Bundle') return unreadable('not-a-bundle')
  const entries = objectsIn(bundle['entry'])
  return entries.length > MOST_ENTRIES ? unreadable('too-many') : recordsIn(entries, today)
}

const unreadable = (reason: UnreadableReason): ReadRecords => ({ kind: 'unreadable', reason })

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function recordsIn(entries: readonly Raw[], today: string): ReadRecords {
  const ofType = (type: string): readonly Raw[] => entries.filter(entry => objectIn(entry['resource'])?.['resourceType'] === type)
  const [patient, ...others] = ofType('Patient')
  const given = ofType('Immunization')
  if (given.length > MOST_DOSES) return unreadable('too-many')
  if (!patient) return unreadable('no-patient')
  if (others.length > 0) return unreadable('several-patients')
  if (given.length === 0) return unreadable('no-doses')
  const byReference = new Map(entries.flatMap(entry => referencesTo(entry).map(reference => [reference, objectIn(entry['resource'])] as const)))
  const resolve = (reference: unknown): Raw | undefined => namesOf(reference).map(name => byReference.get(name)).find(Boolean)
  const about = objectIn(patient['resource']) ?? {}
  // Whatever else bears the same id.
  const own = new Set(referencesTo(patient))
  const surroundings = { resolve, isPatient: (reference: unknown) => namesOf(reference).some(name => own.has(name)), today }
  const read = given.map(entry => readImmunization(objectIn(entry['resource']) ?? {}, surroundings))
  return { kind: 'read', person: readPerson(about), doses: read.filter(one => 'dose' in one), leftOut: read.filter(one => 'reason' in one) }
}

/** All ways to name an entry. */
function referencesTo({ fullUrl, resource }: Raw): readonly string[] {
  const { resourceType, id } = objectIn(resource) ?? {}
  return [...(typeof fullUrl === 'string' ? [fullUrl] : []), ...(typeof id === 'string' ? [`${String(resourceType)}/${id}`, `urn:uuid:${id}`] : [])]
}

/** A reference as it stands, and without the server and the version in it. */
const namesOf = (reference: unknown): readonly string[] =>
  (typeof reference === 'string' ? [reference, reference.replace(/\/_history\/[^/]*$/, '').replace(/^.*?([A-Za-z]+\/[^/]+)$/s, '$1')] : [])
