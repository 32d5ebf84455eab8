import type { Transaction } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import { freedTasks } from '../../../shared/domains/applications/hand-over-commands.ts'
import { worksIn } from '../../../shared/domains/staff/rights.ts'
import type { Task } from '../../../shared/domains/applications/work-tables.ts'
import type { ApplicationId, PersonId, TownId } from '../../../shared/ids.ts'
import type { Completion } from '../../commands/context.ts'
import { loadRecords } from '../../store/records.ts'
import { allStaff } from '../../store/rights.ts'
import type { Schema } from '../../store/schema.ts'
import type { RowOf } from '../../../shared/tables.ts'

type HeldConversation = RowOf<'conversations'>

/** Tasks and messages that people who stay behind had in hand are nobody's in the new department. A command names rows by key; which there are is looked up here. */
export const completeHandOver: Completion = async (trx, { changes, state, moment }) => {
  const { townId } = moment.actor
  const freed: Change[] = []
  for (const moved of changes.flatMap(change => (change.table === 'applications' ? [change.row] : []))) {
    const before = state.get('applications', moved.id) ?? moved
    const tasks = await openTasksOf(trx, townId, moved.id)
    const conversations = await heldConversationsOf(trx, townId, moved.id)
    const staff = tasks.length + conversations.length > 0 ? await allStaff(trx, townId) : []
    const worksThere = (person: PersonId): boolean => staff.some(account => account.personId === person && worksIn(account, moved.departmentId))
    freed.push(...freedTasks(before, moved.departmentId, tasks, worksThere, moment))
    freed.push(...freedConversations(conversations, moved.scope, worksThere))
  }
  return [...changes, ...freed]
}

async function openTasksOf(trx: Transaction<Schema>, townId: TownId, applicationId: ApplicationId): Promise<readonly Task[]> {
  const ids = await trx.selectFrom('tasks').select('id').where('town_id', '=', townId).where('application_id', '=', applicationId)
    .where('done_at', 'is', null).where('assignee_id', 'is not', null).orderBy('id').execute()
  return [...(await loadRecords(trx, townId, ids.map(({ id }) => ({ table: 'tasks', id }) as const), true)).values()] as readonly Task[]
}

async function heldConversationsOf(trx: Transaction<Schema>, townId: TownId, applicationId: ApplicationId): Promise<readonly HeldConversation[]> {
  const ids = await trx.selectFrom('conversations').select('id').where('town_id', '=', townId).where('application_id', '=', applicationId).where('assignee_id', 'is not', null).orderBy('id').execute()
  return [...(await loadRecords(trx, townId, ids.map(({ id }) => ({ table: 'conversations', id }) as const), true)).values()] as readonly HeldConversation[]
}

/** Unread there, whatever was read here. */
const freedConversations = (conversations: readonly HeldConversation[], scope: string, worksThere: (person: PersonId) => boolean): readonly Change[] =>
  conversations.flatMap(row => (row.assigneeId === null || worksThere(row.assigneeId) ? [] : [{ table: 'conversations', row: { ...row, scope, assigneeId: null, assigneeName: null, unread: Math.max(1, row.unread) } } as const]))
