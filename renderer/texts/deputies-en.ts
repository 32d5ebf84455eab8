export const deputiesEn = {
  title: 'Deputies',
}
