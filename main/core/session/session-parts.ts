import type { Result } from '../../../shared/result.ts'
import type { Clock } from '../../../shared/time.ts'
import type { SessionReply } from '../../../shared/wire/session.ts'
import type { Log } from '../log.ts'
import type { SecretStore } from './secret-store.ts'
import type { Timers } from './timers.ts'

/** What the service said about the person, as it may be kept in the cache. */
export type Standing = Omit<SessionReply, 'deskSecret'>

/** Why the service ends a session. */
export type EndedBy = 'session/expired' | 'session/unknown-account' | 'session/device-cut-off'

/** An account whose cache may be opened now. */
export interface OpenedDesk {
  readonly deskId: string
  readonly key: Uint8Array
  readonly cacheFile: string
  /** The service's word of just now; null after an unlock by PIN, when the cache's own memory of it counts. */
  readonly standing: Standing | null
}

export interface SessionParts {
  readonly serviceUrl: string
  readonly profileDir: string
  readonly secrets: SecretStore
  readonly clock: Clock
  readonly timers: Timers
  readonly random: (bytes: number) => Uint8Array
  readonly fetch: typeof fetch
  /** Opens the system's browser; null where the page itself goes to the issuer. */
  readonly openBrowser: ((url: string) => void) | null
  readonly callbackUrl: () => string
  readonly log: Log
  /** Without any sign of a person for so long, the desk locks. */
  readonly idleMs?: number
  /** So long after a sign-in the desk may be opened without the service, at most a day. */
  readonly signInMs?: number
  /** `GET /v1/session` with this session's own access token. */
  readonly askService: (deskId: string) => Promise<Result<SessionReply>>
  /** Opens the cache, or keeps it open when the same account comes back after a lock. Answers who that account is. */
  readonly open: (opened: OpenedDesk) => Promise<Result<Standing>>
  /** The screens must show nothing of the cache until `open` is called again; sending may go on. */
  readonly locked: () => void
  /** The day after the last sign-in is over and the cache is still open; told again and again until somebody signs in. */
  readonly dayOver: () => void
  /** Nobody is signed in any more: close the cache, forget the key. What was not sent stays in the file. */
  readonly closed: () => Promise<void>
}
