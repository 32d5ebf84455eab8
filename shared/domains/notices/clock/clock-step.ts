import type { Correction } from './known-facts.ts'
import type { FactOf } from './facts.ts'
import type { MovedDay } from './working-day.ts'

/** How something left that is presumed to have arrived. */
type SentBy = 'posted' | 'provided'

/** A period that runs to the end of `day`. */
export interface Period extends MovedDay {
  readonly kind: 'objection' | 'lawsuit'
  /** Counted from the end of this day. */
  readonly since: string
  readonly months: number
  /** Because the instruction on remedies is missing or wrong. */
  readonly isLong: boolean
}

/** What each step of the explanation tells; days are `2026-03-06`, `basis` is quoted as it stands. */
interface StepDetails {
  readonly corrected: Correction
  /** Announced so long after it left. */
  readonly presumed: MovedDay & { readonly sentBy: SentBy; readonly sent: string; readonly span: { readonly count: number; readonly unit: 'days' | 'months' } }
  /** Proved to have arrived after the presumed day. */
  readonly 'received-later': { readonly day: string; readonly basis: string }
  /** Arrived before the presumed day, which holds nevertheless. */
  readonly 'received-before': { readonly day: string; readonly presumed: string }
  readonly retrieved: { readonly provided: string; readonly retrieved: string; readonly day: string; readonly basis: string }
  readonly 'awaits-retrieval': { readonly provided: string; readonly until: string; readonly basis: string }
  readonly 'not-retrieved': { readonly provided: string; readonly until: string; readonly basis: string }
  readonly 'retrieved-late': { readonly provided: string; readonly until: string; readonly retrieved: string; readonly basis: string }
  /** Left, and nothing is presumed of it. */
  readonly 'awaits-receipt': { readonly sentBy: SentBy; readonly sent: string; readonly basis: string }
  readonly received: { readonly sentBy: SentBy; readonly sent: string; readonly day: string; readonly basis: string }
  readonly 'handed-over': { readonly day: string; readonly basis: string }
  readonly returned: { readonly sent: string; readonly day: string }
  readonly 'never-received': { readonly sentBy: SentBy; readonly sent: string; readonly day: string }
  /** Left before the first version of its rule set. */
  readonly 'no-rule': { readonly day: string }
  /** Of several announcements the first. */
  readonly counts: { readonly day: string }
  readonly instruction: { readonly quality: FactOf<'instruction'>['quality']; readonly day: string }
  readonly period: Period
  readonly objected: { readonly day: string; readonly isInTime: boolean }
  readonly settled: { readonly outcome: FactOf<'settled'>['outcome']; readonly day: string }
  readonly waived: { readonly day: string; readonly isEffective: boolean }
  readonly replaced: { readonly day: string }
  /** Final from that day on. */
  readonly final: { readonly day: string; readonly why: 'period' | 'withdrawal' | 'waiver' }
}

export type StepCode = keyof StepDetails

/** One step of why a notice becomes final on the day it does: data of which sentences are made. */
export type ClockStep<Code extends StepCode = StepCode> = { [One in Code]: { readonly code: One } & StepDetails[One] }[Code]
