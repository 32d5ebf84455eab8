/** Work on the case; `work-en.ts` has the same keys. */
export const workDe = {
  title: 'Arbeit am Vorgang',
}
