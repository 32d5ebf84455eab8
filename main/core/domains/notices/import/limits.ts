/** What one file may hold. More is no list of notices but a whole database, or made to do harm. */
export const LIMITS = {
  bytes: 30 * 1024 * 1024,
  csvRows: 100_000,
  workbookRows: 50_000,
  columns: 200,
  /** Of one sheet after it was unpacked: a workbook of a few kilobytes can pretend to be gigabytes. */
  unpackedBytes: 400 * 1024 * 1024,
  cellLetters: 32_767,
} as const
