/** Opening hours; `hours-en.ts` has the same keys. */
export const hoursDe = {
  title: 'Öffnungszeiten',
}
