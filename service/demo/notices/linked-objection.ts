import type { Kysely } from 'kysely'
import { ofKind } from '../../../shared/domains/notices/clock/known-facts.ts'
import type { NoticeFact } from '../../../shared/domains/notices/clock/facts.ts'
import { endOfGermanDay } from '../../../shared/german-days.ts'
import type { ApplicationId, DepartmentId, TownId } from '../../../shared/ids.ts'
import type { Schema } from '../../store/schema.ts'
import type { MadeRun } from './make-run.ts'

/** The first open objection of the runs, in the case in which it is dealt with: the newest one that was open in the department on that day; the same runs where there is none. */
export async function withLinkedObjection(trx: Kysely<Schema>, townId: TownId, departmentId: DepartmentId, runs: readonly MadeRun[]): Promise<readonly MadeRun[]> {
  const objection = runs.flatMap(({ notices }) => notices).flatMap(({ facts }) => (ofKind(facts, 'settled').length === 0 ? ofKind(facts, 'objected') : []))[0]
  if (!objection) return runs
  const theCase = await trx.selectFrom('applications').select('id').where('town_id', '=', townId).where('department_id', '=', departmentId).where('status', 'in', ['received', 'in-progress'])
    .where('received_at', '<=', endOfGermanDay(objection.day)).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return theCase ? runs.map(made => linked(made, objection.id, theCase.id)) : runs
}

const linked = ({ run, notices }: MadeRun, factId: NoticeFact['id'], caseId: ApplicationId): MadeRun =>
  ({ run, notices: notices.map(notice => ({ ...notice, facts: notice.facts.map(fact => (fact.kind === 'objected' && fact.id === factId ? { ...fact, caseId } : fact)) })) })
