import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { sealAddress } from '../seal/address.ts'
import { codePicture } from '../seal/code-picture.ts'
import { asItIs, bothDays, LABELS, SITES, type Both } from './words.ts'

/** A dose with the versions before and after it, as far as they are there. */
export interface Versioned {
  readonly record: Vaccination
  readonly before: Vaccination | undefined
  readonly after: Vaccination | undefined
}

interface Row {
  readonly label: Both
  readonly value: Both
  readonly isStrong: boolean
}

/** One dose as the layout takes it. */
export interface DoseEntry {
  readonly title: string
  readonly replaced: Both | null
  readonly rows: readonly Row[]
  /** An SVG; null where there is nothing to be proved: no seal yet, or another version holds. */
  readonly qr: string | null
}

export const doseEntry = (versioned: Versioned, url: string): DoseEntry => {
  const { record, after } = versioned
  const { seal, diseases, replacedById } = record
  return {
    title: `Impfung gegen ${diseases.map(({ name }) => name).join(', ')}`,
    replaced: replacedById === null ? null : replacedBy(after),
    rows: rowsOf(versioned),
    qr: seal === '' || replacedById !== null ? null : codePicture(sealAddress(url, seal)),
  }
}

function rowsOf({ record, before }: Versioned): readonly Row[] {
  const { day, vaccineName, manufacturer, lot, expiresOn, site, vaccinatorName, responsible, number } = record
  const row = (label: keyof typeof LABELS, value: Both, isStrong = false): Row => ({ label: LABELS[label], value, isStrong })
  return [
    row('day', bothDays(day), true),
    row('vaccine', asItIs(manufacturer ? `${vaccineName} (${manufacturer})` : vaccineName), true),
    row('lot', asItIs(lot), true),
    row('expiry', bothDays(expiresOn)),
    row('diseases', diseasesOf(record), true),
    row('site', SITES[site]),
    row('vaccinator', asItIs(vaccinatorName)),
    row('responsible', asItIs(`${responsible.name}, ${responsible.address}`)),
    row('number', asItIs(number)),
    ...(before ? [row('corrects', asItIs(before.number))] : []),
  ]
}

/** Names are German; abroad the code says which disease it is. */
function diseasesOf({ diseases, doses }: Vaccination): Both {
  const numbered = diseases.map(({ code, name }) => ({ code, name, number: doses.find(dose => dose.code === code)?.number }))
  return {
    de: numbered.map(({ name, number }) => (number === undefined ? name : `${name} (${number}. Dosis)`)).join(', '),
    en: numbered.map(({ code, number }) => `${number === undefined ? '' : `dose ${number}, `}SNOMED CT ${code}`).join('; '),
  }
}

function replacedBy(after: Vaccination | undefined): Both {
  if (!after) return { de: 'Ersetzt. Diese Fassung gilt nicht mehr.', en: 'Replaced. This version is no longer valid.' }
  const day = bothDays(germanDay(after.documentedAt))
  return {
    de: `Ersetzt durch ${after.number} am ${day.de}. Diese Fassung gilt nicht mehr.`,
    en: `Replaced by ${after.number} on ${day.en}. This version is no longer valid.`,
  }
}
