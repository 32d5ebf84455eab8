import {
  ClientError, None, ResponseBodyError, AuthorizationResponseError, allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl,
  calculatePKCECodeChallenge, customFetch, discovery, randomNonce, randomPKCECodeVerifier, randomState, refreshTokenGrant, tokenRevocation,
  type Configuration, type TokenEndpointResponse,
} from 'openid-client'
import * as z from 'zod'
import { ok, refuse, type Result } from '../../../shared/result.ts'

const CLIENT_ID = 'rathaus-desk'
const API = 'urn:rathaus:api'
const SCOPE = 'openid offline_access desk'
const TIMEOUT_SECONDS = 15

/** What the issuer gave. */
export interface Tokens {
  readonly accessToken: string
  /** From the moment of the answer, in ms. */
  readonly accessTokenLastsMs: number
  readonly refreshToken: string | null
}

/** A sign-in on its way: the address for the browser, and what only this desk knows to take the answer. */
export interface SignInRequest {
  readonly url: string
  readonly redirectUri: string
  readonly codeVerifier: string
  readonly state: string
  readonly nonce: string
}

/**
 * OpenID Connect as a native app: code with PKCE, state and nonce. Refusals: `sync/service-away` when nobody answers,
 * `session/expired` when a refresh token is no longer taken, `session/clock-differs` when the answer is too old or too new by
 * this computer's clock, `session/sign-in-failed` for everything else.
 */
export interface SignInClient {
  begin(redirectUri: string, language: string): Promise<Result<SignInRequest>>
  /** Null when the person cancelled. */
  complete(request: SignInRequest, callbackUrl: string): Promise<Result<Tokens | null>>
  renew(refreshToken: string): Promise<Result<Tokens>>
  /** Gives a refresh token back; a service that is away is let be. */
  revoke(refreshToken: string): Promise<void>
}

export function createSignInClient(serviceUrl: string, fetch: typeof globalThis.fetch): SignInClient {
  const configuration = once(async () => configure(await issuerOf(serviceUrl, fetch), fetch))
  return {
    begin: (redirectUri, language) => asResult(async () => begin(await configuration(), redirectUri, language)),
    complete: async (request, callbackUrl) => {
      const result = await asResult(async () => complete(await configuration(), request, callbackUrl))
      return !result.ok && result.error.facts?.['reason'] === 'access_denied' ? ok(null) : result
    },
    renew: refreshToken => asResult(async () => tokensIn(await refreshTokenGrant(await configuration(), refreshToken, { resource: API }))),
    revoke: async refreshToken => {
      await asResult(async () => tokenRevocation(await configuration(), refreshToken, { token_type_hint: 'refresh_token' }))
    },
  }
}

const ResourceMetadata = z.object({ authorization_servers: z.array(z.url()).min(1) })

/** The service names the issuer it trusts (RFC 9728). */
async function issuerOf(serviceUrl: string, fetch: typeof globalThis.fetch): Promise<URL> {
  const response = await fetch(new URL('/.well-known/oauth-protected-resource', serviceUrl), { signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1000) })
  if (!response.ok) throw new TypeError('the service does not say where to sign in')
  const metadata = ResourceMetadata.parse(await response.json())
  return new URL(metadata.authorization_servers[0] ?? '')
}

async function configure(issuer: URL, fetch: typeof globalThis.fetch): Promise<Configuration> {
  const isLoopback = issuer.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname)
  return discovery(issuer, CLIENT_ID, { token_endpoint_auth_method: 'none' }, None(), {
    [customFetch]: (url, options) => fetch(url, options as RequestInit),
    timeout: TIMEOUT_SECONDS,
    ...(isLoopback ? { execute: [allowInsecureRequests] } : {}),
  })
}

async function begin(configuration: Configuration, redirectUri: string, language: string): Promise<SignInRequest> {
  const [codeVerifier, state, nonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()]
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri, scope: SCOPE, resource: API, state, nonce, prompt: 'login consent', ui_locales: language,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier), code_challenge_method: 'S256',
  })
  return { url: url.href, redirectUri, codeVerifier, state, nonce }
}

async function complete(configuration: Configuration, request: SignInRequest, callbackUrl: string): Promise<Tokens> {
  const answer = new URL(request.redirectUri)
  answer.search = new URL(callbackUrl).search
  return tokensIn(await authorizationCodeGrant(
    configuration, answer,
    { pkceCodeVerifier: request.codeVerifier, expectedState: request.state, expectedNonce: request.nonce, idTokenExpected: true },
    { resource: API },
  ))
}

const tokensIn = (answer: TokenEndpointResponse): Tokens => ({
  accessToken: answer.access_token,
  accessTokenLastsMs: (answer.expires_in ?? 60) * 1000,
  refreshToken: answer.refresh_token ?? null,
})

async function asResult<Value>(ask: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return ok(await ask())
  } catch (error) {
    return refuseFor(error)
  }
}

/** Only the issuer's own words may end a session; a broken line or a proxy's page may not. */
function refuseFor(error: unknown): Result<never> {
  if (error instanceof AuthorizationResponseError) return refuse('session/sign-in-failed', { reason: error.error })
  if (error instanceof ResponseBodyError) {
    if (error.error === 'invalid_grant') return refuse('session/expired')
    return error.status >= 500 ? refuse('sync/service-away') : refuse('session/sign-in-failed', { reason: error.error })
  }
  if (error instanceof ClientError && error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return refuse('session/clock-differs')
  const isAnswerFalse = error instanceof ClientError && /^OAUTH_(INVALID_RESPONSE|JWT|JSON_ATTRIBUTE|KEY_SELECTION)/.test(error.code ?? '')
  return refuse(isAnswerFalse ? 'session/sign-in-failed' : 'sync/service-away')
}

/** Made at the first need and kept; a failure is not kept. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return async () => {
    made ??= make()
    return made.catch((error: unknown) => {
      made = undefined
      throw error
    })
  }
}
