import { windows1252 } from '../../main/core/domains/notices/import/testing.ts'
import { inventUmlage, type Umlage } from '../../service/demo/notices/umlage.ts'
import { createRandom } from '../../service/demo/random.ts'
import { csvLine } from '../../shared/formats/csv.ts'
import type { NoticeContent } from '../../shared/domains/notices/content.ts'

/** A table as the finance program of a town gives it out, and what each of its debtors has to get. */
export interface NoticeTable {
  readonly fileName: string
  /** Windows-1252, `;` between the cells, a line for each parcel. */
  readonly bytes: Uint8Array
  readonly lines: number
  readonly contents: readonly NoticeContent[]
}

export interface NoticeTableOf {
  /** How many notices; some have several parcels, and as many lines. */
  readonly notices: number
  readonly seed: number
  readonly year?: number
  readonly dueDay?: string
}

const HEADINGS = [
  'Kassenzeichen', 'Name', 'Adresszusatz', 'Straße', 'Hausnummer', 'PLZ', 'Ort', 'Land', 'Briefanrede', 'Gemarkung', 'Flur', 'Flurstück', 'Fläche (m²)', 'Schuldnerrolle', 'Erhebungszeitraum', 'Flächenbeitrag',
  'Erschwernisbeitrag', 'Fällig am',
]
const ROLES = { owner: 'Eigentümer', leaseholder: 'Erbbauberechtigter', user: 'Nutzer' } as const
const WHOLE = new Intl.NumberFormat('de-DE')
const EURO = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** The same for the same seed. */
export function noticeTable({ notices, seed, year = 2025, dueDay = '2027-02-15' }: NoticeTableOf): NoticeTable {
  const random = createRandom(seed)
  const all = Array.from({ length: notices }, (_, index) => inventUmlage(random, { year, number: index + 1, dueDay }))
  const lines = all.flatMap(linesOf)
  return { fileName: `umlage-${year}.csv`, bytes: windows1252([csvLine(HEADINGS), ...lines].join('')), lines: lines.length, contents: all.map(({ content }) => content) }
}

const linesOf = ({ content: { recipient, salutation, debtorRole, period, reference, dueDay }, charged }: Umlage): readonly string[] => {
  const { name, addition, street, houseNumber, postalCode, place, country } = recipient
  return charged.map(({ district, section, number, areaSquareMetres, areaCents, hardshipCents }) => csvLine([
    reference, name, addition, street, houseNumber, postalCode, place, country, salutation, district, section, number, WHOLE.format(areaSquareMetres ?? 0), ROLES[debtorRole], period.from.slice(0, 4), EURO.format(areaCents / 100),
    hardshipCents > 0 ? EURO.format(hardshipCents / 100) : null, { day: dueDay },
  ]))
}
