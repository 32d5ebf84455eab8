/** Calendar; `calendar-en.ts` has the same keys. */
export const calendarDe = {
  title: 'Kalender',
}
