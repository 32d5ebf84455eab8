import { sql, type Transaction } from 'kysely'
import { recordKey, type Change } from '../../../shared/command.ts'
import { historyLine } from '../../../shared/domains/applications/history.ts'
import { handOverDuties } from '../../../shared/domains/staff/account-commands.ts'
import type { DepartmentId, PersonId, TownId } from '../../../shared/ids.ts'
import { departmentScope } from '../../../shared/scope.ts'
import type { RowOf } from '../../../shared/tables.ts'
import type { Completion } from '../../commands/context.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

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
      { table: 'applications', row: { ...row, ...taker, status: statusWith(row, to !== undefined) } },
      historyLine(row, to ? 'assigned' : 'released', to ? to.name : null, moment, `handed-over/${row.id}`),
    ]),
    ...tasks.map((row): Change => ({ table: 'tasks', row: { ...row, ...taker } })),
    ...conversations.map((row): Change => ({ table: 'conversations', row: { ...row, ...taker } })),
  ]
}

/** A case that somebody has is worked on, and one that nobody has is not; one in which a decision is proposed goes on waiting for its approval. */
function statusWith({ status }: RowOf<'applications'>, isTaken: boolean): RowOf<'applications'>['status'] {
  if (status === 'proposed') return status
  return isTaken ? 'in-progress' : 'received'
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
