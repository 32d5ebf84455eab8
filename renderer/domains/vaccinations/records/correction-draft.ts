import type { Correction } from '../../../../shared/domains/vaccinations/record-commands.ts'
import type { NextDose, Vaccination, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { trimmed } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import type { VaccineId } from '../../../../shared/ids.ts'
import type { Catalogue } from '../queries.ts'
import { draftForPerson, judgedPerson, type JudgedPerson, type PersonDraft } from '../station/check-in-draft.ts'
import { nextAfter, stateOf } from '../station/dose-plan.ts'
import type { Site } from '../station/station-memory.ts'
import type { Told } from './record-parts.ts'

/** A correction as it is typed; it begins with what is documented. */
export interface CorrectionDraft {
  readonly person: PersonDraft
  readonly vaccineId: VaccineId
  readonly lot: string
  readonly expiresOn: string
  readonly numbers: Readonly<Record<string, number>>
  readonly site: Site
  readonly vaccinatorName: string
}

export const draftOf = (record: Vaccination, written: (day: string) => string): CorrectionDraft => ({
  person: draftForPerson(record.person, written), vaccineId: record.vaccineId, lot: record.lot, expiresOn: record.expiresOn, site: record.site, vaccinatorName: record.vaccinatorName,
  numbers: Object.fromEntries(record.doses.map(({ code, number }) => [code, number])),
})

interface Around {
  readonly record: Vaccination
  readonly visit: Visit | null
  readonly catalogue: Catalogue
  readonly today: string
}

export interface JudgedCorrection {
  readonly content: Correction
  /** As the new version would be told, beside the one that stands. */
  readonly after: Told
  readonly person: JudgedPerson
}

/** What a draft makes of a documentation. Next doses are worked out anew where the product, who it is or their day of birth is another. */
export function judgedCorrection(draft: CorrectionDraft, { record, visit, catalogue, today }: Around): JudgedCorrection {
  const person = judgedPerson(draft.person, today, null)
  const vaccine = catalogue.vaccines.find(({ id }) => id === draft.vaccineId)
  const isSameProduct = draft.vaccineId === record.vaccineId
  const diseases = isSameProduct ? record.diseases : (vaccine?.diseases ?? record.diseases)
  const isSameMatter = isSameProduct && person.person.birthDay === record.person.birthDay
  const nextDoses: readonly NextDose[] = isSameMatter || !vaccine
    ? record.nextDoses
    : nextAfter({ visit: { person: person.person, history: (visit?.history ?? []).filter(({ vaccinationId }) => vaccinationId !== record.id), scope: record.scope }, vaccine, day: record.day }, stateOf(catalogue.rules))
  const content: Correction = {
    person: trimmed(person.person), vaccineId: draft.vaccineId, lot: draft.lot, expiresOn: draft.expiresOn, doses: diseases.map(({ code }) => ({ code, number: draft.numbers[code] ?? 1 })), site: draft.site,
    vaccinatorName: draft.vaccinatorName.trim(), nextDoses: [...nextDoses],
  }
  return { content, person, after: { ...content, vaccineName: isSameProduct ? record.vaccineName : (vaccine?.name ?? record.vaccineName), diseases } }
}
