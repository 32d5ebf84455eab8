import type { Kysely, Selectable } from 'kysely'
import type { Actor } from '../../shared/actor.ts'
import type { TownId } from '../../shared/ids.ts'
import { instantFromMs, msOf, type Clock } from '../../shared/time.ts'
import type { AuditVerification, ChainVerdict } from '../../shared/wire/audit.ts'
import { factsOfError, type Log } from '../log.ts'
import { noteAccess } from '../privacy/privacy-router.ts'
import { outcomeOf, verifyAudit } from '../store/audit.ts'
import type { Database } from '../store/database.ts'
import type { Schema } from '../store/schema.ts'
import type { AuditVerificationsTable } from './tables.ts'

interface VerificationParts {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
}

/** Whoever verifies gives a sign of life with every thousand entries. */
const SILENT_MS = 2 * 60_000
/** Of the rounds kept, for whoever asks what was verified when. */
const MOST_KEPT = 50

type Row = Selectable<AuditVerificationsTable>

/**
 * Begins to recompute the chain, unless somebody does already: then theirs is told. The same id again tells how far it
 * is; any process can be asked, for the progress stands in the database.
 */
export async function verifyOnDemand(parts: VerificationParts, actor: Actor, id: string): Promise<AuditVerification> {
  const { database: { db }, clock } = parts
  const { townId } = actor
  const known = (await verificationNamed(db, townId, id)) ?? (await runningOne(parts, townId))
  if (known) return toldVerification(known, clock)
  const now = instantFromMs(clock.nowMs())
  const { numInsertedOrUpdatedRows } = await db.insertInto('audit_verifications').values({ town_id: townId, id, by_name: actor.name, begun_at: now, seen_at: now }).onConflict(conflict => conflict.doNothing()).executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows) {
    await noteAccess(parts.database, actor, 'audit.verified', null, now)
    void verifyWhole(parts, townId, id).catch((error: unknown) => parts.log.error('audit.verification-failed', factsOfError(error)))
  }
  const begun = await verificationNamed(db, townId, id)
  if (!begun) throw new Error('a verification that was begun is not there')
  return toldVerification(begun, clock)
}

async function verifyWhole({ database: { db }, clock, log }: VerificationParts, townId: TownId, id: string): Promise<void> {
  const put = (values: { readonly done?: number; readonly total?: number; readonly ended_at?: Row['ended_at']; readonly outcome?: string }): Promise<unknown> =>
    db.updateTable('audit_verifications').set({ seen_at: instantFromMs(clock.nowMs()), ...values }).where('town_id', '=', townId).where('id', '=', id).execute()
  const verdict = await verifyAudit(db, townId, async (done, total) => void (await put({ done, total })))
  const outcome = outcomeOf(verdict)
  if (verdict.kind === 'tampered') log.error('maintenance.audit-tampered', { kind: 'on-demand', reason: outcome })
  await put({ ...(verdict.kind === 'intact' ? { done: verdict.entries, total: verdict.entries } : {}), ended_at: instantFromMs(clock.nowMs()), outcome })
  await forgetOld(db, townId)
}

async function forgetOld(db: Kysely<Schema>, townId: TownId): Promise<void> {
  const kept = db.selectFrom('audit_verifications').select('id').where('town_id', '=', townId).orderBy('begun_at', 'desc').limit(MOST_KEPT)
  await db.deleteFrom('audit_verifications').where('town_id', '=', townId).where('id', 'not in', kept).execute()
}

const verificationNamed = (db: Kysely<Schema>, townId: TownId, id: string): Promise<Row | undefined> =>
  db.selectFrom('audit_verifications').selectAll().where('town_id', '=', townId).where('id', '=', id).executeTakeFirst()

const runningOne = ({ database: { db }, clock }: VerificationParts, townId: TownId): Promise<Row | undefined> =>
  db.selectFrom('audit_verifications').selectAll().where('town_id', '=', townId).where('ended_at', 'is', null)
    .where('seen_at', '>', instantFromMs(clock.nowMs() - SILENT_MS)).orderBy('begun_at', 'desc').executeTakeFirst()

/** The one that was begun last. */
export async function lastVerification(db: Kysely<Schema>, townId: TownId, clock: Clock): Promise<AuditVerification | null> {
  const row = await db.selectFrom('audit_verifications').selectAll().where('town_id', '=', townId).orderBy('begun_at', 'desc').limit(1).executeTakeFirst()
  return row ? toldVerification(row, clock) : null
}

const toldVerification = (row: Row, clock: Clock): AuditVerification => ({
  id: row.id, byName: row.by_name, begunAt: row.begun_at, endedAt: row.ended_at, done: row.done, of: row.total, verdict: verdictIn(row.outcome),
  state: row.ended_at ? 'ended' : clock.nowMs() - msOf(row.seen_at) > SILENT_MS ? 'broken-off' : 'running',
})

/** What `outcomeOf` wrote. */
export function verdictIn(outcome: string | null): ChainVerdict | null {
  const [kind, count, hash = ''] = (outcome ?? '').split(' ')
  if (kind === 'intact') return { kind, entries: Number(count), hash }
  return kind === 'tampered' ? { kind, position: Number(count) } : null
}
