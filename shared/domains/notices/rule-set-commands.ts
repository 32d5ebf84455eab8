import * as z from 'zod'
import type { Role } from '../../actor.ts'
import { defineCommand, type Change, type Moment, type RecordRef } from '../../command.ts'
import { germanDay } from '../../german-days.ts'
import { ok, refuse } from '../../result.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { NoticeRules, NoticeRuleSet, RuleSetId } from './clock/rule-sets.ts'
import { isFixedVersion, ruleSetsOf } from './clock/town-rule-sets.ts'
import { MOST_OWN_VERSIONS, type NoticeRuleSetRow } from './tables.ts'

/** The law is the town's and names no citizen: whoever leads a department may enter a change of it, and administrators. */
const KEEPERS = ['lead', 'administrator'] as const satisfies readonly Role[]

const OnLaw = z.object({ ruleSetId: RuleSetId })
type OnLaw = z.infer<typeof OnLaw>

const theLaw = ({ ruleSetId }: OnLaw): readonly RecordRef[] => [{ table: 'notice_rule_sets', id: ruleSetId }]

/** What the town set of a law, as it stands after the command. */
const lawChange = ({ ruleSetId }: OnLaw, before: NoticeRuleSetRow | undefined, law: Pick<NoticeRuleSetRow, 'title' | 'versions'>, { now, actor }: Moment): Change =>
  ({ table: 'notice_rule_sets', row: { id: ruleSetId, scope: TOWN_SCOPE, version: before?.version ?? 0, ...law, changedAt: now, changedByName: actor.name } })

/**
 * Enters what a law says from a day on, or another law. What has begun is never changed; that no notice has left since a day
 * that is not ahead, the service alone can say.
 */
export const setLaw = defineCommand({
  name: 'notices.set-law',
  version: 1,
  input: OnLaw.extend({ title: NoticeRuleSet.shape.title, version: NoticeRules }),
  offline: 'online-only',
  roles: KEEPERS,
  onlyIfUnchanged: true,
  mayMake: true,
  reads: theLaw,
  decide: (state, input, moment) => {
    const { ruleSetId, title, version } = input
    const row = state.get('notice_rule_sets', ruleSetId)
    const law = ruleSetsOf(row ? [row] : []).find(({ id }) => id === ruleSetId)
    if (law?.versions.some(({ from }) => from === version.from) && isFixedVersion(ruleSetId, version.from, germanDay(moment.now))) return refuse('notices/law-fixed')
    const versions = [...(row?.versions ?? []).filter(({ from }) => from !== version.from), version].toSorted((one, other) => (one.from < other.from ? -1 : 1))
    if (versions.length > MOST_OWN_VERSIONS) return refuse('commands/invalid-input', { field: 'version' })
    return ok([lawChange(input, row, { title: title.trim() || (law?.title ?? ruleSetId), versions }, moment)])
  },
})

/** Takes out what a law would have said from a day on that is still ahead. */
export const takeOutLaw = defineCommand({
  name: 'notices.take-out-law',
  version: 1,
  input: OnLaw.extend({ from: z.iso.date() }),
  offline: 'online-only',
  roles: KEEPERS,
  onlyIfUnchanged: true,
  reads: theLaw,
  decide: (state, input, moment) => {
    const row = state.get('notice_rule_sets', input.ruleSetId)
    if (!row?.versions.some(({ from }) => from === input.from)) return refuse('commands/record-missing', { table: 'notice_rule_sets' })
    if (isFixedVersion(row.id, input.from, germanDay(moment.now))) return refuse('notices/law-fixed')
    const versions = row.versions.filter(({ from }) => from !== input.from)
    // A kind may name it: it never goes whole.
    if (!ruleSetsOf([{ ...row, versions }]).some(({ id }) => id === row.id)) return refuse('notices/law-fixed')
    return ok([lawChange(input, row, { title: row.title, versions }, moment)])
  },
})
