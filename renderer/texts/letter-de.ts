/** Decision letter; `letter-en.ts` has the same keys. */
export const letterDe = {
  title: 'Bescheid',
}
