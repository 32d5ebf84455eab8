import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import type { SessionReply } from '../../shared/wire/session.ts'
import { clockAt, systemClock } from './clock.ts'
import { createDesk } from './desk.ts'
import { createRecorder } from './domains/diagnosis/recorder.ts'
import { processLog, type Log } from './log.ts'
import { failureOf } from './network/failures.ts'
import { createNetwork, type DeviceSaid, type Network } from './network/network.ts'
import type { Bearer } from './network/request.ts'
import { createDeskOpener } from './open-desk.ts'
import { createRouter } from './router/router.ts'
import { openSecretStore } from './session/open-secret-store.ts'
import { lockProfile } from './session/profile-lock.ts'
import type { SecretStore } from './session/secret-store.ts'
import { createSession, type Session } from './session/session.ts'
import { systemTimers } from './session/timers.ts'

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
  /** How long the desk stays open without a person, and a sign-in without the service; what the administration set. */
  readonly idleMs?: number
  readonly signInMs?: number
  /** What the list of computers says about this one. */
  readonly device?: DeviceSaid
  /** The languages that may be chosen here; both where it is left out. */
  readonly languages?: readonly ('de' | 'en')[]
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
  const recorder = createRecorder(parts.log ?? processLog(clock.nowMs), clock.nowMs)
  const { log } = recorder
  const lock = await lockProfile(profileDir)
  const secrets = lock.ok ? (parts.secrets ?? (await keychainOf(profileDir))) : refusingStore(lock)
  const holder: { session: Session | null } = { session: null }
  const said = parts.device ? { device: parts.device } : {}
  const network = createNetwork({ serviceUrl, fetch: parts.fetch, ...said, bearer: bearerOf(fresh => holder.session?.accessToken(fresh)) })
  const desk = createDesk(clock, () => holder.session?.state.value ?? { kind: 'signed-out', offlineUnlock: null, problem: null })
  const session = createSession({
    serviceUrl, profileDir, clock, random, log,
    ...(parts.idleMs === undefined ? {} : { idleMs: parts.idleMs }), ...(parts.signInMs === undefined ? {} : { signInMs: parts.signInMs }),
    secrets, fetch: parts.fetch, openBrowser: parts.openBrowser, callbackUrl: parts.callbackUrl, timers: systemTimers,
    askService: deskId => askService(network, deskId),
    open: createDeskOpener({
      profileDir, random, clock, log, desk, session: () => holder.session,
      // A network of its own for each account: nothing of one goes out with the tokens of another.
      networkOf: cacheFile => createNetwork({ serviceUrl, fetch: parts.fetch, ...said, bearer: bearerOf(fresh => holder.session?.accessTokenFor(cacheFile, fresh)) }),
    }),
    locked: () => desk.current?.sync.open(null),
    dayOver: () => desk.current?.sync.dayOver(),
    closed: () => desk.detach(),
  })
  holder.session = session
  return {
    router: createRouter({ session, desk, languages: parts.languages, diagnosis: { recorder, clock, device: parts.device } }),
    completeSignIn: url => session.completeSignIn(url),
    wake: () => desk.current?.sync.wake(),
    close: async () => {
      await session.close()
      if (lock.ok) await lock.value.release()
    },
  }
}

/** The computer's keychain; one that cannot be used refuses every question with its reason, which the sign-in then shows. */
async function keychainOf(profileDir: string): Promise<SecretStore> {
  const opened = await openSecretStore({ profileDir })
  return opened.ok ? opened.value : refusingStore(opened)
}

/** Whatever is asked of it, the reason comes back: nobody signs in, and the page says why. */
function refusingStore(reason: Result<never>): SecretStore {
  const refusal = async () => reason
  return { backend: 'memory', get: refusal, set: refusal, delete: refusal }
}

/** The session's tokens as the network asks for them. */
function bearerOf(ask: (fresh: boolean) => Promise<Result<string>> | undefined): Bearer {
  let wasRejected = false
  return {
    accessToken: async () => {
      const fresh = wasRejected
      wasRejected = false
      return (await ask(fresh)) ?? refuse('session/signed-out')
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
