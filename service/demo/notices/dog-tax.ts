import type { NoticeContent } from '../../../shared/domains/notices/content.ts'
import { DOG_NAMES } from '../names.ts'
import type { Random } from '../random.ts'
import { TOWN } from '../town.ts'
import { inventDebtor } from './debtors.ts'

const FIRST_DOG_CENTS = 4_000
const FURTHER_DOG_CENTS = 7_000

/** The tax of somebody who keeps one dog or two, invented. */
export function inventDogTax(random: Random, { year, number }: { readonly year: number; readonly number: number }): NoticeContent {
  const { recipient, salutation } = inventDebtor(random)
  const items = Array.from({ length: random.chance(0.15) ? 2 : 1 }, (_, index) => ({
    label: `${index === 0 ? 'Ersthund' : 'Zweithund'} ${random.pick(DOG_NAMES)}`, cents: index === 0 ? FIRST_DOG_CENTS : FURTHER_DOG_CENTS,
  }))
  return {
    // Whoever keeps a dog here lives here.
    recipient: { ...recipient, postalCode: TOWN.postalCode, place: TOWN.name, country: '' }, salutation, debtorRole: 'owner', parcels: [],
    period: { from: `${year}-01-01`, to: `${year}-12-31` }, items, totalCents: items.reduce((sum, { cents }) => sum + cents, 0),
    reference: `22.${year}.${String(number).padStart(5, '0')}`, dueDay: `${year}-07-01`, email: null,
  }
}
