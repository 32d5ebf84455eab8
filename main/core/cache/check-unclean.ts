import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Cache } from './open.ts'
import type { ReaderRequest } from './reader-request.ts'
import { startWorker } from './worker-thread.ts'

/**
 * After a crash or power cut: reads through the whole file in a thread of its own, so that work can go on meanwhile.
 * `storage/unreadable` means: close the cache and `quarantine` it.
 */
export async function checkAfterUncleanExit(cache: Cache): Promise<Result<null>> {
  if (!cache.wasUnclean) return ok(null)
  const reader = startWorker<ReaderRequest>('reader-worker', { file: cache.file, key: cache.key })
  const checked = await reader.ask<boolean>({ kind: 'check' })
  await reader.close()
  if (!checked.ok) return checked
  return checked.value ? ok(null) : refuse('storage/unreadable')
}
