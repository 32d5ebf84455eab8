import { randomUUID } from 'node:crypto'
import { createLocalJWKSet, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify, SignJWT, type CryptoKey, type JWK } from 'jose'
import type { AuthenticationTags } from '../../fit-connect/connection/on-wire.ts'
import { eventUri } from '../../fit-connect/tokens/events.ts'
import { tagOf } from '../../fit-connect/tokens/open-jwe.ts'

const EVENT_TYPE = 'secevent+jwt'
const PAYLOAD_SCHEMA = 'https://schema.fitko.de/fit-connect/set-payload/1.2.2/set-payload.schema.json'
/** What nobody collects goes back by itself. */
const KEPT_MS = 14 * 86_400_000

/** A submission as the delivery service keeps it: it cannot read any of it. */
export interface KeptSubmission {
  readonly submissionId: string
  readonly caseId: string
  readonly destinationId: string
  readonly serviceIdentifier: string
  readonly metadata: string
  readonly data: string | null
  readonly attachments: ReadonlyMap<string, string>
  readonly sentMs: number
  /** What became of it; null: it waits. */
  settled: 'accepted' | 'rejected' | 'expired' | null
  /** The reasons, as the receiver gave them. */
  problems: readonly string[]
  readonly log: string[]
  /** Ids of the receiver's events: the same one again is no second one. */
  readonly eventIds: Set<string>
}

export interface KeptDestination {
  readonly destinationId: string
  readonly keys: Map<string, JWK>
  encryptionKid: string | null
}

/** An answer of the town, opened by whoever sent the submission. */
export interface KeptReply {
  readonly replyId: string
  readonly caseId: string
  readonly metadata: string
  readonly data: string
  readonly attachments: ReadonlyMap<string, string>
}

export type NewSubmission = Pick<KeptSubmission, 'submissionId' | 'caseId' | 'destinationId' | 'serviceIdentifier' | 'metadata' | 'data' | 'attachments'>

export interface KeptPortal {
  readonly destinations: Map<string, KeptDestination>
  readonly submissions: ReadonlyMap<string, KeptSubmission>
  readonly replies: Map<string, KeptReply>
  /** Of replies under way. */
  readonly replyFiles: Map<string, Map<string, string>>
  /** By which the portal signs, as it is published. */
  readonly openKey: JWK
  /** Takes a submission from its sender; `tags`: what the sender signed for, where that is something else. */
  take(submission: NewSubmission, tags?: AuthenticationTags): Promise<void>
  waiting(destinationId: string): readonly KeptSubmission[]
  /** Writes the receiver's event; the status of the answer. */
  told(caseId: string, event: string): Promise<number>
  /** Sends back what waited too long. */
  sweep(): Promise<void>
}

/** Everything the portal's delivery service keeps. */
export async function keptPortal(nowMs: () => number, destinationIds: readonly string[], issuer: () => string): Promise<KeptPortal> {
  const { privateKey, publicKey } = await generateKeyPair('PS512', { extractable: true })
  const openKey: JWK = { ...await exportJWK(publicKey), kid: randomUUID(), alg: 'PS512', use: 'sig' }
  const destinations = new Map<string, KeptDestination>(destinationIds.map(id => [id, { destinationId: id, keys: new Map(), encryptionKid: null }]))
  const submissions = new Map<string, KeptSubmission>()
  const own = (kept: KeptSubmission, kind: 'submit' | 'reject', said: object): Promise<string> => signed(kept, { kind, said, issuer: issuer(), nowMs: nowMs(), key: privateKey, kid: openKey.kid ?? '' })
  return {
    destinations, submissions, openKey, replies: new Map(), replyFiles: new Map(),
    take: async (submission, tags) => {
      const kept: KeptSubmission = { ...submission, sentMs: nowMs(), settled: null, problems: [], log: [], eventIds: new Set() }
      kept.log.push(await own(kept, 'submit', { authenticationTags: tags ?? tagsOf(submission) }))
      submissions.set(kept.submissionId, kept)
    },
    waiting: destinationId => [...submissions.values()].filter(kept => kept.destinationId === destinationId && kept.settled === null),
    told: (caseId, event) => told([...submissions.values()].find(kept => kept.caseId === caseId), event, destinations),
    sweep: async () => {
      for (const kept of submissions.values()) {
        if (kept.settled !== null || nowMs() - kept.sentMs < KEPT_MS) continue
        kept.settled = 'expired'
        kept.log.push(await own(kept, 'reject', { problems: [] }))
      }
    },
  }
}

export const tagsOf = ({ metadata, data, attachments }: Pick<NewSubmission, 'metadata' | 'data' | 'attachments'>): AuthenticationTags => ({
  metadata: tagOf(metadata), ...(data === null ? {} : { data: tagOf(data) }), attachments: Object.fromEntries([...attachments].map(([id, jwe]) => [id, tagOf(jwe)])),
})

interface Signing {
  readonly kind: 'submit' | 'reject'
  readonly said: object
  readonly issuer: string
  readonly nowMs: number
  readonly key: CryptoKey
  readonly kid: string
}

const signed = ({ submissionId, caseId }: KeptSubmission, { kind, said, issuer, nowMs, key, kid }: Signing): Promise<string> =>
  new SignJWT({ $schema: PAYLOAD_SCHEMA, txn: `case:${caseId}`, events: { [eventUri(kind)]: said } })
    .setProtectedHeader({ alg: 'PS512', typ: EVENT_TYPE, kid }).setIssuer(issuer).setIssuedAt(Math.floor(nowMs / 1_000)).setJti(randomUUID()).setSubject(`submission:${submissionId}`)
    .sign(key)

const ENDS = new Map([[eventUri('accept'), 'accepted'], [eventUri('reject'), 'rejected']] as const)

/** As strict as the real one: by the destination's own key, about this submission, once. */
async function told(kept: KeptSubmission | undefined, event: string, destinations: ReadonlyMap<string, KeptDestination>): Promise<number> {
  if (!kept) return 404
  const payload = await verified(event, destinations.get(kept.destinationId))
  const [uri] = Object.keys(payload?.events ?? {})
  const end = uri === undefined ? undefined : ENDS.get(uri)
  if (!payload || !end || payload.iss !== kept.destinationId || payload.sub !== `submission:${kept.submissionId}` || payload.txn !== `case:${kept.caseId}` || !payload.jti) return 400
  if (kept.eventIds.has(payload.jti)) return 204
  if (kept.settled !== null) return 409
  kept.eventIds.add(payload.jti)
  kept.log.push(event)
  kept.settled = end
  kept.problems = (payload.events[uri ?? '']?.problems ?? []).map(({ type }) => type)
  return 204
}

interface ToldPayload {
  readonly iss?: string
  readonly sub?: string
  readonly txn?: string
  readonly jti?: string
  readonly events: Readonly<Record<string, { readonly problems?: readonly { readonly type: string }[] }>>
}

async function verified(event: string, destination: KeptDestination | undefined): Promise<ToldPayload | null> {
  try {
    const { typ, kid } = decodeProtectedHeader(event)
    const key = destination?.keys.get(kid ?? '')
    if (typ !== EVENT_TYPE || !key) return null
    const { payload } = await jwtVerify(event, createLocalJWKSet({ keys: [{ ...key, key_ops: ['verify'] }] }), { algorithms: ['PS512'] })
    return { events: {}, ...payload }
  } catch {
    return null
  }
}
