import type { RecordRef } from '../../../shared/command.ts'
import { TABLE_NAMES } from '../../../shared/tables.ts'
import { instantFromMs, plusDays, type Clock } from '../../../shared/time.ts'
import type { SessionReply } from '../../../shared/wire/session.ts'
import type { Database } from '../cache/database.ts'
import { truncateLog } from '../cache/truncate-log.ts'
import { transact } from '../cache/turn.ts'
import type { Marks } from '../network/request.ts'
import { NetworkFailure } from '../network/failures.ts'
import type { Log } from '../log.ts'
import { removeScope, unpark } from './apply-row.ts'
import { sweepUploads } from './kept-files.ts'
import { acknowledgePulled, entriesIn, forgetLostHealth, forgetSettled, offerAgain, recordsOf } from './outbox.ts'
import { refreshOverlay, type OverlayParts } from './overlay.ts'
import { rechain } from './rechain.ts'
import { awaitLoad, scopesOnDisk } from './scopes.ts'
import { datasetEpoch, keepDatasetEpoch, keepServerId, keepStanding, readStanding, serverId, type Standing } from './standing.ts'

export interface SessionParts extends OverlayParts {
  readonly clock: Clock
}

/** Acknowledged commands are kept so long, to be offered again if the service loses them. */
const KEPT_DAYS = 14

/**
 * Takes in who the person is now, in one transaction: scopes they lost leave this disk, scopes with a new epoch lose their
 * position, and after a restore of the service everything acknowledged is offered again. Answers what looks different.
 */
export function takeSession(db: Database, parts: SessionParts, session: SessionReply, marks: Marks): readonly RecordRef[] {
  if (isOtherServer(db, marks) || isOtherAccount(db, session)) {
    parts.log.error('sync.other-server')
    throw new NetworkFailure({ kind: 'refused', code: 'sync/service-away' })
  }
  const touched = transact(db, () => {
    keepStanding(db, session)
    if (marks.datasetEpoch !== null) takeDatasetEpoch(db, parts.log, marks.datasetEpoch, session.head)
    const gone = leaveScopes(db, session)
    const readable = unpark(db)
    const now = instantFromMs(parts.clock.nowMs())
    forgetSettled(db, plusDays(now, -KEPT_DAYS))
    sweepUploads(db, parts.clock.nowMs())
    const confirmed = acknowledgePulled(db, now)
    forgetLostHealth(db)
    // Other rights make other decisions: everything on the way is decided again.
    const onTheWay = entriesIn(db, 'pending', 'applied').flatMap(({ sequence }) => recordsOf(db, sequence))
    return [...refreshOverlay(db, parts, [...gone, ...readable, ...confirmed, ...onTheWay]), ...gone]
  })
  if (touched.length > 0) truncateLog(db)
  return touched
}

/** Another server under the same address is never taken for ours: its rows would replace, its silence delete. */
function isOtherServer(db: Database, marks: Marks): boolean {
  const known = serverId(db)
  if (marks.serverId === null || known === marks.serverId) return false
  if (known === null) keepServerId(db, marks.serverId)
  return known !== null
}

/** A reply for somebody else never touches this person's rows, whatever mixed it up. */
function isOtherAccount(db: Database, { townId, accountId }: SessionReply): boolean {
  const known = readStanding(db)
  return known !== null && (known.accountId !== accountId || known.townId !== townId)
}

function takeDatasetEpoch(db: Database, log: Log, epoch: string, head: number): void {
  const known = datasetEpoch(db)
  if (known === epoch) return
  keepDatasetEpoch(db, epoch)
  if (known === null) return
  rechain(db, head)
  const offered = offerAgain(db)
  for (const { scope } of scopesOnDisk(db)) awaitLoad(db, scope)
  db.exec('DELETE FROM parked')
  // Versions of the life that was lost say nothing in the new one: whatever comes now is newer.
  for (const table of TABLE_NAMES) db.exec(`UPDATE ${table} SET version = 0`)
  log.warn('sync.service-restored', { offered })
}

/** Takes rights away that have ended by themselves, and with them what may not lie on this disk any more. */
export function takeLess(db: Database, parts: OverlayParts, standing: Standing): readonly RecordRef[] {
  const touched = transact(db, () => {
    keepStanding(db, standing)
    const gone = leaveScopes(db, standing)
    const onTheWay = entriesIn(db, 'pending', 'applied').flatMap(({ sequence }) => recordsOf(db, sequence))
    return [...refreshOverlay(db, parts, [...gone, ...onTheWay]), ...gone]
  })
  if (touched.length > 0) truncateLog(db)
  return touched
}

function leaveScopes(db: Database, session: Pick<SessionReply, 'scopes'>): readonly RecordRef[] {
  const epochs = new Map<string, string>(session.scopes.map(({ scope, epoch }) => [scope, epoch]))
  const lost = scopesOnDisk(db).filter(({ scope }) => !epochs.has(scope))
  for (const { scope, scopeEpoch } of scopesOnDisk(db)) if (epochs.has(scope) && epochs.get(scope) !== scopeEpoch) awaitLoad(db, scope)
  return lost.flatMap(({ scope }) => removeScope(db, scope))
}
