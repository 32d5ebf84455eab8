import { daysBetween, germanDay } from '../../german-days.ts'
import { instantFromMs, msOf, type Instant } from '../../time.ts'
import type { PriceItem, PriceLine, TenantKind } from './tables.ts'

const HOUR_MS = 3_600_000

export interface Times {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** Hours begun, and days of the calendar on which somebody is there. */
const hoursIn = ({ startsAt, endsAt }: Times): number => Math.ceil((msOf(endsAt) - msOf(startsAt)) / HOUR_MS)
const daysIn = ({ startsAt, endsAt }: Times): number => daysBetween(germanDay(startsAt), germanDay(instantFromMs(msOf(endsAt) - 1))) + 1

const UNITS = { flat: () => 1, day: daysIn, hour: hoursIn } as const satisfies Record<PriceItem['unit'], (times: Times) => number>
const WORDS = { flat: '', day: 'Tage', hour: 'Stunden' } as const satisfies Record<PriceItem['unit'], string>

/** What a booking costs by the price list, line by line. */
export const pricesFor = (list: readonly PriceItem[], tenant: TenantKind, times: Times): readonly PriceLine[] =>
  list.filter(item => item.tenant === tenant).map(({ label, unit, cents }) => {
    const count = UNITS[unit](times)
    return { label: count === 1 ? label : `${label} (${count} ${WORDS[unit]})`.slice(0, 120), cents: Math.min(cents * count, 10_000_000) }
  })

/** What several bookings cost together, one line for each thing that is paid for. */
export function sumOfPrices(bookings: readonly { readonly prices: readonly PriceLine[] }[]): readonly PriceLine[] {
  const all = new Map<string, number>()
  for (const { label, cents } of bookings.flatMap(({ prices }) => prices)) all.set(label, (all.get(label) ?? 0) + cents)
  return [...all].map(([label, cents]) => ({ label, cents }))
}

export const totalOf = (prices: readonly PriceLine[]): number => prices.reduce((sum, { cents }) => sum + cents, 0)
