import type { Clock } from '../../../shared/time.ts'
import type { Log } from '../log.ts'
import { getMeta, setMeta } from './meta.ts'
import type { Cache } from './open.ts'
import type { ReaderRequest } from './reader-request.ts'
import { startWorker, type WorkerThread } from './worker-thread.ts'

/** Whether the open file hangs together: looked through after a crash, once a week, and when reading has failed. */
export interface Soundness {
  /** Looks through the whole file, once since it was opened; resolves when that is done. */
  look(): Promise<void>
  close(): Promise<void>
}

export interface SoundnessParts {
  readonly cache: Cache
  readonly clock: Clock
  readonly log: Log
  /** The file has to be put aside. */
  readonly onDamaged: () => void
}

const CHECKED_AT = 'cache/checked-at'
const WEEK_MS = 7 * 86_400_000

/** The look itself takes place in a thread of its own, so that work goes on meanwhile. */
export function createSoundness({ cache, clock, log, onDamaged }: SoundnessParts): Soundness {
  let reader: WorkerThread<ReaderRequest> | null = null
  let isClosed = false

  const lookThrough = async (): Promise<void> => {
    reader = startWorker<ReaderRequest>('reader-worker', { file: cache.file, key: cache.key })
    try {
      const checked = await reader.ask<boolean>({ kind: 'check' })
      if (isClosed) return
      if (checked.ok && checked.value) setMeta(cache.db, CHECKED_AT, String(clock.nowMs()))
      else if (checked.ok || checked.error.code === 'storage/unreadable') onDamaged()
    } catch (error) {
      // Closed meanwhile, or a thread that could not start: the file is as it was.
      if (!isClosed) log.warn('cache.check-failed', { reason: error instanceof Error ? error.name : 'unknown' })
    } finally {
      await reader.close()
    }
  }

  let looking: Promise<void> | null = null
  const look = (): Promise<void> => (looking ??= isClosed ? Promise.resolve() : lookThrough())
  if (cache.wasUnclean || isWeekOver(cache, clock)) void look()
  return {
    look,
    close: async () => {
      isClosed = true
      await reader?.close()
    },
  }
}

/** By the distance: a clock that was wrong for a day must not put the next look off for years. */
function isWeekOver({ db }: Cache, clock: Clock): boolean {
  const checkedAt = getMeta(db, CHECKED_AT)
  if (checkedAt === undefined) setMeta(db, CHECKED_AT, String(clock.nowMs()))
  return checkedAt !== undefined && Math.abs(clock.nowMs() - Number(checkedAt)) > WEEK_MS
}
