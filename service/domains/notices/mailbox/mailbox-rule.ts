import type { Kysely } from 'kysely'
import { recordKey } from '../../../../shared/command.ts'
import { ruleSetCalled } from '../../../../shared/domains/notices/clock/finality.ts'
import { rulesOn, type AnnouncementRule } from '../../../../shared/domains/notices/clock/rule-sets.ts'
import { ruleSetsOf } from '../../../../shared/domains/notices/clock/town-rule-sets.ts'
import type { NoticeKind, NoticeRuleSetRow } from '../../../../shared/domains/notices/tables.ts'
import { plusCalendarDays } from '../../../../shared/german-days.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'

/** By which rule a notice of a kind that was provided on a day is announced; undefined before the first version of its law. */
export async function mailboxRule(db: Kysely<Schema>, townId: TownId, { ruleSetId }: Pick<NoticeKind, 'ruleSetId'>, day: string): Promise<AnnouncementRule | undefined> {
  const record = { table: 'notice_rule_sets', id: ruleSetId } as const
  const row = (await loadRecords(db, townId, [record], false)).get(recordKey(record)) as NoticeRuleSetRow | undefined
  return rulesOn(ruleSetCalled(ruleSetId, ruleSetsOf(row ? [row] : [])), day)?.mailbox
}

/** So many days it has to be opened in; null where the law asks for no opening. */
export const daysToOpen = (rule: AnnouncementRule | undefined): number | null => (rule?.kind === 'after-retrieval' ? rule.withinDays : null)

/** The last day on which opening it announces it; null where the law asks for no opening. */
export function lastDayToOpen(rule: AnnouncementRule | undefined, providedOn: string): string | null {
  const days = daysToOpen(rule)
  return days === null ? null : plusCalendarDays(providedOn, days)
}
