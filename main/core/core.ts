import { join } from 'node:path'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Clock, Instant } from '../../shared/time.ts'
import type { SessionReply } from '../../shared/wire/session.ts'
import { openCache } from './cache/open.ts'
import { quarantine } from './cache/quarantine.ts'
import { clockAt, systemClock } from './clock.ts'
import { createDesk, type Desk } from './desk.ts'
import { createApplicationQueries } from './domains/applications/queries.ts'
import { processLog, type Log } from './log.ts'
import { failureOf } from './network/failures.ts'
import { createNetwork, type Network } from './network/network.ts'
import type { Bearer } from './network/request.ts'
import { createRouter } from './router/router.ts'
import { openSecretStore } from './session/open-secret-store.ts'
import type { SecretStore } from './session/secret-store.ts'
import { createSession, type OpenedDesk, type Session, type Standing } from './session/session.ts'
import { systemTimers } from './session/timers.ts'
import { waitReally } from './sync/backoff.ts'
import { actorIn, keepStanding, readStanding } from './sync/standing.ts'
import { createSync } from './sync/sync.ts'
import { takeOver } from './sync/take-over.ts'
import { createUnsent } from './sync/unsent.ts'

/** What a shell hands in: everything that differs from machine to machine. */
export interface CoreParts {
  readonly profileDir: string
  readonly serviceUrl: string
  /** What the clock shows at the start, for a demo on a day of one's choice; null for the real time. */
  readonly startAt: Instant | null
  readonly random: (bytes: number) => Uint8Array
  readonly fetch: typeof fetch
  /** Opens the system's browser for a sign-in; null where the page itself goes to the issuer. */
  readonly openBrowser: ((url: string) => void) | null
  /** Where the issuer sends the browser back to. */
  readonly callbackUrl: () => string
  /** Instead of the computer's keychain. */
  readonly secrets?: SecretStore
  /** Instead of standard error. */
  readonly log?: Log
}

export interface Core {
  /** Implements `coreContract`; a shell serves it on the page's port. */
  readonly router: ReturnType<typeof createRouter>
  /** Takes the address the browser came back with after a sign-in. */
  completeSignIn(callbackUrl: string): Promise<Result<object>>
  /** The network is likely back: sync tries at once instead of after the rest of a wait. */
  wake(): void
  /** Ends sync and closes the cache; what was not sent stays in the file. */
  close(): Promise<void>
}

/** The application without a window. Nothing here knows which shell it runs in. */
export async function createCore(parts: CoreParts): Promise<Core> {
  const { random, serviceUrl, profileDir, startAt } = parts
  const clock = startAt ? clockAt(startAt) : systemClock
  const log = parts.log ?? processLog(clock.nowMs)
  const secrets = parts.secrets ?? (await keychainOf(profileDir))
  const holder: { session: Session | null } = { session: null }
  const network = createNetwork({ serviceUrl, fetch: parts.fetch, bearer: bearerOf(() => holder.session) })
  const desk = createDesk(clock, () => holder.session?.state.value ?? { kind: 'signed-out', offlineUnlock: null, problem: null })
  const session = createSession({
    serviceUrl, profileDir, clock, random, log,
    secrets, fetch: parts.fetch, openBrowser: parts.openBrowser, callbackUrl: parts.callbackUrl, timers: systemTimers,
    askService: deskId => askService(network, deskId),
    open: opened => openDesk({ profileDir, random, clock, log, network, desk, session: () => holder.session }, opened),
    locked: () => desk.current?.sync.open(null),
    closed: () => desk.detach(),
  })
  holder.session = session
  return {
    router: createRouter({ session, desk }),
    completeSignIn: url => session.completeSignIn(url),
    wake: () => desk.current?.sync.wake(),
    close: async () => {
      await session.close()
    },
  }
}

/** The computer's keychain; one that cannot be used refuses every question with its reason, which the sign-in then shows. */
async function keychainOf(profileDir: string): Promise<SecretStore> {
  const opened = await openSecretStore({ profileDir })
  if (opened.ok) return opened.value
  const refusal = async () => opened
  return { backend: 'memory', get: refusal, set: refusal, delete: refusal }
}

/** The session's tokens as the network asks for them. */
function bearerOf(session: () => Session | null): Bearer {
  let wasRejected = false
  return {
    accessToken: async () => {
      const fresh = wasRejected
      wasRejected = false
      return (await session()?.accessToken(fresh)) ?? refuse('session/signed-out')
    },
    rejected: () => { wasRejected = true },
  }
}

async function askService(network: Network, deskId: string): Promise<Result<SessionReply>> {
  try {
    return ok(await network.session(deskId))
  } catch (error) {
    return refuse(failureOf(error).code)
  }
}

interface OpenParts extends Pick<CoreParts, 'random' | 'profileDir'> {
  readonly clock: Clock
  readonly log: Log
  readonly network: Network
  readonly desk: Desk
  readonly session: () => Session | null
}

/** Opens an account's cache and begins to sync; a desk that comes back from a lock is still open and syncing. */
async function openDesk(parts: OpenParts, { cacheFile, key, deskId, standing: fresh }: OpenedDesk): Promise<Result<Standing>> {
  const { desk } = parts
  const open = desk.current
  if (open?.cache.file === cacheFile) {
    open.sync.wake()
    const known = fresh ?? readStanding(open.cache.db)
    return known ? ok(known) : refuse('session/no-offline-unlock')
  }
  await desk.detach()
  const opened = openSoundCache(cacheFile, key, parts.log)
  if (!opened.ok) return opened
  const cache = opened.value
  if (fresh) keepStanding(cache.db, fresh)
  const standing = fresh ?? readStanding(cache.db)
  if (!standing) {
    cache.close()
    return refuse('session/no-offline-unlock')
  }
  const sync = startSync(parts, cache, deskId, standing)
  const applications = createApplicationQueries({ cache, now: () => parts.clock.nowMs(), actor: () => sync.actor.value })
  desk.attach({ cache, sync, applications })
  return ok(standing)
}

/** A damaged cache is put aside, never deleted; what was not sent yet goes over into a fresh one, and the rest is loaded again. */
function openSoundCache(file: string, key: Uint8Array, log: Log): ReturnType<typeof openCache> {
  const opened = openCache({ file, key })
  if (opened.ok || opened.error.code !== 'storage/unreadable') return opened
  const { pending, isComplete } = quarantine(file, key)
  log.error('cache.put-aside', { pending: pending.length, isComplete })
  const fresh = openCache({ file, key })
  if (fresh.ok) takeOver(fresh.value.db, pending, log)
  return fresh
}

function startSync(parts: OpenParts, cache: Parameters<typeof createSync>[0]['cache'], deskId: string, standing: Standing) {
  const { clock, random, log, network, session } = parts
  const recoveryKey = (): string | null => readStanding(cache.db)?.recoveryKey ?? null
  return createSync({
    cache, network, clock, random, log, desk: deskId, actor: actorIn(standing), wait: waitReally,
    unsent: createUnsent(join(parts.profileDir, 'unsent'), recoveryKey, log),
    onStanding: renewed => session()?.renewed(renewed),
    onSignedOut: code => session()?.ended(code),
  })
}
