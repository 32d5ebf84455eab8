import type { AnnouncementRule, NoticeRules, NoticeRuleSet } from './rule-sets.ts'

const POST_LAW_REFORM = '2025-01-01'

/** The remedies are the same for all: municipal charges, too, go to the administrative courts. */
const REMEDIES = {
  objection: { months: 1, basis: '§ 70 Abs. 1 VwGO' },
  longObjection: { months: 12, basis: '§ 70 Abs. 2, § 58 Abs. 2 VwGO' },
  lawsuit: { months: 1, basis: '§ 74 Abs. 1 VwGO' },
} as const

const afterDays = (days: number, basis: string, shiftBasis: string | null): AnnouncementRule => ({ kind: 'after-days', days, basis, shiftBasis })

const procedural = (from: string, days: number, mailbox: AnnouncementRule): NoticeRules => ({
  from,
  postInland: afterDays(days, '§ 41 Abs. 2 Satz 1 VwVfG', null),
  // The presumption is for letters within the country alone.
  postAbroad: { kind: 'on-receipt', basis: '§ 41 Abs. 1 und 2 VwVfG' },
  mailbox,
  byHand: { basis: '§ 41 Abs. 1 VwVfG' },
  ...REMEDIES,
  periodShiftBasis: '§ 31 Abs. 3 VwVfG',
})

/** The fiscal courts take the presumed day for the end of a period, which moves on from a day off. */
const FISCAL_SHIFT = '§ 108 Abs. 3 AO'

const fiscal = (from: string, days: number): NoticeRules => ({
  from,
  postInland: afterDays(days, '§ 122 Abs. 2 Nr. 1 AO', FISCAL_SHIFT),
  postAbroad: { kind: 'after-months', months: 1, basis: '§ 122 Abs. 2 Nr. 2 AO', shiftBasis: FISCAL_SHIFT },
  mailbox: afterDays(days, '§ 122a Abs. 4 AO', FISCAL_SHIFT),
  byHand: { basis: '§ 122 Abs. 1 AO' },
  ...REMEDIES,
  periodShiftBasis: '§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO',
})

const RETRIEVED: AnnouncementRule = { kind: 'after-retrieval', withinDays: 10, basis: '§ 41 Abs. 2a VwVfG' }
const IN_ACCOUNT = afterDays(3, '§ 9 Abs. 1 OZG', null)

/**
 * The law as it was read; `docs/legal-clock.md` says where, and what a lawyer has to confirm. A kind of notice names one of
 * these by its id. A change of law is one more version with the day from which it holds; no version is ever changed.
 */
export const STANDARD_RULE_SETS: readonly NoticeRuleSet[] = [
  { id: 'vwvfg', title: 'Verwaltungsverfahrensgesetz', versions: [procedural('1977-01-01', 3, RETRIEVED), procedural(POST_LAW_REFORM, 4, RETRIEVED)] },
  { id: 'ao', title: 'Abgabenordnung (Kommunalabgaben)', versions: [fiscal('1977-01-01', 3), fiscal(POST_LAW_REFORM, 4)] },
  { id: 'ozg', title: 'Verwaltungsverfahrensgesetz, Postfach nach dem Onlinezugangsgesetz', versions: [procedural('2024-07-24', 3, IN_ACCOUNT), procedural(POST_LAW_REFORM, 4, IN_ACCOUNT)] },
]
