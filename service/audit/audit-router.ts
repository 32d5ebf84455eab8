import { implement } from '@orpc/server'
import { refuse } from '../../shared/result.ts'
import { instantFromMs, type Clock, type Instant } from '../../shared/time.ts'
import { auditContract } from '../../shared/wire/audit.ts'
import { valueOrRefuse } from '../http/refusal.ts'
import type { Log } from '../log.ts'
import { noteAccess } from '../privacy/privacy-router.ts'
import type { Access } from '../store/access.ts'
import type { Database } from '../store/database.ts'
import { checkAnchor } from './anchors.ts'
import type { AuditSettings } from './audit-settings.ts'
import { conditionOf } from './conditions.ts'
import { auditEntry } from './entry-detail.ts'
import { auditReader } from './reader.ts'
import { searchAudit } from './search.ts'
import { auditState } from './state.ts'
import { verifyOnDemand } from './verification.ts'

export interface AuditRouterParts {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** Where heads of the log go to. */
  readonly anchors: AuditSettings
}

const MOST_EXPORTS_TOLD = 100

/** The log of who did what, for those who may read it; whoever reads it stands in it, too. */
export function createAuditRouter(parts: AuditRouterParts) {
  const { database, clock } = parts
  const { db } = database
  const os = implement(auditContract).$context<{ readonly access: Access }>()
  const now = (): Instant => instantFromMs(clock.nowMs())
  return os.router({
    search: os.search.handler(async ({ input, context: { access } }) => {
      const reader = auditReader(access, input.part)
      const condition = await conditionOf(db, reader, input)
      const found = await searchAudit(db, reader, condition, input.before)
      // Before anything is told, and after it was found: nobody finds the question they are just asking.
      await noteAccess(database, access.actor, 'audit.searched', condition.about, now())
      return found
    }),
    entry: os.entry.handler(async ({ input: { position }, context: { access } }) => {
      const found = await auditEntry(db, auditReader(access), position)
      if (!found) return valueOrRefuse(refuse('request/not-found'))
      await noteAccess(database, access.actor, 'audit.viewed', String(position), now())
      return found
    }),
    state: os.state.handler(({ context: { access } }) => auditState({ db, clock, settings: parts.anchors }, auditReader(access).townId)),
    verify: os.verify.handler(({ input, context: { access } }) => verifyOnDemand(parts, auditReader(access).actor, input.id)),
    checkAnchors: os.checkAnchors.handler(async ({ input, context: { access } }) => {
      const { townId, actor } = auditReader(access)
      await noteAccess(database, actor, 'audit.anchors-checked', null, now())
      return { checks: await Promise.all(input.anchors.map(text => checkAnchor(db, townId, text))) }
    }),
    exports: os.exports.handler(async ({ context: { access } }) => {
      const rows = await db.selectFrom('audit_exports').selectAll().where('town_id', '=', auditReader(access).townId).orderBy('at', 'desc').limit(MOST_EXPORTS_TOLD).execute()
      return { exports: rows.map(({ at, by_name: byName, reason, entries }) => ({ at, byName, reason, entries })) }
    }),
  })
}
