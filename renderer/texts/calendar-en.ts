/** `calendar-de.ts` has the same keys. */
export const calendarEn = {
  title: 'Calendar',
}
