/** Bulk work; `bulk-en.ts` has the same keys. */
export const bulkDe = {
  title: 'Sammelbearbeitung',
}
