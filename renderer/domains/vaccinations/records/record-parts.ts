import type { TFunction } from 'i18next'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import type { Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import type { Language } from '../../../texts/languages.ts'
import { formatPlainDay } from '../../../ui/format.ts'

/** What of a documentation may be corrected, in the order in which it is read. */
export const RECORD_PARTS = ['familyName', 'givenName', 'birthDay', 'gender', 'address', 'reach', 'vaccine', 'lot', 'doses', 'site', 'vaccinator', 'nextDoses'] as const
export type RecordPart = (typeof RECORD_PARTS)[number]

/** As far as parts are told. */
export type Told = Pick<Vaccination, 'person' | 'vaccineName' | 'lot' | 'expiresOn' | 'diseases' | 'doses' | 'site' | 'vaccinatorName' | 'nextDoses'>

/** `Am Anger 3, 39517 Tangerhütte, Uchtdorf`; a part of the town that has its name is not said twice. */
export const addressOf = ({ street, postalCode, place, locality }: Pick<Vaccinee, 'street' | 'postalCode' | 'place' | 'locality'>): string =>
  [street, `${postalCode} ${place}`.trim(), locality === place ? '' : locality].filter(Boolean).join(', ')

/** A part in as few words as tell it; what is the same is told the same. */
export function partInWords(record: Told, part: RecordPart, t: TFunction, language: Language): string {
  const { person } = record
  const day = (plain: string): string => formatPlainDay(plain, language)
  const nameOf = (code: string): string => record.diseases.find(disease => disease.code === code)?.name ?? code
  const words: Readonly<Record<RecordPart, () => string>> = {
    familyName: () => person.familyName,
    givenName: () => person.givenName,
    birthDay: () => (person.birthDay ? day(person.birthDay) : ''),
    gender: () => t(`vaccinations.genders.${person.gender}`),
    address: () => addressOf(person),
    reach: () => [person.phone, person.email].filter(Boolean).join(', '),
    vaccine: () => record.vaccineName,
    lot: () => t('vaccinationRecords.lotUntil', { lot: record.lot, day: day(record.expiresOn) }),
    doses: () => record.doses.map(({ code, number }) => `${nameOf(code)}: ${number}`).join(', '),
    site: () => t(`vaccinations.sites.${record.site}`),
    vaccinator: () => record.vaccinatorName,
    nextDoses: () => record.nextDoses.map(({ disease, recommended }) => `${disease.name}: ${day(recommended)}`).join(', ') || t('vaccinations.noneDue'),
  }
  return words[part]() || t('common.notGiven')
}

/** The parts in which two versions differ, as they are told. */
export const differingParts = (before: Told, after: Told, t: TFunction, language: Language): readonly RecordPart[] =>
  RECORD_PARTS.filter(part => partInWords(before, part, t, language) !== partInWords(after, part, t, language))
