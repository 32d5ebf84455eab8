import { sql, type Kysely } from 'kysely'
import type { PersonId, TownId } from '../../../shared/ids.ts'
import { departmentScope } from '../../../shared/scope.ts'
import type { Duties } from '../../../shared/wire/staff.ts'
import type { Schema } from '../../store/schema.ts'

/** What somebody has in hand, as numbers by department: an administrator sees how much it is, and of no case what it is about. */
export async function dutiesOf(db: Kysely<Schema>, townId: TownId, personId: PersonId): Promise<Duties> {
  const { rows } = await sql<{ readonly scope: string; readonly kind: 'cases' | 'tasks' | 'conversations'; readonly count: number }>`
    select scope, 'cases' as kind, count(*)::int as count from applications where town_id = ${townId} and assignee_id = ${personId} and status in ('received', 'in-progress', 'proposed') group by scope
    union all select scope, 'tasks', count(*)::int from tasks where town_id = ${townId} and assignee_id = ${personId} and done_at is null group by scope
    union all select scope, 'conversations', count(*)::int from conversations where town_id = ${townId} and assignee_id = ${personId} and closed_at is null group by scope`.execute(db)
  const departments = await db.selectFrom('departments').select(['id', 'name']).where('town_id', '=', townId).orderBy('position').execute()
  return {
    departments: departments.flatMap(({ id, name }) => {
      const count = (kind: string): number => rows.find(row => row.scope === departmentScope(id) && row.kind === kind)?.count ?? 0
      const duties = { departmentId: id, name, cases: count('cases'), tasks: count('tasks'), conversations: count('conversations') }
      return duties.cases + duties.tasks + duties.conversations > 0 ? [duties] : []
    }),
  }
}
