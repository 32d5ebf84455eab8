import type { Schedule, Season, SpacingRule } from './schedule.ts'
import type { AgeRange, Span } from './span.ts'

/** An earlier dose as sentences name it: its number where it counted. */
export interface DoseMark {
  readonly id: string
  readonly number: number | null
  readonly day: string
  /** `2019-05` where a pass gives the month alone. */
  readonly written: string
}

/** What has to be waited for: the first day on which a dose counts, and why not before. */
export type Bound =
  | { readonly code: 'least-age'; readonly age: Span; readonly day: string }
  | { readonly code: 'least-interval' | 'before-last' | 'after-uncounted'; readonly span: Span; readonly since: DoseMark; readonly day: string }
  | { readonly code: 'spacing'; readonly rule: SpacingRule; readonly span: Span; readonly since: DoseMark; readonly day: string }

/** Why a dose does not count. `too-early` may be there more than once: for its age, its interval, another vaccine. */
export type NotCounted =
  | { readonly code: 'undocumented' | 'no-exact-day' | 'in-future' | 'before-birth' | 'other-vaccine' }
  | { readonly code: 'same-day'; readonly as: DoseMark }
  | { readonly code: 'too-early'; readonly days: number; readonly bound: Bound }

/** `further` is a dose after all that a schedule asks for: it counts, and nobody had to have it. */
export type DoseRole = 'primary' | 'booster' | 'further'

export interface CountedDose {
  readonly id: string
  /** The last possible day where only the month is known. */
  readonly day: string
  readonly written: string
  readonly isCounted: true
  readonly number: number
  readonly role: DoseRole
}

export interface UncountedDose {
  readonly id: string
  /** As it was given where it is no day of the calendar. */
  readonly day: string
  readonly written: string
  readonly isCounted: false
  /** The number it would have had. */
  readonly wouldBe: number
  readonly reasons: readonly NotCounted[]
}

export type JudgedDose = CountedDose | UncountedDose

/** Why the recommended days are those they are. */
export type Advice =
  | { readonly code: 'recommended-interval'; readonly from: Span; readonly to: Span | null; readonly since: DoseMark }
  | { readonly code: 'recommended-age'; readonly ages: AgeRange }
  | { readonly code: 'season'; readonly season: Season }

export interface DueDose {
  /** Of all doses that counted: the first booster after three is the fourth. */
  readonly number: number
  readonly role: 'primary' | 'booster'
  /** The first day on which it counts; may be long past. Never after `recommendedFrom`. */
  readonly earliest: string
  readonly recommendedFrom: string
  /** Null where nothing ends it. It may be given later, too: there is no longest interval. */
  readonly recommendedTo: string | null
  /** Everything that had to be waited for, the last first; empty for a first dose that any age may have. */
  readonly bounds: readonly Bound[]
  readonly advice: readonly Advice[]
}

/** Where somebody stands with one disease. */
export interface DiseaseVerdict {
  /** The code of the disease. */
  readonly disease: string
  /** By what it was judged; null where no schedule fits: then every documented dose counts and nothing is due. */
  readonly schedule: Schedule | null
  /** In the order of their days. */
  readonly doses: readonly JudgedDose[]
  readonly isPrimaryComplete: boolean
  /** Null where nothing more is due. */
  readonly next: DueDose | null
}
