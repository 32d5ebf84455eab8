import * as z from 'zod'
import type { Disease } from '../../domains/vaccinations/disease.ts'
import type { EarlierDose, Vaccination } from '../../domains/vaccinations/tables.ts'
import { germanDayAt } from '../../german-days.ts'
import { ATTESTER, FOLLOW_UP, SNOMED } from './codes.ts'
import { doseNumbersIn } from './dose-number.ts'
import { OTHER_VACCINE } from './mio-vaccines.ts'
import { codingsIn, extensionIn, extensionsIn, lineIn, objectIn, objectsIn, type Raw } from './raw.ts'
import { readDiseases, readIsLive } from './read-diseases.ts'
import { readName } from './read-person.ts'

/** A dose as a file tells it: what the history of a visit takes, and what helps to know it again. */
export interface ReadDose {
  readonly dose: EarlierDose
  readonly manufacturer: string
  readonly numbers: Vaccination['doses']
  readonly nextDays: readonly string[]
  readonly responsible: string
}

/** Why a record of a file is no dose that could be taken over. */
export type LeftOutReason = 'not-done' | 'entered-in-error' | 'unclear-status' | 'other-patient' | 'no-day' | 'no-month' | 'in-future' | 'no-disease'

export interface LeftOut {
  readonly reason: LeftOutReason
  /** What of it can be told apart by. */
  readonly label: string
}

export interface Surroundings {
  /** Whether a reference names the one person of the file. */
  readonly isPatient: (reference: unknown) => boolean
  readonly resolve: (reference: unknown) => Raw | undefined
  readonly today: string
}

export function readImmunization(immunization: Raw, { isPatient, resolve, today }: Surroundings): ReadDose | LeftOut {
  const status = statusProblem(immunization['status'])
  const when = dayIn(immunization['occurrenceDateTime'])
  const diseases = readDiseases(immunization)
  const leftOut = (reason: LeftOutReason): LeftOut => ({ reason, label: [vaccineNameIn(immunization), lineIn(immunization['occurrenceDateTime'] ?? immunization['occurrenceString'], 40)].filter(Boolean).join(' · ') })
  if (status) return leftOut(status)
  if (!isPatient(objectIn(immunization['patient'])?.['reference'])) return leftOut('other-patient')
  if (when === 'no-day' || when === 'no-month') return leftOut(when)
  if (when > today) return leftOut('in-future')
  if (diseases.length === 0) return leftOut('no-disease')
  const dose: EarlierDose = {
    day: when, vaccineName: vaccineNameIn(immunization) || diseases.map(({ name }) => name).join(', ').slice(0, 160), vaccine: kindIn(immunization), diseases: [...diseases], isLive: readIsLive(immunization),
    lot: lineIn(immunization['lotNumber'], 40), source: 'import', vaccinationId: null,
  }
  return {
    dose, manufacturer: lineIn(objectIn(immunization['manufacturer'])?.['display'], 160), numbers: numbersIn(immunization, diseases), nextDays: nextDaysIn(immunization),
    responsible: responsibleIn(immunization, resolve),
  }
}

const statusProblem = (status: unknown): LeftOutReason | undefined =>
  status === 'completed' ? undefined : status === 'not-done' || status === 'entered-in-error' ? status : 'unclear-status'

/** The day in Germany; the month where that is all there is. */
function dayIn(value: unknown): string {
  const text = typeof value === 'string' ? value : ''
  if (/^\d{4}$/.test(text)) return 'no-month'
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})(T[\d:.]{1,20}(?:Z|[+-]\d{2}:\d{2}))?$/.exec(text) ?? []
  if (!z.iso.date().safeParse(day).success) return 'no-day'
  const ms = time ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? day : germanDayAt(ms)
}

function vaccineNameIn({ vaccineCode }: Raw): string {
  const display = codingsIn(vaccineCode).map(coding => lineIn(coding['display'], 160)).find(Boolean)
  return lineIn(objectIn(vaccineCode)?.['text'], 160) || display || ''
}

function kindIn({ vaccineCode }: Raw): string | null {
  const code = codingsIn(vaccineCode).find(({ system }) => system === SNOMED)?.['code']
  return typeof code === 'string' && code !== OTHER_VACCINE && /^[\d+]{6,40}$/.test(code) ? code : null
}

function numbersIn({ protocolApplied }: Raw, diseases: readonly Disease[]): Vaccination['doses'] {
  return objectsIn(protocolApplied).flatMap(protocol => {
    const meant = diseases.filter(({ code }) => objectsIn(protocol['targetDisease']).some(concept => codingsIn(concept).some(coding => coding['code'] === code)))
    const number = protocol['doseNumberPositiveInt']
    return doseNumbersIn(typeof number === 'number' ? String(number) : lineIn(protocol['doseNumberString'], 1_200), meant)
  })
}

const nextDaysIn = ({ protocolApplied }: Raw): readonly string[] =>
  [...new Set(objectsIn(protocolApplied).flatMap(protocol => extensionsIn(protocol, FOLLOW_UP).map(one => dayIn(one['valueDateTime']))))].filter(day => day.length === 10).toSorted()

/** Who signed, or whoever else is named as having to do with it. */
function responsibleIn(immunization: Raw, resolve: Surroundings['resolve']): string {
  const attester = objectIn(extensionIn(extensionIn(immunization, ATTESTER), 'party')?.['valueReference'])
  const [performer] = objectsIn(immunization['performer'])
  const named = attester ?? objectIn(performer?.['actor'])
  const found = resolve(named?.['reference'])
  const person = found?.['resourceType'] === 'PractitionerRole' ? resolve(objectIn(found['practitioner'])?.['reference']) : found
  return person?.['resourceType'] === 'Practitioner' ? readName(person) : lineIn(named?.['display'], 160)
}
