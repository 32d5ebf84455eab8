/** Reports; `reports-en.ts` has the same keys. */
export const reportsDe = {
  title: 'Auswertung',
}
