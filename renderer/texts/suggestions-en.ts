export const suggestionsEn = {
  title: 'Suggestions',
}
