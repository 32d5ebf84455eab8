import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import { AuditExportQuery, MOST_EXPORTED, type AuditExport } from '../../shared/wire/audit.ts'
import { RefusedRequest } from '../http/refusal.ts'
import { auditHead } from '../store/audit.ts'
import type { Access } from '../store/access.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { conditionOf } from './conditions.ts'
import { auditZip, countEntries } from './export.ts'
import { auditReader } from './reader.ts'

/** `POST /v1/audit/export`: entries as a ZIP, with the reason why they are given out. */
export const auditExportRoute =
  ({ database, clock, townName }: { readonly database: Database; readonly clock: Clock; readonly townName: string }) =>
  async (request: FastifyRequest, reply: FastifyReply, access: Access): Promise<FastifyReply> => {
    auditReader(access)
    const asked = AuditExportQuery.safeParse(request.body)
    if (!asked.success) throw new RefusedRequest({ code: 'request/invalid' })
    const reader = auditReader(access, asked.data.part)
    const now = instantFromMs(clock.nowMs())
    const condition = await conditionOf(database.db, reader, asked.data)
    const head = await auditHead(database.db, reader.townId)
    const count = await countEntries(database.db, condition, head, MOST_EXPORTED)
    if (count > MOST_EXPORTED) throw new RefusedRequest({ code: 'audit/too-many-entries', facts: { most: MOST_EXPORTED } })
    await noteExport(database, access, { at: now, byName: access.actor.name, reason: asked.data.reason, entries: count }, condition.about)
    void reply.headers({ 'content-type': 'application/zip', 'content-disposition': 'attachment; filename="protokoll.zip"', 'cache-control': 'private, no-store' })
    return reply.send(auditZip(database.db, { reader, condition, query: asked.data, head, count, townName, now }))
  }

/** Before anything is told; entry and reason together or neither. */
async function noteExport({ db }: Database, { actor }: Access, { at, byName, reason, entries }: AuditExport, about: string | null): Promise<void> {
  const { townId } = actor
  await db.transaction().execute(async trx => {
    await trx.insertInto('audit_exports').values({ town_id: townId, id: randomUUID(), by_name: byName, at, reason, entries }).execute()
    await commitChanges(trx, { townId, actor, action: 'audit.exported', commandId: null, at, ...(about ? { about } : {}) }, [])
  })
}
