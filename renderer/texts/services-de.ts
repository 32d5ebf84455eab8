/** Services; `services-en.ts` has the same keys. */
export const servicesDe = {
  title: 'Leistungen',
}
