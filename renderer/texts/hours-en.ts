/** `hours-de.ts` has the same keys. */
export const hoursEn = {
  title: 'Opening hours',
}
