import type { Attachment } from './tables.ts'

/** What nobody has done yet with a file that has just come in. */
export const UNMARKED = {
  scan: 'not-scanned',
  derivedFrom: null,
  addedByName: null,
  rotation: 0,
  notes: [],
  isWithheld: false,
} as const satisfies Partial<Attachment>
