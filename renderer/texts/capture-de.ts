/** Take an application down; `capture-en.ts` has the same keys. */
export const captureDe = {
  title: 'Antrag aufnehmen',
}
