import { implement } from '@orpc/server'
import { bookingContract } from '../../../../shared/wire/booking.ts'
import { valueOrRefuse } from '../../../http/refusal.ts'
import type { PublicBooking } from './public-booking.ts'

/** From where somebody asks. */
export interface BookingContext {
  readonly address: string
}

/** `/public/v1/places` and `/public/v1/bookings`: appointments for portals. */
export function createBookingRouter(booking: PublicBooking) {
  const os = implement(bookingContract).$context<BookingContext>()
  return os.router({
    places: {
      list: os.places.list.handler(async () => ({ places: [...(await booking.places())] })),
      times: os.places.times.handler(async ({ input }) => valueOrRefuse(await booking.times(input))),
    },
    bookings: {
      hold: os.bookings.hold.handler(async ({ input, context }) => valueOrRefuse(await booking.hold(input, context.address))),
      read: os.bookings.read.handler(async ({ input }) => valueOrRefuse(await booking.read(input.link))),
      confirm: os.bookings.confirm.handler(async ({ input: { link, ...who } }) => valueOrRefuse(await booking.confirm(link, who))),
      times: os.bookings.times.handler(async ({ input: { link, ...days } }) => valueOrRefuse(await booking.timesToMove(link, days))),
      move: os.bookings.move.handler(async ({ input }) => valueOrRefuse(await booking.move(input.link, input.startsAt))),
      cancel: os.bookings.cancel.handler(async ({ input }) => valueOrRefuse(await booking.cancel(input.link))),
      calendar: os.bookings.calendar.handler(async ({ input }) =>
        new File([valueOrRefuse(await booking.calendar(input.link))], 'termin.ics', { type: 'text/calendar' })),
    },
  })
}
