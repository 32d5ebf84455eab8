import type { EarlierDose, Vaccine } from '../../../shared/domains/vaccinations/tables.ts'
import { plusCalendarDays } from '../../../shared/german-days.ts'
import { twoDigits } from '../citizen.ts'
import type { Random } from '../random.ts'
import type { ProductKey } from './products.ts'

/** Days before `day` on which doses of the same kind were given, as a pass shows them; most recent last. */
const DAYS_BEFORE: Partial<Readonly<Record<ProductKey, (random: Random) => readonly number[]>>> = {
  tbe: random => (random.chance(0.5) ? [random.between(35, 80)] : []),
  zoster: random => (random.chance(0.5) ? [random.between(70, 150)] : []),
  covid: random => [1_980, 1_930, 1_740, random.between(365, 400)],
}

const AUTUMN_DAY = 10

/** What the pass that somebody shows says about doses of this kind. */
export function earlierDoses(random: Random, product: ProductKey, vaccine: Vaccine, day: string): readonly EarlierDose[] {
  const days = DAYS_BEFORE[product]?.(random).map(before => plusCalendarDays(day, -before)) ?? autumns(random, Number(day.slice(0, 4)))
  return days.map(given => ({
    day: given, vaccineName: vaccine.name.split(' ')[0] ?? '', vaccine: vaccine.snomed || null, diseases: vaccine.diseases, isLive: vaccine.isLive,
    lot: `P${random.between(10_000, 99_999)}`, source: 'pass', vaccinationId: null,
  }))
}

/** Up to three autumns in a row, the last one a year ago. */
const autumns = (random: Random, year: number): readonly string[] =>
  Array.from({ length: random.between(0, 3) }, (_, index) => index + 1).toReversed().map(ago => `${year - ago}-${AUTUMN_DAY}-${twoDigits(random.between(1, 28))}`)
