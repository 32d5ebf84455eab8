import type { Span } from './span.ts'
import type { Bound, NotCounted } from './verdict-parts.ts'

/** What one language says of doses. Pieces begin small unless they stand first. */
export interface Phrases {
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
  readonly notCounted: (day: string) => string
  readonly reason: (reason: Exclude<NotCounted, { readonly code: 'too-early' }>) => string
  readonly tooEarly: (days: number, day: string, why: string) => string
  readonly wrongNumber: (stated: number, expected: number) => string
  readonly complete: (counted: number) => string
}
