import * as z from 'zod'
import { VaccineId } from '../../ids.ts'
import type { QuestionId } from './questionnaire.ts'
import { isHeldByFlag } from './stage.ts'
import { NextDose, Vaccination, type Vaccine, type VaccinationSession, type Visit } from './tables.ts'

/** What the station writes down about one dose; the rest follows from visit, session and catalogue. */
export const DoseDraft = z.object({
  vaccineId: VaccineId.nullable(),
  lot: z.string().max(40),
  expiresOn: z.iso.date().nullable(),
  doses: Vaccination.shape.doses,
  site: Vaccination.shape.site.nullable(),
  vaccinatorName: z.string().max(120),
  /** What § 22 Abs. 3 IfSG wants pointed out stands on the sheet; the station says that the person was told. */
  hintsGiven: z.boolean(),
  /** The next doses with proposed days (§ 22 Abs. 4 IfSG), or that none is due. */
  nextDoses: z.array(NextDose).max(8),
  noneDue: z.boolean(),
  againstRule: z.string().max(1_000).nullable(),
})
export type DoseDraft = Readonly<z.infer<typeof DoseDraft>>

/** One item that has to be there before a documentation is complete (§ 22 Abs. 2 to 4 IfSG), or before anybody may be vaccinated. */
export type MissingItem =
  | 'family-name' | 'given-name' | 'birth-day' | 'vaccine' | 'lot' | 'expiry' | 'disease' | 'dose-number' | 'site' | 'responsible' | 'responsible-address'
  | 'vaccinator' | 'hints' | 'next-dose' | 'answers' | 'verdict' | 'consent'

interface Parts {
  readonly visit: Pick<Visit, 'person' | 'answers' | 'verdict' | 'consent'>
  readonly session: Pick<VaccinationSession, 'responsible'>
  readonly vaccine: Pick<Vaccine, 'diseases'> | undefined
  readonly draft: DoseDraft
  /** The red flags that whoever documents knows of; all that stand unless said otherwise. */
  readonly flags?: readonly QuestionId[]
}

/** Everything that is still missing, in the order in which it is asked for; empty when the documentation may be completed. */
export function missingFrom(parts: Parts): readonly MissingItem[] {
  return CHECKS.flatMap(([item, isThere]) => (isThere(parts) ? [] : [item]))
}

const CHECKS: readonly (readonly [MissingItem, (parts: Parts) => boolean])[] = [
  ['family-name', ({ visit }) => visit.person.familyName.trim() !== ''],
  ['given-name', ({ visit }) => visit.person.givenName.trim() !== ''],
  ['birth-day', ({ visit }) => visit.person.birthDay !== null],
  ['answers', ({ visit }) => visit.answers !== null],
  ['verdict', ({ visit, flags }) => !isHeldByFlag(visit, flags)],
  ['consent', ({ visit }) => visit.consent !== null],
  ['vaccine', ({ vaccine }) => vaccine !== undefined],
  ['lot', ({ draft }) => draft.lot.trim() !== ''],
  ['expiry', ({ draft }) => draft.expiresOn !== null],
  ['disease', ({ vaccine }) => vaccine === undefined || vaccine.diseases.length > 0],
  ['dose-number', ({ vaccine, draft }) => vaccine === undefined || vaccine.diseases.every(({ code }) => draft.doses.some(dose => dose.code === code))],
  ['site', ({ draft }) => draft.site !== null],
  ['vaccinator', ({ draft }) => draft.vaccinatorName.trim() !== ''],
  ['responsible', ({ session }) => session.responsible.name.trim() !== ''],
  ['responsible-address', ({ session }) => session.responsible.address.trim() !== ''],
  ['hints', ({ draft }) => draft.hintsGiven],
  ['next-dose', ({ draft }) => draft.nextDoses.length > 0 || draft.noneDue],
]
