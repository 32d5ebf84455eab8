import { clockOf } from '../../../../shared/domains/notices/clock/clock.ts'
import type { NoticeFact } from '../../../../shared/domains/notices/clock/facts.ts'
import { explained, type ClockPhrases } from '../../../../shared/domains/notices/clock/phrases.ts'
import type { NoticeRules, NoticeRuleSet } from '../../../../shared/domains/notices/clock/rule-sets.ts'
import { plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'

export const TRIAL_WAYS = ['inland', 'abroad', 'mailbox-opened', 'mailbox', 'by-hand'] as const
export type TrialWay = (typeof TRIAL_WAYS)[number]

const SENT = '00000000-0000-4000-8000-000000000001'
const OPENED = '00000000-0000-4000-8000-000000000002'
/** After everything that can be waited for. */
const LATER_DAYS = 3_650

/** What would be known of a notice that left on that day; one in the mailbox is opened on the day after. */
function factsOf(way: TrialWay, day: string): readonly NoticeFact[] {
  const entered = (id: string, on: string) => ({ id, day: on, at: startOfGermanDay(on), byPersonId: null, byName: '', note: '' })
  if (way === 'by-hand') return [{ ...entered(SENT, day), kind: 'handed-over' }]
  if (way === 'inland' || way === 'abroad') return [{ ...entered(SENT, day), kind: 'posted', isAbroad: way === 'abroad' }]
  const next = plusCalendarDays(day, 1)
  return [{ ...entered(SENT, day), kind: 'provided' }, ...(way === 'mailbox' ? [] : [{ ...entered(OPENED, next), kind: 'retrieved' as const, of: SENT }])]
}

/** When a notice that left on a day by a way would be final, in words, by the law as it stands then. */
export const triedByLaw = (law: NoticeRuleSet, way: TrialWay, day: string, phrases: ClockPhrases): readonly string[] =>
  explained(clockOf({ facts: factsOf(way, day), ruleSet: law, on: plusCalendarDays(day, LATER_DAYS) }).steps, phrases)

/** The same by one version, whatever the day from which it holds. */
export const triedByVersion = (law: NoticeRuleSet, rules: NoticeRules, way: TrialWay, day: string, phrases: ClockPhrases): readonly string[] =>
  triedByLaw({ ...law, versions: [{ ...rules, from: day }] }, way, day, phrases)
