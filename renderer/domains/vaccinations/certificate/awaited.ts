import type { ShownVaccination } from '../../../../shared/contract/vaccinations.ts'
import { stands } from '../../../../shared/domains/vaccinations/twins.ts'

const NAMES = new Intl.Collator('de')

/** What of a session the responsible person has yet to sign, in the order in which the sheets are printed. */
export const awaitedOf = (records: readonly ShownVaccination[]): readonly ShownVaccination[] =>
  records.filter(record => stands(record) && record.number !== '' && record.confirmation.kind === 'awaited')
    .toSorted((one, other) => NAMES.compare(`${one.person.familyName} ${one.person.givenName}`, `${other.person.familyName} ${other.person.givenName}`) || NAMES.compare(one.number, other.number))
