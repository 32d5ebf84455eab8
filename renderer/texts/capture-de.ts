/** Taking an application down and forms to be filled in; `capture-en.ts` has the same keys. */
export const captureDe = {
  title: 'Antrag aufnehmen',
  optional: '{{label}} (freiwillig)',
  choose: 'Bitte wählen',
}
