import { sql } from 'kysely'
import { setKind } from '../../../shared/domains/notices/kind-commands.ts'
import { setLaw } from '../../../shared/domains/notices/rule-set-commands.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { Guards } from '../../commands/context.ts'

/** A version from a day that is not ahead is taken only where no notice under that law has left since: no deadline moves afterwards. */
export const lawDayIsAhead: Guards = async (trx, { input, moment: { now, actor } }) => {
  const { ruleSetId, version: { from } } = setLaw.input.parse(input)
  if (from > germanDay(now)) return null
  const { rows } = await sql<{ readonly left: boolean }>`
    select exists (
      select from notices n join notice_runs r on r.town_id = n.town_id and r.id = n.run_id join notice_kinds k on k.town_id = r.town_id and k.id = r.kind_id
      where n.town_id = ${actor.townId} and k.rule_set_id = ${ruleSetId} and exists (
        select from jsonb_array_elements(n.facts) as fact
        where (fact ->> 'kind' in ('posted', 'provided', 'handed-over') and fact ->> 'day' >= ${from}) or (fact ->> 'kind' = 'corrected' and fact ->> 'rightDay' >= ${from}))) as left`.execute(trx)
  return rows[0]?.left ? { code: 'notices/law-day-passed' } : null
}

/** What has left under one law is never judged by another. */
export const keepsItsLaw: Guards = async (trx, { input, state, moment: { actor } }) => {
  const { id, ruleSetId } = setKind.input.parse(input)
  const before = state.get('notice_kinds', id)
  if (!before || before.ruleSetId === ruleSetId) return null
  const { rows } = await sql<{ readonly out: boolean }>`
    select exists (select from notice_runs where town_id = ${actor.townId} and kind_id = ${id} and jsonb_typeof(released) = 'object') as out`.execute(trx)
  return rows[0]?.out ? { code: 'notices/law-in-use' } : null
}
