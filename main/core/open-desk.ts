import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Clock } from '../../shared/time.ts'
import { openCache, type Cache } from './cache/open.ts'
import { quarantine } from './cache/quarantine.ts'
import { createSoundness, type Soundness } from './cache/soundness.ts'
import type { Desk } from './desk.ts'
import { createDomains } from './domains.ts'
import type { Log } from './log.ts'
import type { Network } from './network/network.ts'
import type { OpenedDesk, Session, Standing } from './session/session.ts'
import { waitReally } from './sync/backoff.ts'
import { createOwnCopies, readOwnCopies, withCopies } from './sync/own-copies.ts'
import { actorIn, keepStanding, readStanding } from './sync/standing.ts'
import { createSync, type Sync } from './sync/sync.ts'
import { takeOver } from './sync/take-over.ts'
import { createUnsent, inBoth } from './sync/unsent.ts'

export interface DeskOpenerParts {
  readonly profileDir: string
  readonly random: (bytes: number) => Uint8Array
  readonly clock: Clock
  readonly log: Log
  readonly desk: Desk
  readonly session: () => Pick<Session, 'renewed' | 'ended' | 'reopen'> | null
  /** The service as this account speaks to it. */
  readonly networkOf: (cacheFile: string) => Network
}

/**
 * Opens an account's cache and begins to sync; a desk that comes back from a lock is still open and syncing. A cache that
 * is or becomes damaged is put aside, what was not sent goes over into a fresh one, and the rest is loaded again.
 */
export function createDeskOpener(parts: DeskOpenerParts): (opened: OpenedDesk) => Promise<Result<Standing>> {
  const { desk } = parts
  /** Files that opened and were found to be damaged afterwards. */
  const damaged = new Set<string>()
  return async opened => {
    const { cacheFile, standing: fresh } = opened
    const open = desk.current
    if (open?.cache.file === cacheFile) {
      open.sync.wake()
      const known = fresh ?? readStanding(open.cache.db)
      return known ? ok(known) : refuse('session/no-offline-unlock')
    }
    await desk.detach()
    const cache = openSoundCache(opened, damaged.delete(cacheFile), parts.log)
    return cache.ok ? startDesk(parts, opened, cache.value, damaged) : cache
  }
}

function startDesk(parts: DeskOpenerParts, { deskId, standing: fresh }: OpenedDesk, cache: Cache, damaged: Set<string>): Result<Standing> {
  const { clock, log, session } = parts
  if (fresh) keepStanding(cache.db, fresh)
  const standing = fresh ?? readStanding(cache.db)
  if (!standing) {
    cache.close()
    return refuse('session/no-offline-unlock')
  }
  const soundness = createSoundness({ cache, clock, log, onDamaged: () => {
    damaged.add(cache.file)
    void session()?.reopen().catch(() => log.error('cache.reopen-failed'))
  } })
  const network = parts.networkOf(cache.file)
  const sync = startSync(parts, { cache, deskId, network }, standing, soundness)
  parts.desk.attach({ cache, sync, network, soundness, ...createDomains({ cache, clock, sync, random: parts.random }) })
  // What was lent to the person may have ended meanwhile.
  return ok(readStanding(cache.db) ?? standing)
}

function openSoundCache({ cacheFile: file, key }: OpenedDesk, isDamaged: boolean, log: Log): ReturnType<typeof openCache> {
  if (!isDamaged) {
    const isGone = !existsSync(file)
    const opened = openCache({ file, key })
    // With a file goes its outbox; a first one has no copies beside it.
    if (opened.ok && isGone) takeOver(opened.value.db, withCopies([], readOwnCopies(file, key)), log)
    if (opened.ok || opened.error.code !== 'storage/unreadable') return opened
  }
  const { commands: read, isComplete } = quarantine(file, key)
  const commands = withCopies(read, readOwnCopies(file, key))
  log.error('cache.put-aside', { commands: commands.length, isComplete })
  const fresh = openCache({ file, key })
  if (fresh.ok) takeOver(fresh.value.db, commands, log)
  return fresh
}

interface OnDesk {
  readonly cache: Cache
  readonly deskId: string
  readonly network: Network
}

function startSync(parts: DeskOpenerParts, { cache, deskId, network }: OnDesk, standing: Standing, soundness: Soundness): Sync {
  const { clock, random, log, session } = parts
  const recoveryKey = (): string | null => readStanding(cache.db)?.recoveryKey ?? null
  return createSync({
    cache, clock, random, log, desk: deskId, actor: actorIn(standing), wait: waitReally, network,
    unsent: inBoth(createUnsent(join(parts.profileDir, 'unsent'), recoveryKey, log), createOwnCopies(cache.file, cache.key, log)),
    onStanding: renewed => session()?.renewed(renewed),
    onSignedOut: code => session()?.ended(code),
    onUnreadable: () => void soundness.look(),
  })
}
