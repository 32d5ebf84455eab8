/** Book an appointment; `booking-en.ts` has the same keys. */
export const bookingDe = {
  title: 'Termin buchen',
}
