/** Counter; `counter-en.ts` has the same keys. */
export const counterDe = {
  title: 'Schalter',
}
