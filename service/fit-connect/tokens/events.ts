import { createLocalJWKSet, decodeProtectedHeader, importJWK, jwtVerify, SignJWT, type JWK } from 'jose'
import type { JsonObject } from '../../../shared/json.ts'
import { msOf, type Instant } from '../../../shared/time.ts'
import { EVENT_BASE, SecurityEvent, type AuthenticationTags, type Problem } from '../connection/on-wire.ts'
import { SIGNED_BY, type OwnKey } from '../keys/destination-keys.ts'

const EVENT_TYPE = 'secevent+jwt'

/** Read where the log has none to go by. */
const PAYLOAD_SCHEMA = 'https://schema.fitko.de/fit-connect/set-payload/1.2.2/set-payload.schema.json'

type EventKind = 'submit' | 'accept' | 'reject' | 'delete' | 'forward'

export const eventUri = (kind: EventKind): string => `${EVENT_BASE}${kind}-submission`

/** An event of ours, the same however often it is written. */
export interface OwnEvent {
  readonly kind: 'accept' | 'reject'
  readonly id: string
  readonly at: Instant
  readonly destinationId: string
  readonly submissionId: string
  readonly caseId: string
  /** As the delivery service wrote its own; null: the newest known. */
  readonly schema: string | null
  readonly tags: AuthenticationTags | null
  readonly problems: readonly Problem[]
}

export async function signEvent(event: OwnEvent, key: OwnKey): Promise<string> {
  const said = event.kind === 'accept' ? { ...(event.tags && { authenticationTags: event.tags }) } : { problems: event.problems }
  return new SignJWT({ $schema: event.schema ?? PAYLOAD_SCHEMA, txn: `case:${event.caseId}`, events: { [eventUri(event.kind)]: said } })
    .setProtectedHeader({ alg: SIGNED_BY, typ: EVENT_TYPE, kid: key.kid })
    .setIssuer(event.destinationId).setIssuedAt(Math.floor(msOf(event.at) / 1_000)).setJti(event.id).setSubject(`submission:${event.submissionId}`)
    .sign(await importJWK(key.jwk, SIGNED_BY))
}

/** An event of the log with what it says, after its signature was checked. */
export interface KnownEvent {
  readonly kind: string
  readonly event: SecurityEvent
}

/** The events of one submission that the delivery service itself signed; what others signed, or nobody, is left out. */
export async function serviceEvents(log: readonly string[], keys: readonly JsonObject[], submissionId: string): Promise<readonly KnownEvent[]> {
  const keySet = createLocalJWKSet({ keys: keys as JWK[] })
  const known: KnownEvent[] = []
  for (const token of log) {
    const event = await verified(token, keySet)
    if (!event || event.sub.toLowerCase() !== `submission:${submissionId}` || !event.iss.startsWith('http')) continue
    for (const uri of Object.keys(event.events)) if (uri.startsWith(EVENT_BASE)) known.push({ kind: uri.slice(EVENT_BASE.length).replace(/-submission$/, ''), event })
  }
  return known
}

async function verified(token: string, keySet: ReturnType<typeof createLocalJWKSet>): Promise<SecurityEvent | null> {
  try {
    if (decodeProtectedHeader(token).typ !== EVENT_TYPE) return null
    const { payload } = await jwtVerify(token, keySet, { algorithms: [SIGNED_BY] })
    return SecurityEvent.safeParse(payload).data ?? null
  } catch {
    return null
  }
}

/** Whether an event with this id is in the log already, whoever is asked: it was written although the answer was lost. */
export function isInLog(log: readonly string[], eventId: string): boolean {
  return log.some(token => {
    const payload = token.split('.').at(1)
    if (!payload) return false
    try {
      return (JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { readonly jti?: unknown }).jti === eventId
    } catch {
      return false
    }
  })
}
