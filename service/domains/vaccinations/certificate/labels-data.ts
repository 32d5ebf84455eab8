import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'

interface Label {
  readonly day: string
  readonly number: string
  readonly vaccine: string
  readonly lot: string
  readonly diseases: string
  readonly person: string
}

/** What stands in `labels.typ`. */
export interface LabelsData {
  readonly title: string
  readonly authority: string
  readonly labels: readonly Label[]
}

/** Entries for vaccination passes, to be stuck in and signed there; the name is small and only says into whose. */
export const labelsData = (records: readonly Vaccination[], authority: string): LabelsData => ({
  title: 'Etiketten für den Impfausweis',
  authority,
  labels: records.map(({ day, number, vaccineName, lot, diseases, person }) => ({
    day: figures(day), number, vaccine: vaccineName, lot, diseases: diseases.map(({ name }) => name).join(', '),
    person: [`${person.familyName}, ${person.givenName}`, ...(person.birthDay === null ? [] : [`* ${figures(person.birthDay)}`])].join(' '),
  })),
})

/** `24.11.2026` */
const figures = (day: string): string => day.split('-').toReversed().join('.')
