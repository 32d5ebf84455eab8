import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import { Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import { isGtin, isPzn, isSnomedId } from '../../../../shared/formats/check-digits.ts'

/** A product as somebody writes it down; numbers are parted by commas or blanks. */
export interface VaccineDraft {
  readonly name: string
  readonly manufacturer: string
  readonly snomed: string
  readonly atc: string
  readonly pzns: string
  readonly gtins: string
  readonly diseases: readonly Disease[]
  readonly isLive: boolean
  readonly observeMinutes: string
  readonly active: boolean
}

export type VaccineField = 'name' | 'snomed' | 'atc' | 'pzns' | 'gtins' | 'diseases' | 'observeMinutes'
export type VaccineProblem = 'missing' | 'snomed' | 'atc' | 'pzn' | 'gtin' | 'taken' | 'too-many' | 'minutes'

const Content = Vaccine.omit({ id: true, scope: true, version: true })

export const EMPTY_VACCINE: VaccineDraft = { name: '', manufacturer: '', snomed: '', atc: '', pzns: '', gtins: '', diseases: [], isLive: false, observeMinutes: '15', active: true }

export const vaccineDraftOf = ({ pzns, gtins, observeMinutes, ...same }: Vaccine): VaccineDraft => ({ ...same, pzns: pzns.join(', '), gtins: gtins.join(', '), observeMinutes: String(observeMinutes) })

const numbersIn = (text: string, written: (text: string) => string): readonly string[] => [...new Set(text.split(/[\s,;]+/).filter(Boolean).map(written))]

/** `3752864` as it is printed on older boxes, with its eight digits. */
const asPzn = (text: string): string => text.padStart(8, '0')

/** The number of a shop's bar code is the same with a nought in front. */
const asGtin = (text: string): string => text.padStart(14, '0')

export interface ReadVaccine {
  readonly content: Omit<Vaccine, 'id' | 'scope' | 'version'> | undefined
  readonly problems: Partial<Record<VaccineField, VaccineProblem>>
}

/** What the fields say, and what of it cannot be: a number with a wrong check digit would never be found by a scan, one that two products have finds the wrong one. */
export function readVaccine(draft: VaccineDraft, others: readonly Vaccine[]): ReadVaccine {
  const [pzns, gtins] = [numbersIn(draft.pzns.replaceAll(/PZN\s*[-:]?\s*/gi, ' '), asPzn), numbersIn(draft.gtins, asGtin)]
  const isTaken = (kind: 'pzns' | 'gtins', numbers: readonly string[]): boolean => others.some(other => other[kind].some(number => numbers.includes(number)))
  const observeMinutes = /^\d{1,3}$/.test(draft.observeMinutes.trim()) && Number(draft.observeMinutes) <= 120 ? Number(draft.observeMinutes) : undefined
  const [snomed, atc] = [draft.snomed.trim(), draft.atc.trim().toUpperCase()]
  const found: Readonly<Record<VaccineField, VaccineProblem | false>> = {
    name: draft.name.trim() === '' && 'missing',
    snomed: snomed !== '' && !isSnomedId(snomed) && 'snomed',
    atc: atc !== '' && !/^[A-Z]\d{2}[A-Z]{2}\d{2}$/.test(atc) && 'atc',
    pzns: !pzns.every(isPzn) ? 'pzn' : isTaken('pzns', pzns) && 'taken',
    gtins: !gtins.every(isGtin) ? 'gtin' : isTaken('gtins', gtins) && 'taken',
    diseases: draft.diseases.length === 0 ? 'missing' : draft.diseases.length > 8 && 'too-many',
    observeMinutes: observeMinutes === undefined && 'minutes',
  }
  const problems: ReadVaccine['problems'] = Object.fromEntries(Object.entries(found).flatMap(([field, problem]) => (problem ? [[field, problem]] : [])))
  const { data } = Content.safeParse({ ...draft, name: draft.name.trim(), manufacturer: draft.manufacturer.trim(), snomed, atc, pzns, gtins, observeMinutes })
  return { problems, content: Object.keys(problems).length === 0 ? data : undefined }
}
