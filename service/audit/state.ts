import type { Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import { msOf, type Clock } from '../../shared/time.ts'
import type { AuditProblem, AuditState } from '../../shared/wire/audit.ts'
import { lastTimes, secondsSince, type LastTime } from '../maintenance/maintenance.ts'
import { auditHead } from '../store/audit.ts'
import type { Schema } from '../store/schema.ts'
import { anchoredBy } from './anchor-task.ts'
import type { AuditSettings } from './audit-settings.ts'
import { readEntry } from './entry.ts'
import { lastVerification, verdictIn } from './verification.ts'

/** Verified and anchored every night; two nights without it are a fault. */
export const NOT_VERIFIED_SECONDS = 50 * 3_600

interface StateParts {
  readonly db: Kysely<Schema>
  readonly clock: Clock
  readonly settings: AuditSettings
}

/** How the log stands, and what somebody has to look at. */
export async function auditState({ db, clock, settings }: StateParts, townId: TownId): Promise<AuditState> {
  const tasks = await lastTimes(db, townId)
  const nightly = tasks.find(({ task }) => task === 'audit')
  const anchor = tasks.find(({ task }) => task === 'anchor')
  const verification = await lastVerification(db, townId, clock)
  const { entries } = await auditHead(db, townId)
  return {
    entries,
    nightly: nightly ? { at: nightly.endedAt, verdict: verdictIn(nightly.outcome) } : null,
    verification,
    anchors: { folder: settings.auditAnchorDir !== null, addresses: settings.auditAnchorMail.length, last: anchor ? anchoredBy(anchor.outcome, anchor.endedAt) : null },
    problems: problemsIn({
      'tampered': nightly?.outcome?.startsWith('tampered') === true || verification?.verdict?.kind === 'tampered',
      'not-verified': isTooOld(nightly, await firstEntryMs(db, townId), clock),
      'anchor-differs': anchor?.outcome?.startsWith('tampered') === true,
      'anchor-failed': anchor !== undefined && (anchor.outcome === null || anchor.outcome.includes(' failed ')),
    }),
  }
}

const problemsIn = (found: Readonly<Record<AuditProblem, boolean>>): AuditProblem[] => (Object.keys(found) as AuditProblem[]).filter(problem => found[problem])

/** A night that failed counts as none; before the first one it is the oldest entry that waits. */
function isTooOld(nightly: LastTime | undefined, firstMs: number | null, clock: Clock): boolean {
  const now = clock.nowMs()
  if (nightly && nightly.outcome !== null) return secondsSince(nightly.endedAt, now) > NOT_VERIFIED_SECONDS
  return nightly !== undefined || (firstMs !== null && now - firstMs > NOT_VERIFIED_SECONDS * 1_000)
}

async function firstEntryMs(db: Kysely<Schema>, townId: TownId): Promise<number | null> {
  const first = await db.selectFrom('audit_log').select('entry').where('town_id', '=', townId).orderBy('audit_position').limit(1).executeTakeFirst()
  return first ? msOf(readEntry(first.entry).at) : null
}
