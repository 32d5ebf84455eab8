/** Suggestions; `suggestions-en.ts` has the same keys. */
export const suggestionsDe = {
  title: 'Vorschläge',
}
