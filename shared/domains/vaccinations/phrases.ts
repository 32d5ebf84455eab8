import type { Span } from './span.ts'
import type { Bound, NotCounted } from './verdict-parts.ts'

/** Whether a day was given as `2019-05`, as passes of earlier years have it. */
export const isMonth = (day: string): boolean => /^\d{4}-\d{2}$/.test(day)

/** What one language says of doses. Pieces begin small unless they stand first. */
export interface Phrases {
  /** A day, or a month where the day is not known. */
  readonly day: (day: string) => string
  /** `vier Wochen` */
  readonly span: (span: Span) => string
  /** `Zweite Dosis gegen Masern`, `Auffrischung gegen Tetanus (vierte Dosis)` */
  readonly due: (number: number, isBooster: boolean, disease: string) => string
  /** Put after `due`: not before a day; since a day; at once. */
  readonly notBefore: (day: string) => string
  readonly since: (day: string) => string
  readonly atOnce: string
  readonly recommended: (from: string, to: string | null) => string
  readonly recommendedNow: string
  readonly bound: (bound: Bound) => string
  readonly and: string
  /** `Die Dosis gegen Masern vom 5. Mai 2019 zählt nicht:` */
  readonly notCounted: (day: string, disease: string) => string
  /** The same of one that has no day. */
  readonly notPlaced: (given: string, disease: string) => string
  readonly reason: (reason: Exclude<NotCounted, { readonly code: 'too-early' }>) => string
  readonly tooEarly: (days: number, day: string, why: string) => string
  readonly wrongNumber: (stated: number, expected: number) => string
  readonly complete: (counted: number) => string
}
