import type { SessionState } from '../../../shared/contract/session.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import { ok, refuse, type Refusal, type Result } from '../../../shared/result.ts'
import { observable } from '../observable.ts'
import type { DeskAnswer } from '../../../shared/wire/staff.ts'
import { openDeskAccounts, type DeskAccount, type DeskAccounts } from './desk-accounts.ts'
import { askWhatToErase } from './desk-erasure.ts'
import { createIdleLock, type IdleLock } from './idle-lock.ts'
import type { KeyStanding } from './key-custody.ts'
import { queue } from './queue.ts'
import type { EndedBy, SessionParts, Standing } from './session-parts.ts'
import { createSignInClient, type SignInClient, type SignInRequest } from './sign-in-client.ts'
import { signedInState, signedOutState } from './states.ts'
import { createTokenHolder, type TokenHolder } from './token-holder.ts'

type Nothing = Readonly<Record<string, never>>

/** An account whose cache is open. */
interface Open {
  readonly account: DeskAccount
  readonly key: Uint8Array
  readonly standing: Standing
}

const IDLE_MS = 10 * 60_000
/** So that nothing of a leaver can be read a minute after the computer is online again. */
const ERASURE_ASKED_MS = 25_000
const SIGN_IN_MS = 15 * 60_000
const DONE = ok<Nothing>({})

/** The session as promised in session.ts. Everything that changes it goes through one queue. */
export class DeskSession {
  readonly state = observable<SessionState>(signedOutState(null, null))
  readonly ready: Promise<void>
  readonly #parts: SessionParts
  readonly #client: SignInClient
  readonly #tokens: TokenHolder
  readonly #idle: IdleLock
  readonly #oneAtATime = queue()
  #accounts: DeskAccounts | undefined
  #open: Open | undefined
  #isLocked = false
  #pending: (SignInRequest & { readonly untilMs: number }) | undefined
  #lost: DeskAccount | undefined
  #askedAtMs = 0
  /** The cache whose account the tokens belong to. */
  #tokensOf: string | undefined

  constructor(parts: SessionParts) {
    const { clock, timers, secrets, idleMs = IDLE_MS } = parts
    this.#parts = parts
    this.#client = createSignInClient(parts.serviceUrl, parts.fetch)
    this.#tokens = createTokenHolder({ client: this.#client, secrets, clock })
    this.#idle = createIdleLock({ clock, timers, idleMs, onTick: isIdle => this.#aside(() => this.#look(isIdle)) })
    this.ready = this.#oneAtATime(() => this.#rest(null))
    void this.ready.then(() => this.#askWhatToErase(), () => undefined)
  }

  signIn(language = 'de'): Promise<Result<{ readonly authorizationUrl: string | null }>> {
    return this.#oneAtATime(() => this.#signIn(language))
  }

  completeSignIn(callbackUrl: string): Promise<Result<Nothing>> {
    return this.#oneAtATime(() => this.#completeSignIn(callbackUrl))
  }

  signOut(): Promise<Result<Nothing>> {
    return this.#oneAtATime(async () => {
      this.#pending = undefined
      // The screens first: an issuer that does not answer must not keep them open.
      const tellIssuer = this.#open && (await this.#tokens.letGo())
      if (this.#open) await this.#shut()
      await this.#rest(null)
      await tellIssuer?.()
      return DONE
    })
  }

  lock(): Promise<Result<Nothing>> {
    return this.#oneAtATime(() => this.#lock())
  }

  unlock(pin: string): Promise<Result<Nothing>> {
    return this.#oneAtATime(() => this.#unlock(pin))
  }

