import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Hall, HallBooking, PriceLine, Tenant } from '../domains/halls/tables.ts'
import { HallId } from '../ids.ts'
import { Instant } from '../time.ts'
import { Moment } from './booking.ts'

/** As many days as are told of at once. */
const MOST_DAYS_ASKED = 93

/** A house as anybody may know it. */
export const PublicHall = Hall.pick({
  id: true, name: true, locality: true, address: true, capacity: true, equipment: true, description: true, minutesBefore: true, minutesAfter: true,
  prices: true, depositCents: true, houseRules: true, withdrawal: true,
})
export type PublicHall = Readonly<z.infer<typeof PublicHall>>

/** Which days; `from` is a day in Germany. */
export const HallDaysAsked = z.object({ hallId: HallId, from: z.iso.date(), days: z.coerce.number().int().min(1).max(MOST_DAYS_ASKED) })
export type HallDaysAsked = Readonly<z.infer<typeof HallDaysAsked>>

/** When the house is taken, by the clock on the wall and with setting up and cleaning; never by whom. */
export const HallDays = z.object({ days: z.array(z.object({ day: z.iso.date(), taken: z.array(z.object({ from: z.string(), until: z.string() })) })) })
export type HallDays = z.infer<typeof HallDays>

/** What somebody wants of a house; an address, and an e-mail address or a telephone number have to be there. */
export const HallAsked = HallBooking.pick({ hallId: true, purpose: true, persons: true, note: true }).extend({ startsAt: Moment, endsAt: Moment, tenant: Tenant })
export type HallAsked = Readonly<z.infer<typeof HallAsked>>

/** What it would cost, before anything is asked for. */
export const HallQuote = z.object({ prices: z.array(PriceLine), totalCents: z.int(), depositCents: z.int() })
export type HallQuote = z.infer<typeof HallQuote>

/** `contracted`: the contract is made, or the key is out. `over`: it is past. */
export const HallRequestStatus = z.enum(['requested', 'approved', 'contracted', 'over', 'refused', 'cancelled'])
export type HallRequestStatus = z.infer<typeof HallRequestStatus>

/** A request as whoever has its link sees it: neither address nor note, which only the town needs. */
export const HallRequestShown = z.object({
  /** Opens this request and no other; unguessable. */
  link: z.string(),
  status: HallRequestStatus,
  hall: PublicHall.pick({ id: true, name: true, locality: true, address: true }),
  /** Several for a series. */
  times: z.array(z.object({ startsAt: Instant, endsAt: Instant, status: HallRequestStatus })),
  purpose: z.string(),
  persons: z.int(),
  name: z.string(),
  ...HallQuote.shape,
  contractNumber: z.string().nullable(),
  /** Why it was refused or cancelled. */
  reason: z.string().nullable(),
  canWithdraw: z.boolean(),
})
export type HallRequestShown = z.infer<typeof HallRequestShown>

const ByLink = z.object({ link: z.string().min(1).max(200) })
const tags = ['halls']

/** Village community houses for citizens, under `/public/v1`, without sign-in and rate-limited. */
export const publicHallsContract = {
  halls: {
    list: oc.route({ method: 'GET', path: '/halls', tags, summary: 'The houses that are let, with equipment and prices' }).output(z.object({ halls: z.array(PublicHall) })),
    days: oc.route({ method: 'GET', path: '/halls/{hallId}/days', tags, summary: 'When a house is taken' }).input(HallDaysAsked).output(HallDays),
  },
  hallRequests: {
    quote: oc.route({ method: 'POST', path: '/hall-requests/quote', tags, summary: 'What a request would cost, and whether it can be made; nothing is kept' }).input(HallAsked).output(HallQuote),
    send: oc
      .route({ method: 'POST', path: '/hall-requests', tags, summary: 'Ask for a house; the same key again is the same request', successStatus: 201 })
      .input(HallAsked.extend({ key: z.uuid() }))
      .output(HallRequestShown),
    read: oc.route({ method: 'GET', path: '/hall-requests/{link}', tags, summary: 'A request by its link' }).input(ByLink).output(HallRequestShown),
    withdraw: oc.route({ method: 'POST', path: '/hall-requests/{link}/withdrawal', tags, summary: 'Withdraw a request, until the contract is made' }).input(ByLink).output(HallRequestShown),
  },
}
