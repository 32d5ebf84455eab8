/** Data protection; `privacy-en.ts` has the same keys. */
export const privacyDe = {
  title: 'Datenschutz',
}
