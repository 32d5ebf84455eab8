import { sumOfPrices, totalOf } from '../../../../shared/domains/halls/prices.ts'
import type { Hall, HallBooking, HallStatus } from '../../../../shared/domains/halls/tables.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { HallRequestShown, HallRequestStatus } from '../../../../shared/wire/public-halls.ts'
import { isWithdrawable, type OpenedRequest } from './by-link.ts'

/** Where the key is is nobody's business who only has a link. */
const STATUS: Readonly<Record<HallStatus, HallRequestStatus>> = {
  requested: 'requested', approved: 'approved', contracted: 'contracted', 'handed-over': 'contracted', returned: 'over', refused: 'refused', cancelled: 'cancelled',
}

/** A request as whoever has its link sees it. */
export function shownRequest({ booking, all }: OpenedRequest, hall: Hall, link: string, now: Instant): HallRequestShown {
  const paid = standing(all)
  const prices = sumOfPrices(paid)
  const { id, name, locality, address } = hall
  return {
    link, status: STATUS[booking.status], hall: { id, name, locality, address },
    times: all.map(({ startsAt, endsAt, status }) => ({ startsAt, endsAt, status: STATUS[status] })),
    purpose: booking.purpose, persons: booking.persons, name: booking.tenant.name, prices: [...prices], totalCents: totalOf(prices),
    depositCents: Math.max(0, ...paid.map(({ depositCents }) => depositCents)), contractNumber: booking.contractNumber, reason: booking.reason,
    canWithdraw: all.some(one => isWithdrawable(one, now)),
  }
}

/** What somebody pays for: not the times that were refused or cancelled, unless there are no others. */
function standing(all: readonly HallBooking[]): readonly HallBooking[] {
  const left = all.filter(({ status }) => status !== 'refused' && status !== 'cancelled')
  return left.length > 0 ? left : all
}
