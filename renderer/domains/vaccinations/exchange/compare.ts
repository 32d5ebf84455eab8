import type { EarlierDose } from '../../../../shared/domains/vaccinations/tables.ts'
import { folded, type Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import type { ReadDose } from '../../../../shared/formats/fhir/read-immunization.ts'
import type { ReadPerson } from '../../../../shared/formats/fhir/read-person.ts'

export type DoseDifference = 'day' | 'vaccine' | 'diseases' | 'lot'

/** A dose of a file beside what is known already. */
export interface ComparedDose extends ReadDose {
  /** What is known of the same dose; null where the file alone tells of it. */
  readonly known: EarlierDose | null
  readonly differs: readonly DoseDifference[]
}

/** Each dose of a file, oldest first, beside the one of the history that tells of the same: on one day, against one disease at least. */
export function comparedWith(history: readonly EarlierDose[], doses: readonly ReadDose[]): readonly ComparedDose[] {
  return doses.toSorted((one, other) => (one.dose.day < other.dose.day ? -1 : one.dose.day > other.dose.day ? 1 : 0)).map(one => {
    const alike = history.filter(known => isSameTime(known.day, one.dose.day) && known.diseases.some(({ code }) => one.dose.diseases.some(disease => disease.code === code)))
    const known = alike.toSorted((a, b) => differences(a, one.dose).length - differences(b, one.dose).length)[0] ?? null
    return { ...one, known, differs: known ? differences(known, one.dose) : [] }
  })
}

/** A month alone is the same time as any of its days. */
const isSameTime = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

const differences = (known: EarlierDose, read: EarlierDose): readonly DoseDifference[] =>
  (['day', 'vaccine', 'diseases', 'lot'] as const).filter(item => WORDS[item](known) !== WORDS[item](read))

const WORDS: Readonly<Record<DoseDifference, (dose: EarlierDose) => string>> = {
  day: ({ day }) => day,
  vaccine: ({ vaccineName }) => folded(vaccineName),
  diseases: ({ diseases }) => diseases.map(({ code }) => code).toSorted().join(' '),
  lot: ({ lot }) => folded(lot),
}

export type PersonDifference = 'name' | 'birth-day'

/** Wherein the person of a file is not the one who is here; spelling makes no difference. */
export function personDifferences(here: Pick<Vaccinee, 'familyName' | 'givenName' | 'birthDay'>, read: ReadPerson): readonly PersonDifference[] {
  const isSameName = folded(here.familyName) === folded(read.familyName) && isSameGiven(here.givenName, read.givenName)
  return [...(isSameName ? [] : ['name'] as const), ...(here.birthDay === read.birthDay ? [] : ['birth-day'] as const)]
}

/** Records tell all given names, people often one. */
function isSameGiven(here: string, read: string): boolean {
  const [one, other] = [here, read].map(text => text.split(/[\s-]+/).map(folded).filter(Boolean).join(' ')) as [string, string]
  return one === other || (one !== '' && other !== '' && (`${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `)))
}
