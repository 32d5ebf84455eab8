import { sql, type Kysely, type Transaction } from 'kysely'
import { recordKey, type Change } from '../../../shared/command.ts'
import { historyLine } from '../../../shared/domains/applications/history.ts'
import { handOverDuties } from '../../../shared/domains/staff/account-commands.ts'
import type { DepartmentId, PersonId, TownId } from '../../../shared/ids.ts'
import { departmentScope } from '../../../shared/scope.ts'
import type { RowOf } from '../../../shared/tables.ts'
import type { Duties } from '../../../shared/wire/staff.ts'
import type { Completion } from '../../commands/context.ts'
import { loadRecords } from '../../store/records.ts'
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

/** The rows that somebody has in hand in a department, with who has them from now on; every case tells of it in its history. */
export const completeHandOverDuties: Completion = async (trx, { changes, input, state, moment }) => {
  const { accountId, toAccountId, departmentId } = handOverDuties.input.parse(input)
  const { townId } = moment.actor
  const from = state.get('staff', accountId)
  if (!from) throw new Error('duties were handed over without the account that had them')
  const to = toAccountId === null ? undefined : state.get('staff', toAccountId)
  const taker = { assigneeId: to?.personId ?? null, assigneeName: to?.name ?? null }
  const heldIn = { townId, departmentId, personId: from.personId }
  const cases = await held(trx, heldIn, 'applications', sql`status in ('received', 'in-progress', 'proposed')`)
  const tasks = await held(trx, heldIn, 'tasks', sql`done_at is null`)
  const conversations = await held(trx, heldIn, 'conversations', sql`closed_at is null`)
  return [
    ...changes,
    ...cases.flatMap((row): readonly Change[] => [
      // A case in which a decision is proposed waits for its approval; without a person it would count as not begun.
      { table: 'applications', row: { ...row, ...taker, status: to === undefined && row.status === 'in-progress' ? 'received' : to !== undefined && row.status === 'received' ? 'in-progress' : row.status } },
      historyLine(row, to ? 'assigned' : 'released', to ? to.name : null, moment, `handed-over/${row.id}`),
    ]),
    ...tasks.map((row): Change => ({ table: 'tasks', row: { ...row, ...taker } })),
    ...conversations.map((row): Change => ({ table: 'conversations', row: { ...row, ...taker } })),
  ]
}

interface HeldIn {
  readonly townId: TownId
  readonly departmentId: DepartmentId
  readonly personId: PersonId
}

type Held = 'applications' | 'tasks' | 'conversations'

async function held<Name extends Held>(trx: Transaction<Schema>, { townId, departmentId, personId }: HeldIn, table: Name, isOpen: ReturnType<typeof sql>): Promise<readonly RowOf<Name>[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select id from ${sql.table(table)} where town_id = ${townId} and scope = ${departmentScope(departmentId)} and assignee_id = ${personId} and ${isOpen} order by id`.execute(trx)
  const records = await loadRecords(trx, townId, rows.map(({ id }) => ({ table, id })), true)
  return rows.flatMap(({ id }) => (records.get(recordKey({ table, id })) as RowOf<Name> | undefined) ?? [])
}
