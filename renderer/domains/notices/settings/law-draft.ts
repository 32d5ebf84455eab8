import { NoticeRules, type AnnouncementRule } from '../../../../shared/domains/notices/clock/rule-sets.ts'

export const RULE_KINDS = ['after-days', 'after-months', 'after-retrieval', 'on-receipt'] as const satisfies readonly AnnouncementRule['kind'][]
export const WAYS_OF_LAW = ['postInland', 'postAbroad', 'mailbox'] as const
export const PERIODS_OF_LAW = ['objection', 'longObjection', 'lawsuit'] as const

type WayOfLaw = (typeof WAYS_OF_LAW)[number]
type PeriodOfLaw = (typeof PERIODS_OF_LAW)[number]

/** When something counts as announced, as it stands in fields: so many days or months; an empty `shiftBasis` is a day that stays. */
export interface WrittenRule {
  readonly kind: AnnouncementRule['kind']
  readonly count: string
  readonly basis: string
  readonly shiftBasis: string
}

export interface WrittenPeriod {
  readonly months: string
  readonly basis: string
}

/** A version of a law as it stands in the fields of its form. */
export type WrittenRules = Readonly<Record<WayOfLaw, WrittenRule>> & Readonly<Record<PeriodOfLaw, WrittenPeriod>> & { readonly byHand: string; readonly periodShiftBasis: string }

function writtenRule(rule: AnnouncementRule): WrittenRule {
  const { kind, basis } = rule
  const count = kind === 'after-days' ? rule.days : kind === 'after-months' ? rule.months : kind === 'after-retrieval' ? rule.withinDays : ''
  return { kind, count: String(count), basis, shiftBasis: 'shiftBasis' in rule ? (rule.shiftBasis ?? '') : '' }
}

export function writtenRules({ postInland, postAbroad, mailbox, byHand, objection, longObjection, lawsuit, periodShiftBasis }: NoticeRules): WrittenRules {
  const period = ({ months, basis }: NoticeRules['objection']): WrittenPeriod => ({ months: String(months), basis })
  return {
    postInland: writtenRule(postInland), postAbroad: writtenRule(postAbroad), mailbox: writtenRule(mailbox), byHand: byHand.basis,
    objection: period(objection), longObjection: period(longObjection), lawsuit: period(lawsuit), periodShiftBasis: periodShiftBasis ?? '',
  }
}

const numberOf = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN)

function ruleOf({ kind, count, basis, shiftBasis }: WrittenRule): unknown {
  const common = { kind, basis: basis.trim() }
  const shift = { shiftBasis: shiftBasis.trim() || null }
  if (kind === 'after-days') return { ...common, days: numberOf(count), ...shift }
  if (kind === 'after-months') return { ...common, months: numberOf(count), ...shift }
  return kind === 'after-retrieval' ? { ...common, withinDays: numberOf(count) } : common
}

/** The names that the numbers of a rule have in a law, and the one that they have in the form. */
const IN_FORM: Readonly<Record<string, string>> = { days: 'count', withinDays: 'count' }

/** What the fields say from that day on, or in which of them is nothing that can be kept: `postInland.count`, `objection.months`, `byHand`. */
export function rulesOf(written: WrittenRules, from: string | undefined): { readonly rules: NoticeRules } | { readonly problems: readonly string[] } {
  const period = ({ months, basis }: WrittenPeriod) => ({ months: numberOf(months), basis: basis.trim() })
  const read = NoticeRules.safeParse({
    from, postInland: ruleOf(written.postInland), postAbroad: ruleOf(written.postAbroad), mailbox: ruleOf(written.mailbox), byHand: { basis: written.byHand.trim() },
    objection: period(written.objection), longObjection: period(written.longObjection), lawsuit: period(written.lawsuit), periodShiftBasis: written.periodShiftBasis.trim() || null,
  })
  if (read.success) return { rules: read.data }
  return { problems: read.error.issues.map(({ path }) => inForm(path.map(String))) }
}

function inForm([first = '', second]: readonly string[]): string {
  if (second === undefined || first === 'byHand') return first
  const isMonthsOfRule = second === 'months' && WAYS_OF_LAW.some(way => way === first)
  return `${first}.${isMonthsOfRule ? 'count' : (IN_FORM[second] ?? second)}`
}