  setPin(pin: string): Promise<Result<Nothing>> {
    return this.#oneAtATime(async () => {
      if (!this.#open || this.#isLocked) return refuse(this.#open ? 'session/locked' : 'session/signed-out')
      const set = await this.#open.account.custody.setPin(pin, this.#open.key)
      if (!set.ok) return set
      await this.#rest(null)
      return DONE
    })
  }

  get deskId(): string | null {
    const desk = this.#desk()
    return desk.ok ? desk.value.deskId : null
  }

  active(): void {
    this.#idle.active()
  }

  async accessToken(fresh = false): Promise<Result<string>> {
    if (fresh) this.#tokens.rejected()
    const token = await this.#tokens.accessToken()
    if (!token.ok && token.error.code === 'session/expired') this.ended('session/expired')
    return token
  }

  accessTokenFor(cacheFile: string, fresh = false): Promise<Result<string>> {
    return this.#tokensOf === cacheFile ? this.accessToken(fresh) : Promise.resolve(refuse('session/signed-out'))
  }

  ended(code: EndedBy): void {
    const open = this.#open
    if (open) this.#aside(() => this.#end(code, open))
  }

  reopen(): Promise<void> {
    return this.#oneAtATime(async () => {
      const open = this.#open
      if (!open) return
      await this.#parts.closed()
      const opened = await this.#openCache(open.account, open.key, open.standing)
      if (opened.ok) return this.#rest(null)
      await this.#shut()
      await this.#fail(opened.error)
    })
  }

  renewed(standing: Standing): void {
    if (this.#open) this.#open = { ...this.#open, standing }
    if (this.state.value.kind === 'signed-in') this.#aside(() => this.#rest(null))
  }

  startAfresh(): Promise<Result<Nothing>> {
    return this.#oneAtATime(async () => {
      if (!this.#lost) return refuse('keychain/key-lost')
      this.#accounts?.startAfresh(this.#lost)
      this.#lost = undefined
      await this.#rest(null)
      return DONE
    })
  }

  close(): Promise<void> {
    this.#idle.close()
    return this.#oneAtATime(async () => {
      if (this.#open) await this.#shut()
    })
  }

  /** A step that nobody waits for: what goes wrong in it is written down and must not end the process. */
  #aside(step: () => Promise<void>): void {
    this.#oneAtATime(step).catch((error: unknown) => this.#stepFailed(error))
  }

  #stepFailed(error: unknown): void {
    this.#parts.log.error('session.step-failed', { reason: error instanceof Error ? error.name : 'unknown' })
  }

  #askWhatToErase(): void {
    this.#lookForErasure().catch((error: unknown) => this.#stepFailed(error))
  }

  #desk(): Result<DeskAccounts> {
    if (this.#accounts) return ok(this.#accounts)
    const opened = openDeskAccounts(this.#parts)
    if (opened.ok) this.#accounts = opened.value
    return opened
  }

  /** Shows where the desk stands when no sign-in is on its way. */
  async #rest(problem: ErrorCode | null): Promise<void> {
    const standing = await this.#keyStanding()
    const key = standing.ok ? standing.value : null
    if (!this.#open) return this.state.set(signedOutState(key, problem ?? (standing.ok ? null : standing.error.code)))
    const { pinSet, attemptsLeft } = key ?? { pinSet: false, attemptsLeft: 0 }
    if (this.#isLocked) this.state.set({ kind: 'locked', name: this.#open.standing.name, pinSet, attemptsLeft })
    else this.state.set(signedInState(this.#open.standing, pinSet, this.#parts.secrets.backend === 'file'))
  }

  async #keyStanding(): Promise<Result<KeyStanding | null>> {
    const desk = this.#desk()
    if (!desk.ok) return desk
    const account = this.#open?.account ?? desk.value.last()
    return account ? account.custody.standing() : ok(null)
  }

  async #signIn(language: string): Promise<Result<{ readonly authorizationUrl: string | null }>> {
    const { clock, openBrowser, callbackUrl, secrets } = this.#parts
    const desk = this.#desk()
    if (!desk.ok) return this.#fail(desk.error)
    const keychain = await secrets.get(`${desk.value.deskId}/probe`)
    if (!keychain.ok) return this.#fail(keychain.error)
    const request = await this.#client.begin(callbackUrl(), language)
    if (!request.ok) return this.#fail(request.error)
    this.#pending = { ...request.value, untilMs: clock.nowMs() + SIGN_IN_MS }
    this.state.set({ kind: 'signing-in' })
    openBrowser?.(request.value.url)
    return ok({ authorizationUrl: openBrowser ? null : request.value.url })
  }

  async #completeSignIn(callbackUrl: string): Promise<Result<Nothing>> {
    const request = this.#pending
    if (!request || !isAnswerTo(request, callbackUrl)) return refuse('session/sign-in-failed')
    this.#pending = undefined
    const tokens = await this.#client.complete(request, callbackUrl)
    if (!tokens.ok) return this.#fail(tokens.error)
    if (tokens.value === null) {
      await this.#rest(null)
      return DONE
    }
    this.#tokensOf = undefined
    if (this.#open) await this.#giveBack()
    this.#tokens.take(tokens.value)
    const entered = await this.#enter()
    return entered.ok ? entered : this.#leaveNothing(entered.error)
  }

  async #leaveNothing(error: Refusal): Promise<Result<Nothing>> {
    const tellIssuer = await this.#tokens.letGo()
    if (this.#open) await this.#shut()
    const failed = await this.#fail(error)
    await tellIssuer()
    return failed
  }

  async #giveBack(): Promise<void> {
    const tellIssuer = await this.#tokens.letGo()
    await tellIssuer()
  }

  /** From tokens to an open desk. */
  async #enter(): Promise<Result<Nothing>> {
    const desk = this.#desk()
    if (!desk.ok) return desk
    const reply = await this.#parts.askService(desk.value.deskId)
    if (!reply.ok) return reply
    const { deskSecret, ...standing } = reply.value
    if (this.#parts.secrets.backend === 'file' && !standing.demo) return refuse('keychain/missing')
    const account = desk.value.of(standing.townId, standing.accountId)
    const key = await account.custody.openOnline(new Uint8Array(Buffer.from(deskSecret, 'base64')), standing.name, account.hasKey)
    if (!key.ok) return this.#noteLoss(account, key.error)
    desk.value.remember(account)
    const kept = await this.#tokens.keepUnder(account.refreshName)
    return kept.ok ? this.#openDesk(account, key.value, standing) : kept
  }

  async #openDesk(account: DeskAccount, key: Uint8Array, standing: Standing | null): Promise<Result<Nothing>> {
    const opened = await this.#openCache(account, key, standing)
    if (!opened.ok) return opened
    this.#isLocked = false
    this.#idle.reset()
    await this.#rest(null)
    return DONE
  }

  async #openCache(account: DeskAccount, key: Uint8Array, standing: Standing | null): Promise<Result<Nothing>> {
    const desk = this.#desk()
    if (!desk.ok) return desk
    if (this.#open && this.#open.account.cacheFile !== account.cacheFile) await this.#parts.closed()
    this.#tokensOf = account.cacheFile
    const opened = await this.#parts.open({ deskId: desk.value.deskId, key, cacheFile: account.cacheFile, standing })
    if (!opened.ok) return this.#noteLoss(account, opened.error)
    this.#open = { account, key, standing: opened.value }
    return DONE
  }

  #noteLoss(account: DeskAccount, error: Refusal): Result<never> {
    if (error.code === 'keychain/key-lost') this.#lost = account
    return { ok: false, error }
  }

  async #unlock(pin: string): Promise<Result<Nothing>> {
    const desk = this.#desk()
    if (!desk.ok) return desk
    if (this.state.value.kind === 'signed-in') return DONE
    const account = this.#open?.account ?? desk.value.last()
    if (!account) return refuse('session/no-offline-unlock')
    const key = await account.custody.openByPin(pin)
    if (!key.ok) return this.#fail(key.error)
    this.#pending = undefined
    if (!this.#open) await this.#tokens.keepUnder(account.refreshName)
    const opened = await this.#openDesk(account, key.value, null)
    if (opened.ok) return opened
    this.#tokens.drop()
    return this.#fail(opened.error)
  }

  async #lock(): Promise<Result<Nothing>> {
    if (!this.#open) return refuse('session/signed-out')
    this.#isLocked = true
    this.#parts.locked()
    await this.#rest(null)
    return DONE
  }

  /** What time alone changes: an idle desk locks, a day's sign-in ends, a sign-in nobody finishes is given up. */
  async #look(isIdle: boolean): Promise<void> {
    const nowMs = this.#parts.clock.nowMs()
    if (this.#pending && nowMs > this.#pending.untilMs) {
      this.#pending = undefined
      await this.#rest('session/sign-in-failed')
    }
    // Also while somebody is about to sign in: a sign-in left half way must not keep a leaver's files.
    this.#askWhatToErase()
    const { kind } = this.state.value
    if (kind === 'signing-in') return
    const standing = await this.#keyStanding()
    const isDayOver = standing.ok && standing.value?.isWithinWindow === false
    if (isDayOver && this.#open) this.#parts.dayOver()
    if (kind === 'locked') return
    if (kind === 'signed-in' && (isIdle || isDayOver)) await this.#lock()
    if (kind === 'signed-out' && isDayOver && this.state.value.kind === 'signed-out' && this.state.value.offlineUnlock) await this.#rest(this.#problem())
  }

  #problem(): ErrorCode | null {
    return this.state.value.kind === 'signed-out' ? this.state.value.problem as ErrorCode | null : null
  }

  /** The session is over for a reason that is not the person's own. */
  async #end(code: ErrorCode, open: Open): Promise<void> {
    if (this.#open?.account !== open.account) return
    const { account } = open
    const standing = await account.custody.standing()
    // Refused although the day was not over: revoked or disabled. The PIN must not open what the service has closed.
    const isCertain = code !== 'session/expired' || !this.#tokens.mayHaveLostAnswer()
    const isRevoked = standing.ok && standing.value?.isWithinWindow && isCertain
    if (isRevoked) await account.custody.forgetPin()
    await this.#parts.secrets.delete(account.refreshName)
    await this.#shut()
    await this.#fail({ code })
    this.#askedAtMs = 0
    this.#askWhatToErase()
  }

  /**
   * Whether there is something on this computer that its service wants gone; whoever is signed in is told by their own
   * connection. Asked outside of the queue, because a service that does not answer must not keep anybody from signing in.
   */
  async #lookForErasure(): Promise<void> {
    const { clock, serviceUrl, fetch } = this.#parts
    const desk = this.#desk()
    const holds = desk.ok ? desk.value.held.filter(key => key !== this.#open?.account.key) : []
    const isSoon = Math.abs(clock.nowMs() - this.#askedAtMs) < ERASURE_ASKED_MS
    if (!desk.ok || holds.length === 0 || isSoon) return
    this.#askedAtMs = clock.nowMs()
    const answer = await askWhatToErase(serviceUrl, fetch, { desk: desk.value.deskId, holds })
    if (answer && answer.erase.length > 0) this.#aside(() => this.#erase(desk.value, answer))
  }

  async #erase(desk: DeskAccounts, { cutOff, erase }: DeskAnswer): Promise<void> {
    // Nothing but what was asked about, whatever is answered; and whoever has signed in meanwhile may.
    for (const key of erase.filter(one => desk.held.includes(one) && one !== this.#open?.account.key)) {
      const erased = await desk.erase(key)
      if (!erased.ok) return this.#parts.log.error('session.not-erased', { code: erased.error.code })
    }
    this.#parts.log.warn('session.erased', { accounts: erase.length, cutOff })
    if (this.state.value.kind === 'signed-out') await this.#rest(cutOff ? 'session/device-cut-off' : 'session/unknown-account')
    // So that the administrator sees that it is done.
    if (cutOff && desk.held.length === 0) void askWhatToErase(this.#parts.serviceUrl, this.#parts.fetch, { desk: desk.deskId, holds: [] })
  }

  async #shut(): Promise<void> {
    this.#open = undefined
    this.#tokensOf = undefined
    this.#isLocked = false
    this.#tokens.drop()
    await this.#parts.closed()
  }

  async #fail(error: Refusal): Promise<{ readonly ok: false; readonly error: Refusal }> {
    this.#parts.log.warn('session.refused', { code: error.code })
    await this.#rest(error.code)
    return { ok: false, error }
  }
}

/** Another window's stale answer must not end the sign-in that is on its way. */
const isAnswerTo = (request: SignInRequest, callbackUrl: string): boolean =>
  URL.canParse(callbackUrl) && new URL(callbackUrl).searchParams.get('state') === request.state
