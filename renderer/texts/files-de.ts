/** Files; `files-en.ts` has the same keys. */
export const filesDe = {
  title: 'Dateien',
}
