import type { Instant } from '../../../shared/time.ts'

/** Table of migration 0009. */
export interface LettersTable {
  readonly town_id: string
  /** The attachment that the letter is. */
  readonly id: string
  readonly application_id: string
  /** What is printed on the letter, without dashes. */
  readonly code: string
  readonly authority: string
  /** `2026-11-22`, in Germany. */
  readonly dated: string
  /** Of the PDF. */
  readonly sha256: string
  readonly created_at: Instant
}

/** Table of migration 0015. */
export interface FacsimilesTable {
  readonly town_id: string
  /** Of the bytes. */
  readonly sha256: string
  readonly bytes: Buffer
}
