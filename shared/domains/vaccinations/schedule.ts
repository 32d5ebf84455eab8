import * as z from 'zod'
import { Disease } from './disease.ts'
import { AgeRange, Span } from './span.ts'

/** Where a rule was read, so that whoever doubts it can look it up. */
export const RuleSource = z.object({
  title: z.string().min(1).max(200),
  /** The edition or the day of what was read, as it is quoted: `Epid. Bull. 4/2026`. */
  edition: z.string().max(120),
  url: z.url().max(500).nullable(),
})
export type RuleSource = Readonly<z.infer<typeof RuleSource>>

/** From when to when something is recommended after something else; an open end is null. */
const Window = z.object({ from: Span, to: Span.nullable() })

/** One dose of the primary series. */
export const PrimaryStep = z.object({
  leastAge: Span.nullable(),
  /** At which age it is recommended. */
  recommendedAge: AgeRange.nullable(),
  /** To the dose that counted before; null for the first. */
  leastInterval: Span.nullable(),
  recommendedInterval: Window.nullable(),
})
export type PrimaryStep = Readonly<z.infer<typeof PrimaryStep>>

/** What refreshes a primary series. */
export const Booster = z.object({
  /** The first booster is 1. Of several that fit, the one that begins last holds. */
  number: z.int().min(1).max(99),
  /** Whether it holds for all after that one, too. */
  isRepeated: z.boolean(),
  /** For those who were of this age at the dose before; null for all. */
  ages: AgeRange.nullable(),
  leastInterval: Span,
  recommendedInterval: Window.nullable(),
  /** From which age it is recommended at all; null for every age. */
  recommendedFromAge: Span.nullable(),
})
export type Booster = Readonly<z.infer<typeof Booster>>

/** A day that every year has. */
const MonthDay = z.string().refine(day => z.iso.date().safeParse(`2027-${day}`).success)

/** The part of each year in which something is recommended, `10-01` to `12-15`; one that begins after it ends goes over New Year. */
export const Season = z.object({ from: MonthDay, to: MonthDay })
export type Season = Readonly<z.infer<typeof Season>>

const validity = {
  source: RuleSource,
  /** The days on which whoever asks is answered by this rule, both included; null for no end yet. */
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** By so many days a least interval or age may be missed and the dose still counts; the German commission knows none. */
  graceDays: z.int().min(0).max(14).default(0),
}

/**
 * What is known about vaccinating against one disease: data with a source and days on which it holds, never a constant.
 *
 * Which of several holds is asked for one day, the day of the new dose, and all doses of the past are judged by that one:
 * the question is what somebody has today and needs next, to which the commission answers with its recommendation of today
 * for every documented dose. To judge each dose by the rules of its own day would need rules since 1950, and numbers counted
 * by two sets would fit neither. What was documented then stays as it was written.
 */
export const Schedule = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,79}$/),
  disease: Disease,
  ...validity,
  /** Whether its vaccines are live ones, which keep a distance from other live ones. */
  isLive: z.boolean(),
  /** For whom it is: by the age on the day that is asked for, and by the age at the first dose against the disease. */
  ages: AgeRange.nullable(),
  startAges: AgeRange.nullable(),
  /** The kinds of vaccine it is for, by the codes that a dose names; null for all against the disease. */
  vaccines: z.array(z.string().min(1).max(40)).min(1).max(40).nullable(),
  /** Whether a dose of another or of an unknown vaccine counts in it. */
  countsOthers: z.boolean(),
  primary: z.array(PrimaryStep).min(1).max(10),
  /** Between the last two doses of the primary series at least, beside what the step itself says; null where there is no such rule. */
  leastBeforeLast: Span.nullable(),
  /** How long a repetition waits for a dose that did not count; null where only the last one that counted matters. */
  leastAfterUncounted: Span.nullable(),
  boosters: z.array(Booster).max(12),
  season: Season.nullable(),
})
export type Schedule = Readonly<z.infer<typeof Schedule>>

/** Which doses a rule about distances speaks of: all live vaccines, or those against certain diseases. */
export const DoseGroup = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('live') }),
  z.object({ kind: z.literal('diseases'), codes: z.array(z.string()).min(1).max(40) }),
])
export type DoseGroup = Readonly<z.infer<typeof DoseGroup>>

/** How far apart doses of two groups are where they are not given on one day, which is always possible. */
export const SpacingRule = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,79}$/),
  ...validity,
  between: z.tuple([DoseGroup, DoseGroup]),
  least: Span,
})
export type SpacingRule = Readonly<z.infer<typeof SpacingRule>>

/** Whether a rule is the one to ask on a day. */
export const isValidOn = ({ validFrom, validTo }: Pick<Schedule, 'validFrom' | 'validTo'>, day: string): boolean => validFrom <= day && (validTo === null || day <= validTo)
