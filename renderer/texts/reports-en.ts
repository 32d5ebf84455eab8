export const reportsEn = {
  title: 'Reports',
}
