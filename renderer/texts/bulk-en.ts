export const bulkEn = {
  title: 'Bulk work',
}
