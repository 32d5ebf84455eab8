import { HallContent } from '../../../shared/domains/halls/hall-commands.ts'
import type { Hall, PriceItem } from '../../../shared/domains/halls/tables.ts'

export const UNITS = ['flat', 'day', 'hour'] as const satisfies readonly PriceItem['unit'][]

type Written = 'name' | 'locality' | 'address' | 'description' | 'keyPlace' | 'houseRules' | 'withdrawal' | 'active'

/** A house as it stands in the fields of the editor. */
export interface WrittenHall extends Pick<HallContent, Written> {
  readonly capacity: string
  readonly minutesBefore: string
  readonly minutesAfter: string
  readonly keepYears: string
  readonly deposit: string
  /** Parted by commas. */
  readonly equipment: string
  readonly prices: readonly (Omit<PriceItem, 'cents'> & { readonly amount: string })[]
}

export const EMPTY_PRICE = { label: '', tenant: 'resident', unit: 'day', amount: '' } as const

/** What the fields begin with. */
export function writtenHall(hall: Hall | undefined, inEuro: (cents: number) => string): WrittenHall {
  if (!hall) {
    const nothing = { name: '', locality: '', address: '', description: '', keyPlace: '', houseRules: '', withdrawal: '', active: true, prices: [], equipment: '' }
    return { ...nothing, capacity: '', minutesBefore: '60', minutesAfter: '120', keepYears: '10', deposit: inEuro(0) }
  }
  const { name, locality, address, description, keyPlace, houseRules, withdrawal, active, capacity, minutesBefore, minutesAfter, keepYears, depositCents, equipment, prices } = hall
  return {
    name, locality, address, description, keyPlace, houseRules, withdrawal, active, capacity: String(capacity), minutesBefore: String(minutesBefore), minutesAfter: String(minutesAfter),
    keepYears: String(keepYears), deposit: inEuro(depositCents), equipment: equipment.join(', '), prices: prices.map(({ cents, ...price }) => ({ ...price, amount: inEuro(cents) })),
  }
}

const numberOf = (text: string): number => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** What the fields say; undefined while it is no house. */
export function contentOf(written: WrittenHall, position: number, centsOf: (text: string) => number | null | undefined): HallContent | undefined {
  const { capacity, minutesBefore, minutesAfter, keepYears, deposit, equipment, prices, ...same } = written
  const { data } = HallContent.safeParse({
    ...same, name: same.name.trim(), locality: same.locality.trim(), position, capacity: numberOf(capacity), minutesBefore: numberOf(minutesBefore), minutesAfter: numberOf(minutesAfter),
    keepYears: numberOf(keepYears), depositCents: centsOf(deposit), equipment: equipment.split(',').map(one => one.trim()).filter(Boolean),
    prices: prices.map(({ amount, ...price }) => ({ ...price, label: price.label.trim(), cents: centsOf(amount) })),
  })
  return data
}
