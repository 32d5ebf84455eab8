import { sql, type Kysely, type Transaction } from 'kysely'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { ConversationId } from '../../../shared/ids.ts'
import { eraseRecords } from '../../store/erase.ts'
import type { Schema } from '../../store/schema.ts'
import { findConversation, partsOf } from './conversation-rows.ts'

const AT_ONCE = 100
/** Where a department has set nothing. */
export const USUAL_KEEP_DAYS = 365

/** Forgets conversations that belong to no case and are answered or closed, once the department keeps them no longer after their end; files and all. Answers how many. */
export async function forgetOldConversations(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  let forgotten = 0
  for (;;) {
    const done = await db.transaction().execute(trx => forgetSome(trx, townId, now))
    forgotten += done
    if (done < AT_ONCE) return forgotten
  }
}

async function forgetSome(trx: Transaction<Schema>, townId: TownId, now: Instant): Promise<number> {
  // Locked and asked again by the database under the lock: what a citizen is writing on just now stays, at least until tomorrow.
  const { rows } = await sql<{ readonly id: string }>`
    select c.id from conversations c left join message_desks d on d.town_id = c.town_id and 'department:' || d.id = c.scope
    where c.town_id = ${townId} and c.application_id is null and c.waiting_since is null and c.state in ('answered', 'closed')
      and greatest(c.last_message_at, c.closed_at) < ${now}::timestamptz - make_interval(days => coalesce(d.keep_days, ${USUAL_KEEP_DAYS})::int) order by c.id limit ${AT_ONCE}
    for update of c skip locked`.execute(trx)
  for (const { id } of rows) await forgetOne(trx, townId, ConversationId.parse(id), now)
  return rows.length
}

async function forgetOne(trx: Transaction<Schema>, townId: TownId, id: ConversationId, now: Instant): Promise<void> {
  const row = await findConversation(trx, townId, id, true)
  if (!row) return
  const parts = await partsOf(trx, townId, id)
  await sql`set constraints all deferred`.execute(trx)
  await eraseRecords(trx, { townId, actor: null, action: 'messages.forgotten', commandId: null, at: now }, [...parts, { table: 'conversations', row }])
  const files = parts.flatMap(({ table, row: part }) => (table === 'conversation_files' ? [part.id] : []))
  if (files.length > 0) await sql`delete from blobs where town_id = ${townId} and id = any(${files}::uuid[])`.execute(trx)
}
