import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Clock } from '../../../shared/time.ts'
import type { SecretStore } from './secret-store.ts'
import type { SignInClient, Tokens } from './sign-in-client.ts'

/** Renewed when less than this is left, so that no request leaves with a token that dies on the way. */
const EARLY_MS = 45_000
const JUST_NOW_MS = 5_000

/** The tokens of the session: the access token in memory, the refresh token in the secret store and nowhere else. */
export interface TokenHolder {
  /** Never renewed twice at once. Refusals: `session/signed-out`, `session/expired`, `session/clock-differs`, `sync/service-away`, `keychain/…`. */
  accessToken(): Promise<Result<string>>
  /** The service did not take the token: the next question renews it, unless that has just been done. */
  rejected(): void
  /** Takes tokens of a sign-in, kept in memory until `keepUnder` gives them their place. */
  take(tokens: Tokens): void
  /** Where the refresh token lies from now on; what was taken is written there, what lies there is used when nothing was taken. */
  keepUnder(name: string): Promise<Result<null>>
  /**
   * Whether an answer may have been lost on the way, and the new refresh token with it: then a refusal that follows
   * says nothing about the person.
   */
  mayHaveLostAnswer(): boolean
  /** Forgets what is in memory. */
  drop(): void
  /** Deletes and forgets the tokens; the answer gives the refresh token back to the issuer, which may take a while. */
  letGo(): Promise<() => Promise<void>>
}

export interface TokenHolderParts {
  readonly client: SignInClient
  readonly secrets: SecretStore
  readonly clock: Clock
}

interface Held {
  readonly accessToken: string
  readonly sinceMs: number
  readonly untilMs: number
}

export const createTokenHolder = (parts: TokenHolderParts): TokenHolder => new SessionTokens(parts)

class SessionTokens implements TokenHolder {
  readonly #client: SignInClient
  readonly #secrets: SecretStore
  readonly #clock: Clock
  #held: Held | undefined
  /** A refresh token that has no place in the secret store yet. */
  #unkept: string | undefined
  #place: string | undefined
  #mayHaveLostAnswer = false
  #renewing: Promise<Result<string>> | undefined

  constructor({ client, secrets, clock }: TokenHolderParts) {
    this.#client = client
    this.#secrets = secrets
    this.#clock = clock
  }

  accessToken(): Promise<Result<string>> {
    const leftMs = this.#held ? this.#held.untilMs - this.#clock.nowMs() : 0
    if (this.#held && leftMs > EARLY_MS) return Promise.resolve(ok(this.#held.accessToken))
    this.#renewing ??= this.#renew().finally(() => { this.#renewing = undefined })
    return this.#renewing
  }

  rejected(): void {
    // By the distance: a clock that was set back must not keep a dead token alive.
    if (this.#held && Math.abs(this.#clock.nowMs() - this.#held.sinceMs) > JUST_NOW_MS) this.#held = undefined
  }

  take(tokens: Tokens): void {
    this.#mayHaveLostAnswer = false
    this.#hold(tokens)
    this.#unkept = tokens.refreshToken ?? undefined
    this.#place = undefined
  }

  async keepUnder(name: string): Promise<Result<null>> {
    this.#place = name
    if (this.#unkept === undefined) return ok(null)
    const kept = await this.#secrets.set(name, this.#unkept)
    if (kept.ok) this.#unkept = undefined
    return kept
  }

  mayHaveLostAnswer(): boolean {
    return this.#mayHaveLostAnswer
  }

  drop(): void {
    this.#mayHaveLostAnswer = false
    this.#forget()
  }

  async letGo(): Promise<() => Promise<void>> {
    const token = await this.#refreshToken()
    const place = this.#place
    this.#forget()
    if (place !== undefined) await this.#secrets.delete(place)
    return async () => {
      if (token.ok && token.value !== null) await this.#client.revoke(token.value)
    }
  }

  async #renew(): Promise<Result<string>> {
    const startedFor = this.#place
    const old = await this.#refreshToken()
    if (!old.ok) return old
    if (old.value === null) return refuse('session/signed-out')
    const tokens = await this.#client.renew(old.value)
    if (!tokens.ok) {
      // An answer that came at a wrong time by this clock was given: the token it replaced is used up.
      if (tokens.error.code === 'sync/service-away' || tokens.error.code === 'session/clock-differs') this.#mayHaveLostAnswer = true
      return tokens
    }
    this.#mayHaveLostAnswer = false
    if (this.#place !== startedFor) return refuse('session/signed-out')
    // The old one is used up: the new one is kept before anything else is done with it.
    const kept = tokens.value.refreshToken === null ? ok(null) : await this.#keep(tokens.value.refreshToken)
    if (!kept.ok) return kept
    this.#hold(tokens.value)
    return ok(tokens.value.accessToken)
  }

  #hold(tokens: Tokens): void {
    const nowMs = this.#clock.nowMs()
    this.#held = { accessToken: tokens.accessToken, sinceMs: nowMs, untilMs: nowMs + tokens.accessTokenLastsMs }
  }

  #refreshToken(): Promise<Result<string | null>> {
    if (this.#unkept === undefined && this.#place !== undefined) return this.#secrets.get(this.#place)
    return Promise.resolve(ok(this.#unkept ?? null))
  }

  #keep(token: string): Promise<Result<null>> {
    if (this.#place !== undefined) return this.#secrets.set(this.#place, token)
    this.#unkept = token
    return Promise.resolve(ok(null))
  }

  #forget(): void {
    this.#held = undefined
    this.#unkept = undefined
    this.#place = undefined
  }
}
