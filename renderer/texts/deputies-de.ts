/** Deputies; `deputies-en.ts` has the same keys. */
export const deputiesDe = {
  title: 'Vertretungen',
}
