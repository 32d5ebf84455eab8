import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillInSignInPage } from '../../build/sign-in.ts'
import { silentLog } from '../../main/core/log.ts'
import { failureOf } from '../../main/core/network/failures.ts'
import { createNetwork } from '../../main/core/network/network.ts'
import type { SecretStore } from '../../main/core/session/secret-store.ts'
import { createSession, type OpenedDesk, type Session, type SessionParts, type Standing } from '../../main/core/session/session.ts'
import { memoryStore } from '../../main/core/session/testing.ts'
import { DEMO_PASSWORD } from '../../service/demo/staff.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'

const LOGIN = 'katrin.sommer'
const CALLBACK = 'http://127.0.0.1:50505/callback'

/** A desk whose clock, timers and network are in the test's hands; everything else is real. */
export interface TestDesk {
  readonly session: Session
  readonly profileDir: string
  readonly secrets: SecretStore
  readonly entries: Map<string, string>
  readonly opened: OpenedDesk[]
  readonly events: string[]
  readonly requests: string[]
  pass(ms: number): Promise<void>
  /** Time passes and no timer runs. */
  sleep(ms: number): void
  network(isThere: boolean): void
  /** The next answers of the issuer never arrive. */
  loseAnswers(isLosing: boolean): void
  /** The desk is killed and started again. */
  restart(): TestDesk
  signIn(login?: string): Promise<Result<object>>
  /** Called before every request leaves. */
  watch(look: () => Promise<void>): void
}

export interface DeskSettings {
  readonly profileDir?: string
  readonly entries?: Map<string, string>
  readonly secrets?: SecretStore
  readonly startMs?: number
  readonly standings?: Map<string, Standing>
  readonly demo?: boolean
}

/** Switches for what lies between the desk and the service. */
interface Line {
  isThere: boolean
  isLosing: boolean
  look: () => Promise<void>
}

const fetchOver = (line: Line, requests: string[]): typeof fetch => async (input, init) => {
  requests.push(new URL(input instanceof Request ? input.url : input).pathname)
  await line.look()
  if (!line.isThere) throw new TypeError('fetch failed')
  const answer = await fetch(input, init)
  if (line.isLosing) throw new TypeError('terminated')
  return answer
}

/** Makes desks against a running service; `opened` is told of every one, to close and remove it afterwards. */
export function sessionDesk(
  serviceUrl: string,
  settings: DeskSettings,
  opened: (session: Session, profileDir: string) => void,
): TestDesk {
  const profileDir = settings.profileDir ?? mkdtempSync(join(tmpdir(), 'rathaus-session-'))
  const entries = settings.entries ?? new Map<string, string>()
  const standings = settings.standings ?? new Map<string, Standing>()
  const secrets = settings.secrets ?? memoryStore(entries)
  const clock = { ms: settings.startMs ?? Date.parse('2026-11-23T07:00:00.000Z'), nowMs: () => clock.ms }
  const told: Told = { opened: [], events: [], requests: [], ticks: new Set() }
  const line: Line = { isThere: true, isLosing: false, look: () => Promise.resolve() }
  const session = startSession(serviceUrl, settings, { profileDir, secrets, standings, clock, line, told })
  opened(session, profileDir)
  return {
    session, profileDir, secrets, entries, ...told,
    pass: async ms => {
      clock.ms += ms
      for (const tick of told.ticks) tick()
      // Behind everything the tick has put into the queue.
      await session.setPin('')
    },
    sleep: ms => { clock.ms += ms },
    network: there => { line.isThere = there },
    watch: look => { line.look = look },
    loseAnswers: losing => { line.isLosing = losing },
    restart: () => {
      told.ticks.clear()
      return sessionDesk(serviceUrl, { ...settings, profileDir, entries, secrets, standings, startMs: clock.ms }, opened)
    },
    signIn: async (login = LOGIN) => {
      const begun = await session.signIn()
      if (!begun.ok) return begun
      return session.completeSignIn(await fillInSignInPage(begun.value.authorizationUrl ?? '', login, DEMO_PASSWORD))
    },
  }
}

interface Told {
  readonly opened: OpenedDesk[]
  readonly events: string[]
  readonly requests: string[]
  readonly ticks: Set<() => void>
}

interface SessionSettings {
  readonly profileDir: string
  readonly secrets: SecretStore
  readonly standings: Map<string, Standing>
  readonly clock: SessionParts['clock']
  readonly line: Line
  readonly told: Told
}

function startSession(serviceUrl: string, { demo }: DeskSettings, made: SessionSettings): Session {
  const { profileDir, secrets, standings, clock, line, told } = made
  const watched = fetchOver(line, told.requests)
  const holder: { session: Session | null } = { session: null }
  const network = createNetwork({ serviceUrl, fetch: watched, bearer: {
    accessToken: async () => (await holder.session?.accessToken()) ?? refuse('session/signed-out'),
    rejected: () => undefined,
  } })
  const session = createSession({
    serviceUrl, profileDir, secrets, clock, random: randomBytes, fetch: watched, openBrowser: null, callbackUrl: () => CALLBACK, log: silentLog,
    timers: { every: (_ms, run) => { told.ticks.add(run); return () => void told.ticks.delete(run) } },
    askService: desk => network.session(desk).then(reply => ok({ ...reply, demo: demo ?? reply.demo }), (error: unknown) => refuse(failureOf(error).code)),
    open: async desk => {
      told.opened.push(desk)
      if (desk.standing) standings.set(desk.cacheFile, desk.standing)
      const standing = standings.get(desk.cacheFile)
      return standing ? ok(standing) : refuse('session/no-offline-unlock')
    },
    locked: () => void told.events.push('locked'),
    dayOver: () => void told.events.push('day over'),
    closed: async () => void told.events.push('closed'),
  })
  holder.session = session
  return session
}
