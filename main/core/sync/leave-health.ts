import type { RecordRef } from '../../../shared/command.ts'
import { isHealthScope } from '../../../shared/scope.ts'
import type { Database } from '../cache/database.ts'
import { truncateLog } from '../cache/truncate-log.ts'
import { transact } from '../cache/turn.ts'
import { removeScope } from './apply-row.ts'
import { entriesIn, recordsOf } from './outbox.ts'
import { refreshOverlay, type OverlayParts } from './overlay.ts'
import { scopesOnDisk } from './scopes.ts'

/**
 * Takes all health data off this disk, because nobody has said for a day whether the person still has the right to it. It is
 * loaded again when the service says so; what was not sent stays, as anything a person did, and is sent then.
 */
export function leaveHealth(db: Database, parts: OverlayParts): readonly RecordRef[] {
  const health = scopesOnDisk(db).filter(({ scope }) => isHealthScope(scope))
  if (health.length === 0) return []
  const touched = transact(db, () => {
    const gone = health.flatMap(({ scope }) => removeScope(db, scope))
    const onTheWay = entriesIn(db, 'pending', 'applied').flatMap(({ sequence }) => recordsOf(db, sequence))
    return [...refreshOverlay(db, parts, [...gone, ...onTheWay]), ...gone]
  })
  truncateLog(db)
  return touched
}
