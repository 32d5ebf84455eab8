import { createLocalJWKSet, createRemoteJWKSet, customFetch, jwtVerify, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import * as z from 'zod'
import { ok, refuse, type Result } from '../../shared/result.ts'

/** What access tokens for this service must be made out to. */
export const API_AUDIENCE = 'urn:rathaus:api'

/** The public client id of every desk. */
export const DESK_CLIENT_ID = 'rathaus-desk'

/** The sign-in that a token came of, in tokens of the service's own provider. */
export const SIGN_IN_CLAIM = 'sign_in'

/** Asymmetric signatures only: no shared secrets, never `none`. */
const ALLOWED_ALGORITHMS = ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA']

/** Who a token speaks for. */
export interface VerifiedToken {
  readonly login: string
  /** Which identity the issuer means, whatever it is called by: unlike a login it is given to nobody else. */
  readonly subject: string
  /** When the person last proved who they are, in seconds since 1970; 0 when the issuer does not say. */
  readonly authTime: number
  /** How they proved it (`acr`), where the issuer says. */
  readonly acr: string | null
  /** The sign-in it came of, where the service's own provider gave it. */
  readonly grantId: string | null
  /** When it was given, in seconds since 1970; 0 when the issuer does not say. */
  readonly issuedAt: number
  /** Until when it is valid, in seconds since 1970 by the computer's own clock. */
  readonly expiresAt: number
  /** The groups that the issuer says the person is in: none is none, and null where it does not tell them here. */
  readonly groups: readonly string[] | null
}

export interface TokenVerifier {
  /** Refuses with `session/expired` what has run out and with `session/signed-out` everything else that is not a token for us. */
  verify(bearer: string): Promise<Result<VerifiedToken>>
}

export interface TokenVerifierParts {
  readonly issuer: string
  readonly audience: string
  readonly fetch: typeof fetch
  /** The claim that lists groups; without it none are read. */
  readonly groupsClaim?: string
  /** The issuer's public keys where they are at hand; without them they are fetched from the issuer. */
  readonly keys?: JSONWebKeySet
}

const Claims = z.object({
  sub: z.string().min(1).max(255),
  exp: z.number().optional(),
  preferred_username: z.string().min(1).max(80),
  auth_time: z.int().min(0).optional(),
  acr: z.string().max(200).optional(),
  iat: z.number().min(0).optional(),
  [SIGN_IN_CLAIM]: z.string().max(200).optional(),
})

/**
 * Checks access tokens of one issuer: signature by its published keys, algorithm, type, audience, issuer, expiry.
 * Expiry is measured by the computer's own clock, as the issuer's is, also where the town runs on a demo clock.
 */
export function createTokenVerifier({ issuer, audience, fetch, keys, groupsClaim }: TokenVerifierParts): TokenVerifier {
  const keySet = keys ? createLocalJWKSet(keys) : remoteKeys(issuer, fetch)
  return {
    verify: async bearer => {
      try {
        const { payload } = await jwtVerify(bearer, keySet, {
          issuer, audience, algorithms: ALLOWED_ALGORITHMS, typ: 'at+jwt', requiredClaims: ['exp', 'sub'], clockTolerance: 5,
        })
        return readClaims(payload, groupsClaim)
      } catch (error) {
        return refuseFor(error)
      }
    },
  }
}

function readClaims(payload: JWTPayload, groupsClaim: string | undefined): Result<VerifiedToken> {
  const claims = Claims.safeParse(payload)
  if (!claims.success) return refuse('session/signed-out')
  const { sub: subject, exp: expiresAt = 0, preferred_username: login, auth_time: authTime = 0, acr = null, iat: issuedAt = 0, [SIGN_IN_CLAIM]: grantId = null } = claims.data
  return ok({ login, subject, expiresAt, authTime, acr, grantId, issuedAt, groups: groupsClaim === undefined ? null : groupsIn(payload, groupsClaim) })
}

const Groups = z.array(z.string()).or(z.string().transform(group => [group]))

/** A token without the claim is one of somebody in no group, unless the issuer says that there were too many to list. */
function groupsIn(payload: JWTPayload, claim: string): readonly string[] | null {
  const named = z.record(z.string(), z.unknown()).safeParse(payload['_claim_names'])
  if (payload['hasgroups'] === true || (named.success && claim in named.data)) return null
  const groups = Groups.safeParse(payload[claim] ?? [])
  return groups.success ? groups.data : null
}

/** An issuer that cannot be asked is no reason to send the person away. */
function refuseFor(error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_JWT_EXPIRED') return refuse('session/expired')
  const isTokenAtFault = typeof code === 'string' && /^ERR_(JWT|JWS|JOSE|JWKS_NO_MATCHING_KEY)/.test(code)
  return refuse(isTokenAtFault && code !== 'ERR_JOSE_GENERIC' ? 'session/signed-out' : 'sync/service-away')
}

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.url() })

/** Asks the issuer where its keys are, once; asks again after a failure. */
function remoteKeys(issuer: string, fetch: typeof globalThis.fetch): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined
  const find = async (): Promise<JWTVerifyGetKey> => {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(10_000) })
    const metadata = Metadata.parse(await response.json())
    if (metadata.issuer !== issuer) throw new Error('the issuer calls itself by another name')
    return createRemoteJWKSet(new URL(metadata.jwks_uri), { [customFetch]: fetch })
  }
  return async (header, token) => {
    found ??= find()
    const keys = await found.catch((error: unknown) => {
      found = undefined
      throw error
    })
    return keys(header, token)
  }
}
