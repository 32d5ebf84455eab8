/** `counter-de.ts` has the same keys. */
export const counterEn = {
  title: 'Counter',
}
