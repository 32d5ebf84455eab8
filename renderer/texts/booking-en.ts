/** `booking-de.ts` has the same keys. */
export const bookingEn = {
  title: 'Book an appointment',
}
