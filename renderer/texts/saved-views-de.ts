/** Own views; `saved-views-en.ts` has the same keys. */
export const savedViewsDe = {
  title: 'Eigene Ansichten',
}
