import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '../../../shared/actor.ts'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import { aTownService, anApplication } from '../../../shared/domains/applications/testing.ts'
import { feedChecksum, type FeedEntry } from '../../../shared/wire/feed.ts'
import { openCache, type Cache } from '../cache/open.ts'
import { putBase } from '../cache/rows.ts'
import { silentLog } from '../log.ts'
import type { FeedReplyRead } from '../network/feed-reply.ts'
import { holdScope } from './scopes.ts'
import type { SubmitParts } from './submit.ts'

export interface TestDesk {
  readonly cache: Cache
  readonly parts: SubmitParts
  remove(): void
}

/** An open cache with one received application and its service in it, read up to position 1. */
export function aDesk(actor: Actor = anActor()): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-sync-'))
  const opened = openCache({ file: join(folder, 'cache.db'), key: new Uint8Array(32).fill(7) })
  if (!opened.ok) throw new Error(opened.error.code)
  const cache = opened.value
  putBase(cache.db, 'applications', anApplication())
  putBase(cache.db, 'services', aTownService())
  for (const scope of ['town', anApplication().scope]) holdScope(cache.db, { scope, position: 1, scopeEpoch: 'e1' })
  let count = 0
  const parts: SubmitParts = {
    actor, log: silentLog, clock: { nowMs: () => Date.UTC(2026, 10, 22, 8) + count++ * 1000 },
    random: bytes => new Uint8Array(bytes).fill(count),
  }
  return {
    cache, parts,
    remove: () => {
      cache.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A whole reply of the department's scope. */
export const aReply = (entries: readonly FeedEntry[], range: { after: number; upTo: number } = { after: 1, upTo: 2 }): FeedReplyRead => ({
  scope: anApplication().scope, scopeEpoch: 'e1', datasetEpoch: 'd1', ...range, entries: [...entries],
  count: entries.length, checksum: feedChecksum(entries), more: false,
})
