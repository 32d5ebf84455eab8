import type { DebtorRole, NoticeContent, Parcel } from '../../../shared/domains/notices/content.ts'
import type { Random } from '../random.ts'
import { LOCALITY_NAMES } from '../town.ts'
import { inventDebtor } from './debtors.ts'

/** A parcel, and what is asked for it. */
export interface ChargedParcel extends Parcel {
  readonly areaCents: number
  /** 0 where nothing makes the water run off faster. */
  readonly hardshipCents: number
}

/** What one owner owes for the upkeep of ditches and brooks, parcel by parcel as the finance program keeps it. */
export interface Umlage {
  readonly content: NoticeContent
  readonly charged: readonly ChargedParcel[]
}

export interface UmlageOf {
  /** For which year. */
  readonly year: number
  readonly number: number
  readonly dueDay: string
  /** Where the parcels lie. */
  readonly districts?: readonly string[]
}

/** About ten euros for a hectare. */
const CENTS_PER_SQUARE_METRE = 0.104
const HARDSHIP = 0.35

/** One owner's share, invented; with the same random source always the same. */
export function inventUmlage(random: Random, { year, number, dueDay, districts = LOCALITY_NAMES }: UmlageOf): Umlage {
  const debtor = inventDebtor(random)
  const charged = chargedParcels(random, random.pick(districts))
  const debtorRole: DebtorRole = random.weighted([['owner', 92], ['leaseholder', 5], ['user', 3]] as const)
  return {
    charged,
    content: {
      ...debtor, debtorRole,
      parcels: charged.map(({ district, section, number: parcel, areaSquareMetres, label }) => ({ district, section, number: parcel, areaSquareMetres, label })),
      period: { from: `${year}-01-01`, to: `${year}-12-31` },
      items: itemsOf(charged),
      totalCents: charged.reduce((sum, { areaCents, hardshipCents }) => sum + areaCents + hardshipCents, 0),
      reference: `70.${year}.${String(number).padStart(5, '0')}`, dueDay, email: null,
    },
  }
}

function chargedParcels(random: Random, district: string): readonly ChargedParcel[] {
  const count = random.weighted([[1, 70], [2, 15], [3, 8], [5, 5], [14, 2]] as const)
  const section = String(random.between(1, 12))
  const first = random.between(1, 300)
  return Array.from({ length: count }, (_, index) => {
    const number = random.chance(0.4) ? `${first + index}/${random.between(1, 40)}` : String(first + index)
    const areaSquareMetres = random.weighted([[random.between(400, 1_500), 5], [random.between(1_500, 20_000), 4], [random.between(20_000, 400_000), 1]] as const)
    const areaCents = Math.max(1, Math.round(areaSquareMetres * CENTS_PER_SQUARE_METRE))
    const label = `Gemarkung ${district}, Flur ${section}, Flurstück ${number}`
    return { district, section, number, areaSquareMetres, label, areaCents, hardshipCents: random.chance(0.3) ? Math.max(1, Math.round(areaCents * HARDSHIP)) : 0 }
  })
}

/** Of several parcels each line says for which one it is. */
function itemsOf(charged: readonly ChargedParcel[]): NoticeContent['items'] {
  const labelled = (label: string, { number }: ChargedParcel): string => (charged.length > 1 ? `${label}, Flurstück ${number}` : label)
  return charged.flatMap(parcel => [
    { label: labelled('Flächenbeitrag', parcel), cents: parcel.areaCents },
    ...(parcel.hardshipCents > 0 ? [{ label: labelled('Erschwernisbeitrag', parcel), cents: parcel.hardshipCents }] : []),
  ])
}
