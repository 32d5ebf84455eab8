import * as z from 'zod'

export const RuleSetId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
export type RuleSetId = z.infer<typeof RuleSetId>

/** Where a rule stands, as a letter quotes it: `§ 41 Abs. 2 Satz 1 VwVfG`. */
const Basis = z.string().min(1).max(120)
const Days = z.int().min(1).max(60)
const Months = z.int().min(1).max(60)

/** `shiftBasis`: by which rule the day moves on to the next working day where it is a day off; null where it stays. */
const shift = { shiftBasis: Basis.nullable() }

/** Announced so many days after it left, whether or not anybody opened it. */
const AfterDays = z.object({ kind: z.literal('after-days'), days: Days, basis: Basis, ...shift })
const AfterMonths = z.object({ kind: z.literal('after-months'), months: Months, basis: Basis, ...shift })
/** Announced on the day after it was fetched, if that was done within so many days; otherwise not at all. */
const AfterRetrieval = z.object({ kind: z.literal('after-retrieval'), withinDays: Days, basis: Basis })
/** No law presumes anything: announced on the day of which it is proved that it arrived. */
const OnReceipt = z.object({ kind: z.literal('on-receipt'), basis: Basis })

export const AnnouncementRule = z.discriminatedUnion('kind', [AfterDays, AfterMonths, AfterRetrieval, OnReceipt])
export type AnnouncementRule = Readonly<z.infer<typeof AnnouncementRule>>

/** A period that begins with the announcement. */
const Period = z.object({ months: Months, basis: Basis })

/** What holds for notices that left on `from` or later, until the next version. */
export const NoticeRules = z.object({
  from: z.iso.date(),
  postInland: AnnouncementRule,
  postAbroad: AnnouncementRule,
  mailbox: AnnouncementRule,
  /** By hand, or by formal service: announced on that very day. */
  byHand: z.object({ basis: Basis }),
  objection: Period,
  /** Where the instruction on remedies is missing or wrong. */
  longObjection: Period,
  /** After an objection was decided, from the day on which the decision was served. */
  lawsuit: Period,
  /** By which rule a period that would end on a day off ends on the next working day; null where it does not. */
  periodShiftBasis: Basis.nullable(),
})
export type NoticeRules = Readonly<z.infer<typeof NoticeRules>>

/** The law by which notices of a kind are announced and become final; the versions in the order of their days. */
export const NoticeRuleSet = z.object({
  id: RuleSetId,
  title: z.string().min(1).max(120),
  versions: z.array(NoticeRules).min(1).max(40),
}).refine(({ versions }) => versions.every(({ from }, index) => index === 0 || from > (versions[index - 1]?.from ?? '')), { message: 'versions-out-of-order' })
export type NoticeRuleSet = Readonly<z.infer<typeof NoticeRuleSet>>

/** The version that holds for what left on a day, also where the law changed before it arrived; undefined before the first. */
export const rulesOn = ({ versions }: NoticeRuleSet, day: string): NoticeRules | undefined => versions.findLast(({ from }) => from <= day)
