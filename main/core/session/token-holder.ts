import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Clock } from '../../../shared/time.ts'
import type { SecretStore } from './secret-store.ts'
import type { SignInClient, Tokens } from './sign-in-client.ts'

/** Renewed when less than this is left, so that no request leaves with a token that dies on the way. */
const EARLY_MS = 45_000
const JUST_NOW_MS = 5_000

/** The tokens of the session: the access token in memory, the refresh token in the secret store and nowhere else. */
export interface TokenHolder {
  /** Never renewed twice at once. Refusals: `session/signed-out`, `session/expired`, `sync/service-away`, `keychain/…`. */
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
  /** Gives the refresh token back to the issuer and deletes it. */
  giveBack(): Promise<void>
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

export function createTokenHolder({ client, secrets, clock }: TokenHolderParts): TokenHolder {
  let held: Held | undefined
  let unkept: string | undefined
  let place: string | undefined
  let mayHaveLostAnswer = false
  let renewing: Promise<Result<string>> | undefined

  const hold = (tokens: Tokens): void => {
    held = { accessToken: tokens.accessToken, sinceMs: clock.nowMs(), untilMs: clock.nowMs() + tokens.accessTokenLastsMs }
  }
  const refreshToken = async (): Promise<Result<string | null>> =>
    unkept === undefined && place !== undefined ? secrets.get(place) : ok(unkept ?? null)
  const keep = async (token: string): Promise<Result<null>> => {
    if (place !== undefined) return secrets.set(place, token)
    unkept = token
    return ok(null)
  }
  const renew = async (): Promise<Result<string>> => {
    const startedFor = place
    const old = await refreshToken()
    if (!old.ok) return old
    if (old.value === null) return refuse('session/signed-out')
    const tokens = await client.renew(old.value)
    if (!tokens.ok) {
      if (tokens.error.code === 'sync/service-away') mayHaveLostAnswer = true
      return tokens
    }
    mayHaveLostAnswer = false
    if (place !== startedFor) return refuse('session/signed-out')
    // The old one is used up: the new one is kept before anything else is done with it.
    const kept = tokens.value.refreshToken === null ? ok(null) : await keep(tokens.value.refreshToken)
    if (!kept.ok) return kept
    hold(tokens.value)
    return ok(tokens.value.accessToken)
  }

  return {
    accessToken: async () => {
      const leftMs = held ? held.untilMs - clock.nowMs() : 0
      if (held && leftMs > EARLY_MS) return ok(held.accessToken)
      renewing ??= renew().finally(() => { renewing = undefined })
      return renewing
    },
    rejected: () => {
      if (held && clock.nowMs() - held.sinceMs > JUST_NOW_MS) held = undefined
    },
    take: tokens => {
      mayHaveLostAnswer = false
      hold(tokens)
      unkept = tokens.refreshToken ?? undefined
      place = undefined
    },
    keepUnder: async name => {
      place = name
      if (unkept === undefined) return ok(null)
      const kept = await secrets.set(name, unkept)
      if (kept.ok) unkept = undefined
      return kept
    },
    mayHaveLostAnswer: () => mayHaveLostAnswer,
    drop: () => {
      mayHaveLostAnswer = false
      held = undefined
      unkept = undefined
      place = undefined
    },
    giveBack: async () => {
      const token = await refreshToken()
      const name = place
      held = undefined
      unkept = undefined
      place = undefined
      if (name !== undefined) await secrets.delete(name)
      if (token.ok && token.value !== null) await client.revoke(token.value)
    },
  }
}
